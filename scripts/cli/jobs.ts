// Turns the command line and the configuration into jobs: one package each, with everything that its run needs.

import { existsSync, statSync } from "node:fs";
import { basename, isAbsolute, relative } from "node:path";
import { Stop } from "../problems/stop.ts";
import type { PackageFacts } from "../render/package-facts.ts";
import type { ServiceConfiguration } from "../services.ts";
import { readAlongside } from "./alongside.ts";
import type { Arguments } from "./arguments.ts";
import { wrongOption } from "./wrong-option.ts";
import { checkedServices } from "./checked-services.ts";
import { importModule } from "./import-module.ts";
import { isPackageName } from "./package-name.ts";

export interface Job {
  readonly service: ServiceConfiguration;
  readonly facts: PackageFacts;
}

const configurations = ["spec/services.ts", "countersign.config.mjs", "countersign.config.js", "countersign.config.ts"];

export async function jobsOf(args: Arguments): Promise<readonly Job[]> {
  const services = args.spec === undefined ? await configured(args) : [single(args, args.spec)];
  if (services.length > 1 && (args.out !== undefined || args.packageName !== undefined || args.overlays.length > 0)) {
    throw new Stop([wrongOption("--out, --package and --overlay are for one service", "Choose it with --service.")]);
  }
  return services.map((service) => jobOf(service, args));
}

function jobOf(service: ServiceConfiguration, args: Arguments): Job {
  const chosen: ServiceConfiguration = {
    ...service,
    out: args.out ?? service.out,
    overlays: [...(args.spec === undefined ? service.overlays ?? [] : []), ...args.overlays],
    templates: [...(service.templates ?? []), ...args.templates],
    allowOrigins: [...(service.allowOrigins ?? []), ...args.allowOrigins],
    allowFolders: [...(service.allowFolders ?? []), ...args.allowFolders],
    allowPrivateAddresses: service.allowPrivateAddresses === true || args.allowPrivate,
    limits: { ...service.limits, ...args.limits },
    ...(args.engine === undefined ? {} : { engine: args.engine }),
    package: { ...service.package, ...(args.packageName === undefined ? {} : { name: packageName(args.packageName) }) },
  };
  const missing = chosen.templates?.find((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true);
  if (missing !== undefined) throw new Stop([wrongOption(`There is no folder \`${missing}\` with templates`, "Correct --templates, or `templates` in the configuration.")]);
  const { alongside = [], ...about } = chosen.package;
  return { service: chosen, facts: { ...about, alongside: readAlongside(alongside), source: `Generated from ${nameOf(service.document)} by Countersign. Don't edit: change the document, its overlay or a template, and generate again.` } };
}

/** How generated files name their document: as it lies in the project, and never by a path of this machine. */
function nameOf(document: string): string {
  if (document === "-") return "an OpenAPI document";
  // Name, password and query of an address may be secrets.
  if (URL.canParse(document) && /^https?:/.test(document)) return new URL(document).origin + new URL(document).pathname;
  const path = relative("", document);
  return (path.startsWith("..") || isAbsolute(path) ? basename(document) : path).replaceAll("\\", "/");
}

async function configured(args: Arguments): Promise<readonly ServiceConfiguration[]> {
  const file = args.config ?? configurations.find((name) => existsSync(name));
  if (file === undefined) throw new Stop([wrongOption("There is neither a --spec nor a configuration", `Name a document with --spec, or write ${configurations[1]}.`)]);
  if (!existsSync(file)) throw new Stop([wrongOption(`The configuration \`${file}\` doesn't exist`, "Correct --config.")]);
  const services = checkedServices(file, await imported(file));
  const chosen = args.service === undefined ? services : services.filter((service) => service.name === args.service);
  if (chosen.length === 0) throw new Stop([wrongOption(`\`${file}\` has no service \`${args.service ?? ""}\``, `It has ${services.map((service) => service.name).join(", ")}.`)]);
  return chosen;
}

async function imported(file: string): Promise<unknown> {
  try {
    const module: unknown = await importModule(file);
    return typeof module === "object" && module !== null && "default" in module ? module.default : undefined;
  } catch (error) {
    // A Stop of our own, and whatever else the file does when it is read.
    if (error instanceof Stop) throw error;
    const reason = error instanceof Error ? error.message.split("\n")[0] ?? "" : String(error);
    throw new Stop([wrongOption(`The configuration \`${file}\` can't be read: ${reason}`, /\.ts$/.test(file) ? "Correct it. With Node before 22.18 install esbuild, or write it in JavaScript, as countersign.config.mjs." : "Correct it.")]);
  }
}

/** A document without configuration: what is missing is taken from its name. */
function single(args: Arguments, spec: string): ServiceConfiguration {
  if (args.out === undefined && args.stopAfter === undefined) throw new Stop([wrongOption("--spec needs a folder to write to", "Name one with --out.")]);
  const stem = spec === "-" ? "client" : (spec.split(/[/\\]/).pop() ?? "client").replace(/\.(ya?ml|json)$/i, "").replace(/\.openapi$/i, "");
  const name = stem.toLowerCase().replace(/[^a-z0-9._-]+/g, "-").replace(/^[^a-z0-9]+/, "") || "client";
  return { name, document: spec, out: args.out ?? "", package: { name: `${name}-client`, version: "0.1.0", license: "UNLICENSED" } };
}

function packageName(name: string): string {
  if (isPackageName(name)) return name;
  throw new Stop([wrongOption(`\`${name}\` can't be the name of a package`, "Use lower case letters, digits and hyphens, with an optional @scope/ in front.")]);
}
