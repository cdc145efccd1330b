// AWS REST JSON: members travel in the path, the query, headers and a JSON body.

import type { Protocol } from "../operation.ts";
import { bindRequest, bindResponse, type BodyFormat } from "./http-binding.ts";
import { readBody, readFailure, writeBody } from "./json-body.ts";
import { plainLabel, plainPieces } from "./uri.ts";

const format: BodyFormat = {
  label: plainLabel,
  pieces: plainPieces,
  type: "application/json",
  write: writeBody,
  // Payloads are optional, and an operation without an answer may still send `{}`.
  read: (response, shape, answer) =>
    (answer === "none" || answer === "any") && !response.body.length ? undefined : readBody(response, shape, answer),
};

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export const restJson: Protocol = {
  request: (operation, input, endpoint) => bindRequest(operation, input, endpoint, format),
  output: (operation, response) => bindResponse(operation, response, format) ?? {},
  failure: readFailure,
};
