// Says how values travel in XML and in Query forms, as expressions for `shapes.ts`. XML has no types, so that numbers, lists and
// structures of answers are named; of requests, whose values know what they are, only what the wire calls or writes differently.

import { camelCase } from "../../prepare/names.ts";
import type { Member, PreparedSpec, ShapeName, Type, XmlFacts } from "../../prepare/prepared-spec.ts";
import { identifier, literal, objectLiteral } from "../safe/code.ts";
import { safe, type Expression, type Literal } from "../safe/safe.ts";
import { bodyMembers, namesIn, scalarOf, type ShapeNames, type Shapes, usedShapes, withHolders } from "./shape-parts.ts";

/** Whether shapes of this protocol are those of `xml-shapes.ts`. */
export function isXmlProtocol({ service }: PreparedSpec): boolean {
  return /query$|xml$/.test(service.protocol);
}

export function xmlShapesOf(spec: PreparedSpec): Shapes {
  const isEc2 = spec.service.protocol === "ec2-query";
  const messages = (side: "input" | "output") =>
    spec.operations.flatMap(({ [side]: message }) => (message === undefined ? [] : message.kind === "members" ? [message.shape] : namesIn(message.type)));
  const sent = reachable(spec, messages("input"));
  const received = reachable(spec, [...messages("output"), ...Object.keys(spec.exceptions)]);
  const constant = (name: ShapeName) => identifier(`${camelCase(name)}Shape`);

  /** How the wire calls a member, where it isn't what the runtime would call it. */
  function differingName(member: Member): string | undefined {
    const name = wireName(member, spec);
    const usual = isEc2 ? capitalised(name) : name;
    return usual === member.name ? undefined : name;
  }

  /** What a structure says beside the form of its members. */
  function names(name: ShapeName): ShapeNames {
    const members = membersOf(name);
    const differing = (nameOf: (member: Member) => string | undefined) =>
      objectLiteral(members.flatMap((member) => {
        const declared = sent.has(name) ? declarationOf(member, spec) : "";
        const differs = nameOf(member) ?? (declared === "" ? undefined : wireName(member, spec));
        return differs === undefined ? [] : [[member.name, literal(differs + declared)] as const];
      }));
    const shape = spec.shapes[name];
    const namespaces = shape?.kind === "structure" && sent.has(name) ? namespaceOf(shape.xml, spec) : undefined;
    return {
      names: differing(differingName),
      requestNames: isEc2 && sent.has(name) ? differing((member) => member.xml?.queryName) : undefined,
      namespaces,
    };
  }

  /** Members of the body, each once: forms of a union may share one. */
  function membersOf(name: ShapeName): readonly Member[] {
    const seen = new Set<string>();
    return bodyMembers(spec, name).filter((member) => !seen.has(member.name) && seen.add(member.name));
  }

  /** How a value is described; nothing when it needn't be. */
  function described(type: Type, facts: XmlFacts | undefined, isReceived: boolean): Expression | undefined {
    switch (type.kind) {
      case "timestamp": case "blob": {
        const scalar = scalarOf(type);
        return scalar === undefined ? undefined : safe(scalar);
      }
      case "boolean":
        return isReceived ? safe("boolean") : undefined;
      case "integer": case "number":
        return isReceived ? safe("number") : undefined;
      case "shape":
        return describedShape(type.name, isReceived);
      case "list": {
        const item = inner(type.of, isReceived);
        const flat = facts?.flattened === true && (isReceived || !isEc2);
        const declared = declaration(facts?.itemNamespace, undefined, spec);
        const itemName = isEc2 || flat || (facts?.itemName ?? "member") + declared === "member" ? undefined : (facts?.itemName ?? "member") + declared;
        const isPlain = item === "text" || item === "structure";
        if (!isReceived && isPlain && !flat && itemName === undefined) return undefined;
        return objectOf({ list: item, item: itemName === undefined ? undefined : literal(itemName), flat: flat ? safe("true") : undefined });
      }
      case "map": {
        const named = (name: string | undefined, usual: string) => (name === undefined || name === usual ? undefined : literal(name));
        const flat = facts?.flattened === true ? safe<"expression">("true") : undefined;
        return objectOf({ map: inner(type.of, isReceived), key: named(facts?.keyName, "key"), value: named(facts?.valueName, "value"), flat });
      }
      default:
        return undefined;
    }
  }

  function describedShape(name: ShapeName, isReceived: boolean): Expression | undefined {
    const shape = spec.shapes[name];
    if (shape?.kind === "enumeration") return shape.of === "integer" && isReceived ? safe("number") : undefined;
    if (changing.has(name)) return safe(`() => ${constant(name)}`);
    return isReceived ? safe("structure") : undefined;
  }

  /** How an item of a list or a value of a map is described; it always is. */
  function inner(type: Type, isReceived: boolean): Expression {
    const shape = type.kind === "shape" ? spec.shapes[type.name] : undefined;
    const isStructure = shape !== undefined && shape.kind !== "enumeration";
    if (type.kind !== "list") return described(type, type.kind === "map" ? type.xml : undefined, isReceived) ?? safe(isStructure ? "structure" : "text");
    return described(type, type.xml, isReceived) ?? objectOf({ list: inner(type.of, isReceived) });
  }

  const members = (name: ShapeName) =>
    membersOf(name).flatMap((member) => {
      const expression = described(member.type, member.xml, received.has(name));
      return expression === undefined ? [] : [{ member, expression }];
    });

  const hasNames = (name: ShapeName) => Object.values(names(name)).some((part) => part !== undefined);
  // Those that say something themselves, and then whatever holds them.
  let changing: ReadonlySet<ShapeName> = new Set();
  changing = withHolders(spec, [...sent, ...received].filter((name) => members(name).length > 0 || hasNames(name)));

  const used = usedShapes(spec, members);
  return {
    module: safe("xml-shapes.ts"), type: safe("XmlStructure"),
    changes: (name) => changing.has(name), isUsed: (name) => changing.has(name) && used.has(camelCase(name)),
    constant, members, names, scalar: scalarOf,
    expression: (type) => described(type, undefined, true),
  };
}

