// Reads the command line.

import { parseArgs } from "node:util";
import type { Problem } from "../problems/problem.ts";
import { Stop } from "../problems/stop.ts";
import type { Limits } from "../load/limits.ts";
import type { EngineName } from "../services.ts";
import { wrongOption } from "./wrong-option.ts";
import { isOrigin, limitFault } from "./checked-services.ts";

export interface Arguments {
  readonly help: boolean;
  readonly version: boolean;
  readonly config: string | undefined;
  readonly service: string | undefined;
  readonly spec: string | undefined;
  readonly overlays: readonly string[];
  readonly out: string | undefined;
  readonly packageName: string | undefined;
  readonly templates: readonly string[];
  readonly allowOrigins: readonly string[];
  readonly allowFolders: readonly string[];
  readonly allowPrivate: boolean;
  readonly limits: Partial<Limits>;
  readonly engine: EngineName | undefined;
  readonly check: boolean;
  readonly stopAfter: "load" | "prepare" | "render" | undefined;
  readonly watch: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

export const help = `countersign: an OpenAPI document in, a signed and typed TypeScript client out

Usage
  npm run generate [-- OPTIONS]      in this repository
  countersign [OPTIONS]              where it is installed
  countersign facts --help           an overlay of what a document of an AWS service has lost
  countersign import --help          a document made from a model of an AWS service

Without options it generates every service of the configuration.

Input
  --spec FILE|-          OpenAPI 3.0 or 3.1 document, JSON or YAML; - reads standard input
  --overlay FILE         OpenAPI Overlay 1.0 document; may be repeated, applied in this order
  --config FILE          configuration (default: spec/services.ts, then countersign.config.mjs)
  --service NAME         only this service of the configuration

Trust
  --allow-origin URL     fetch the document and its references from this origin; may be repeated
  --allow-folder DIR     let references lead into this folder, too; may be repeated
  --allow-private        let names of allowed origins lead to this machine or into a private network
  --limit NAME=NUMBER    another limit for the document's size; may be repeated, the README lists them

Output
  --out DIR              folder of the package
  --package NAME         name of the package
  --templates DIR        templates that replace ours file by file; may be repeated
  --engine NAME          handlebars (default) or openapi-generator (needs Java 11 or later)
  --check                change nothing; print the difference and exit with 1 when the folder is stale
  --stop-after STAGE     print what load, prepare or render gives as JSON, and write nothing
  --watch                generate again whenever the document, an overlay or a template changes

Messages
  --quiet                print problems only
  --json                 print one JSON object instead of text
  --help, --version

Exit codes: 0 done, 1 stale (--check), 2 the input is at fault, 70 a fault of Countersign itself.
`;

export function parseArguments(args: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        help: { type: "boolean", short: "h" }, version: { type: "boolean" }, config: { type: "string" }, service: { type: "string" },
        spec: { type: "string" }, overlay: { type: "string", multiple: true }, out: { type: "string" }, package: { type: "string" },
        "allow-origin": { type: "string", multiple: true }, "allow-folder": { type: "string", multiple: true }, "allow-private": { type: "boolean" },
        limit: { type: "string", multiple: true },
        templates: { type: "string", multiple: true }, engine: { type: "string" }, check: { type: "boolean" }, "stop-after": { type: "string" },
        watch: { type: "boolean" }, quiet: { type: "boolean" }, json: { type: "boolean" },
      },
    });
    const wrong = contradiction(values);
    if (wrong !== undefined) throw new Stop([wrong]);
    return {
      help: values.help === true, version: values.version === true, config: values.config, service: values.service,
      spec: values.spec, overlays: values.overlay ?? [], out: values.out, packageName: values.package, templates: values.templates ?? [],
      allowOrigins: originsIn(values["allow-origin"] ?? []), allowFolders: values["allow-folder"] ?? [], allowPrivate: values["allow-private"] === true,
      limits: limitsIn(values.limit ?? []),
      engine: oneOf("--engine", values.engine, ["handlebars", "openapi-generator"] as const),
      check: values.check === true,
      stopAfter: oneOf("--stop-after", values["stop-after"], ["load", "prepare", "render"] as const),
      watch: values.watch === true, quiet: values.quiet === true, json: values.json === true,
    };
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop([wrongOption(error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error))]);
  }
}

/** Options that can't be had together. */
function contradiction(values: { readonly spec?: string; readonly out?: string; readonly watch?: boolean; readonly "stop-after"?: string; readonly check?: boolean; readonly service?: string }): Problem | undefined {
  if (values.out === "") return wrongOption("--out is empty", "Name a folder.");
  if (values.watch === true && values.spec === "-") return wrongOption("--watch can't watch standard input", "Name a file with --spec.");
  if (values["stop-after"] !== undefined && (values.watch === true || values.check === true)) return wrongOption("--stop-after prints a stage and goes with neither --watch nor --check", "Leave one of them out.");
  if (values.spec !== undefined && values.service !== undefined) return wrongOption("--spec is for a document without configuration and --service chooses from one", "Leave one of them out.");
  return undefined;
}

function originsIn(values: readonly string[]): readonly string[] {
  const wrong = values.find((value) => !isOrigin(value));
  if (wrong !== undefined) throw new Stop([wrongOption(`--allow-origin takes an origin, not \`${wrong}\``, "Write scheme, host and port only, such as `https://example.com`.")]);
  return values;
}

/** `schemas=50000` → `{ schemas: 50000 }` */
function limitsIn(values: readonly string[]): Partial<Limits> {
  return Object.fromEntries(values.map((text) => {
    const [name = "", value = ""] = text.split("=", 2);
    const fault = limitFault(name, /^\d+$/.test(value) ? Number(value) : undefined);
    if (fault !== undefined) throw new Stop([wrongOption(`--limit ${text}: ${fault}`, "Write it as `--limit schemas=50000`.")]);
    return [name, Number(value)];
  }));
}

function oneOf<Value extends string>(option: string, value: string | undefined, allowed: readonly Value[]): Value | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Stop([wrongOption(`${option} takes ${allowed.join(", ")}, not \`${value}\``)]);
  return found;
}
