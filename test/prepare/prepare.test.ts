import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { toOpenApi } from "../../scripts/prepare/write/openapi.ts";
import { converted, documents, gives, member, operation, plain, prepared, structure, takes } from "./documents.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe("a converted document", () => {
  it("loses what belongs to the signer and to the operation", () => {
    const spec = prepared(converted({
      Feed: {
        ...takes(ref("FeedRequest")),
        parameters: [
          { name: "X-Amz-Target", in: "header", required: true, schema: { type: "string", enum: ["Zoo.Feed"] } },
          { name: "X-Amz-Date", in: "header", schema: { type: "string" } },
          { name: "X-Amz-Security-Token", in: "header", schema: { type: "string" } },
          { name: "MaxResults", in: "query", description: "Pagination limit", schema: { type: "string" } },
        ],
      },
    }, { FeedRequest: { type: "object", properties: { Food: { type: "string" } } } }));
    expect(operation(spec, "Feed")).toMatchObject({ method: "POST", path: "/", headers: { "x-amz-target": "Zoo.Feed" }, query: {}, input: { kind: "members", shape: "FeedRequest", required: false } });
    expect(structure(spec, "FeedRequest").members.map(({ name }) => name)).toEqual(["Food"]);
  });

  it("goes to https, to one endpoint for each partition", () => {
    const servers = ["http://zoo.{region}.amazonaws.com", "https://zoo.{region}.amazonaws.com", "http://zoo.{region}.amazonaws.com.cn"].map((url) => ({ url, variables: { region: { default: url.endsWith("cn") ? "cn-north-1" : "us-east-1" } } }));
    expect(prepared(converted({ Feed: {} }, {}, { servers })).service.endpoints).toMatchObject([
      { partition: "aws", url: "https://zoo.{region}.amazonaws.com" }, { partition: "aws-cn", url: "https://zoo.{region}.amazonaws.com.cn" },
    ]);
  });

  it("is described as the document describes it with TLS, where it does", () => {
    const server = (scheme: string, host: string) => ({ url: `${scheme}://zoo.{region}.${host}`, description: `By ${scheme}`, variables: { region: { default: "us-east-1" } } });
    const servers = [server("http", "amazonaws.com"), server("https", "amazonaws.com"), server("http", "amazonaws.com.cn")];
    expect(prepared(converted({ Feed: {} }, {}, { servers })).service.endpoints.map(({ description }) => description)).toEqual(["By https", "By http"]);
  });

  it("has DynamoDB's own numbers of retrying, or those that are said", () => {
    const retryOf = (over: object) => prepared(converted({ Feed: {} }, {}, over)).service.retry;
    const info = { title: "DynamoDB", version: "1", "x-providerName": "amazonaws.com", "x-aws-signingName": "dynamodb" };
    expect([retryOf({}), retryOf({ info }), retryOf({ info, "x-retry": { maxAttempts: 2, baseDelayMs: 7 } })]).toEqual([undefined, { maxAttempts: 4, baseDelayMs: 25 }, { maxAttempts: 2, baseDelayMs: 7 }]);
  });

  it("keeps only shapes that something uses", () => {
    const spec = prepared(converted({ Feed: takes(ref("FeedRequest")) }, { FeedRequest: { type: "object", properties: {} }, Unused: { type: "object", properties: {} } }));
    expect(Object.keys(spec.shapes)).toEqual(["FeedRequest"]);
  });

  it("has timestamps as seconds since the epoch, and tokens by their names", () => {
    const spec = prepared(converted({ Feed: takes(ref("FeedRequest")) }, { FeedRequest: { type: "object", properties: { At: { type: "string", format: "date-time" }, ClientToken: { type: "string" }, Token: { type: "string" } } } }));
    expect(member(spec, "FeedRequest", "At").type).toEqual({ kind: "timestamp", wire: "epoch-seconds" });
    expect(structure(spec, "FeedRequest").members.filter((one) => one.idempotencyToken).map(({ name }) => name)).toEqual(["ClientToken"]);
  });

  it("tells failures by name, with the fault and the reason to retry that the name tells", () => {
    const failures = ["NotFoundException", "ThrottlingException", "InternalServiceErrorException"];
    const responses = Object.fromEntries(failures.map((name, index) => [480 + index, { description: name, content: { "application/json": { schema: ref(name) } } }]));
    const spec = prepared(converted({ Feed: { responses: { 200: { description: "" }, ...responses } } }, Object.fromEntries(failures.map((name) => [name, {}]))));
    expect(operation(spec, "Feed").errors).toMatchObject([
      { exception: "NotFoundException", code: "NotFoundException", documentedStatus: 480, fault: "client" },
      { exception: "ThrottlingException", code: "ThrottlingException", documentedStatus: 481, fault: "client", retryable: "throttling" },
      { exception: "InternalServiceErrorException", documentedStatus: 482, fault: "server" },
    ]);
  });

  it("of a Query service takes POST and leaves out its twin", () => {
    const twin = { operationId: "x", "x-aws-operation-name": "Publish", responses: { 200: { description: "" } } };
    const spec = prepared({
      openapi: "3.0.0", info: { title: "SNS", version: "1", "x-providerName": "amazonaws.com" }, servers: [{ url: "https://sns.us-east-1.amazonaws.com" }],
      paths: { "/#Action=Publish": { get: { ...twin, operationId: "GET_Publish" }, post: { ...twin, operationId: "POST_Publish" } } },
    });
    expect(spec.operations).toHaveLength(1);
    expect(operation(spec, "Publish")).toMatchObject({ method: "POST", path: "/", action: "Publish", query: {} });
  });

  it("never sends a fragment, and sends the constant query that it stands for", () => {
    const found = (id: string) => ({ delete: { operationId: id, parameters: [{ name: "Bucket", in: "path", required: true, schema: { type: "string" } }], responses: { 204: { description: "", content: { "text/xml": {} } } } } });
    const spec = prepared({
      openapi: "3.0.0", info: { title: "S3", version: "1", "x-providerName": "amazonaws.com" }, servers: [{ url: "https://s3.us-east-1.amazonaws.com" }],
      paths: { "/{Bucket}": found("DeleteBucket"), "/{Bucket}#policy": found("DeleteBucketPolicy"), "/{Bucket}#select&select-type=2": found("Select") },
    });
    expect(operation(spec, "DeleteBucketPolicy")).toMatchObject({ path: "/{Bucket}", query: { policy: "" }, key: "/{Bucket}#policy" });
    expect(operation(spec, "Select")).toMatchObject({ path: "/{Bucket}", query: { select: "", "select-type": "2" } });
    expect(operation(spec, "DeleteBucket")).toMatchObject({ path: "/{Bucket}", query: {} });
  });

  it("finds the component that an inline body was copied from", () => {
    const spec = prepared(converted({ Feed: { ...takes({ type: "object", properties: { Place: { type: "object", properties: { Row: { type: "integer" } } } } }), ...gives(ref("Place")) } }, { Place: { type: "object", required: ["Row"], properties: { Row: { type: "integer" } } } }));
    expect(member(spec, "FeedRequest", "Place").type).toEqual({ kind: "shape", name: "Place" });
  });
});

