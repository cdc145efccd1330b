// Facts that hold for the whole service, and its waiters.

import { pascalCase } from "../../prepare/names.ts";
import type { Json } from "../../json.ts";
import { hostsOf } from "../endpoints/hosts.ts";
import { xmlNamespaceOf } from "../member-facts.ts";
import { memberNames, waiterOf } from "../member-names.ts";
import type { Comparison } from "./compare.ts";
import { update, type Fact } from "./fact.ts";

export function serviceFacts({ model, protocol, prepared }: Comparison): readonly Fact[] {
  const { metadata } = model;
  const { service } = prepared.spec;
  const about = metadata.serviceFullName;
  const signingName = metadata.signingName ?? metadata.endpointPrefix;
  const facts: Fact[] = [
    { kind: "protocol", about, expected: protocol, said: service.protocol, corrections: () => update([], { "x-protocol": protocol }) },
    {
      kind: "signing name", about, expected: signingName, said: service.auth.kind === "sigv4" ? service.auth.signingName : undefined,
      corrections: () => update([], { "x-signing-name": signingName }),
    },
  ];
  if (metadata.serviceId !== undefined) {
    facts.push({ kind: "service id", about, expected: pascalCase(metadata.serviceId), said: service.name, corrections: () => update([], { "x-service-name": pascalCase(metadata.serviceId ?? "") }) });
  }
  const namespace = protocol === "rest-xml" ? xmlNamespaceOf(model) : undefined;
  if (namespace !== undefined) facts.push({ kind: "xml namespace", about, expected: namespace, said: service.xmlNamespace, corrections: () => update([], { "x-xml-namespace": namespace }) });
  if (metadata.awsQueryCompatible !== undefined && /^aws-json/.test(protocol)) {
    facts.push({ kind: "query compatible", about, expected: true, said: service.queryCompatible, corrections: () => update([], { "x-query-compatible": true }) });
  }
  if (model.endpointRules !== undefined) {
    const hosts = hostsOf(model.endpointRules).map((host) => ({ ...host }));
    // Where the rules ask for more than a region, they come to nothing here.
    if (hosts.length > 0) facts.push({ kind: "endpoints", about, expected: hosts, said: service.hosts as unknown as Json, corrections: () => update([], { "x-endpoints": hosts }) });
  }
  return [...facts, ...endpointFacts({ model, prepared })];
}

/** Where requests go in AWS's own partition. Region and suffix are the document's business. */
function endpointFacts({ model: { metadata }, prepared }: Pick<Comparison, "model" | "prepared">): readonly Fact[] {
  const url = prepared.spec.service.endpoints.find((endpoint) => endpoint.partition === "aws")?.url;
  const host = url?.replace(/^https:\/\//, "");
  // Chime has a host of its own, which its model doesn't say.
  if (host === undefined || !host.endsWith(".amazonaws.com")) return [];
  const isGlobal = host === metadata.globalEndpoint;
  const prefix = isGlobal ? metadata.endpointPrefix : host.split(/[.{]/).slice(0, metadata.endpointPrefix.split(".").length).join(".");
  return [{ kind: "endpoint", about: metadata.serviceFullName, expected: metadata.endpointPrefix, said: prefix, corrections: () => [] }];
}

export function waiterFacts({ model, protocol, prepared, upstream }: Comparison): readonly Fact[] {
  const names = memberNames(model, protocol);
  return Object.entries(model.waiters).flatMap(([name, waiter]): readonly Fact[] => {
    const operation = model.operations[waiter.operation];
    const said = prepared.spec.waiters.find((one) => one.name === pascalCase(name));
    const modelled = waiterOf(names, pascalCase(name), { ...waiter, description: "" });
    const expected = modelled === undefined ? undefined : { ...modelled, operation: nameOf({ prepared }, waiter.operation, operation?.name) };
    if (expected === undefined || operation === undefined || upstream.operation(waiter.operation, operation) === undefined) return [];
    const { operation: called, delaySeconds, maxAttempts, acceptors } = expected;
    return [{
      kind: "waiter", about: name,
      expected: { ...expected } as unknown as Json,
      said: said === undefined ? undefined : ({ ...said, doc: "" } as unknown as Json),
      corrections: () => update([], { "x-waiters": { [name]: { operation: called, delay: delaySeconds, maxAttempts, acceptors: acceptors as unknown as readonly Json[] } } }),
    }];
  });
}

/** What the prepared spec calls an operation. */
export function nameOf({ prepared }: Pick<Comparison, "prepared">, key: string, name = key): string {
  const known = [pascalCase(key), pascalCase(name)];
  return prepared.spec.operations.find((operation) => known.includes(operation.name))?.name ?? pascalCase(key);
}
