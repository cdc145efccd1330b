// AWS Query: every operation is a POST of one form, and answers in XML.

import type { AnyOperation, Protocol } from "../operation.ts";
import { readXml, structure, xmlShapeOf } from "../xml-shapes.ts";
import { type QueryStyle, queryRequest } from "./query-body.ts";
import { childNamed, readRoot, readXmlFailure } from "./xml-body.ts";

const style: QueryStyle = { nameOf: (member, name) => name ?? member, flat: false };

/** https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export function awsQuery(version: string): Protocol {
  return {
    request: (operation, input, endpoint) => queryRequest(operation, input, endpoint, version, style),
    output({ name, query, output }, response) {
      const root = readRoot(response);
      // What isn't wrapped stands beside the request's id.
      const rest = { ...root, children: root.children.filter((child) => child.name !== "ResponseMetadata") };
      return readXml(output ? xmlShapeOf(output) : structure, childNamed(root, `${query?.["Action"] ?? name}Result`) ?? rest);
    },
    failure(operation, response) {
      const failure = readXmlFailure(operation, response);
      return { ...failure, code: documentedCode(operation, failure.code) };
    },
  };
}

/** Documents have lost where `NoSuchEntityException` is sent as `NoSuchEntity`, or `QueueDeleted` with a prefix; that is the same failure. */
function documentedCode({ errors = [] }: AnyOperation, code: string | undefined): string | undefined {
  const bare = code?.replace(/^.*\./, "");
  const same = [code, bare, `${bare}Exception`, `${bare}Fault`];
  return same.find((each) => errors.some(({ type }) => type.code === each)) ?? code;
}