describe("a plain document", () => {
  it("keeps its schemas, used or not, under names that are free", () => {
    const spec = prepared(plain({ "pet-food": { type: "object", properties: { a: {} } }, Date: { type: "object", properties: { a: {} } }, date: { type: "object", properties: { b: {} } } }));
    expect(Object.keys(spec.shapes).sort()).toEqual(["PetFood", "ZooDate", "ZooDate2"]);
  });

  it("gives inline objects a name from where they stand, or their title", () => {
    const spec = prepared(plain({ Pet: { type: "object", properties: { home: { type: "object", properties: { street: { type: "string" } } }, vet: { type: "object", title: "Doctor", properties: { name: { type: "string" } } }, walks: { type: "array", items: { type: "object", properties: { km: { type: "number" } } } } } } }));
    expect(Object.keys(spec.shapes)).toEqual(["Doctor", "Pet", "PetHome", "PetWalksItem"]);
  });

  it("resolves references to simple types", () => {
    const spec = prepared(plain({ Id: { type: "string", minLength: 1 }, Ids: { type: "array", items: ref("Id") }, Pet: { type: "object", properties: { id: ref("Id"), more: ref("Ids") } } }));
    expect(member(spec, "Pet", "id").type).toEqual({ kind: "string", constraints: { minLength: 1 } });
    expect(member(spec, "Pet", "more").type).toEqual({ kind: "list", of: { kind: "string", constraints: { minLength: 1 } } });
  });

  it("of OpenAPI 3.1 says the same in 3.0's words", () => {
    const spec = prepared(plain({
      Pet: {
        type: "object",
        properties: {
          name: { type: ["string", "null"] }, age: { type: "integer", exclusiveMinimum: 0, exclusiveMaximum: 200 }, friend: { oneOf: [ref("Pet"), { type: "null" }] }, any: true, kind: { const: "pet", type: "string" },
        },
      },
    }, { openapi: "3.1.0" }));
    expect(member(spec, "Pet", "name").type).toEqual({ kind: "string", nullable: true });
    expect(member(spec, "Pet", "age").type).toEqual({ kind: "integer", constraints: { minimum: 0, exclusiveMinimum: true, maximum: 200, exclusiveMaximum: true } });
    expect(member(spec, "Pet", "friend").type).toEqual({ kind: "shape", name: "Pet", nullable: true });
    expect(member(spec, "Pet", "any").type).toEqual({ kind: "any" });
  });

  it("without a signature isn't signed, and with awsSigv4 it is", () => {
    const scheme = { securitySchemes: { sigv4: { type: "apiKey", name: "Authorization", in: "header", "x-amazon-apigateway-authtype": "awsSigv4" } } };
    expect(prepared(plain({})).service.auth).toEqual({ kind: "none" });
    const servers = [{ url: "https://abc.execute-api.eu-west-1.amazonaws.com/prod" }];
    expect(prepared(plain({}, { components: scheme, servers, security: [{ sigv4: [] }], paths: { "/a": { get: { operationId: "a", security: [], responses: { 204: { description: "" } } } }, "/b": { get: { operationId: "b", responses: { 204: { description: "" } } } } } }))).toMatchObject({
      service: { auth: { kind: "sigv4", signingName: "execute-api", scheme: "sigv4" } }, operations: [{ name: "A", signed: false }, { name: "B", signed: true }],
    });
  });

  it("tells failures by status, and what their bodies carry", () => {
    const spec = prepared({
      openapi: "3.0.3", info: { title: "Zoo", version: "1" },
      paths: { "/a": { get: { operationId: "a", responses: { 200: { description: "" }, 404: { description: "Gone.", content: { "application/json": { schema: ref("Fault") } } }, 500: { description: "Broken." }, "4XX": { description: "Yours." }, default: { description: "Else." } } } } },
      components: { schemas: { Fault: { type: "object", required: ["id"], properties: { Message: { type: "string" }, id: { type: "string" } } } } },
    });
    expect(operation(spec, "A").errors).toMatchObject([
      { exception: "NotFoundException", documentedStatus: 404, status: 404, fault: "client" },
      { exception: "InternalServerException", documentedStatus: 500, fault: "server", retryable: "transient" },
      { exception: "ClientFaultException", documentedStatus: 4, fault: "client" },
      { exception: "UnexpectedException", documentedStatus: 0 },
    ]);
    expect(spec.exceptions["NotFoundException"]?.members).toMatchObject([{ name: "id", required: false }]);
  });

  it("forbids members only: what nothing satisfies says nothing of a body, an item or a path", () => {
    const never = { not: {} };
    const content = { "application/json": { schema: never } };
    const spec = prepared({
      openapi: "3.0.3", info: { title: "Zoo", version: "1" },
      paths: {
        "/a/{id}": {
          put: {
            operationId: "a",
            parameters: [{ name: "id", in: "path", required: true, schema: never }, { name: "page", in: "query", required: true, schema: never }],
            requestBody: { content },
            responses: { 200: { description: "", content }, 404: { description: "", content } },
          },
        },
      },
      components: { schemas: { Never: never, Pet: { type: "object", required: ["tail"], properties: { tail: ref("Never"), legs: { type: "array", items: ref("Never") }, wings: { oneOf: [never, { type: "string" }] } } } } },
    });
    const any = { kind: "any" };
    expect(structure(spec, "ARequest").members).toMatchObject([{ name: "id", type: any, required: true }, { name: "page", type: { kind: "forbidden" }, required: false }, { name: "body", type: any }]);
    expect(operation(spec, "A").output).toEqual({ kind: "value", type: any });
    expect(spec.exceptions["NotFoundException"]?.body).toEqual(any);
    expect(structure(spec, "Pet").members).toMatchObject([{ name: "tail", type: { kind: "forbidden" }, required: false }, { name: "legs", type: { kind: "list", of: any } }, { name: "wings" }]);
    expect(spec.shapes["PetWings"]).toMatchObject({ kind: "union", variants: [any, { kind: "string" }] });
  });

  it("gives parameters and body of one name two names", () => {
    const spec = prepared({
      openapi: "3.0.3", info: { title: "Zoo", version: "1" },
      paths: { "/a/{body}": { put: { operationId: "a", parameters: [{ name: "body", in: "path", required: true, schema: { type: "string" } }], requestBody: { content: { "application/json": { schema: { type: "object", properties: { x: {} } } } } }, responses: { 204: { description: "" } } } } },
    });
    expect(structure(spec, "ARequest").members.map(({ name, location }) => [name, location.in])).toEqual([["bodyInPath", "path"], ["body", "payload"]]);
  });
});

