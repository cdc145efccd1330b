// AWS REST XML: members travel in the path, the query, headers and an XML body.

import type { Protocol } from "../operation.ts";
import { readXml, structure, writeXml, xmlShapeOf } from "../xml-shapes.ts";
import { awsRest } from "./aws-rest.ts";
import type { BodyFormat } from "./http-binding.ts";
import { childNamed, readPlainXmlFailure, readRoot, readXmlFailure } from "./xml-body.ts";

const read: NonNullable<BodyFormat["read"]> = (_operation, response, reference, answer, payload) => {
  // Payloads are optional, and an operation without an answer may still send one.
  if ((answer === "none" || answer === "any") && !response.body.length) return undefined;
  const root = readRoot(response);
  if (answer === "none") return undefined;
  const isBare = !root.children.length;
  // S3 names a bucket's region with nothing around it.
  if (payload === undefined && isBare && root.text) return { [root.name]: root.text };
  // Documents don't always know whether a lone structure is the body itself or stands inside it; its name tells.
  const name = payload?.replace(/ .*/, "");
  const isAround = name !== undefined && root.name !== name;
  const inner = isAround ? childNamed(root, name) : undefined;
  return isAround && isBare ? undefined : readXml(reference ? xmlShapeOf(reference) : structure, inner ?? root);
};

/** https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html */
export function restXml(namespace: string): Protocol {
  return awsRest(readXmlFailure, {
    type: "application/xml",
    write({ name, root = `${name}Request` }, value, reference, payload = root) {
      const shape = xmlShapeOf(reference);
      return writeXml(payload, shape, value, { ...(namespace && !payload.includes(" xmlns=") && { "": namespace }), ...shape.namespaces });
    },
    read,
  });
}

/** The same for operations that send no XML, so that a bundle of theirs holds nothing that writes it. */
export const restXmlReader: Protocol = /* @__PURE__ */ awsRest(readXmlFailure, { read });

/** The same for operations that receive none either, but for failures of which nothing is described: bodies are text or bytes. */
export const restXmlBare: Protocol = /* @__PURE__ */ awsRest(readPlainXmlFailure);
