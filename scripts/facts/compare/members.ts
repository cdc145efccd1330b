// Facts about members: where they travel, in which form, and under which names.

import type { Json } from "../../json.ts";
import type { Location, Member, Type, XmlFacts } from "../../prepare/prepared-spec.ts";
import { outputsOf, memberSchema } from "../import/schemas.ts";
import { leafOf, locationOf, memberName, timestampFormatOf, xmlFactsOf, type Role } from "../member-facts.ts";
import { membersOf, namespaceUri, shapeNamed, type ModelMember, type ModelShape } from "../model.ts";
import { familyOf, speaksXml } from "../protocol.ts";
import type { Writable } from "../written.ts";
import { addedSchemas } from "./added-schemas.ts";
import type { Comparison } from "./compare.ts";
import { update, type Correction, type Fact, type FactKind, type Target } from "./fact.ts";
import { firstSentence } from "../overlay/first-sentence.ts";
import { pairsOf, type Pair } from "./operations.ts";
import type { Found } from "./upstream.ts";

export function memberFactsOf(comparison: Comparison): readonly Fact[] {
  return [...inputFacts(comparison), ...componentFacts(comparison)];
}

/** One member, as the model has it, as `prepare` has it, and where it stands in the document. */
interface Place {
  readonly about: string;
  readonly role: Role;
  readonly structure: ModelShape;
  readonly name: string;
  readonly member: ModelMember;
  readonly said: Member;
  /** The property or parameter. */
  readonly node: Found;
  /** The schema that says its type. */
  readonly schema: Found;
  readonly isParameter: boolean;
  readonly isRequired: boolean | undefined;
}

// ------------------------------------------------------------------------------------------------------- REST inputs

function inputFacts(comparison: Comparison): readonly Fact[] {
  return familyOf(comparison.protocol) === "rest" ? pairsOf(comparison).flatMap((pair) => inputFactsOf(comparison, pair)) : [];
}

function inputFactsOf(comparison: Comparison, { key, modelled, found, prepared }: Pair): readonly Fact[] {
  const { model, protocol, upstream } = comparison;
  const structure = modelled.input === undefined ? undefined : model.shapes[modelled.input.shape];
  const shape = prepared.input?.kind === "members" ? comparison.prepared.spec.shapes[prepared.input.shape] : undefined;
  if (structure === undefined || shape?.kind !== "structure") return [];
  const body = upstream.body(found, modelled.input?.shape ?? "");
  return membersOf(structure).flatMap(([name, member]): readonly Fact[] => {
    const location = locationOf(protocol, "input", structure, name);
    const wire = "name" in location ? location.name : member.locationName ?? name;
    const parameter = location.in === "path" || location.in === "query" || location.in === "header" || location.in === "prefix" ? upstream.parameter(found, wire, location.in === "prefix" ? "header" : location.in) : undefined;
    const property = body === undefined ? undefined : upstream.property(body, wire, name);
    const node = parameter ?? property;
    const schema = parameter === undefined ? property : upstream.schemaOf(parameter);
    const userName = memberName(protocol, "input", structure, name);
    const said = memberSaid(shape.members, parameter !== undefined, [userName, wire, name]);
    if (node === undefined || schema === undefined || said === undefined) return [];
    const isRequired = (structure.required ?? []).includes(name) || location.in === "path";
    return factsOf(comparison, { about: `${key}.${name}`, role: "input", structure, name, member, said, node, schema, isParameter: parameter !== undefined, isRequired });
  });
}

function memberSaid(members: readonly Member[], isParameter: boolean, names: readonly string[]): Member | undefined {
  const isElsewhere = ({ location }: Member) => ["path", "query", "header", "prefix"].includes(location.in);
  const candidates = isParameter ? members.filter(isElsewhere) : members;
  for (const name of names) {
    const found = candidates.find((member) => member.name === name || ("name" in member.location && member.location.name === name));
    if (found !== undefined) return found;
  }
  return undefined;
}

// -------------------------------------------------------------------------------------------------------- components

function componentFacts(comparison: Comparison): readonly Fact[] {
  const { model, protocol, upstream, prepared } = comparison;
  const outputs = familyOf(protocol) === "rest" ? outputsOf(model) : new Set<string>();
  return [...prepared.names].flatMap(([component, name]): readonly Fact[] => {
    const structure = model.shapes[component];
    const shape = prepared.spec.shapes[name];
    const found = upstream.component(component);
    if (structure?.type !== "structure" || structure.document === true || shape?.kind !== "structure" || found === undefined) return [];
    const role = outputs.has(component) ? "output" : "nested";
    const events = collect(component, (add) => add("event stream", structure.eventstream === true ? true : undefined, shape.eventStream, found.target, { "x-event-stream": structure.eventstream === true }));
    const members = membersOf(structure).flatMap(([member]) => memberFactsIn(comparison, component, role, structure, member, shape.members, found));
    return [...events, ...members];
  });
}

