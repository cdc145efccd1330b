// What AWS's REST protocols share.

import type { Protocol } from "../operation.ts";
import { bindRequest, bindResponse, type BodyFormat } from "./http-binding.ts";
import { plainLabel, plainPieces } from "./uri.ts";

/** A REST protocol that fails in its own way, with what writes and reads its bodies where there are any. */
export function awsRest(failure: Protocol["failure"], bodies: Pick<BodyFormat, "type" | "write" | "read"> = {}): Protocol {
  const format: BodyFormat = { label: plainLabel, pieces: plainPieces, emptyHeaders: true, ...bodies };
  return {
    request: (operation, input, endpoint) => bindRequest(operation, input, endpoint, format),
    output: (operation, response) => bindResponse(operation, response, format) ?? {},
    failure,
  };
}
