// A response → the same without the secrets of its request. Some services quote the request when they refuse it,
// with its session token and signature.

import type { Exchange, HttpResponse } from "./call.ts";
import { textOf } from "./json.ts";
import { bytesOf } from "./platform/sha256.ts";

export function withoutSecrets({ request: { headers }, response }: Exchange): HttpResponse {
  // Signs may come back as they are, with a backslash or percent-encoded.
  const pattern = Object.entries(headers)
    .flatMap(([name, value]) => (/auth|token|secret|cookie|key/.test(name) && value.match(/[^\s,=]{16,}/g)) || [])
    .map((secret) => secret.replace(/\W/g, ".{1,3}"))
    .join("|");
  return !pattern ? response : { ...response, body: bytesOf(textOf(response.body).replace(new RegExp(pattern, "gi"), "[redacted]")) };
}