function memberFactsIn(comparison: Comparison, component: string, role: Role, structure: ModelShape, name: string, members: readonly Member[], holder: Found): readonly Fact[] {
  const { protocol, upstream } = comparison;
  const member = structure.members?.[name];
  if (member === undefined) return [];
  const wire = member.locationName ?? name;
  const node = upstream.property(holder, name, wire);
  const said = memberSaid(members, false, [memberName(protocol, role, structure, name), name, wire]);
  const about = `${component}.${name}`;
  if (node !== undefined && said !== undefined) return factsOf(comparison, { about, role, structure, name, member, said, node, schema: node, isParameter: false, isRequired: undefined });
  // Converted documents have dropped what arrives in headers; any other missing member came later than the document.
  const location = locationOf(protocol, role, structure, name);
  const kind = kindOfLocation(location, role);
  if (kind === undefined || kind === "payload") return [];
  const corrections = (): readonly Correction[] => [
    ...update([...holder.target, "properties"], { [name]: addedMember(comparison, role, structure, name) }),
    ...addedSchemas(comparison, member.shape),
  ];
  return [{ kind, about, expected: placeOf(location), said: undefined, corrections }];
}

/** A member that an overlay adds says in a sentence what it is; whoever wants the whole text imports the model. */
function addedMember({ model, protocol }: Comparison, role: Role, structure: ModelShape, name: string): Writable {
  const member = structure.members?.[name];
  if (member === undefined) return {};
  const { documentation, ...rest } = member;
  const sentence = firstSentence(documentation);
  const short: ModelMember = sentence === undefined ? rest : { ...rest, documentation: sentence };
  return memberSchema(model, protocol, role, { ...structure, members: { ...structure.members, [name]: short } }, name);
}

// ------------------------------------------------------------------------------------------------------------- facts

function factsOf(comparison: Comparison, place: Place): readonly Fact[] {
  return [...nameFacts(comparison, place), ...requiredFacts(place), ...locationFacts(comparison, place), ...typeFacts(comparison, place), ...tokenFacts(place), ...xmlFacts(comparison, place)];
}

type Add = (kind: FactKind, expected: Json | undefined, said: Json | undefined, target: Target, value: Writable) => void;

function collect(about: string, fill: (add: Add) => void): readonly Fact[] {
  const facts: Fact[] = [];
  fill((kind, expected, said, target, value) => {
    if (expected !== undefined || said !== undefined) facts.push({ kind, about, expected, said, corrections: () => update(target, value) });
  });
  return facts;
}

function nameFacts({ protocol }: Comparison, { about, role, structure, name, member, said, node, isParameter }: Place): readonly Fact[] {
  return collect(about, (add) => {
    const userName = memberName(protocol, role, structure, name);
    // A property that gets another name keeps the old one on the wire.
    const wire: Writable = isParameter || !speaksXml(protocol) ? {} : { xml: { name: member.locationName ?? name } };
    add("member name", userName, said.name, node.target, { "x-member": userName, ...wire });
  });
}

function requiredFacts({ about, said, node, isParameter, isRequired }: Place): readonly Fact[] {
  const key = node.target.at(-1);
  if (isRequired === undefined || isParameter || typeof key !== "string") return [];
  const holder = node.target.slice(0, -2);
  const corrections = (): readonly Correction[] => (isRequired ? update(holder, { required: [key] }) : [{ target: [...holder, "required", { item: key }], change: { kind: "remove" } }]);
  return [{ kind: "required", about, expected: isRequired, said: said.required, corrections }];
}

function kindOfLocation(location: Location, role: Role): FactKind | undefined {
  switch (location.in) {
    case "header":
      return role === "output" ? "response header" : undefined;
    case "prefix":
      return "prefix map";
    case "status":
      return "status code";
    case "payload":
      return "payload";
    default:
      return undefined;
  }
}

/** Content types and styles apart. */
function placeOf(location: Location): Json {
  return location.in === "payload" || location.in === "status" || location.in === "body" ? { in: location.in } : { in: location.in, name: location.name };
}

function locationFacts({ protocol }: Comparison, { about, role, structure, name, said, node, isParameter }: Place): readonly Fact[] {
  return collect(about, (add) => {
    const location = locationOf(protocol, role, structure, name);
    const kind = kindOfLocation(location, role);
    if (kind === undefined) return;
    add(kind, placeOf(location), placeOf(said.location), node.target, isParameter ? { "x-prefix": true } : { "x-location": { ...location } });
  });
}

function leafTypeOf(type: Type): Type {
  return type.kind === "list" || type.kind === "map" ? leafTypeOf(type.of) : type;
}

