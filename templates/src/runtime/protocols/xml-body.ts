// What all XML protocols share: reading the bodies of answers, and failures in all their forms.

import type { HttpResponse } from "../call.ts";
import { textOf } from "../json.ts";
import { requestIdOf } from "../metadata.ts";
import type { AnyOperation, Members, Protocol, WireFailure } from "../operation.ts";
import type { Reference } from "../shapes.ts";
import { parseXml, type XmlElement } from "../xml.ts";
import { plainMembers, readXml, structure, xmlShapeOf } from "../xml-shapes.ts";

/** The root of an answer. */
export function readRoot({ body }: HttpResponse): XmlElement {
  return parseXml(textOf(body));
}

export function childNamed(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name);
}

/** A failure: `<ErrorResponse><Error>`, EC2's `<Response><Errors><Error>`, S3's bare `<Error>`, or an element of its own name. */
function readFailure({ errors }: AnyOperation, response: HttpResponse, readMembers: (error: XmlElement, shape?: Reference) => unknown): WireFailure {
  const root = rootOf(response);
  const isNamed = root && errors?.some(({ type }) => type.code === root.name);
  const error = root?.name === "Error" || isNamed ? root : childNamed(root, "Error") ?? childNamed(childNamed(root, "Errors"), "Error");
  const textIn = (name: string): string | undefined => childNamed(error, name)?.text;
  const idIn = (name: string): string | undefined => (childNamed(root, name) ?? childNamed(error, name))?.text;
  const fields = (error ? readMembers(error) : {}) as Members;
  return {
    code: /^[\w.-]{1,100}$/.exec(textIn("Code") ?? (isNamed ? root.name : ""))?.[0],
    message: textIn("Message") || textIn("message") || undefined,
    requestId: requestIdOf(response) ?? idIn("RequestId") ?? idIn("RequestID"),
    fields,
    read(shape) {
      // The error says these itself.
      const { Code: _code, Message: _message, RequestId: _id, ...members } = (shape && error ? readMembers(error, shape) : fields) as Record<string, unknown>;
      return members;
    },
  };
}

export const readXmlFailure: Protocol["failure"] = (operation, response) =>
  readFailure(operation, response, (error, shape) => readXml(shape ? xmlShapeOf(shape) : structure, error));

/** The same for operations of whose failures no shape is known. */
export const readPlainXmlFailure: Protocol["failure"] = (operation, response) => readFailure(operation, response, plainMembers);

/** None when the answer comes from a proxy, perhaps, and isn't XML: the status still tells something, and so does the excerpt. */
function rootOf(response: HttpResponse): XmlElement | undefined {
  try {
    return readRoot(response);
  } catch {
    return undefined;
  }
}
