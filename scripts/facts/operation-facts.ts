// What a model says about an operation beside its members, in the words of the prepared spec.

import type { Checksum, Protocol } from "../prepare/prepared-spec.ts";
import { memberName, xmlNamespaceOf } from "./member-facts.ts";
import { membersOf, namespaceUri, shapeNamed, type Model, type ModelOperation } from "./model.ts";

/** Called without a signature. */
export function isUnsigned(operation: ModelOperation): boolean {
  return operation.authtype === "none" || (operation.auth?.length === 1 && operation.auth[0] === "smithy.api#noAuth");
}

export function isUnsignedPayload(operation: ModelOperation): true | undefined {
  return operation.unsignedPayload === true || operation.authtype === "v4-unsigned-body" ? true : undefined;
}

/** Whether large bodies may go compressed. Services that take other encodings take gzip, too. */
export function isCompressed({ requestcompression }: ModelOperation): true | undefined {
  return requestcompression?.encodings.includes("gzip") === true ? true : undefined;
}

/** The path with its greedy labels, where it has any; the key of a document can't say them. */
export function wirePathOf(protocol: Protocol, operation: ModelOperation): string | undefined {
  const [path = ""] = operation.http.requestUri.split("?");
  return /^rest/.test(protocol) && path.includes("+}") ? path : undefined;
}

export function checksumOf(model: Model, protocol: Protocol, operation: ModelOperation): Checksum | undefined {
  const { httpChecksum = {}, httpChecksumRequired = false } = operation;
  const input = operation.input === undefined ? undefined : model.shapes[operation.input.shape];
  const named = (member: string | undefined): string | undefined => (member === undefined || input === undefined ? undefined : memberName(protocol, "input", input, member));
  const [algorithm, validation] = [named(httpChecksum.requestAlgorithmMember), named(httpChecksum.requestValidationModeMember)];
  const checksum: Checksum = {
    ...(httpChecksumRequired || httpChecksum.requestChecksumRequired === true ? { required: true as const } : {}),
    ...(algorithm === undefined ? {} : { algorithmMember: algorithm }),
    ...(validation === undefined ? {} : { validationMember: validation }),
    ...(httpChecksum.responseAlgorithms === undefined ? {} : { responseAlgorithms: httpChecksum.responseAlgorithms }),
  };
  return Object.keys(checksum).length === 0 ? undefined : checksum;
}

/** S3 answers 200 before it knows how a long operation ends; only a body that is data can't be such an answer. */
export function errorsInSuccess(model: Model, operation: ModelOperation): true | undefined {
  if (model.metadata.endpointPrefix !== "s3" || operation.output === undefined) return undefined;
  const output = shapeNamed(model, operation.output.shape);
  const payload = output.payload === undefined ? undefined : output.members?.[output.payload];
  const shape = payload === undefined ? undefined : shapeNamed(model, payload.shape);
  if (shape?.type === "blob" || shape?.type === "string" || shape?.eventstream === true) return undefined;
  return membersOf(output).some(([, member]) => member.location === undefined) ? true : undefined;
}

/** Namespace of that element, where it isn't the service's. */
export function rootNamespaceOf(model: Model, protocol: Protocol, key: string): string | undefined {
  const uri = namespaceUri(model.operations[key]?.input?.xmlNamespace);
  return protocol === "rest-xml" && uri !== xmlNamespaceOf(model) ? uri : undefined;
}

/** The root element of a request whose body is made of members, where it isn't named after the operation. */
export function xmlRootOf(model: Model, protocol: Protocol, key: string): string | undefined {
  const input = model.operations[key]?.input;
  const root = input?.locationName;
  return protocol === "rest-xml" && root !== undefined && root !== `${key}Request` ? root : undefined;
}
