// The TypeScript interface of the templates' context comes in, goes out as shapes that a check of templates can walk through.

import { Project, type Type } from "ts-morph";

/** What stands at a place of the context. Members are looked up when they are asked for, so that a type may contain itself. */
export type ContextShape =
  | { readonly kind: "object"; readonly members: readonly string[]; readonly member: (name: string) => ContextShape | undefined }
  | { readonly kind: "list"; readonly of: ContextShape }
  /** Text that was made safe for a place; it may be printed. */
  | { readonly kind: "safe"; readonly place: string }
  | { readonly kind: "truth" }
  /** Anything else, such as a raw text, in TypeScript's words. */
  | { readonly kind: "raw"; readonly type: string };

/** Reads the interface `name` of a file. */
export function contextShape(file: string, name: string): ContextShape {
  const project = new Project({ compilerOptions: { strict: true, allowImportingTsExtensions: true, noEmit: true } });
  return shapeOf(project.addSourceFileAtPath(file).getInterfaceOrThrow(name).getType());
}

function shapeOf(type: Type): ContextShape {
  const present = type.getNonNullableType();
  if (present.isBoolean() || present.isBooleanLiteral()) return { kind: "truth" };
  const place = placeOf(present);
  if (place !== undefined) return { kind: "safe", place };
  const item = present.getArrayElementType() ?? readonlyItem(present);
  if (item !== undefined) return { kind: "list", of: shapeOf(item) };
  if (present.isObject() && present.getCallSignatures().length === 0) {
    const members = present.getProperties().map((member) => member.getName());
    return {
      kind: "object", members,
      member: (name) => {
        const found = present.getProperty(name);
        const [declaration] = found?.getDeclarations() ?? [];
        return found === undefined || declaration === undefined ? undefined : shapeOf(found.getTypeAtLocation(declaration));
      },
    };
  }
  return { kind: "raw", type: present.getText() };
}

/** `string & { readonly [place]: "identifier" }` → `identifier`; a union of such texts names them all. */
function placeOf(type: Type): string | undefined {
  if (type.isUnion()) {
    const places = type.getUnionTypes().map(placeOf);
    return places.every((place) => place !== undefined) ? places.join(" or ") : undefined;
  }
  if (!type.isIntersection() || !type.getIntersectionTypes().some((part) => part.isString())) return undefined;
  const brand = type.getIntersectionTypes().flatMap((part) => (part.isObject() ? part.getProperties() : [])).find((member) => member.getName().startsWith("__@place"));
  const [declaration] = brand?.getDeclarations() ?? [];
  if (brand === undefined || declaration === undefined) return undefined;
  const value = brand.getTypeAtLocation(declaration).getLiteralValue();
  return typeof value === "string" ? value : "some place";
}

function readonlyItem(type: Type): Type | undefined {
  return type.getSymbol()?.getName() === "ReadonlyArray" ? type.getTypeArguments()[0] : undefined;
}
