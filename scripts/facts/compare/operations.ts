// Facts about operations beside their members.

import type { Json } from "../../json.ts";
import type { Operation } from "../../prepare/prepared-spec.ts";
import { memberNames, paginationOf } from "../member-names.ts";
import type { ModelOperation } from "../model.ts";
import { checksumOf, errorsInSuccess, isUnsigned, isCompressed, isUnsignedPayload, xmlRootOf } from "../operation-facts.ts";
import { familyOf } from "../protocol.ts";
import type { Writable } from "../written.ts";
import type { Comparison } from "./compare.ts";
import { update, type Correction, type Fact, type FactKind } from "./fact.ts";
import { nameOf } from "./service.ts";
import type { UpstreamOperation } from "./upstream.ts";

export interface Pair {
  readonly key: string;
  readonly modelled: ModelOperation;
  readonly found: UpstreamOperation;
  readonly prepared: Operation;
}

/** Operations that the model and the document have in common. */
export function pairsOf({ model, upstream, prepared }: Comparison): readonly Pair[] {
  const byName = new Map(prepared.spec.operations.map((operation) => [operation.name, operation]));
  return Object.entries(model.operations).flatMap(([key, modelled]) => {
    const found = upstream.operation(key, modelled);
    const operation = byName.get(nameOf({ prepared }, key, modelled.name));
    return found === undefined || operation === undefined ? [] : [{ key, modelled, found, prepared: operation }];
  });
}

export function operationFacts(comparison: Comparison): readonly Fact[] {
  return pairsOf(comparison).flatMap((pair) => factsOf(comparison, pair));
}

function factsOf(comparison: Comparison, { key, modelled, found, prepared }: Pair): readonly Fact[] {
  const { model, protocol } = comparison;
  const target = ["paths", found.path, found.method];
  const facts: Fact[] = [];
  const add = (kind: FactKind, expected: Json | undefined, said: Json | undefined, value: Writable): void => {
    // What the model doesn't say and the document doesn't either isn't worth a line.
    if (expected !== undefined || said !== undefined) facts.push({ kind, about: key, expected, said, corrections: (): readonly Correction[] => update(target, value) });
  };
  if (familyOf(protocol) === "rest") {
    const [path = "", query = ""] = modelled.http.requestUri.split("?");
    const plain = (text: string): string => text.replaceAll("+}", "}");
    const withoutSlash = (text: string): string => text.replace(/(?<=.)\/$/, "");
    // A path that has changed in other ways is another version of the API, and none of our business.
    if (path.includes("+}") && plain(path) === plain(prepared.path)) add("greedy label", path, prepared.path, { "x-wire": { path } });
    else if (withoutSlash(plain(path)) === withoutSlash(plain(prepared.path))) add("slash", path.endsWith("/"), prepared.path.endsWith("/"), { "x-wire": { path: path.endsWith("/") ? `${prepared.path}/` : withoutSlash(prepared.path) } });
    const constants = Object.fromEntries([...new URLSearchParams(query)]);
    if (plain(path) === plain(prepared.path) && query !== "") add("constant query", constants, Object.fromEntries(Object.entries(prepared.query).filter(([name]) => name in constants)), { "x-wire": { query: constants } });
  }
  const hostPrefix = modelled.endpoint?.hostPrefix;
  add("host prefix", hostPrefix, prepared.hostPrefix, { "x-wire": { hostPrefix } });
  if (isUnsigned(modelled)) add("no auth", false, prepared.signed, { security: [] });
  add("compressed", isCompressed(modelled), prepared.compressed, { "x-compressed": true });
  add("unsigned payload", isUnsignedPayload(modelled), prepared.unsignedPayload, { "x-unsigned-payload": true });
  const checksum = checksumOf(model, protocol, modelled) as Json | undefined;
  add("checksum", checksum, prepared.checksum as Json | undefined, { "x-checksum": checksum });
  add("errors in success", errorsInSuccess(model, modelled), prepared.errorsInSuccess, { "x-errors-in-success": true });
  const root = protocol === "rest-xml" ? (xmlRootOf(model, protocol, key) ?? (prepared.name === key ? undefined : modelled.input?.locationName)) : undefined;
  add("root element", root, prepared.xmlRoot, { "x-wire": { xmlRoot: root } });
  const paginator = model.paginators[key];
  if (paginator !== undefined) {
    const pagination = paginationOf(memberNames(model, protocol), key, paginator) as Json | undefined;
    add("pagination", pagination, prepared.pagination as Json | undefined, { "x-pagination": pagination });
  }
  return facts;
}
