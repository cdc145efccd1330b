// A model comes in, an OpenAPI document in the dialect of converted AWS documents goes out, with everything that these lose
// said in extensions. Prose is taken over as it is.

import type { JsonObject } from "../../json.ts";
import type { Protocol } from "../../prepare/prepared-spec.ts";
import { hostsOf } from "../endpoints/hosts.ts";
import { xmlNamespaceOf } from "../member-facts.ts";
import { memberNames, waiterOf } from "../member-names.ts";
import type { Model } from "../model.ts";
import { written, type Writable } from "../written.ts";
import { pathsOf } from "./operations.ts";
import { schemasOf } from "./schemas.ts";

export function importModel(model: Model, protocol: Protocol): JsonObject {
  const { metadata } = model;
  return written({
    openapi: "3.0.0",
    info: {
      version: metadata.apiVersion,
      title: metadata.serviceFullName,
      description: model.documentation === "" ? undefined : model.documentation,
      "x-providerName": "amazonaws.com",
      "x-serviceName": metadata.endpointPrefix,
      "x-aws-signingName": metadata.signingName ?? metadata.endpointPrefix,
    },
    "x-protocol": protocol,
    "x-facts": metadata.apiVersion,
    "x-service-name": metadata.serviceId ?? metadata.serviceFullName,
    "x-signing-name": metadata.signingName ?? metadata.endpointPrefix,
    "x-xml-namespace": protocol === "rest-xml" ? xmlNamespaceOf(model) : undefined,
    "x-query-compatible": metadata.awsQueryCompatible !== undefined && /^aws-json/.test(protocol) ? true : undefined,
    "x-endpoints": model.endpointRules === undefined ? undefined : hostsOf(model.endpointRules).map((host) => ({ ...host })),
    "x-waiters": waitersOf(model, protocol),
    servers: serversOf(model),
    security: [{ hmac: [] }],
    paths: pathsOf(model, protocol),
    components: {
      schemas: schemasOf(model, protocol),
      securitySchemes: {
        hmac: { type: "apiKey", name: "Authorization", in: "header", description: "AWS Signature Version 4", "x-amazon-apigateway-authtype": "awsSigv4" },
      },
    },
  });
}

function waitersOf(model: Model, protocol: Protocol): Writable | undefined {
  const names = memberNames(model, protocol);
  const waiters = Object.entries(model.waiters).flatMap(([name, waiter]) => {
    const known = waiterOf(names, name, waiter);
    if (known === undefined ) return [];
    return [[name, { operation: known.operation, description: waiter.description, delay: known.delaySeconds, maxAttempts: known.maxAttempts, acceptors: known.acceptors as unknown as readonly JsonObject[] }] as const];
  });
  return waiters.length === 0 ? undefined : Object.fromEntries(waiters);
}

/** Services that have one address for all regions say so in `globalEndpoint`; S3 and STS have one beside their regional ones. */
function serversOf({ metadata }: Model): readonly Writable[] {
  const host = metadata.endpointPrefix;
  const regional = (suffix: string, region: string): Writable => ({
    url: `https://${host}.{region}.${suffix}`,
    variables: { region: { description: "The AWS region", default: region } },
  });
  const isGlobal = metadata.globalEndpoint !== undefined && host !== "s3" && host !== "sts";
  const first: Writable = isGlobal ? { url: `https://${metadata.globalEndpoint ?? ""}`, variables: {} } : regional("amazonaws.com", "us-east-1");
  return [first, regional("amazonaws.com.cn", "cn-north-1")];
}
