// AWS JSON 1.0 and 1.1: every operation is a POST of one JSON object, told apart by a header.

import type { Protocol } from "../operation.ts";
import { readBody, readFailure, writeBody } from "./json-body.ts";

/** https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export function awsJson(version: "1.0" | "1.1"): Protocol {
  return {
    request: ({ method, path, headers, input: shape }, input, endpoint) => ({
      method,
      protocol: endpoint.protocol,
      host: endpoint.host,
      path: endpoint.path + path,
      query: "",
      headers: { "content-type": `application/x-amz-json-${version}`, ...headers },
      body: writeBody(input, shape, true),
    }),
    output: ({ output, nulls }, response) => readBody(response, output, undefined, nulls),
    failure: readFailure,
  };
}