describe("the body of an operation whose other members travel elsewhere", () => {
  it("is a component that no schema of the document gives way to", () => {
    const spec = prepared({
      openapi: "3.0.0", info: { title: "Zoo", version: "1", "x-providerName": "amazonaws.com" }, servers: [{ url: "https://zoo.us-east-1.amazonaws.com" }],
      paths: { "/a/{id}": { put: { operationId: "Feed", parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }], ...takes({ type: "object", properties: { food: { type: "string" } } }), ...gives(ref("FeedRequestBody")) } } },
      components: { schemas: { FeedRequestBody: { type: "object", properties: { other: { type: "integer" } } } } },
    });
    const once = toOpenApi(spec);
    expect(once["components"]).toMatchObject({ schemas: { FeedRequestBody: { properties: { other: { type: "integer" } } }, FeedRequestBody2: { properties: { food: { type: "string" } } } } });
    expect(toOpenApi(prepared(once))).toEqual(once);
  });
});

it("keeps links to the Web and to mail, and no others, so that no reader of the prepared document shows one", () => {
  const linked = (url: string) => toOpenApi(prepared(JSON.stringify({
    openapi: "3.0.3", info: { title: "Zoo", version: "1" }, externalDocs: { url },
    paths: { "/pets": { get: { operationId: "ListPets", externalDocs: { url }, responses: { 200: { description: "Fine.", content: { "application/json": { schema: ref("Pet") } } } } } } },
    components: { schemas: { Pet: { type: "object", externalDocs: { url }, properties: { name: { type: "string" } } } } },
  })));
  for (const url of ["https://zoo.example/", "HTTP://zoo.example/", "mailto:zoo@zoo.example"]) expect(JSON.stringify(linked(url)).split(JSON.stringify({ url })), url).toHaveLength(4);
  for (const url of ["javascript:alert(1)", "data:text/html,x", " https://zoo.example/", "ftp://zoo.example/", "docs.html"]) expect(JSON.stringify(linked(url)), url).not.toContain("externalDocs");
});

describe("preparing", () => {
  const all = documents();

  it("has documents to be tried on", () => {
    expect(all.map(([name]) => name)).toContain("spec/metering-marketplace.yaml");
  });

  it.each(all)("%s twice is the same as once, and gives valid OpenAPI 3.0", async (_name, text) => {
    const once = toOpenApi(prepared(text));
    expect(toOpenApi(prepared(once))).toEqual(once);
    expect(JSON.stringify(toOpenApi(prepared(once)))).toBe(JSON.stringify(once));
    const { valid, errors } = await new Validator().validate(structuredClone(once) as Record<string, unknown>);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it.each(all)("%s is the same wherever and however often it is done", (_name, text) => {
    expect(JSON.stringify(prepared(text))).toBe(JSON.stringify(prepared(text)));
  });
});
