// What both Query protocols share: members as a form, and answers in XML.

import type { HttpRequest } from "../call.ts";
import { inside } from "../errors.ts";
import type { AnyOperation, Endpoint, Members } from "../operation.ts";
import { type AnyXmlShape, entriesOf, itemsOf, memberOf, xmlShapeOf } from "../xml-shapes.ts";
import { percent, textOfValue } from "./uri.ts";

/** What tells the Query protocols apart in requests. */
export interface QueryStyle {
  /** What a member is called when its shape says nothing, or this. */
  readonly nameOf: (member: string, name: string | undefined) => string;
  /** Lists have no level of their own, and no trace when they are empty. */
  readonly flat: boolean;
}

/** The action, the version and all members, in the body of a POST. */
export function queryRequest(operation: AnyOperation, input: Members, endpoint: Endpoint, version: string, style: QueryStyle): HttpRequest {
  const pieces: string[] = [];
  const constants = { Action: operation.name, Version: version, ...operation.query };
  for (const [name, value] of Object.entries(constants)) addPiece(pieces, name, value);
  addPieces(pieces, "", xmlShapeOf(operation.input), input, style);
  return {
    method: operation.method,
    protocol: endpoint.protocol,
    host: endpoint.host,
    path: endpoint.path + operation.path,
    query: "",
    headers: { "content-type": "application/x-www-form-urlencoded", ...operation.headers },
    body: pieces.join("&"),
  };
}

function addPiece(pieces: string[], name: string, value: unknown): void {
  // Forms write a space as `+`, and so do AWS's own tools.
  pieces.push(`${percent(name)}=${percent(textOfValue(value))}`.replace(/%20/g, "+"));
}

/** Adds a value under a name such as `Entries.member.1`; nothing when it is absent. */
function addPieces(pieces: string[], name: string, shape: AnyXmlShape, value: unknown, style: QueryStyle): void {
  const addInside = (place: string | number, inner: string, innerShape: AnyXmlShape, each: unknown): void => {
    try {
      addPieces(pieces, inner, innerShape, each, style);
    } catch (error) {
      throw inside(place, error);
    }
  };
  if (shape.encode) addPiece(pieces, name, shape.encode(value));
  else if (shape.map) {
    const base = shape.flat ? name : `${name}.entry`;
    entriesOf(value).forEach(([key, each], at) => {
      addPiece(pieces, `${base}.${at + 1}.${shape.key ?? "key"}`, key);
      addInside(key, `${base}.${at + 1}.${shape.value ?? "value"}`, xmlShapeOf(shape.map), each);
    });
  } else if (shape.list || Array.isArray(value)) {
    const items = itemsOf(value);
    const base = style.flat || shape.flat ? name : `${name}.${shape.item ?? "member"}`;
    if (!items.length && !style.flat) addPiece(pieces, name, "");
    items.forEach((item, at) => addInside(at, `${base}.${at + 1}`, xmlShapeOf(shape.list), item));
  } else if (shape.members || typeof value === "object") {
    const { names = {}, requestNames = {} } = shape;
    const given = (member: string): string | undefined => [requestNames, names].find((from) => Object.hasOwn(from, member))?.[member];
    for (const [member, each] of entriesOf(value)) addInside(member, (name && `${name}.`) + style.nameOf(member, given(member)), memberOf(shape, member), each);
  } else addPiece(pieces, name, value);
}