function typeFacts(comparison: Comparison, { about, role, structure, name, member, said, node, schema }: Place): readonly Fact[] {
  const { model, protocol, prepared, upstream } = comparison;
  const shape = leafOf(model, member.shape);
  const type = leafTypeOf(said.type);
  const leaf = upstream.leaf(schema);
  const location = locationOf(protocol, role, structure, name);
  const facts = collect(about, (add) => {
    if (member.jsonvalue === true) return add("json value", "json-text", said.type.kind, schema.target, { "x-json-value": true });
    if (shape.type === "timestamp") {
      const expected = timestampFormatOf(shape) ?? usualTimestamp(comparison, location);
      add("timestamp format", expected, type.kind === "timestamp" ? type.wire : type.kind, leaf.target, { "x-timestamp": expected });
    }
    if (shape.type === "blob") {
      const wire = location.in === "payload" ? "binary" : "base64";
      add("blob", wire, type.kind === "blob" ? type.wire : type.kind, leaf.target, { format: "byte" });
      const streams = shape.streaming === true || member.streaming === true ? true : undefined;
      add("streaming", streams, type.kind === "blob" ? type.streaming : undefined, shape.streaming === true ? leaf.target : schema.target, { "x-streaming": true });
    }
  });
  return [...facts, ...structureFacts({ model, prepared, upstream } as Comparison, about, member, type, { node, schema, leaf })];
}

/** Structures that the document has written out where they are used, and any-values that it takes for structures. */
function structureFacts({ model, prepared }: Comparison, about: string, member: ModelMember, type: Type, { leaf }: { readonly node: Found; readonly schema: Found; readonly leaf: Found }): readonly Fact[] {
  const [component, shape] = leafNameOf(model, member.shape);
  if (shape.type !== "structure") return [];
  if (shape.document === true) {
    const corrections = (): readonly Correction[] => ["type", "properties"].filter((key) => leaf.node[key] !== undefined).map((key) => ({ target: [...leaf.target, key], change: { kind: "remove" } }));
    return [{ kind: "any value", about, expected: "any", said: type.kind, corrections }];
  }
  const expected = prepared.names.get(component);
  const isInline = leaf.target[0] !== "components";
  if (!isInline || type.kind !== "shape") return [];
  const corrections = (): readonly Correction[] => update(leaf.target, { $ref: `#/components/schemas/${component}` });
  return [{ kind: "inlined structure", about, expected: expected ?? component, said: type.name, corrections }];
}

function leafNameOf(model: Comparison["model"], name: string, above: readonly string[] = []): readonly [string, ModelShape] {
  const shape = shapeNamed(model, name);
  const inner = shape.type === "list" ? shape.member?.shape : shape.type === "map" ? shape.value?.shape : undefined;
  return inner === undefined || above.includes(name) ? [name, shape] : leafNameOf(model, inner, [...above, name]);
}

/** The form that goes without saying. */
function usualTimestamp({ protocol }: Comparison, location: Location): string {
  if (location.in === "header" || location.in === "prefix") return "http-date";
  return location.in === "path" || location.in === "query" || speaksXml(protocol) ? "date-time" : "epoch-seconds";
}

function tokenFacts({ about, member, said, node }: Place): readonly Fact[] {
  const expected = member.idempotencyToken === true ? true : undefined;
  return collect(about, (add) => add("idempotency token", expected, said.idempotencyToken, node.target, { "x-idempotency-token": expected === true }));
}

function xmlFacts({ model, protocol, knowsXml, upstream, prepared }: Comparison, { about, role, structure, name, member, said, node, schema }: Place): readonly Fact[] {
  const location = locationOf(protocol, role, structure, name);
  if (!speaksXml(protocol) || !knowsXml || (location.in !== "body" && location.in !== "payload")) return [];
  const expected = xmlFactsOf(model, protocol, role, structure, name);
  const facts: XmlFacts = said.xml ?? {};
  const shape = shapeNamed(model, member.shape);
  const list = upstream.resolved(schema);
  return collect(about, (add) => {
    const wire = expected.name ?? name;
    add("wire name", wire, facts.name ?? ("name" in said.location ? said.location.name : said.name), node.target, { xml: { name: wire } });
    add("namespace", expected.namespace ?? (shape.type === "structure" && location.in === "body" ? namespaceUri(shape.xmlNamespace) : undefined), facts.namespace ?? namespaceOfShape(prepared, said.type), node.target, { xml: { namespace: expected.namespace, prefix: expected.prefix } });
    add("attribute", expected.attribute, facts.attribute, node.target, { xml: { attribute: true } });
    // What the model says of the shape belongs to the shape.
    add("flattened", expected.flattened, facts.flattened, member.flattened === true ? node.target : list.target, { xml: { wrapped: expected.flattened !== true } });
    if (shape.type === "list") add("item name", expected.itemName ?? "member", facts.itemName ?? "member", [...list.target, "items"], { xml: { name: expected.itemName ?? "member" } });
    if (shape.type === "map") {
      const names = ({ keyName = "key", valueName = "value" }: XmlFacts): Json => [keyName, valueName];
      add("key and value names", names(expected), names(facts), list.target, { xml: { "x-key-name": expected.keyName, "x-value-name": expected.valueName } });
    }
    add("query name", expected.queryName, facts.queryName, node.target, { xml: { "x-query-name": expected.queryName } });
  });
}

/** A structure may declare the namespace itself, wherever it is used. */
function namespaceOfShape({ spec }: Comparison["prepared"], type: Type): string | undefined {
  const shape = type.kind === "shape" ? spec.shapes[type.name] : undefined;
  return shape?.kind === "structure" ? shape.xml?.namespace : undefined;
}
