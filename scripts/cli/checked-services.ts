// What a configuration exports comes in, services go out; what is wrong with it is said in its own words.

import { defaultLimits } from "../load/limits.ts";
import type { Problem } from "../problems/problem.ts";
import { Stop } from "../problems/stop.ts";
import type { ServiceConfiguration } from "../services.ts";
import { wrongOption } from "./wrong-option.ts";
import { isPackageName } from "./package-name.ts";

/** A configuration may be written without types, so everything that a run relies on is looked at. */
export function checkedServices(file: string, value: unknown): readonly ServiceConfiguration[] {
  if (!Array.isArray(value)) throw new Stop([wrongOption(`\`${file}\` doesn't export a list of services`, "End it with `export default defineServices([ … ])`.")]);
  if (value.length === 0) throw new Stop([wrongOption(`\`${file}\` lists no service`, "Add an entry with name, document, out and package.")]);
  const problems = value.flatMap((service: unknown, index) => wrongIn(service).map((fault): Problem => wrongOption(`\`${file}\`, service ${nameOf(service) ?? index + 1}: ${fault}`, `Correct ${file}.`)));
  if (problems.length > 0) throw new Stop(problems);
  const services = value as readonly ServiceConfiguration[];
  const twice = services.find((service, index) => services.findIndex((other) => other.name === service.name || other.out === service.out) < index);
  if (twice !== undefined) throw new Stop([wrongOption(`\`${file}\` has two services with the name or the folder of \`${twice.name}\``, `Correct ${file}.`)]);
  return services;
}

function wrongIn(service: unknown): readonly string[] {
  if (!isRecord(service)) return ["it isn't an object"];
  const about = service["package"];
  return [
    ...texts(service, ["name", "document", "out"], "`"),
    ...(isRecord(about) ? texts(about, ["name", "version", "license"], "`package.") : ["`package` is missing"]),
    ...(isRecord(about) && typeof about["name"] === "string" && about["name"] !== "" && !isPackageName(about["name"]) ? [`\`${about["name"]}\` can't be the name of a package`] : []),
    ...(isRecord(about) && !isListOf(about["alongside"], (item) => typeof item === "string") ? ["`package.alongside` isn't a list of texts"] : []),
    ...["overlays", "templates", "allowOrigins", "allowFolders"].filter((key) => !isListOf(service[key], (item) => typeof item === "string")).map((key) => `\`${key}\` isn't a list of texts`),
    ...listAt(service["allowOrigins"]).filter((origin) => typeof origin === "string" && !isOrigin(origin)).map((origin) => `\`${String(origin)}\` of \`allowOrigins\` isn't an origin such as \`https://example.com\``),
    ...([undefined, true, false].includes(service["allowPrivateAddresses"] as boolean | undefined) ? [] : ["`allowPrivateAddresses` is neither true nor false"]),
    ...(service["limits"] === undefined ? [] : isRecord(service["limits"]) ? Object.entries(service["limits"]).flatMap(([name, value]) => limitFault(name, value) ?? []) : ["`limits` isn't an object"]),
    ...(isListOf(service["passes"], isPass) ? [] : ["`passes` isn't a list of passes, each with name, appliesTo and apply"]),
    ...(isVerify(service["verify"]) ? [] : ["`verify` is neither false nor an object with what is allowed by path"]),
    ...([undefined, "handlebars", "openapi-generator"].includes(service["engine"] as string | undefined) ? [] : ["`engine` is neither handlebars nor openapi-generator"]),
  ];
}

function texts(record: Readonly<Record<string, unknown>>, keys: readonly string[], prefix: string): readonly string[] {
  return keys.filter((key) => typeof record[key] !== "string" || record[key] === "").map((key) => `${prefix}${key}\` is missing`);
}

function isListOf(value: unknown, is: (item: unknown) => boolean): boolean {
  return value === undefined || (Array.isArray(value) && value.every(is));
}

function listAt(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A scheme, a host and perhaps a port; a path behind it would promise a narrowness that isn't there. */
export function isOrigin(text: string): boolean {
  return /^https?:/i.test(text) && URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`;
}

/** What is wrong with a limit, if anything. */
export function limitFault(name: string, value: unknown): string | undefined {
  const names = Object.keys(defaultLimits);
  if (!names.includes(name)) return `there is no limit \`${name}\`; limits are ${names.join(", ")}`;
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? undefined : `the limit \`${name}\` isn't a whole number above 0`;
}

function isPass(value: unknown): boolean {
  return isRecord(value) && typeof value["name"] === "string" && typeof value["appliesTo"] === "function" && typeof value["apply"] === "function";
}

function isVerify(value: unknown): boolean {
  if (value === undefined || value === false) return true;
  const isAllowance = (allowance: unknown) => isRecord(allowance) && ["syntax", "callees", "modules", "names"].every((key) => isListOf(allowance[key], (item) => typeof item === "string"));
  return isRecord(value) && Object.values(value).every(isAllowance);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(service: unknown): string | undefined {
  return isRecord(service) && typeof service["name"] === "string" && service["name"] !== "" ? `\`${service["name"]}\`` : undefined;
}
