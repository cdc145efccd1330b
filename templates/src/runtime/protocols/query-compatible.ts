// A JSON protocol → the same for a service that was a Query service: it asks for the older codes of failures, too.
// https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#aws-protocols-awsquerycompatible-trait

import type { Protocol } from "../operation.ts";

/** The older code is the field `queryErrorCode` of a failure. Its name is the newer one, unless only the older one came. */
export function queryCompatible(protocol: Protocol): Protocol {
  return {
    ...protocol,
    request(operation, input, endpoint, client) {
      const request = protocol.request(operation, input, endpoint, client);
      return { ...request, headers: { ...request.headers, "x-amzn-query-mode": "true" } };
    },
    failure(operation, response) {
      const failure = protocol.failure(operation, response);
      const [, older] = /^\s*([^;\s]+)\s*(;|$)/.exec(response.headers["x-amzn-query-error"] ?? "") ?? [];
      return older ? { ...failure, code: failure.code ?? older, fields: { ...failure.fields, queryErrorCode: older } } : failure;
    },
  };
}
