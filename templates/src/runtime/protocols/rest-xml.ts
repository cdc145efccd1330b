// AWS REST XML: members travel in the path, the query, headers and an XML body.

import type { HttpResponse } from "../call.ts";
import type { AnyOperation, Protocol } from "../operation.ts";
import type { Reference } from "../shapes.ts";
import { readXml, structure, writeXml, xmlShapeOf } from "../xml-shapes.ts";
import { bindRequest, bindResponse, type BodyFormat } from "./http-binding.ts";
import { plainLabel, plainPieces } from "./uri.ts";
import { childNamed, readRoot, readXmlFailure } from "./xml-body.ts";

/** https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html */
export function restXml(namespace: string): Protocol {
  const formatOf = ({ name, root = `${name}Request` }: AnyOperation): BodyFormat => ({
    label: plainLabel,
    pieces: plainPieces,
    emptyHeaders: true,
    type: "application/xml",
    write(value, reference, payload = root) {
      const shape = xmlShapeOf(reference);
      return writeXml(payload, shape, value, { ...(namespace && !payload.includes(" xmlns=") && { "": namespace }), ...shape.namespaces });
    },
    read,
  });
  return {
    request: (operation, input, endpoint) => bindRequest(operation, input, endpoint, formatOf(operation)),
    output: (operation, response) => bindResponse(operation, response, formatOf(operation)) ?? {},
    failure: readXmlFailure,
  };
}

function read(response: HttpResponse, reference: Reference | undefined, answer: AnyOperation["answer"], payload?: string): unknown {
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
}
