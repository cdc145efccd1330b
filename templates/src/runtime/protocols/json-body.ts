// What all JSON protocols share: bodies of requests, successes and failures.

import type { HttpResponse } from "../call.ts";
import { parseJson, textOf } from "../json.ts";
import type { AnyOperation, Members, WireFailure } from "../operation.ts";
import { convert, type Reference } from "../shapes.ts";
import { refuse } from "../errors.ts";

/** The value in the form of its shape. AWS takes `null` for a member that is absent, so for AWS the outermost are left out. */
export function writeBody(value: unknown, shape: Reference | undefined, forAws: boolean): string {
  const encoded = convert("encode", shape, value);
  const text = JSON.stringify(encoded);
  if (!/[:,[]null/.test(text)) return text;
  return JSON.stringify(encoded, function (this: unknown, key, member) {
    // JSON would write `null` for a number that is none, and that counts as absent: usage would be lost in silence.
    if (typeof member === "number" && !isFinite(member)) refuse(`${key}: a finite number is expected`);
    return member === null && forAws && this === encoded ? undefined : member;
  });
}

/** The body of a success, in the form of its shape: an object, unless the operation answers otherwise. `nulls` keeps members that are `null`. */
export function readBody({ body }: HttpResponse, shape: Reference | undefined, answer: AnyOperation["answer"], nulls?: boolean): unknown {
  const value = parseJson(body, nulls);
  if (!isMembers(value) && answer !== "any") refuse("the answer is no JSON object");
  return convert("decode", shape, value);
}

/** A failure as AWS sends it: its name in the body or a header, its text in `message`. */
export function readFailure(_operation: AnyOperation, { headers, body }: HttpResponse): WireFailure {
  const fields = membersOf(body);
  const name = fields["__type"] || headers["x-amzn-errortype"] || fields["code"];
  const message = fields["message"] ?? fields["Message"];
  return {
    // `any.namespace#Name` and `Name:http://…` are `Name`.
    code: /^([^:]*#)?([\w.-]{1,100})(:|$)/.exec(`${name ?? ""}`)?.[2],
    message: typeof message === "string" && message ? message : undefined,
    fields,
    // Parsed again, since decoding changes a value in place and `fields` stay as received.
    read: (shape) => convert("decode", shape, membersOf(body)) as Members,
  };
}

/** The members of a body; none when it comes from a proxy, perhaps, and isn't JSON. */
function membersOf(body: Uint8Array): Members {
  try {
    // What has been rounded is left out: a failure that says less is better than another failure.
    const value: unknown = JSON.parse(textOf(body), (_, member) => (Number.isInteger(member) && !Number.isSafeInteger(member) ? undefined : member));
    if (isMembers(value)) return value;
  } catch {
    // The status still tells something.
  }
  return {};
}

/** Whether a value is a JSON object. */
export function isMembers(value: unknown): value is Members {
  return Object(value) === value && !Array.isArray(value);
}
