// Reads the waiters that a document declares under `x-waiters`: what to call, how often, and what the answer has to say.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { pascalCase } from "../names.ts";
import type { Acceptor, Waiter } from "../prepared-spec.ts";
import { entries, listAt, numberIn, objectAt, text } from "./access.ts";
import type { Prose } from "./prose.ts";

export function readWaiters(api: JsonObject, prose: Prose): readonly Waiter[] {
  return entries(objectAt(api, "x-waiters")).flatMap(([name, value]) => {
    const operation = isObject(value) ? text(value["operation"]) : undefined;
    if (!isObject(value) || operation === undefined) return [];
    return [{
      name: pascalCase(name),
      operation: pascalCase(operation),
      doc: prose(value["description"]),
      delaySeconds: numberIn(value["delay"]) ?? 5,
      maxAttempts: numberIn(value["maxAttempts"]) ?? 20,
      acceptors: listAt(value, "acceptors").flatMap((acceptor) => acceptorIn(acceptor) ?? []),
    }];
  });
}

const states = ["success", "failure", "retry"] as const;

function acceptorIn(value: Json): Acceptor | undefined {
  if (!isObject(value)) return undefined;
  const { matcher, expected } = value;
  const state = states.find((one) => one === value["state"]);
  const path = text(value["path"]);
  if (state === undefined) return undefined;
  if (matcher === "status" && typeof expected === "number") return { state, matcher, expected };
  if (matcher === "error" && (typeof expected === "string" || typeof expected === "boolean")) return { state, matcher, expected };
  if (matcher !== "path" && matcher !== "pathAll" && matcher !== "pathAny") return undefined;
  return path !== undefined && (typeof expected === "string" || typeof expected === "number" || typeof expected === "boolean") ? { state, matcher, path, expected } : undefined;
}
