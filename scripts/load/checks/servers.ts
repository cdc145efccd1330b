// Servers are http or https addresses without credentials, whatever their variables are set to.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import type { Finding } from "../finding.ts";
import { quoted } from "../findings.ts";
import { suggester } from "../nearest.ts";
import type { Check, Checked } from "./check.ts";
import { operationsOf, pathItems } from "./operations.ts";

export const servers: Check = function* (document) {
  const didYouMean = suggester();
  for (const { value, pointer } of allServers(document)) {
    const { url } = value;
    if (typeof url === "string") yield* checkServer(url, value["variables"], `${pointer}/url`, didYouMean);
  }
};

function* allServers(document: Checked): Iterable<{ readonly value: JsonObject; readonly pointer: string }> {
  yield* listed(document.api, "");
  for (const item of pathItems(document)) {
    yield* listed(item.value, item.pointer);
    for (const { value, pointer } of operationsOf(item)) yield* listed(value, pointer);
  }
}

function* listed(owner: JsonObject, pointer: string): Iterable<{ readonly value: JsonObject; readonly pointer: string }> {
  const list = owner["servers"];
  if (!Array.isArray(list)) return;
  for (const [index, value] of (list as readonly Json[]).entries()) if (isObject(value)) yield { value, pointer: `${pointer}/servers/${index}` };
}

function* checkServer(url: string, variables: Json | undefined, pointer: string, didYouMean: ReturnType<typeof suggester>): Iterable<Finding> {
  const defined = isObject(variables) ? variables : {};
  for (const [, name] of url.matchAll(/\{([^{}]*)\}/gu)) {
    if (Object.hasOwn(defined, name!)) continue;
    yield { severity: "error", code: "server-invalid", pointer, message: `The variable ${quoted(`{${name}}`)} of the server isn't defined.${didYouMean(name!, Object.keys(defined))}`, fix: `Add ${quoted(name!)} with a \`default\` to the server's \`variables\`.` };
    return;
  }
  for (const candidate of candidates(url, defined)) {
    const fault = faultOf(candidate);
    if (!fault) continue;
    yield { severity: "error", pointer, ...fault };
    return;
  }
}

/** The address with each variable at its default, and with each of its other values in turn. */
function* candidates(url: string, variables: JsonObject): Iterable<string> {
  const defaults = new Map<string, string>();
  const others: [string, string][] = [];
  for (const [name, variable] of Object.entries(variables)) {
    if (!isObject(variable)) continue;
    const { default: usual, enum: values } = variable;
    defaults.set(name, typeof usual === "string" ? usual : "x");
    if (Array.isArray(values)) for (const value of values as readonly Json[]) if (typeof value === "string" && value !== usual) others.push([name, value]);
  }
  const fill = (settings: ReadonlyMap<string, string>): string => url.replace(/\{([^{}]*)\}/gu, (_label, name: string) => settings.get(name) ?? "x");
  yield fill(defaults);
  for (const [name, value] of others) if (url.includes(`{${name}}`)) yield fill(new Map(defaults).set(name, value));
}

function faultOf(address: string): Pick<Finding, "code" | "message" | "fix"> | undefined {
  // The URL parser drops line breaks and blanks in silence, and browsers read a backslash as a slash.
  if (/[\p{Cc}\p{Cf}]/u.test(address)) return { code: "control-character", message: "The address of the server holds a control character.", fix: "Remove the character." };
  const scheme = /^\s*([a-z][a-z0-9+.-]*):/iu.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") return { code: "server-scheme", message: `The server's scheme is \`${scheme}:\`.`, fix: "Write an `https:` address." };
  // An address without a scheme is relative to where the document is served.
  const base = "https://relative.invalid/";
  if (!URL.canParse(address, base)) return { code: "server-invalid", message: "The address of the server can't be read as a URL.", fix: "Write an address such as `https://api.example.com/v1`." };
  const { username, password } = new URL(address, base);
  if (username !== "" || password !== "") return { code: "server-credentials", message: "The address of the server carries a user name or password.", fix: "Remove them from the address, and pass credentials to the client." };
  return undefined;
}
