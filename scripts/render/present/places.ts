// Says where members travel that the body doesn't carry, as expressions for `operations.ts`.

import type { Location, Member, PreparedSpec, Type } from "../../prepare/prepared-spec.ts";
import { literal } from "../safe/code.ts";
import { safe, type Expression } from "../safe/safe.ts";
import { leafOf, scalarOf } from "./shape-parts.ts";
import { declarationOf, isXmlProtocol } from "./xml-shapes.ts";

/** Where a member of an input travels, as an object literal: `{ in: "header", name: "expires", as: httpDate }`. */
export function requestPlace(spec: PreparedSpec, member: Member, isDecisive: boolean): Expression | undefined {
  const form = member.location.in === "payload" ? payloadForm(spec, member) : isHeaderJson(member) ? "headerJson" : scalarOf(leafOf(member.type));
  return placeExpression(spec, member, form, isDecisive);
}

/** The same for an output, whose headers are text that has to be read. */
export function responsePlace(spec: PreparedSpec, member: Member): Expression | undefined {
  const form = member.location.in === "payload" ? payloadForm(spec, member) : member.location.in === "header" ? headerForm(spec, member) : undefined;
  return placeExpression(spec, member, form);
}

function placeExpression(spec: PreparedSpec, member: Member, form: string | undefined, isDecisive = false): Expression | undefined {
  const { location } = member;
  if (location.in === "body") return undefined;
  // A member that every object has, such as `constructor`, keeps the compiler from knowing what is wanted here.
  const isInherited = member.name in {};
  const parts = [`in: ${literal(location.in)}${isInherited ? " as const" : ""}`, ...placeDetails(location, spec, member), ...(form === undefined ? [] : [`as: ${form}`]), ...(isDecisive ? ["decisive: true"] : [])];
  return safe(`{ ${parts.join(", ")} }`);
}

function placeDetails(location: Location, spec: PreparedSpec, member: Member): readonly string[] {
  switch (location.in) {
    case "path": case "query":
      return [
        ...nameUnless(location.name === member.name, location.name),
        ...(location.style === undefined ? [] : [`style: ${literal(location.style)}`]),
        ...(location.explode === undefined ? [] : [`explode: ${location.explode}`]),
      ];
    case "header":
      return nameUnless(location.name.toLowerCase() === member.name.toLowerCase(), location.name.toLowerCase());
    case "prefix":
      return nameUnless(false, location.name);
    case "payload": {
      const root = isXmlProtocol(spec) && payloadForm(spec, member) === undefined ? rootName(spec, member) : member.name;
      return nameUnless(root === member.name, root);
    }
    default:
      return [];
  }
}

/** A member travels by its own name unless another is given. */
function nameUnless(isOwn: boolean, name: string): readonly string[] {
  return isOwn ? [] : [`name: ${literal(name)}`];
}

/** The element that is the whole body. */
function rootName(spec: PreparedSpec, member: Member): string {
  const shape = member.type.kind === "shape" ? spec.shapes[member.type.name] : undefined;
  const name = member.xml?.name ?? (shape?.kind === "structure" ? shape.xml?.name : undefined) ?? member.name;
  return name + declarationOf(member, spec);
}

/** AWS sends bytes and text as they are; of other APIs, the content type tells whether text is JSON. */
export function payloadForm({ service, shapes }: PreparedSpec, { location, type }: Member): string | undefined {
  if (location.in !== "payload") return undefined;
  const isAws = service.protocol !== "rest";
  if (type.kind === "blob") return isAws || type.wire === "binary" ? literal("bytes") : undefined;
  const isText = type.kind === "string" || (type.kind === "shape" && shapes[type.name]?.kind === "enumeration");
  return isText && (isAws || (location.contentType !== undefined && !/json/i.test(location.contentType))) ? literal("text") : undefined;
}

function headerForm({ shapes }: PreparedSpec, { type }: Member): string | undefined {
  switch (type.kind) {
    case "integer": case "number":
      return literal("number");
    case "boolean":
      return literal("boolean");
    case "list":
      return headerListForm(shapes, type.of);
    case "json-text":
      return "headerJson";
    case "shape": {
      const shape = shapes[type.name];
      return shape?.kind === "enumeration" && shape.of === "integer" ? literal("number") : undefined;
    }
    default:
      return scalarOf(type);
  }
}

/** JSON travels in headers as base64. */
function isHeaderJson({ location, type }: Member): boolean {
  return location.in === "header" && type.kind === "json-text";
}

function headerListForm(shapes: PreparedSpec["shapes"], items: Type): string {
  switch (items.kind) {
    case "integer": case "number":
      return "headerNumbers";
    case "boolean":
      return "headerBooleans";
    case "timestamp":
      return "headerDates";
    case "shape": {
      const shape = shapes[items.name];
      return shape?.kind === "enumeration" && shape.of === "integer" ? "headerNumbers" : "headerList";
    }
    default:
      return "headerList";
  }
}
