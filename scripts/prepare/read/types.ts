// Reads schemas: what stands in a document comes in, our own `Type`s and `Shape`s come out. References to simple schemas
// are resolved to the simple type; structures, enumerations and unions get a name, also when they stood inline.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { pascalCase, type NameSpace } from "../names.ts";
import type { Constraints, Deprecation, Location, Member, Shape, ShapeName, TimestampFormat, Type, TypeKind, XmlFacts } from "../prepared-spec.ts";
import { entries, given, linkIn, listAt, numberIn, objectAt, schemaRef, text } from "./access.ts";
import { enumerationValues } from "./enumeration.ts";
import { mergeAllOf } from "./merge-all-of.ts";
import type { Prose } from "./prose.ts";
import type { InlineTwins } from "./inline-twins.ts";

export interface TypeReader {
  /**
   * The type of a schema; `owner` names what it would be called if it had to become a shape of its own, and `timestamps`
   * is the form that goes without saying there.
   */
  readonly typeOf: (schema: Json | undefined, owner: string, timestamps?: TimestampFormat) => Type;
  /** The same for a member, which alone can be forbidden. */
  readonly memberType: (schema: Json | undefined, owner: string, timestamps?: TimestampFormat) => Type;
  /** The members of a structure's schema. */
  readonly membersOf: (schema: JsonObject, owner: string) => readonly Member[];
  /** Reads the component as a shape and gives its final name, or nothing when it is a simple type. */
  readonly shapeOf: (component: string) => ShapeName | undefined;
  /** The form that goes without saying for timestamps that travel there. */
  readonly timestampsIn: (location: Location) => TimestampFormat;
  /** The component behind a reference that holds nothing but the body members of one operation. */
  readonly bodyOf: (schema: JsonObject) => JsonObject | undefined;
  /** The shapes that were read so far. */
  readonly shapes: Map<ShapeName, Shape>;
  /** What the components that were read are called; nothing for simple types. */
  readonly finalNames: ReadonlyMap<string, ShapeName | undefined>;
  /** What `allOf` and references come to. */
  readonly flatten: (schema: JsonObject) => JsonObject;
}

export interface TypeReaderOptions {
  readonly schemas: JsonObject;
  readonly names: NameSpace;
  /** Put before a name that is taken: `Record` becomes `KinesisRecord`. */
  readonly serviceName: string;
  readonly bodyTimestamps: TimestampFormat;
  readonly headerTimestamps: TimestampFormat;
  readonly prose: Prose;
  readonly twins: InlineTwins;
  readonly converted: boolean;
  /** `xml.name` is the name on the wire also in JSON, as converted documents write it. */
  readonly namesInXml: boolean;
  /** A blob that is a whole body goes as it is; elsewhere its `format` says how. */
  readonly rawPayloads: boolean;
  /** In converted and prepared documents an object without properties is an empty structure, elsewhere it is free-form. */
  readonly emptyStructures: boolean;
}

