// Turns the command line and the configuration into jobs: one package each, with everything that its run needs.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Stop } from "../problems/stop.ts";
import type { PackageFacts } from "../render/package-facts.ts";
import type { ServiceConfiguration } from "../services.ts";
import { wrongOption, type Arguments } from "./arguments.ts";

export interface Job {
  readonly service: ServiceConfiguration;
  readonly facts: PackageFacts;
}

const configurations = ["spec/services.ts", "countersign.config.mjs", "countersign.config.js", "countersign.config.ts"];

export async function jobsOf(args: Arguments): Promise<readonly Job[]> {
  const services = args.spec === undefined ? await configured(args) : [await single(args, args.spec)];
  if (services.length > 1 && (args.out !== undefined || args.packageName !== undefined)) {
    throw new Stop([wrongOption("--out and --package are for one service", "Choose it with --service.")]);
  }
  return services.map((service) => jobOf(service, args));
}

function jobOf(service: ServiceConfiguration, args: Arguments): Job {
  const chosen: ServiceConfiguration = {
    ...service,
    out: args.out ?? service.out,
    overlays: [...(args.spec === undefined ? service.overlays ?? [] : []), ...args.overlays],
    templates: [...(service.templates ?? []), ...args.templates],
    ...(args.engine === undefined ? {} : { engine: args.engine }),
    package: { ...service.package, ...(args.packageName === undefined ? {} : { name: packageName(args.packageName) }) },
  };
  const from = service.document === "-" ? "an OpenAPI document" : service.document.replace(/^.*[/\\](?=spec[/\\])/, "").replaceAll("\\", "/");
  return { service: chosen, facts: { ...chosen.package, source: `Generated from ${from} by Countersign. Don't edit: change the document, its overlay or a template, and generate again.` } };
}

async function configured(args: Arguments): Promise<readonly ServiceConfiguration[]> {
  const file = args.config ?? configurations.find((name) => existsSync(name));
  if (file === undefined) throw new Stop([wrongOption("There is neither a --spec nor a configuration", `Name a document with --spec, or write ${configurations[1]}.`)]);
  if (!existsSync(file)) throw new Stop([wrongOption(`The configuration \`${file}\` doesn't exist`, "Correct --config.")]);
  const loaded: unknown = await import(pathToFileURL(resolve(file)).href);
  const services = typeof loaded === "object" && loaded !== null && "default" in loaded && Array.isArray(loaded.default) ? (loaded.default as readonly ServiceConfiguration[]) : undefined;
  if (services === undefined) throw new Stop([wrongOption(`\`${file}\` doesn't export a list of services`, "End it with `export default defineServices([ … ])`.")]);
  const chosen = args.service === undefined ? services : services.filter((service) => service.name === args.service);
  if (chosen.length === 0) throw new Stop([wrongOption(`\`${file}\` has no service \`${args.service ?? ""}\``, `It has ${services.map((service) => service.name).join(", ")}.`)]);
  return chosen;
}

/** A document without configuration: what is missing is taken from its name. */
async function single(args: Arguments, spec: string): Promise<ServiceConfiguration> {
  if (args.out === undefined && args.stopAfter === undefined) throw new Stop([wrongOption("--spec needs a folder to write to", "Name one with --out.")]);
  const stem = spec === "-" ? "client" : (spec.split(/[/\\]/).pop() ?? "client").replace(/\.(ya?ml|json)$/i, "").replace(/\.openapi$/i, "");
  const name = stem.toLowerCase().replace(/[^a-z0-9._-]+/g, "-").replace(/^[^a-z0-9]+/, "") || "client";
  return { name, document: spec, out: args.out ?? "", package: { name: `${name}-client`, version: "0.1.0", license: "UNLICENSED" } };
}

/** npm's own rule for names. */
function packageName(name: string): string {
  if (/^(?:@[a-z0-9-~][a-z0-9-._~]*\/)?[a-z0-9-~][a-z0-9-._~]*$/.test(name) && name.length <= 214) return name;
  throw new Stop([wrongOption(`\`${name}\` can't be the name of a package`, "Use lower case letters, digits and hyphens, with an optional @scope/ in front.")]);
}
