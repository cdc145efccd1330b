// What all JSON protocols share: bodies of requests, successes and failures.

import type { HttpResponse } from "../call.ts";
import { parseJson, textOf, writeJson } from "../json.ts";
import type { AnyOperation, Members, WireFailure } from "../operation.ts";
import { decoder, encoder, type Reference } from "../shapes.ts";
import { ValueError } from "../value-error.ts";

/** The value in the form of its shape. */
export function writeBody(value: unknown, shape: Reference | undefined): string {
  return writeJson(shape ? encoder(shape)(value) : value);
}

/** The body of a success, in the form of its shape: an object, unless the operation answers otherwise. */
export function readBody({ body }: HttpResponse, shape: Reference | undefined, answer: AnyOperation["answer"]): unknown {
  const value = parseJson(textOf(body));
  if (!isMembers(value) && answer !== "any") {
    throw new ValueError(`the answer should be an object, but is ${Array.isArray(value) ? "a list" : value === null ? "null" : `a ${typeof value}`}`);
  }
  return shape ? decoder(shape)(value) : value;
}

/** A failure, whose name stands in the body or a header, with whatever else it says. */
export function readFailure(_operation: AnyOperation, { headers, body }: HttpResponse): WireFailure {
  let fields: Members = {};
  try {
    const value = parseJson(textOf(body));
    if (isMembers(value)) fields = value;
  } catch {
    // From a proxy, perhaps. The status still tells something, and so does the excerpt.
  }
  // Some APIs wrap what they say in `error`.
  const inner = isMembers(fields["error"]) ? fields["error"] : fields;
  const names = [fields["__type"], headers["x-amzn-errortype"], inner["code"], inner["Code"]];
  return {
    code: names.map(nameOf).find(isText),
    message: ["message", "Message", "errorMessage", "detail", "title", "error"].map((key) => inner[key]).find(isText),
    fields,
    read(shape) {
      try {
        // Parsed again, since decoding changes a value in place and `fields` stay as received.
        return shape ? (decoder(shape)(parseJson(textOf(body))) as Members) : fields;
      } catch {
        return fields;
      }
    },
  };
}

/** `any.namespace#Name` and `Name:http://…` → `Name`. */
function nameOf(value: unknown): string | undefined {
  return isText(value) ? /^(?:[^:]*#)?\s*([\w.-]{1,100})\s*(?::|$)/.exec(value)?.[1] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
