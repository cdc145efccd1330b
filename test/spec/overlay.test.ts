// The overlaid document against the facts of AWS's own model, shape by shape, and what its forms of a request accept.

import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { beforeAll, describe, expect, it } from "vitest";

import type { Json, JsonObject } from "../../scripts/json.ts";
import type { Document } from "../../scripts/load/document.ts";
import { load } from "../../scripts/load/load.ts";
import { readSpec } from "../../scripts/load/read-spec.ts";

interface ModelMember {
  readonly shape: string;
  readonly deprecated?: boolean;
  readonly deprecatedSince?: string;
  readonly idempotencyToken?: boolean;
}
interface ModelShape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, ModelMember>>;
  readonly member?: ModelMember;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly exception?: boolean;
  readonly fault?: boolean;
}
interface Model {
  readonly metadata: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, { readonly input: ModelMember; readonly output: ModelMember; readonly errors: readonly ModelMember[] }>>;
  readonly shapes: Readonly<Record<string, ModelShape>>;
}
interface Schema extends JsonObject {
  readonly type?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $ref?: string;
}
interface Operation extends JsonObject {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: { readonly "application/json": { readonly schema: Schema } } }>>;
  readonly requestBody: { readonly content: { readonly "application/json": { readonly schema: Schema } } };
  readonly parameters: readonly { readonly schema: { readonly enum: readonly string[] } }[];
  readonly "x-errors": Readonly<Record<string, { readonly status: number; readonly fault: string; readonly retryable?: string }>>;
}
interface Api extends JsonObject {
  readonly paths: Readonly<Record<string, { readonly post: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const model = JSON.parse(readFileSync("test/fixtures/spec/meteringmarketplace-model.json", "utf8")) as Model;

let document: Document;
let api: Api;
let schemas: Readonly<Record<string, Schema>>;
let operations: readonly Operation[];

beforeAll(async () => {
  document = load(await readSpec("spec/metering-marketplace.yaml", { overlays: ["spec/metering-marketplace.overlay.yaml"] }));
  api = document.api as Api;
  schemas = api.components.schemas;
  operations = Object.values(api.paths).map((path) => path.post);
});

/** The object schemas that stand for one structure of the model, where it isn't one of the same name. */
const forms: Readonly<Record<string, readonly string[]>> = {
  UsageRecord: ["ProductUsageRecord", "LicenseUsageRecord"],
  BatchMeterUsageRequest: ["ProductBatchMeterUsageRequest", "LicenseBatchMeterUsageRequest"],
};

/** Schemas that are something else in the model: lists of forms, and the one text of all exceptions. */
const others: Readonly<Record<string, string>> = {
  ProductUsageRecordList: "UsageRecordList",
  LicenseUsageRecordList: "UsageRecordList",
  String: "errorMessage",
};

const shapeOf = (schema: string): string => Object.entries(forms).find(([, names]) => names.includes(schema))?.[0] ?? others[schema] ?? schema;
const sameShape = (schema: string, shape: string): boolean => schema === shape || shapeOf(schema) === shape;
const referenced = (schema: Schema | undefined): string => (schema?.$ref ?? schema?.allOf?.[0]?.$ref ?? "").replace("#/components/schemas/", "");
const isForbidden = (schema: Schema | undefined): boolean => schema?.["x-forbidden"] !== undefined;

describe("the overlay", () => {
  it("loads with the document without a problem", () => {
    expect(document.problems).toEqual([]);
  });

  it("has no action that matches nothing, or less than it names", () => {
    const named = (target: string): number => (/\[('[a-z]+',?)+\]$/u.exec(target)?.[0].split(",").length ?? 1);
    expect(document.overlayActions.length).toBeGreaterThan(50);
    expect(document.overlayActions.filter((action) => action.matched !== named(action.target))).toEqual([]);
  });

  it("gives a reason for each action", () => {
    expect(document.overlayActions.filter((action) => action.description.length < 20)).toEqual([]);
  });
});

describe("the overlaid document and AWS's model", () => {
  it("agree on protocol, service and signing name", () => {
    const { protocol, jsonVersion, serviceId, signingName, targetPrefix, apiVersion } = model.metadata;
    expect(api["x-protocol"]).toBe(`aws-${protocol}-${jsonVersion}`);
    expect(api["x-service-name"]).toBe(serviceId?.replaceAll(" ", ""));
    expect(api["info"]).toMatchObject({ "x-aws-signingName": signingName, version: apiVersion });
    expect(operations.map((operation) => operation.parameters[0]?.schema.enum)).toEqual(Object.keys(model.operations).map((name) => [`${targetPrefix}.${name}`]));
  });

  it("agree on the operations, their inputs and outputs", () => {
    const described = operations.map(({ operationId, requestBody, responses }) => [
      operationId,
      referenced(requestBody.content["application/json"].schema),
      referenced(responses["200"]?.content["application/json"].schema),
    ]);
    expect(described).toEqual(Object.entries(model.operations).map(([name, { input, output }]) => [name, input.shape, output.shape]));
  });

  it("agree on the exceptions of each operation, 34 pairs, numbered from 480 without a gap", () => {
    let pairs = 0;
    for (const { operationId, responses } of operations) {
      const { "200": _success, ...errors } = responses;
      const names = Object.values(errors).map(({ content }) => referenced(content["application/json"].schema));
      expect(Object.keys(errors), operationId).toEqual(names.map((_, index) => String(480 + index)));
      expect(Object.values(errors).map(({ description }) => description)).toEqual(names);
      expect(names.toSorted(), operationId).toEqual(model.operations[operationId]!.errors.map(({ shape }) => shape).toSorted());
      pairs += names.length;
    }
    expect(pairs).toBe(34);
  });

  it("agree on whose fault an exception is; statuses follow from that, but for one", () => {
    for (const { operationId, responses, "x-errors": errors } of operations) {
      const { "200": _success, ...documented } = responses;
      expect(Object.keys(errors), operationId).toEqual(Object.values(documented).map(({ description }) => description));
      for (const [name, { status, fault }] of Object.entries(errors)) {
        const isServer = model.shapes[name]!.fault === true;
        const expected = name === "IdempotencyConflictException" ? 409 : isServer ? 500 : 400;
        expect({ name, status, fault }).toEqual({ name, status: expected, fault: isServer ? "server" : "client" });
      }
    }
  });

  it("have the same shapes: no schema without a shape, no shape without a schema", () => {
    expect(Object.keys(schemas).filter((name) => !(shapeOf(name) in model.shapes))).toEqual([]);
    expect(Object.keys(model.shapes).filter((shape) => shape !== "errorMessage" && !(shape in schemas))).toEqual([]);
  });

  it("agree on every simple type and list, constraint by constraint", () => {
    for (const [name, schema] of Object.entries(schemas)) {
      const shape = model.shapes[name === "String" ? "String" : shapeOf(name)]!;
      if (shape.type === "structure") continue;
      const { type, format, items, description: _prose, ...constraints } = schema;
      expect({ name, ...describeType(type, format) }).toEqual({ name, type: shape.type });
      expect({ name, ...constraints }).toEqual({ name, ...constraintsOf(shape) });
      if (shape.type === "list") expect(sameShape(referenced(items), shape.member!.shape), name).toBe(true);
    }
  });

  it("agree on every structure, member by member, in each of its forms", () => {
    for (const [name, shape] of Object.entries(model.shapes)) {
      if (shape.type !== "structure") continue;
      const carried = new Set<string>();
      for (const form of forms[name] ?? [name]) {
        const { type, properties = {}, required = [] } = schemas[form]!;
        expect({ form, type, members: Object.keys(properties).toSorted() }).toEqual({ form, type: "object", members: Object.keys(shape.members!).toSorted() });
        expect(required, form).toEqual(expect.arrayContaining([...(shape.required ?? [])]));
        for (const [member, property] of Object.entries(properties)) {
          if (isForbidden(property)) continue;
          carried.add(member);
          const { shape: expected, deprecated, deprecatedSince, idempotencyToken } = shape.members![member]!;
          expect(sameShape(referenced(property), expected), `${form}.${member} is ${referenced(property)}, the model says ${expected}`).toBe(true);
          expect({ form, member, deprecated: property["deprecated"], since: property["x-deprecated-since"], token: property["x-idempotency-token"] }).toEqual({ form, member, deprecated, since: deprecatedSince, token: idempotencyToken });
          expect(property["x-deprecated-message"] !== undefined, `${form}.${member}`).toBe(deprecated === true);
        }
      }
      // Every member of the model has a form that carries it.
      expect([...carried].toSorted(), name).toEqual(Object.keys(shape.members!).toSorted());
    }
  });

  it("differ in what is required only where a form is told apart by it", () => {
    const extra = Object.entries(model.shapes).flatMap(([name, shape]) =>
      (forms[name] ?? [name]).map((form) => [form, (schemas[form]?.required ?? []).filter((member) => !(shape.required ?? []).includes(member))] as const),
    );
    expect(Object.fromEntries(extra.filter(([, members]) => members.length > 0))).toEqual({
      LicenseUsageRecord: ["CustomerAWSAccountId", "LicenseArn"],
      ProductBatchMeterUsageRequest: ["ProductCode"],
    });
  });

  it("differ in what is allowed only where a form would bill twice, or doesn't know the member", () => {
    const forbidden = Object.entries(schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties).filter(([, property]) => isForbidden(property)).map(([member]) => `${name}.${member}`),
    );
    expect(forbidden).toEqual(["ProductUsageRecord.LicenseArn", "LicenseUsageRecord.CustomerIdentifier", "LicenseBatchMeterUsageRequest.ProductCode"]);
  });

  it("have a union where the model has a structure, and nothing else beside its forms", () => {
    const unions = Object.entries(schemas).filter(([, schema]) => schema.oneOf !== undefined);
    expect(Object.fromEntries(unions.map(([name, schema]) => [name, schema.oneOf!.map(referenced)]))).toEqual(forms);
    expect(unions.flatMap(([, schema]) => Object.keys(schema)).filter((key) => !["oneOf", "title", "description"].includes(key))).toEqual([]);
  });
});

describe("the forms of a request", () => {
  const time = "2026-11-16T13:00:00Z";
  const arn = "arn:aws:license-manager::444455556666:license:l-0123456789abcdef0123456789abcdef";
  const record = { Timestamp: time, Dimension: "seats" };
  const byIdentifier = { ...record, CustomerIdentifier: "ifAPi5AcF3" };
  const byAccount = { ...record, CustomerAWSAccountId: "111122223333" };
  const byLicense = { ...byAccount, LicenseArn: arn };
  const product = (...records: readonly Json[]): Json => ({ ProductCode: "code", UsageRecords: records });
  const license = (...records: readonly Json[]): Json => ({ UsageRecords: records });
  const metered = { ProductCode: "code", Timestamp: time, UsageDimension: "seats" };

  const legal: Readonly<Record<string, readonly [schema: string, value: Json]>> = {
    "an older product, customers by identifier": ["BatchMeterUsageRequest", product({ ...byIdentifier, QuantityAsDecimal: "1.5" }, { ...byIdentifier, Quantity: 2 })],
    "an older product, customers by account": ["BatchMeterUsageRequest", product({ ...byAccount, QuantityAsDecimal: "1.5" }, { ...byAccount, Quantity: 2 })],
    "a new product": ["BatchMeterUsageRequest", license({ ...byLicense, QuantityAsDecimal: "1.5" }, { ...byLicense, Quantity: 2 })],
    "no quantity, which counts as 0": ["BatchMeterUsageRequest", license(byLicense)],
    "no records": ["BatchMeterUsageRequest", license()],
    "no records of a product": ["BatchMeterUsageRequest", product()],
    "decimal allocations": ["BatchMeterUsageRequest", license({ ...byLicense, QuantityAsDecimal: "1.5", UsageAllocations: [{ AllocatedUsageQuantityAsDecimal: "1.5" }] })],
    "whole allocations": ["BatchMeterUsageRequest", product({ ...byIdentifier, Quantity: 2, UsageAllocations: [{ AllocatedUsageQuantity: 2, Tags: [{ Key: "a", Value: "b" }] }] })],
    "a member that AWS adds tomorrow": ["BatchMeterUsageRequest", license({ ...byLicense, Tomorrow: 1 })],
    "a decimal MeterUsage": ["MeterUsageRequest", { ...metered, UsageQuantityAsDecimal: "17.42", ClientToken: "token" }],
    "a whole MeterUsage": ["MeterUsageRequest", { ...metered, UsageQuantity: 17, DryRun: true }],
    "a MeterUsage without quantity": ["MeterUsageRequest", metered],
    "decimal allocations of MeterUsage": ["MeterUsageRequest", { ...metered, UsageQuantityAsDecimal: "1.5", UsageAllocations: [{ AllocatedUsageQuantityAsDecimal: "1.5" }] }],
    "whole allocations of MeterUsage": ["MeterUsageRequest", { ...metered, UsageQuantity: 2, UsageAllocations: [{ AllocatedUsageQuantity: 2 }] }],
  };

  const illegal: typeof legal = {
    "a license in a batch with ProductCode, which bills twice": ["BatchMeterUsageRequest", product({ ...byLicense, QuantityAsDecimal: "1" })],
    "one such record among others": ["BatchMeterUsageRequest", product(byAccount, byLicense)],
    "a record that needs ProductCode in a batch without": ["BatchMeterUsageRequest", license(byAccount)],
    "a license with a customer identifier": ["BatchMeterUsageRequest", license({ ...byIdentifier, LicenseArn: arn })],
    "a license with both names of the customer": ["BatchMeterUsageRequest", license({ ...byLicense, CustomerIdentifier: "ifAPi5AcF3" })],
    "a decimal with seven places": ["BatchMeterUsageRequest", license({ ...byLicense, QuantityAsDecimal: "1.0000001" })],
    "26 records": ["BatchMeterUsageRequest", license(...Array.from({ length: 26 }, () => byLicense))],
    "a decimal of MeterUsage with seven places": ["MeterUsageRequest", { ...metered, UsageQuantityAsDecimal: "1.0000001" }],
    "an allocation that isn't a decimal": ["MeterUsageRequest", { ...metered, UsageAllocations: [{ AllocatedUsageQuantityAsDecimal: "1," }] }],
  };

  /** What AWS refuses and no schema does, since nobody is billed for it; the prose of these schemas and members warns instead. */
  const leftToAws: Readonly<Record<string, readonly [value: (typeof legal)[string], warnings: Readonly<Record<string, RegExp>>]>> = {
    "both names of the customer, or none": [
      ["BatchMeterUsageRequest", product({ ...byIdentifier, ...byAccount }, record)],
      {
        "ProductUsageRecord": /by exactly one of <code>CustomerIdentifier<\/code> and <code>CustomerAWSAccountId<\/code>/u,
        "ProductUsageRecord.CustomerIdentifier": /this or <code>CustomerAWSAccountId<\/code>, exactly one/u,
        "ProductUsageRecord.CustomerAWSAccountId": /this or <code>CustomerIdentifier<\/code>, exactly one/u,
      },
    ],
    "both quantities of an older product": [
      ["BatchMeterUsageRequest", product({ ...byAccount, Quantity: 1, QuantityAsDecimal: "1" })],
      {
        "ProductUsageRecord.Quantity": /Don't send it together with <code>QuantityAsDecimal<\/code>/u,
        "ProductUsageRecord.QuantityAsDecimal": /Don't send it together with <code>Quantity<\/code>/u,
      },
    ],
    "both quantities of a new product": [
      ["BatchMeterUsageRequest", license({ ...byLicense, Quantity: 1, QuantityAsDecimal: "1" })],
      {
        "LicenseUsageRecord.Quantity": /Don't send it together with <code>QuantityAsDecimal<\/code>/u,
        "LicenseUsageRecord.QuantityAsDecimal": /Don't send it together with <code>Quantity<\/code>/u,
      },
    ],
    "both quantities of MeterUsage": [
      ["MeterUsageRequest", { ...metered, UsageQuantity: 1, UsageQuantityAsDecimal: "1" }],
      {
        "MeterUsageRequest.UsageQuantity": /Don't send it together with <code>UsageQuantityAsDecimal<\/code>/u,
        "MeterUsageRequest.UsageQuantityAsDecimal": /Don't send it together with <code>UsageQuantity<\/code>/u,
      },
    ],
    "whole allocations of a decimal": [
      ["BatchMeterUsageRequest", license({ ...byLicense, QuantityAsDecimal: "1", UsageAllocations: [{ AllocatedUsageQuantity: 1 }] })],
      {
        "UsageAllocation": /a decimal of a decimal quantity, or as a whole number of a whole one/u,
        "ProductUsageRecord.UsageAllocations": /and be decimals, or to <code>Quantity<\/code> and be whole/u,
        "LicenseUsageRecord.UsageAllocations": /and be decimals, or to <code>Quantity<\/code> and be whole/u,
        "MeterUsageRequest.UsageAllocations": /and be decimals, or to <code>UsageQuantity<\/code> and be whole/u,
      },
    ],
    "an allocation without a quantity": [
      ["BatchMeterUsageRequest", license({ ...byLicense, UsageAllocations: [{}] })],
      { "UsageAllocation": /given once/u },
    ],
  };

  it("accept exactly one form of everything that is legal", async () => {
    expect(await refused(legal)).toEqual([]);
  });

  it("refuse what bills twice, and what breaks a constraint", async () => {
    expect(await refused(illegal)).toEqual(Object.keys(illegal));
  });

  it("tell what is legal from what bills twice in every batch of two records", async () => {
    const kinds = [{}, byIdentifier, byAccount, { ...byIdentifier, ...byAccount }].flatMap((customer) => [{ ...record, ...customer }, { ...record, ...customer, LicenseArn: arn }]);
    const pairs = kinds.flatMap((one) => kinds.map((other): Batch["UsageRecords"] => [one, other]));
    const batches = pairs.flatMap((records): readonly Batch[] => [{ ProductCode: "code", UsageRecords: records }, { UsageRecords: records }]);
    const named = batches.map((batch) => ({ name: JSON.stringify(batch), batch }));
    const isRefused = new Set(await refused(Object.fromEntries(named.map(({ name, batch }) => [name, ["BatchMeterUsageRequest", batch]]))));

    const legalOnes = named.filter(({ batch }) => isLegal(batch));
    const billingTwice = named.filter(({ batch }) => billsTwice(batch));
    expect({ batches: named.length, legal: legalOnes.length, billingTwice: billingTwice.length }).toEqual({ batches: 128, legal: 5, billingTwice: 48 });
    expect(legalOnes.filter(({ name }) => isRefused.has(name))).toEqual([]);
    expect(billingTwice.filter(({ name }) => !isRefused.has(name))).toEqual([]);
    // What else is accepted doesn't name each customer exactly once; no license is involved, and AWS refuses it.
    const tolerated = named.filter(({ name, batch }) => !isRefused.has(name) && !isLegal(batch));
    expect(tolerated.length).toBe(12);
    expect(tolerated.filter(({ name }) => name.includes("LicenseArn"))).toEqual([]);
  });

  it("warn in words of what AWS refuses by itself", async () => {
    expect(await refused(Object.fromEntries(Object.entries(leftToAws).map(([name, [value]]) => [name, value])))).toEqual([]);
    for (const [, warnings] of Object.values(leftToAws)) {
      for (const [place, warning] of Object.entries(warnings)) {
        const [schema, member] = place.split(".");
        const described = member === undefined ? schemas[schema!]! : schemas[schema!]!.properties![member]!;
        expect(described["description"] ?? described.allOf?.[1]?.["description"], place).toMatch(warning);
      }
    }
  });

  it("say in a full sentence why a member is forbidden", () => {
    const reasons = Object.values(schemas).flatMap((schema) => Object.values(schema.properties ?? {}).filter(isForbidden));
    expect(reasons.length).toBe(3);
    for (const property of reasons) {
      expect(property).toEqual({ not: {}, "x-forbidden": expect.stringMatching(/^[A-Z].{30,}\.$/u) });
    }
  });

  it("show an example of each request and answer, all of them valid", async () => {
    for (const { operationId, requestBody, responses } of operations) {
      for (const content of [requestBody.content, responses["200"]!.content]) {
        const media: JsonObject = content["application/json"];
        expect(media["example"] ?? media["examples"], operationId).toBeDefined();
      }
    }
    expect(await lint(api)).toEqual([]);
  });

  /** The names of the values that their schema refuses, as an independent validator reads it. */
  async function refused(cases: typeof legal): Promise<readonly string[]> {
    const paths = Object.entries(cases).map(([, [schema, example]], index) => [
      `/${index}`,
      { post: { responses: { "200": { description: "", content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` }, example } } } } } },
    ]);
    const places = await lint({ ...api, paths: Object.fromEntries(paths) as JsonObject });
    const indexes = new Set(places.map((place) => Number(/^#\/paths\/~1(\d+)\//u.exec(place)?.[1])));
    return Object.keys(cases).filter((_, index) => indexes.has(index));
  }

  async function lint(value: JsonObject): Promise<readonly string[]> {
    const rules = { struct: "error", "no-unresolved-refs": "error", "no-invalid-media-type-examples": { severity: "error", allowAdditionalProperties: true } } as const;
    const problems = await lintFromString({ source: JSON.stringify(value), absoluteRef: "openapi.json", config: await createConfig({ rules }) });
    return problems.map(({ message, location }) => `${location[0]?.pointer ?? ""} ${message}`);
  }
});

interface Batch extends JsonObject {
  readonly ProductCode?: string;
  readonly UsageRecords: readonly Readonly<Record<string, string>>[];
}

/** A ProductCode and a LicenseArn in one request: each of them names a product, and each is billed. */
function billsTwice({ ProductCode, UsageRecords }: Batch): boolean {
  return ProductCode !== undefined && UsageRecords.some((record) => record["LicenseArn"] !== undefined);
}

/** The product is named in one way in the whole batch, each customer in one way, and as AWS asks for it. */
function isLegal({ ProductCode, UsageRecords }: Batch): boolean {
  return UsageRecords.every(({ CustomerIdentifier, CustomerAWSAccountId, LicenseArn }) => {
    const names = [CustomerIdentifier, CustomerAWSAccountId].filter((name) => name !== undefined);
    if (names.length !== 1) return false;
    if (ProductCode !== undefined) return LicenseArn === undefined;
    return LicenseArn !== undefined && CustomerAWSAccountId !== undefined;
  });
}

function describeType(type: string | undefined, format: Json | undefined): { readonly type: string } {
  if (type === "array") return { type: "list" };
  return { type: format === "date-time" ? "timestamp" : String(type) };
}

function constraintsOf({ type, min, max, pattern, enum: values }: ModelShape): JsonObject {
  const [least, most] = type === "list" ? ["minItems", "maxItems"] : type === "string" ? ["minLength", "maxLength"] : ["minimum", "maximum"];
  return {
    ...(min === undefined ? {} : { [least!]: min }),
    ...(max === undefined ? {} : { [most!]: max }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(values === undefined ? {} : { enum: values }),
  };
}
