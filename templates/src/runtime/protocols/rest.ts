// Any team's own JSON API, as its OpenAPI document describes it.

import type { Members, Protocol } from "../operation.ts";
import { bindRequest, bindResponse, type BodyFormat } from "./http-binding.ts";
import { isMembers, readBody, readFailure, writeBody } from "./json-body.ts";
import { styledLabel, styledPieces } from "./uri-styles.ts";

const format: BodyFormat = {
  label: styledLabel,
  pieces: styledPieces,
  type: "application/json",
  write: (_operation, value, shape) => writeBody(value, shape, false),
  // Where the document names no answer, whatever comes is none. And documents tell `null` apart from what is absent.
  read: (_operation, response, shape, answer) => (answer === "none" ? undefined : readBody(response, shape, answer, true)),
};

/** Sends and reads what OpenAPI can say; cookies are left to `fetch`. */
export const rest: Protocol = {
  request(operation, input, endpoint) {
    const request = bindRequest(operation, input, endpoint, format);
    return { ...request, headers: { accept: "application/json", ...request.headers } };
  },
  output: (operation, response) => bindResponse(operation, response, format),
  failure(operation, response) {
    const failure = readFailure(operation, response);
    const { fields } = failure;
    // Many APIs wrap what they say in `error`; problem details (RFC 9457) have a title and more detail.
    const { code, message, detail, title } = { ...fields, ...(isMembers(fields["error"]) && fields["error"]) } as Members;
    const text = [message, failure.message, detail, title, fields["error"]].find((each) => typeof each === "string");
    return { ...failure, code: typeof code === "string" ? code : failure.code, message: text as string | undefined };
  },
};