export function typeReader(options: TypeReaderOptions): TypeReader {
  const { schemas, names, serviceName, prose } = options;
  const shapes = new Map<ShapeName, Shape>();
  const finalNames = new Map<string, ShapeName | undefined>();
  const openAliases = new Set<string>();

  /** Schema with its `allOf` merged; a reference stays a reference. */
  const flatten = (schema: JsonObject): JsonObject => mergeAllOf(schema, schemas);

  function shapeOf(component: string): ShapeName | undefined {
    if (finalNames.has(component)) return finalNames.get(component);
    const raw = Object.hasOwn(schemas, component) ? schemas[component] : undefined;
    if (!isObject(raw)) return undefined;
    const schema = flatten(raw);
    // `allOf: [{ $ref }]` in a component only gives another name to what it refers to.
    const target = schemaRef(schema);
    if (target !== undefined && target !== component) return shapeOf(target);
    const kind = shapeKind(schema, options.emptyStructures);
    if (kind === undefined) {
      finalNames.set(component, undefined);
      return undefined;
    }
    const plain = pascalCase(component);
    const name = names.take(plain, `${serviceName}${plain}`);
    finalNames.set(component, name);
    readShape(name, kind, schema);
    return name;
  }

  function readShape(name: ShapeName, kind: Shape["kind"], schema: JsonObject): void {
    const base = {
      doc: prose(schema["description"]),
      ...deprecationOf(schema, prose),
      ...given("externalDocs", linkIn(objectAt(schema, "externalDocs")["url"])),
      ...given("example", schema["example"]),
    };
    // The place is taken before the members are read, so that shapes which contain themselves find it.
    if (kind === "enumeration") {
      shapes.set(name, { kind, of: schema["type"] === "integer" ? "integer" : "string", values: enumerationValues(schema), ...base });
    } else if (kind === "union") {
      shapes.set(name, { kind, variants: [], ...base });
      const list = [...listAt(schema, "oneOf"), ...listAt(schema, "anyOf")].filter((variant) => !isNullSchema(variant));
      const variants = list.map((variant, index) => typeOf(variant, `${name}Variant${index + 1}`));
      shapes.set(name, { kind, variants, ...discriminatorOf(schema), ...base });
    } else {
      shapes.set(name, { kind, members: [], ...base });
      const eventStream = schema["x-event-stream"] === true ? { eventStream: true as const } : {};
      shapes.set(name, { kind, members: membersOf(schema, name), ...given("xml", xmlFacts(schema, undefined)), ...eventStream, ...(schema["x-union"] === true ? { union: true as const } : {}), ...base });
    }
  }

  function discriminatorOf(schema: JsonObject) {
    const discriminator = objectAt(schema, "discriminator");
    const member = text(discriminator["propertyName"]);
    if (member === undefined) return {};
    const mapping: [string, ShapeName][] = [];
    for (const [value, target] of entries(objectAt(discriminator, "mapping"))) {
      const component = schemaRef({ $ref: target }) ?? text(target) ?? "";
      const shape = shapeOf(component);
      if (shape !== undefined) mapping.push([value, shape]);
    }
    return { discriminator: { member, mapping: Object.fromEntries(mapping) } };
  }

  function hoist(schema: JsonObject, kind: Shape["kind"], owner: string): Type {
    const twin = options.twins.componentLike(schema);
    const known = twin === undefined ? undefined : shapeOf(twin);
    if (known !== undefined) return { kind: "shape", name: known };
    const wanted = pascalCase(text(schema["title"]) !== undefined && !options.converted ? text(schema["title"]) ?? owner : owner);
    const name = names.take(wanted, pascalCase(owner), `${serviceName}${wanted}`);
    readShape(name, kind, schema);
    return { kind: "shape", name };
  }

  /** A type of its own: what nothing satisfies can be said of a member only, and says nothing of a list's items or of a body. */
  function typeOf(value: Json | undefined, owner: string, timestamps = options.bodyTimestamps): Type {
    const type = memberType(value, owner, timestamps);
    return type.kind === "forbidden" ? { kind: "any" } : type;
  }

  function memberType(value: Json | undefined, owner: string, timestamps = options.bodyTimestamps): Type {
    if (!isObject(value)) return { kind: "any" };
    const flat = flatten(value);
    const nullable = isNullable(flat) ? ({ nullable: true } as const) : {};
    // Both also hold for a reference that they stand beside.
    if (flat["x-json-value"] === true) return { kind: "json-text", ...nullable };
    const said = timestampFormat(flat["x-timestamp"]);
    if (said !== undefined) return { kind: "timestamp", wire: said, ...nullable };
    const component = schemaRef(flat);
    if (component !== undefined) return { ...streamed(referencedType(component, owner, timestamps), flat), ...nullable };
    const schema = withoutNull(flat);
    if (schema !== flat && schemaRef(schema) !== undefined) return { ...memberType(schema, owner, timestamps), nullable: true };
    const kind = shapeKind(schema, options.emptyStructures);
    const type: Type = kind === undefined ? simpleType(schema, owner, timestamps) : hoist(schema, kind, owner);
    return { ...type, ...nullable };
  }

  function referencedType(component: string, owner: string, timestamps: TimestampFormat): Type {
    const name = shapeOf(component);
    if (name !== undefined) return { kind: "shape", name };
    // A list that holds itself has no name to stop at; what is inside it stays open.
    if (openAliases.has(component)) return { kind: "any" };
    openAliases.add(component);
    const type = memberType(Object.hasOwn(schemas, component) ? schemas[component] : undefined, owner, timestamps);
    openAliases.delete(component);
    return type;
  }

  function simpleType(schema: JsonObject, owner: string, timestamps: TimestampFormat): TypeKind {
    const type = singleType(schema);
    const constraints = given("constraints", constraintsOf(schema));
    const format = text(schema["format"]);
    if (isObject(schema["not"]) && Object.keys(schema["not"]).length === 0) {
      return { kind: "forbidden", reason: prose(schema["x-forbidden"]) || "This member must be left out." };
    }
    const streaming = schema["x-streaming"] === true ? { streaming: true as const } : {};
    switch (type) {
      case "string":
        if (format === "date-time") return { kind: "timestamp", wire: timestamps };
        if (format === "byte") return { kind: "blob", wire: "base64", ...streaming, ...constraints };
        if (format === "binary") return { kind: "blob", wire: "binary", ...streaming, ...constraints };
        return { kind: "string", ...given("format", format), ...constraints };
      case "integer":
      case "number":
        return { kind: type, ...given("format", format), ...constraints };
      case "boolean":
        return { kind: "boolean" };
      case "array":
        return { kind: "list", of: innerType(schema["items"] ?? {}, `${owner}Item`, timestamps), ...constraints };
      case "object": {
        const values = schema["additionalProperties"];
        return { kind: "map", of: isObject(values) ? innerType(values, `${owner}Value`, timestamps) : { kind: "any" }, ...constraints };
      }
      default:
        return { kind: "any" };
    }
  }

  /** The type of items or values, with what XML calls what they hold in turn. */
  function innerType(schema: Json, owner: string, timestamps: TimestampFormat): Type {
    const type = typeOf(schema, owner, timestamps);
    if (options.namesInXml || !isObject(schema) || (type.kind !== "list" && type.kind !== "map")) return type;
    const flat = flatten(schema);
    const { itemName, itemNamespace, keyName, valueName } = xmlFacts(flat, referencedXml(flat)) ?? {};
    const facts: XmlFacts = { ...given("itemName", itemName), ...given("itemNamespace", itemNamespace), ...given("keyName", keyName), ...given("valueName", valueName) };
    return Object.keys(facts).length === 0 ? type : { ...type, xml: facts };
  }

  function membersOf(schema: JsonObject, owner: string): readonly Member[] {
    const required = new Set(listAt(schema, "required"));
    return entries(objectAt(schema, "properties")).map(([name, raw]) => memberOf(name, raw, required.has(name), owner));
  }

  function memberOf(key: string, raw: Json, required: boolean, owner: string): Member {
    const property = isObject(raw) ? flatten(raw) : {};
    const facts = xmlFacts(property, referencedXml(property));
    const xml = options.namesInXml ? undefined : facts;
    const name = text(property["x-member"]) ?? (options.namesInXml ? facts?.name : undefined) ?? key;
    const location = saidLocation(property) ?? { in: "body", name };
    const type = placedType(memberType(property, `${owner}${pascalCase(name)}`, timestampsIn(location)), location);
    return {
      name,
      type,
      required: required && type.kind !== "forbidden",
      doc: prose(property["description"]),
      ...deprecationOf(property, prose),
      location,
      ...tokenIn(property),
      ...given("default", property["default"]),
      ...given("example", property["example"]),
      ...(property["readOnly"] === true ? { readOnly: true as const } : {}),
      ...(property["writeOnly"] === true ? { writeOnly: true as const } : {}),
      ...given("xml", location.in === "body" || location.in === "payload" ? xml : undefined),
    };
  }

  function timestampsIn(location: Location): TimestampFormat {
    if (location.in === "header" || location.in === "prefix") return options.headerTimestamps;
    return location.in === "path" || location.in === "query" ? "date-time" : options.bodyTimestamps;
  }

  function streamed(type: Type, schema: JsonObject): Type {
    return type.kind === "blob" && schema["x-streaming"] === true ? { ...type, streaming: true } : type;
  }

  function placedType(type: Type, location: Location): Type {
    return type.kind === "blob" && location.in === "payload" && options.rawPayloads ? { ...type, wire: "binary" } : type;
  }

  function referencedXml(property: JsonObject): JsonObject | undefined {
    const component = schemaRef(property);
    const target = component !== undefined && Object.hasOwn(schemas, component) ? schemas[component] : undefined;
    return isObject(target) && shapeOf(component ?? "") === undefined ? target : undefined;
  }

  function bodyOf(schema: JsonObject): JsonObject | undefined {
    const component = schemaRef(schema);
    const target = component !== undefined && Object.hasOwn(schemas, component) ? schemas[component] : undefined;
    return isObject(target) && target["x-body-of"] !== undefined ? target : undefined;
  }

  return { typeOf, memberType, membersOf, shapeOf, bodyOf, timestampsIn, shapes, flatten, finalNames };
}

