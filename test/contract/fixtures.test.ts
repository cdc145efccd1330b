import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { type Exchange, exchangesFolder, fileOf, formatExchange, headerOf, parseExchange, readExchanges } from "../support/exchange-file.ts";
import { findSecrets } from "../support/find-secrets.ts";
import { credentialsOf } from "../support/frozen.ts";
import { convertTimestamps, preparedOperation, preparedOperations, preparedSpec, type Schema } from "../support/prepared-spec.ts";
import { expectSignature } from "./signatures.ts";

const exchanges = readExchanges();
const named = (list: readonly Exchange[]) => list.map((exchange) => [exchange.name, exchange] as const);

const ajv = new Ajv({ strict: false, allErrors: true, schemas: [{ $id: "spec", ...preparedSpec }] });
formats.default(ajv);

/** What a value breaks in a schema of the prepared spec, once its timestamps are brought from the wire's form into the schema's. */
function breaches(schema: Schema, value: unknown): string[] {
  const plain = convertTimestamps(schema, value, (seconds: unknown) => (typeof seconds === "number" ? new Date(seconds * 1_000).toISOString() : seconds));
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"spec#/')) as object);
  return validate(plain) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The body as JSON; `undefined` when it is none. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

describe("the folder of exchanges", () => {
  it("holds exchanges and nothing else, each in the folder of its operation", () => {
    const operations = preparedOperations.map(({ name }) => name);
    const files = readdirSync(exchangesFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const stray = files.map((file) => join(file.parentPath, file.name)).filter((file) => !exchanges.some((exchange) => fileOf(exchange) === file));
    expect(stray).toEqual([]);
    for (const { name, operation } of exchanges) {
      expect(name).toMatch(/^\w+\/([a-z]+(-[a-z]+)*|[A-Z]\w+Exception)$/);
      expect(name.split("/")[0]).toBe(operation);
      expect(operations).toContain(operation);
    }
  });

  it("has a success for each operation", () => {
    const successes = exchanges.filter(({ name }) => name.endsWith("/success")).map(({ operation }) => operation);
    expect(successes.sort()).toEqual(preparedOperations.map(({ name }) => name).sort());
  });
});

describe("an exchange", () => {
  it.each(named(exchanges))("is written as `npm run record` writes it: %s", (name, exchange) => {
    const text = readFileSync(fileOf(exchange), "utf8");
    expect(formatExchange(parseExchange(text, name))).toBe(text);
  });

  it.each(named(exchanges))("holds no secret: %s", (_, exchange) => {
    expect(findSecrets(readFileSync(fileOf(exchange), "utf8"))).toEqual([]);
  });

  it.each(named(exchanges))("says where it comes from, and no more than is true: %s", (_, { origins, responses, facts, officialSdk }) => {
    const { request, response } = origins;
    if (request.origin === "recorded") expect(request.from).toMatch(/^@aws-sdk\/client-marketplace-metering 3\.\d+\.\d+$/);
    if (response.origin === "recorded") expect(response.from).toMatch(/^moto 5\.\d+\.\d+, /);
    if (response.origin === "documented") expect(response.from).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+ names .+ (are|is) ours$/);
    expect(response.origin === "recorded").toBe(facts["answered by"] === "moto");
    // Nothing but a recording can say what the official SDK does.
    expect(officialSdk !== undefined).toBe(request.origin === "recorded");
    expect(responses.length).toBeGreaterThan(0);
  });
});

describe("a request", () => {
  it.each(named(exchanges))("fits the prepared spec: %s", (_, { operation, request, input }) => {
    const { input: schema, path, headers } = preparedOperation(operation);
    expect(breaches(schema, JSON.parse(request.body))).toEqual([]);
    expect(request).toMatchObject({ method: "POST", path });
    for (const [name, value] of Object.entries(headers)) expect(headerOf(request, name)).toBe(value);
    // What was asked for is what was sent; only the token may have been filled in.
    const { ClientToken, ...body } = convertTimestamps(schema, JSON.parse(request.body), (seconds: number) => seconds * 1_000) as Record<string, unknown>;
    expect(body).toEqual({ ...(convertTimestamps(schema, { ...input, ClientToken: undefined }, Date.parse as never) as object), ...("ClientToken" in body && { ClientToken }) });
  });

  it.each(named(exchanges.filter(({ origins }) => origins.request.origin === "recorded")))("holds the official SDK's own signature: %s", async (_, exchange) => {
    await expectSignature(exchange.request, credentialsOf(exchange), exchange.clock.getTime());
  });
});

describe("an answer", () => {
  const answers = exchanges.flatMap((exchange) => exchange.responses.map((response) => ({ ...exchange, response })));

  it.each(answers.filter(({ response }) => response.status < 300))("of success fits the prepared spec, or says how it doesn't: $name", ({ operation, response, facts }) => {
    const found = breaches(preparedOperation(operation).output, parsed(response.body));
    if (facts["breaks the schema"]) expect(found).not.toEqual([]);
    else expect(found).toEqual([]);
  });

  const exceptions = answers.filter(({ gives, response }) => "throws" in gives && gives.throws in preparedSpec.components.schemas && response.body);
  it.each(exceptions)("of failure fits the exception's schema: $name", ({ gives, response }) => {
    const schema = { $ref: `#/components/schemas/${(gives as { throws: string }).throws}` };
    expect(breaches(schema, parsed(response.body))).toEqual([]);
  });
});

describe("the search for secrets", () => {
  it.each([
    ["an access key", ["AKIA", "Q3EGQ7XYZ2345ABC"].join("")],
    ["a secret access key", ["aB3/", "dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA7"].join("")],
    ["a session token", ["IQoJ", "b3JpZ2luX2VjEXAMPLEXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"].join("")],
    ["a private key", "-----BEGIN RSA PRIVATE KEY-----"],
    ["a JSON Web Token", ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxIn0", "dGVzdA"].join(".")],
    ["an AWS account", "999988887777"],
    ["a place on somebody's machine", "/home/me"],
    ["an e-mail address", "me@example.com"],
  ])("finds %s", (what, secret) => {
    expect(findSecrets(`{"a": "${secret}"}`).map((found) => found.replace(/:.*/, ""))).toContain(what);
  });

  it("passes over what AWS's documentation shows", () => {
    expect(findSecrets("AKIAIOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY 111122223333")).toEqual([]);
  });
});
