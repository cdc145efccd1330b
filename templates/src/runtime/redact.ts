// What a service answered → the same without the secrets that were sent to it. Some services quote the request,
// with its session token and signature, when they refuse it.

import type { HttpRequest } from "./call.ts";

/** A function that takes the secrets of a request out of anything that was received. */
export function redactor({ headers }: HttpRequest): <T>(value: T) => T {
  const secrets = Object.keys(headers)
    .filter((name) => /auth|token|secret|cookie|key|signature/.test(name))
    .flatMap((name) => [headers[name]!, ...headers[name]!.split(/[\s,=]+/)])
    // Neither the scope of a credential nor the list of signed headers is secret, and both help to find a mistake.
    .filter((text) => text.length > 15 && !/^[^ ]*(;|\/aws4_request$)/.test(text))
    .flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const redact = (value: unknown): unknown => {
    if (typeof value === "string") return secrets.reduce((text, secret) => text.replaceAll(secret, "[redacted]"), value);
    if (typeof value !== "object" || value === null || value instanceof Date || ArrayBuffer.isView(value)) return value;
    if (Array.isArray(value)) return value.map(redact);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, redact(member)]));
  };
  return <T>(value: T) => redact(value) as T;
}