/**
 * First match wins. `enum` comes before anything else, or every enumeration would be a string; alternatives come before
 * properties, because a schema may have both.
 */
function shapeKind(schema: JsonObject, emptyStructures: boolean): Shape["kind"] | undefined {
  if (schemaRef(schema) !== undefined) return undefined;
  const values = listAt(schema, "enum").filter((value) => value !== null);
  const type = singleType(schema);
  if (values.length > 0 && values.every((value) => typeof value === "string")) return "enumeration";
  if (values.length > 0 && values.every((value) => typeof value === "number" && Number.isInteger(value))) return "enumeration";
  const alternatives = [...listAt(schema, "oneOf"), ...listAt(schema, "anyOf")].filter((variant) => !isNullSchema(variant));
  if (alternatives.length > 1) return "union";
  if (type !== undefined && type !== "object") return undefined;
  if (Object.keys(objectAt(schema, "properties")).length > 0) return "structure";
  // AWS has requests and answers without members; elsewhere such an object may hold anything.
  return emptyStructures && type === "object" && schema["additionalProperties"] === undefined ? "structure" : undefined;
}

function singleType(schema: JsonObject): string | undefined {
  const type = schema["type"];
  if (Array.isArray(type)) {
    const types = type.filter((one) => one !== "null");
    return types.length === 1 ? text(types[0]) : undefined;
  }
  if (typeof type === "string") return type;
  if (isObject(schema["properties"]) || isObject(schema["additionalProperties"])) return "object";
  if (isObject(schema["items"])) return "array";
  return undefined;
}

