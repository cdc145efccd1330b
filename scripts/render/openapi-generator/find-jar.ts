// Finds the JAR of the pinned openapi-generator; the npm package that stands for it places it once, on the first run.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isObject, type Json } from "../../json.ts";
import type { Problem } from "../../problems/problem.ts";
import { runProcess } from "./process.ts";

const wrapperName = "@openapitools/openapi-generator-cli";
const configuration = fileURLToPath(new URL("../../../openapitools.json", import.meta.url));

export type Jar =
  | { readonly kind: "found"; readonly file: string }
  | { readonly kind: "absent"; readonly problem: Problem };

/** `openapitools.json` pins the version, so that the bytes which both engines agree on stay the same. */
export function pinnedVersion(): string {
  const read = JSON.parse(readFileSync(configuration, "utf8")) as Json;
  const settings = isObject(read) ? read["generator-cli"] : undefined;
  const version = isObject(settings) ? settings["version"] : undefined;
  if (typeof version !== "string") throw new Error("openapitools.json pins no version of openapi-generator.");
  return version;
}

export async function findJar(java: string): Promise<Jar> {
  const version = pinnedVersion();
  const wrapper = wrapperFolder();
  if (wrapper === undefined) {
    return absent(`The engine openapi-generator comes with the npm package ${wrapperName}, which isn't installed.`, `Run npm install --save-dev ${wrapperName}, or use the default engine: --engine handlebars.`);
  }
  const file = join(wrapper, "versions", `${version}.jar`);
  if (existsSync(file)) return { kind: "found", file };
  // Any command makes the package fetch what it stands for; this one only prints a number. `DEFAULT` saves it a search. It starts the
  // Java that it finds on the PATH, so ours goes first.
  const path = [...(java === "java" ? [] : [dirname(java)]), process.env["PATH"] ?? ""].join(process.platform === "win32" ? ";" : ":");
  const env = { ...process.env, PATH: path, OPENAPI_GENERATOR_CLI_SEARCH_URL: "DEFAULT" };
  await runProcess(process.execPath, [join(wrapper, "main.js"), "--openapitools", configuration, "version"], { cwd: dirname(configuration), env });
  if (existsSync(file)) return { kind: "found", file };
  return absent(`The JAR of openapi-generator ${version} isn't there yet, and it couldn't be fetched from Maven.`, "Check the network and try again, or use the default engine: --engine handlebars.");
}

function absent(message: string, fix: string): Jar {
  return { kind: "absent", problem: { severity: "error", code: "java-engine-missing", message, fix } };
}

function wrapperFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${wrapperName}/package.json`));
  } catch {
    return undefined;
  }
}
