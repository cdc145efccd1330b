// AWS REST JSON: members travel in the path, the query, headers and a JSON body.

import type { Protocol } from "../operation.ts";
import { awsRest } from "./aws-rest.ts";
import type { BodyFormat } from "./http-binding.ts";
import { readBody, readFailure, writeBody } from "./json-body.ts";

const read: NonNullable<BodyFormat["read"]> = ({ nulls }, response, shape, answer) => {
  // Payloads are optional, and an operation without an answer may still send `{}`.
  if ((answer === "none" || answer === "any") && !response.body.length) return undefined;
  const body = readBody(response, shape, answer, nulls);
  return answer === "none" ? undefined : body;
};

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export const restJson: Protocol = /* @__PURE__ */ awsRest(readFailure, {
  type: "application/json",
  write: (_operation, value, shape, payload) => writeBody(value, shape, payload === undefined),
  read,
});

/** The same for operations that send no JSON, so that a bundle of theirs holds nothing that writes it. */
export const restJsonReader: Protocol = /* @__PURE__ */ awsRest(readFailure, { read });

/** The same for operations that receive none either: bodies are text or bytes. */
export const restJsonBare: Protocol = /* @__PURE__ */ awsRest(readFailure);