function isNullSchema(schema: Json): boolean {
  return isObject(schema) && schema["type"] === "null";
}

function isNullable(schema: JsonObject): boolean {
  const type = schema["type"];
  return (
    schema["nullable"] === true ||
    (Array.isArray(type) && type.includes("null")) ||
    [...listAt(schema, "oneOf"), ...listAt(schema, "anyOf")].some(isNullSchema)
  );
}

/** `oneOf: [X, { type: null }]` is X. */
function withoutNull(schema: JsonObject): JsonObject {
  const alternatives = [...listAt(schema, "oneOf"), ...listAt(schema, "anyOf")].filter((variant) => !isNullSchema(variant));
  const only = alternatives[0];
  return alternatives.length === 1 && isObject(only) ? only : schema;
}

/** What a document says about a token: that it is one, or that it isn't one, whatever its name. */
export function tokenIn(node: JsonObject): Pick<Member, "idempotencyToken"> {
  const said = node["x-idempotency-token"];
  return typeof said === "boolean" ? { idempotencyToken: said } : {};
}

function timestampFormat(value: Json | undefined): TimestampFormat | undefined {
  return (["epoch-seconds", "date-time", "http-date"] as const).find((format) => format === value);
}

const constraintNames = [
  "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
  "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
] as const satisfies readonly (keyof Constraints)[];

