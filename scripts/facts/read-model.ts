// A file on disk → a model of an AWS service, together with the pages, waiters and rules of endpoints that lie beside it.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Problem } from "../problems/problem.ts";
import { Stop } from "../problems/stop.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { Model } from "./model.ts";
import { faultsIn } from "./check-model.ts";

/** Files beyond this aren't models; the largest is a tenth of it. */
const mostBytes = 200_000_000;

/** Reads `service-2.json` or `service-2.json.gz`. Throws a Stop that says in words what is wrong with the file. */
export function readModel(file: string): Model {
  const value = readJson(file);
  if (value === undefined) throw new Stop([wrong("source-unreadable", `There is no file \`${file}\`, or it may not be read.`, "Correct --model.")]);
  const beside = (name: string): JsonObject => objectIn(optionalJson(join(dirname(file), name)));
  const pages = [beside("paginators-1.json"), objectIn(beside("paginators-1.sdk-extras.json")["merge"])];
  return modelOf(file, value, { paginators: mergedPages(pages), waiters: objectIn(beside("waiters-2.json")["waiters"]), endpointRules: beside("endpoint-rule-set-1.json") });
}

/** Takes a parsed `service-2.json` for a model, and what lies beside it. */
export function modelOf(file: string, value: Json, beside: { readonly paginators?: JsonObject; readonly waiters?: JsonObject; readonly endpointRules?: JsonObject } = {}): Model {
  const faults = faultsIn(value);
  if (faults.length > 0) throw new Stop(faults.map((fault) => wrong("not-a-model", `\`${file}\` isn't a model of an AWS service: ${fault}.`, "Name the service-2.json of a service with --model.")));
  return { documentation: "", ...(value as object), paginators: beside.paginators ?? {}, waiters: beside.waiters ?? {}, ...(beside.endpointRules?.["rules"] === undefined ? {} : { endpointRules: beside.endpointRules }) } as unknown as Model;
}

/** Later files add keys to the pages of earlier ones. */
function mergedPages(files: readonly JsonObject[]): JsonObject {
  const merged: Record<string, JsonObject> = {};
  for (const file of files) for (const [name, page] of Object.entries(objectIn(file["pagination"]))) merged[name] = { ...merged[name], ...objectIn(page) };
  return merged;
}

function optionalJson(file: string): Json | undefined {
  return readJson(file) ?? readJson(`${file}.gz`);
}

/** The content, or nothing when there is no such file. */
function readJson(file: string): Json | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  try {
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return JSON.parse((isGzip ? gunzipSync(bytes, { maxOutputLength: mostBytes }) : bytes).toString("utf8")) as Json;
  } catch (error) {
    throw new Stop([wrong("json-broken", `\`${file}\` can't be read as JSON: ${error instanceof Error ? error.message : String(error)}.`, "Name the service-2.json of a service with --model, as it is or compressed with gzip.")]);
  }
}

function objectIn(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function wrong(code: Problem["code"], message: string, fix: string): Problem {
  return { severity: "error", code, message, fix };
}
