// The tests that a client can be asked, service by service.

import { nameOf, shapeAt, trait, type RequestTest, type ResponseTest, type SmithyModel } from "./smithy-model.ts";

export type Case = RequestCase | ResponseCase | ErrorCase;

interface AnyCase<Test> {
  /** Names may be shared by a request and a response, so the kind is part of it. */
  readonly name: string;
  readonly protocol: string;
  readonly service: string;
  /** Smithy's id of the operation that is called. */
  readonly operation: string;
  readonly test: Test;
}

export interface RequestCase extends AnyCase<RequestTest> {
  readonly kind: "request";
}

export interface ResponseCase extends AnyCase<ResponseTest> {
  readonly kind: "response";
}

export interface ErrorCase extends AnyCase<ResponseTest> {
  readonly kind: "error";
  /** Smithy's id of the exception's structure. */
  readonly error: string;
}

export function servicesOf(smithy: SmithyModel): readonly string[] {
  return Object.entries(smithy.shapes).filter(([, { type }]) => type === "service").map(([id]) => id);
}

export function casesOf(smithy: SmithyModel, service: string): readonly Case[] {
  const { operations = [], errors: common = [] } = shapeAt(smithy, service);
  const ids = operations.map(({ target }) => target);
  const calls = ids.flatMap((operation): readonly Case[] => {
    const shape = shapeAt(smithy, operation);
    const about = (test: RequestTest | ResponseTest, kind: string) => ({ name: `${test.id} (${kind})`, protocol: nameOf(test.protocol), service, operation });
    return [
      ...testsOf<RequestTest>(trait(shape, "smithy.test#httpRequestTests")).map((test): Case => ({ kind: "request", ...about(test, "request"), test })),
      ...testsOf<ResponseTest>(trait(shape, "smithy.test#httpResponseTests")).map((test): Case => ({ kind: "response", ...about(test, "response"), test })),
    ];
  });
  // An exception is tested once, by an operation that throws it.
  const throwers = new Map(ids.toReversed().flatMap((operation) => [...(shapeAt(smithy, operation).errors ?? []), ...common].map(({ target }) => [target, operation] as const)));
  const failures = [...throwers].flatMap(([error, operation]) =>
    testsOf<ResponseTest>(trait(shapeAt(smithy, error), "smithy.test#httpResponseTests")).map((test): Case => ({ kind: "error", name: `${test.id} (error)`, protocol: nameOf(test.protocol), service, operation, error, test })));
  return [...calls, ...failures];
}

function testsOf<Test extends RequestTest | ResponseTest>(tests: unknown): readonly Test[] {
  return ((tests ?? []) as readonly Test[]).filter(({ appliesTo }) => appliesTo !== "server");
}