/** The constraints in OpenAPI 3.0's words; 3.1's numeric `exclusiveMinimum` becomes the limit and a flag. */
export function constraintsOf(schema: JsonObject): Constraints | undefined {
  const found: Record<string, Json> = {};
  for (const name of constraintNames) {
    const value = schema[name];
    if (typeof value === "number" || typeof value === "string" || value === true) found[name] = value;
  }
  for (const [flag, limit] of [["exclusiveMinimum", "minimum"], ["exclusiveMaximum", "maximum"]] as const) {
    const value = numberIn(schema[flag]);
    if (value !== undefined) Object.assign(found, { [limit]: value, [flag]: true });
  }
  return Object.keys(found).length === 0 ? undefined : (found as Constraints);
}

export function deprecationOf(node: JsonObject, prose: Prose): { readonly deprecated?: Deprecation } {
  if (node["deprecated"] !== true) return {};
  const message = prose(node["x-deprecated-message"]);
  return { deprecated: { ...given("message", message === "" ? undefined : message), ...given("since", text(node["x-deprecated-since"])) } };
}

/** Where a document says that a member travels elsewhere than in the body: `x-location: { in: header, name: ETag }`. */
function saidLocation(schema: JsonObject): Member["location"] | undefined {
  const location = objectAt(schema, "x-location");
  const name = text(location["name"]);
  switch (location["in"]) {
    case "body": case "header": case "prefix": case "query": case "path":
      return name === undefined ? undefined : { in: location["in"], name };
    case "status":
      return { in: "status" };
    case "payload":
      return { in: "payload", ...given("contentType", text(location["contentType"])) };
    default:
      return undefined;
  }
}

/** What `xml` says about a member; item names stand on the items, and lists without wrapper say so on the list. */
export function xmlFacts(schema: JsonObject, referenced: JsonObject | undefined): XmlFacts | undefined {
  const own = objectAt(schema, "xml");
  const target = referenced === undefined ? {} : objectAt(referenced, "xml");
  const holder = schema["items"] === undefined && referenced !== undefined ? referenced : schema;
  const items = holder["items"];
  const item = isObject(items) ? objectAt(mergeXml(items), "xml") : {};
  const facts: XmlFacts = {
    ...given("name", text(own["name"])),
    ...given("namespace", text(own["namespace"]) ?? text(target["namespace"])),
    ...given("prefix", text(own["prefix"]) ?? text(target["prefix"])),
    ...(own["attribute"] === true || target["attribute"] === true ? { attribute: true as const } : {}),
    ...(own["wrapped"] === false || target["wrapped"] === false ? { flattened: true as const } : {}),
    ...given("itemName", text(item["name"]) ?? text(own["x-item-name"])),
    ...given("itemNamespace", text(item["namespace"]) ?? text(own["x-item-namespace"])),
    ...given("keyName", text(own["x-key-name"]) ?? text(target["x-key-name"])),
    ...given("valueName", text(own["x-value-name"]) ?? text(target["x-value-name"])),
    ...given("queryName", text(own["x-query-name"])),
  };
  return Object.keys(facts).length === 0 ? undefined : facts;
}

/** `allOf: [{ $ref }, { xml }]`, as item names are written. */
function mergeXml(items: JsonObject): JsonObject {
  const parts = listAt(items, "allOf").filter(isObject);
  return Object.assign({}, items, ...parts.map((part) => ("xml" in part ? { xml: part["xml"] } : {}))) as JsonObject;
}