/** What the wire calls a member: a flattened list has the name of its items. */
export function wireName({ name, type, xml }: Member, { service }: PreparedSpec): string {
  const isFlatList = xml?.flattened === true && type.kind === "list" && service.protocol !== "ec2-query";
  const wire = (isFlatList ? xml.itemName : undefined) ?? xml?.name ?? name;
  return xml?.attribute === true ? `@${xml.prefix === undefined || wire.includes(":") ? "" : `${xml.prefix}:`}${wire}` : wire;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Namespaces that an element declares, beside the one that all requests of the service have. */
function namespaceOf(facts: XmlFacts | undefined, { service }: PreparedSpec): Expression | undefined {
  if (facts?.namespace === undefined || (facts.namespace === service.xmlNamespace && facts.prefix === undefined)) return undefined;
  return objectLiteral([[facts.prefix ?? "", literal(facts.namespace)]]);
}

/** What the tag of a member's element says beside its name; nothing where its structure declares that itself. */
export function declarationOf({ type, xml }: Member, spec: PreparedSpec): string {
  const shape = type.kind === "shape" ? spec.shapes[type.name] : undefined;
  const isDeclared = shape?.kind === "structure" && shape.xml?.namespace === xml?.namespace && shape.xml?.prefix === xml?.prefix;
  return isDeclared || xml?.attribute === true ? "" : declaration(xml?.namespace, xml?.prefix, spec);
}

/** ` xmlns="…"`, but for the namespace that all requests of the service have; other protocols than REST XML have none. */
export function declaration(namespace: string | undefined, prefix: string | undefined, { service }: PreparedSpec): string {
  const isName = prefix === undefined || /^[\w.-]+$/.test(prefix);
  if (namespace === undefined || !isName || service.protocol !== "rest-xml" || (namespace === service.xmlNamespace && prefix === undefined)) return "";
  return ` xmlns${prefix === undefined ? "" : `:${prefix}`}="${namespace.replace(/[&<"]/g, (character) => `&#${character.charCodeAt(0)};`)}"`;
}

function objectOf(parts: Readonly<Record<string, Expression | Literal | undefined>>): Expression {
  const given = Object.entries(parts).filter((entry): entry is [string, Expression | Literal] => entry[1] !== undefined);
  return objectLiteral(given) ?? safe("{}");
}

/** The shapes that these are made of. */
function reachable(spec: PreparedSpec, names: readonly ShapeName[]): ReadonlySet<ShapeName> {
  const found = new Set<ShapeName>();
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const member of bodyMembers(spec, name)) queue.push(...namesIn(member.type));
  }
  return found;
}
