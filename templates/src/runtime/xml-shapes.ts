// How XML and Query carry members. They have no types and their own names for things; what the text itself and a member's name
// don't tell is described here.

import { inside, refuse } from "./errors.ts";
import { textOfValue } from "./protocols/uri.ts";
import type { InputScalar, ListShape, MapShape, OutputScalar, Reference, Scalar, StructureShape } from "./shapes.ts";
import { escapeXml, type XmlElement } from "./xml.ts";

export { blob, dateTime, epochSeconds, httpDate } from "./shapes.ts";

export type XmlShape = Scalar | InputScalar | OutputScalar | XmlStructure | XmlList | XmlMap;

/** A shape, or a function that gives it, so that shapes may refer to one another in any order. */
export type XmlReference = XmlShape | (() => XmlShape);

/** Members that aren't mentioned are text, or hold nothing but text. */
export interface XmlStructure extends StructureShape {
  readonly members: Readonly<Record<string, XmlReference>>;
  /**
   * What members are called on the wire, where it isn't their own name; `@` in front says that it is an attribute.
   * Here and wherever an element's name stands, a declaration may follow that belongs to the tag: `Name xmlns="…"`.
   */
  readonly names?: Readonly<Record<string, string>>;
  /** The same for requests of EC2, where these differ once more. */
  readonly requestNames?: Readonly<Record<string, string>>;
  /** Namespaces that the element declares, by prefix; the empty one is the default. */
  readonly namespaces?: Readonly<Record<string, string>>;
}

export interface XmlList extends ListShape {
  readonly list: XmlReference;
  /** What items are called; `member` when absent. */
  readonly item?: string;
  /** Items stand in the structure itself, without an element of the list's own. */
  readonly flat?: true;
}

export interface XmlMap extends MapShape {
  readonly map: XmlReference;
  /** What keys and values are called; `key` and `value` when absent. */
  readonly key?: string;
  readonly value?: string;
  /** Entries stand in the structure itself, without an element of the map's own. */
  readonly flat?: true;
}

/** A shape of any kind; nothing is known of an empty one. */
export type AnyXmlShape = Partial<Scalar & XmlStructure & XmlList & XmlMap>;

const asItIs = (value: unknown): unknown => value;

/** Text, as an item of a list or a value of a map. */
export const text: Scalar = { encode: asItIs, decode: asItIs };

/** A number, or nothing where the element is empty. Integers beyond 2^53 are refused, since they would be rounded. */
export const number: Scalar = {
  encode: asItIs,
  decode(value) {
    const written = `${value as string}`.trim();
    if (!written) return undefined;
    const found = Number(written);
    if (Number.isNaN(found) && written !== "NaN") refuse(": a number is expected");
    if (Number.isInteger(found) && !Number.isSafeInteger(found) && /^[-+]?\d+$/.test(written)) refuse(": an integer beyond 2^53 can't be read");
    return found;
  },
};

/** `true` or `false`, or nothing where the element is empty. */
export const boolean: Scalar = {
  encode: asItIs,
  decode(value) {
    const written = `${value as string}`.trim().toLowerCase();
    if (written && !/^(true|false|1|0)$/.test(written)) refuse(": true or false is expected");
    return written ? written === "true" || written === "1" : undefined;
  },
};

/** A structure of which nothing needs to be described. */
export const structure: XmlStructure = { members: {} };

/** What a reference refers to; for members that aren't described, nothing is known. */
export function xmlShapeOf(reference: Reference | undefined): AnyXmlShape {
  return (typeof reference === "function" ? reference() : reference) ?? {};
}

/** The description of a member, when there is one. */
export function memberOf({ members = {} }: AnyXmlShape, member: string): AnyXmlShape {
  return Object.hasOwn(members, member) ? xmlShapeOf(members[member]) : {};
}

/** Members of a value that is an object, without those that are absent. */
export function entriesOf(value: unknown): [string, unknown][] {
  const isRecord = typeof value === "object" && !Array.isArray(value) && !(value instanceof Date) && !ArrayBuffer.isView(value);
  return isRecord ? Object.entries(value as object).filter(([, each]) => each !== undefined && each !== null) : refuse(": an object is expected");
}

/** Items of a value that is a list, without those that are absent. */
export function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.filter((item) => item !== undefined && item !== null) : refuse(": a list is expected");
}

// ------------------------------------------------------------------------------------------------------------ reading

/** Gives the name of a member that isn't described from its name on the wire. */
export type Naming = (name: string) => string;

/** The value that an element holds. */
export function readXml(shape: AnyXmlShape, element: XmlElement, naming: Naming = String): unknown {
  const { children, text: written } = element;
  if (shape.decode) return shape.decode(written);
  if (shape.list) return children.map((child, at) => readInside(at, xmlShapeOf(shape.list), child, naming));
  if (shape.map) return Object.fromEntries(children.map((entry) => readEntry(shape, entry, naming)));
  // When nothing is known about an element, it holds text or members.
  return shape.members || children.length ? readMembers(shape, element, naming) : written;
}

