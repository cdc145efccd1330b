// AWS REST JSON: members travel in the path, the query, headers and a JSON body.

import type { AnyOperation, Protocol } from "../operation.ts";
import { bindRequest, bindResponse, type BodyFormat } from "./http-binding.ts";
import { readBody, readFailure, writeBody } from "./json-body.ts";
import { plainLabel, plainPieces } from "./uri.ts";

const formatOf = ({ nulls }: AnyOperation): BodyFormat => ({
  label: plainLabel,
  pieces: plainPieces,
  emptyHeaders: true,
  type: "application/json",
  write: (value, shape, payload) => writeBody(value, shape, payload === undefined),
  read(response, shape, answer) {
    // Payloads are optional, and an operation without an answer may still send `{}`.
    if ((answer === "none" || answer === "any") && !response.body.length) return undefined;
    const body = readBody(response, shape, answer, nulls);
    return answer === "none" ? undefined : body;
  },
});

/** https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export const restJson: Protocol = {
  request: (operation, input, endpoint) => bindRequest(operation, input, endpoint, formatOf(operation)),
  output: (operation, response) => bindResponse(operation, response, formatOf(operation)) ?? {},
  failure: readFailure,
};
