// EC2 Query: as AWS Query, with names of its own and without wrappers.

import type { Protocol } from "../operation.ts";
import { type Naming, readXml, structure, xmlShapeOf } from "../xml-shapes.ts";
import { type QueryStyle, queryRequest } from "./query-body.ts";
import { readRoot, readXmlFailure } from "./xml-body.ts";

/** `instanceId` on the wire is the member `InstanceId`. */
const capitalised: Naming = (name) => name.charAt(0).toUpperCase() + name.slice(1);

const style: QueryStyle = { nameOf: (member, name) => capitalised(name ?? member), flat: true };

/** https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
export function ec2Query(version: string): Protocol {
  return {
    request: (operation, input, endpoint) => queryRequest(operation, input, endpoint, version, style),
    output({ output }, response) {
      const root = readRoot(response);
      const members = { ...root, children: root.children.filter((child) => child.name !== "requestId") };
      return readXml(output ? xmlShapeOf(output) : structure, members, capitalised);
    },
    failure: readXmlFailure,
  };
}