function readMembers(shape: AnyXmlShape, { children, attributes }: XmlElement, naming: Naming): Record<string, unknown> {
  const names = memberNames(shape);
  const output: Record<string, unknown> = {};
  for (const child of children) {
    const member = names.get(child.name) ?? naming(child.name);
    const inner = memberOf(shape, member);
    if (inner.flat && inner.list) {
      const items = (output[member] ??= []) as unknown[];
      items.push(readInside(member, xmlShapeOf(inner.list), child, naming));
    } else if (inner.flat) {
      const [key, value] = readEntry(inner, child, naming);
      put((output[member] ??= {}) as Record<string, unknown>, key, value);
    } else {
      const value = readInside(member, inner, child, naming);
      // What isn't described and comes again is a list that the document doesn't know yet.
      const isList = Object.hasOwn(output, member) && !(shape.members && Object.hasOwn(shape.members, member));
      if (value !== undefined) put(output, member, isList ? [output[member], value].flat() : value);
    }
  }
  for (const name in attributes) {
    const member = names.get(`@${name}`);
    if (member) put(output, member, readInside(member, memberOf(shape, member), { name, attributes: {}, children: [], text: attributes[name]! }, naming));
  }
  return output;
}

/** The members of an element of which nothing is known. What comes again is a list. */
export function plainMembers({ children }: XmlElement): Record<string, unknown> {
  const output: Record<string, unknown> = {};
  for (const child of children) {
    const { name } = child;
    const value = child.children.length ? plainMembers(child) : child.text;
    put(output, name, Object.hasOwn(output, name) ? [output[name], value].flat() : value);
  }
  return output;
}

function readEntry(shape: AnyXmlShape, { children }: XmlElement, naming: Naming): readonly [string, unknown] {
  const part = (name: string): XmlElement | undefined => children.find((child) => child.name === name);
  const key = part(shape.key ?? "key")?.text ?? "";
  const value = part(shape.value ?? "value");
  return [key, value && readInside(key, xmlShapeOf(shape.map), value, naming)];
}

function readInside(place: string | number, shape: AnyXmlShape, element: XmlElement, naming: Naming): unknown {
  try {
    return readXml(shape, element, naming);
  } catch (error) {
    throw inside(place, error);
  }
}

function put(target: Record<string, unknown>, key: string, value: unknown): void {
  // An assignment would take `__proto__` for the prototype.
  if (key === "__proto__") Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
  else target[key] = value;
}

const known: WeakMap<object, ReadonlyMap<string, string>> = /* @__PURE__ */ new WeakMap();

/** Members by their names on the wire, without prefixes. */
function memberNames({ names }: AnyXmlShape): ReadonlyMap<string, string> {
  if (!names) return none;
  let found = known.get(names);
  if (!found) known.set(names, (found = new Map(Object.entries(names).map(([member, name]) => [name.replace(/ .*/, "").replace(/[^@]*:/, ""), member]))));
  return found;
}

const none: ReadonlyMap<string, string> = /* @__PURE__ */ new Map();

// ------------------------------------------------------------------------------------------------------------ writing

/** A value as an element of that name; nothing when it is absent. */
export function writeXml(name: string, shape: AnyXmlShape, value: unknown, namespaces: XmlStructure["namespaces"] = shape.namespaces): string {
  if (value === undefined || value === null) return "";
  const element = (content: string, attributes = ""): string => `<${name}${declared(namespaces)}${attributes}>${content}</${name.replace(/ .*/, "")}>`;
  if (shape.encode) return element(escapeXml(textOfValue(shape.encode(value))));
  if (shape.map) {
    const { key = "key", value: held = "value" } = shape;
    const entries = entriesOf(value).map(([entry, each]) => writeXml(key, {}, entry) + writeInside(entry, held, xmlShapeOf(shape.map), each));
    return shape.flat ? entries.map((entry) => element(entry)).join("") : element(entries.map((entry) => `<entry>${entry}</entry>`).join(""));
  }
  if (shape.list || Array.isArray(value)) {
    const item = shape.flat ? name : shape.item ?? "member";
    const content = itemsOf(value).map((each, at) => writeInside(at, item, xmlShapeOf(shape.list), each)).join("");
    return shape.flat ? content : element(content);
  }
  if (!shape.members && typeof value !== "object") return element(escapeXml(textOfValue(value)));
  let attributes = "";
  let content = "";
  for (const [member, each] of entriesOf(value)) {
    const wire = shape.names && Object.hasOwn(shape.names, member) ? shape.names[member]! : member;
    if (wire.startsWith("@")) attributes += ` ${wire.slice(1)}="${escapeXml(textOfValue(each))}"`;
    else content += writeInside(member, wire, memberOf(shape, member), each);
  }
  return element(content, attributes);
}

function writeInside(place: string | number, name: string, shape: AnyXmlShape, value: unknown): string {
  try {
    return writeXml(name, shape, value);
  } catch (error) {
    throw inside(place, error);
  }
}

function declared(namespaces: XmlStructure["namespaces"] = {}): string {
  return Object.entries(namespaces).map(([prefix, uri]) => ` xmlns${prefix && ":"}${prefix}="${escapeXml(uri)}"`).join("");
}
