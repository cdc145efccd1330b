import { describe, expect, it } from "vitest";
import { toOpenApi } from "../../scripts/prepare/write/openapi.ts";
import { member, operation, prepared, structure } from "./documents.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const xml = (schema: object) => ({ content: { "text/xml": { schema } } });
const namespace = "http://cellar.example.com/doc/2020-01-01/";

/** A document as the converter of AWS's models writes it, REST XML or Query. */
function converted(service: string, paths: object, schemas: object): object {
  return {
    openapi: "3.0.0", info: { title: "Amazon Cellar", version: "2020-01-01", "x-providerName": "amazonaws.com", "x-serviceName": service },
    servers: [{ url: `https://${service}.us-east-1.amazonaws.com` }], paths, components: { schemas },
  };
}

/** One REST XML operation. */
function rest(operationId: string, body: object | undefined, output: object | undefined, schemas: object, { service = "cellar", path = "/{Room}", more = {} } = {}): object {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  return converted(service, { [path]: { put: { operationId, parameters, ...(body ? { requestBody: xml(body) } : {}), responses: { 200: { description: "", ...xml(output ?? {}) } }, ...more } } }, schemas);
}

describe("a service that wants a header in every request", () => {
  it.each([["apigateway", { accept: "application/json" }], ["glacier", { "x-amz-glacier-version": "2020-01-01" }], ["cellar", {}]])("gets it: %s", (service, headers) => {
    expect(operation(prepared(rest("OpenDoor", undefined, undefined, {}, { service })), "OpenDoor").headers).toEqual(headers);
  });
});

describe("a structure whose members are messages", () => {
  it.each([["s3", "SelectObjectContentEventStream"], ["lambda", "InvokeWithResponseStreamResponseEvent"]])("is known by service and name: %s", (service, events) => {
    const body = { type: "object", properties: { Seen: ref(events), Other: ref("Other") } };
    const spec = prepared(rest("Watch", undefined, ref("Watched"), { Watched: body, [events]: { type: "object", properties: { Lion: ref("Other") } }, Other: { type: "object", properties: { Name: { type: "string" } } } }, { service }));
    expect([structure(spec, events).eventStream, structure(spec, "Other").eventStream]).toEqual([true, undefined]);
  });
});

describe("an id of Route 53", () => {
  it("is known by its name, in the path and in the body, and is nothing special elsewhere", () => {
    const body = { type: "object", properties: { DelegationSetId: { type: "string" }, Name: { type: "string" } } };
    const idsIn = (service: string) => {
      const spec = prepared(rest("OpenDoor", body, undefined, {}, { service, path: "/{Id}/{Room}" }));
      expect(operation(prepared(toOpenApi(spec)), "OpenDoor").ids).toEqual(operation(spec, "OpenDoor").ids);
      return operation(spec, "OpenDoor").ids;
    };
    expect(idsIn("route53")).toEqual(["DelegationSetId", "Id"]);
    expect(idsIn("cellar")).toBeUndefined();
  });
});

const tags = {
  Tag: { type: "object", required: ["Key"], properties: { Key: { type: "string" } } },
  TagSet: { type: "array", items: { allOf: [ref("Tag"), { xml: { name: "Tag" } }] } },
  Tagging: { type: "object", required: ["TagSet"], properties: { TagSet: ref("TagSet") } },
};
const inlineTagging = { type: "object", properties: { Tagging: { type: "object", properties: { TagSet: ref("TagSet") } } } };
const putTagging = { type: "object", title: "PutTaggingRequest", required: ["Labels"], properties: { Labels: { allOf: [ref("Tagging"), { xml: { name: "Tagging" } }] } }, xml: { namespace } };

describe("the body of a request", () => {
  it("gets its members, types and requirements back from the structure that it came from", () => {
    const spec = prepared(rest("PutTagging", inlineTagging, undefined, { ...tags, PutTaggingRequest: putTagging }));
    expect(member(spec, "PutTaggingRequest", "Labels")).toMatchObject({ type: { kind: "shape", name: "Tagging" }, required: true, xml: { name: "Tagging" } });
    expect(structure(spec, "Tagging").members).toMatchObject([{ name: "TagSet", required: true, xml: { itemName: "Tag" } }]);
  });

  it("is the payload where the structure has a namespace, and stands in a root element where it has none", () => {
    const without = { ...putTagging, xml: {} };
    expect(member(prepared(rest("PutTagging", inlineTagging, undefined, { ...tags, PutTaggingRequest: putTagging })), "PutTaggingRequest", "Labels").location).toEqual({ in: "payload" });
    expect(member(prepared(rest("PutTagging", inlineTagging, undefined, { ...tags, PutTaggingRequest: without })), "PutTaggingRequest", "Labels").location).toMatchObject({ in: "body" });
  });

  it("keeps what an overlay says about it", () => {
    const said = { type: "object", properties: { Tagging: { type: "object", "x-location": { in: "body", name: "Tagging" }, "x-member": "Mine", properties: { TagSet: ref("TagSet") } } } };
    expect(member(prepared(rest("PutTagging", said, undefined, { ...tags, PutTaggingRequest: putTagging })), "PutTaggingRequest", "Mine").location).toMatchObject({ in: "body" });
  });

  it("stays inline when two structures could be meant", () => {
    const other = { ...putTagging, title: "OtherRequest" };
    const spec = prepared(rest("Label", inlineTagging, undefined, { ...tags, PutTaggingRequest: putTagging, OtherRequest: other }));
    expect(member(spec, "LabelRequest", "Tagging").location).toMatchObject({ in: "body" });
  });
});

describe("an answer", () => {
  const output = { type: "object", properties: { Tagging: ref("Tagging") } };

  it("that is a lone structure is the payload in services that have payloads", () => {
    const schemas = { ...tags, PutTaggingRequest: putTagging, GetTaggingOutput: output };
    expect(member(prepared(rest("PutTagging", inlineTagging, ref("GetTaggingOutput"), schemas)), "GetTaggingOutput", "Tagging").location).toEqual({ in: "payload" });
    expect(member(prepared(rest("GetTagging", undefined, ref("GetTaggingOutput"), { ...tags, GetTaggingOutput: output })), "GetTaggingOutput", "Tagging").location).toMatchObject({ in: "body" });
  });

  it("has headers with a common prefix as a map", () => {
    const schemas = { Metadata: { type: "object", additionalProperties: { type: "string" } }, GetJarOutput: { type: "object", properties: { Metadata: { allOf: [ref("Metadata"), { xml: { name: "x-amz-meta-" } }] } } } };
    expect(member(prepared(rest("GetJar", undefined, ref("GetJarOutput"), schemas)), "GetJarOutput", "Metadata")).toMatchObject({ location: { in: "prefix", name: "x-amz-meta-" } });
  });
});

describe("XML", () => {
  it("has the service's namespace, which its structures still know", () => {
    expect(prepared(rest("PutTagging", inlineTagging, undefined, { ...tags, PutTaggingRequest: putTagging })).service.xmlNamespace).toBe(namespace);
    expect(prepared(rest("Get", undefined, undefined, {}, { service: "route53" })).service.xmlNamespace).toBe("https://route53.amazonaws.com/doc/2020-01-01/");
  });

  it("has lists without wrapper and attributes where the structure around says so", () => {
    const schemas = {
      ...tags,
      And: { type: "object", xml: { wrapped: false }, properties: { Prefix: { type: "string" }, Tags: { allOf: [ref("TagSet"), { xml: { name: "Tag" } }] } } },
      Grantee: { type: "object", xml: { attribute: true, namespace: "urn:xsi" }, properties: { Kind: { allOf: [{ type: "string" }, { xml: { name: "xsi:type" } }] }, Id: { type: "string" } } },
      Output: { type: "object", properties: { And: ref("And"), Grantee: ref("Grantee") } },
    };
    const spec = prepared(rest("Get", undefined, ref("Output"), schemas));
    expect(structure(spec, "And").members.map((one) => one.xml)).toEqual([undefined, { name: "Tag", flattened: true, itemName: "Tag" }]);
    expect(structure(spec, "Grantee")).toMatchObject({ xml: { namespace: "urn:xsi", prefix: "xsi" }, members: [{ xml: { name: "xsi:type", attribute: true } }, { name: "Id" }] });
    expect(structure(spec, "Grantee").members[1]?.xml).toBeUndefined();
  });
});

describe("Query", () => {
  const query = (service: string, schemas: object) => converted(service, {
    "/#Action=Do": { post: { operationId: "POST_Do", "x-aws-operation-name": "Do", requestBody: xml(ref("DoRequest")), responses: { 200: { description: "" }, 480: { description: "QueueDoesNotExist", ...xml(ref("QueueDoesNotExist")) } } } },
  }, { QueueDoesNotExist: {}, ...schemas });
  const map = { type: "object", additionalProperties: { type: "string" } };

  it("calls keys and values of maps as SQS and SNS do", () => {
    const schemas = { TagMap: map, AttributeMap: map, DoRequest: { type: "object", properties: { Attributes: ref("AttributeMap"), Tags: ref("TagMap") } } };
    expect(structure(prepared(query("sqs", schemas)), "DoRequest").members.map((one) => one.xml)).toEqual([{ keyName: "Name", valueName: "Value" }, { name: "Tag", keyName: "Key", valueName: "Value" }]);
    expect(structure(prepared(query("iam", schemas)), "DoRequest").members.map((one) => one.xml)).toEqual([undefined, undefined]);
  });

  it("has the codes of failures that no rule tells", () => {
    const code = (service: string) => operation(prepared(query(service, { DoRequest: { type: "object", properties: {} } })), "Do").errors[0]?.code;
    expect([code("sqs"), code("iam")]).toEqual(["AWS.SimpleQueueService.NonExistentQueue", "QueueDoesNotExist"]);
  });
});

describe("names", () => {
  it("of operations lose the version of the API", () => {
    expect(prepared(rest("GetJar2020_01_01", undefined, undefined, {})).operations.map(({ name }) => name)).toEqual(["GetJar"]);
    expect(prepared(rest("GetJar2019_01_01", undefined, undefined, {})).operations.map(({ name }) => name)).toEqual(["GetJar20190101"]);
  });

  it("tell types that were bytes", () => {
    const texts = { Blob: { type: "string", format: "password" }, ImageBytes: { type: "string" }, Body: { type: "string" }, Bodyguard: { type: "string" }, Blobs: { type: "string", pattern: "a" } };
    const spec = prepared(rest("Get", undefined, ref("Output"), { ...texts, Output: { type: "object", properties: Object.fromEntries(Object.keys(texts).map((name) => [name, ref(name)])) } }));
    expect(structure(spec, "Output").members.map((one) => one.type.kind)).toEqual(["blob", "blob", "blob", "string", "string"]);
  });
});

describe("S3", () => {
  it("has keys with slashes, bodies that stand alone, and successes that may be failures", () => {
    const schemas = { Body: { type: "string" }, CopyObjectOutput: { type: "object", properties: { Body: ref("Body") } } };
    const document = rest("CopyObject", { type: "object", properties: { Policy: { type: "string" } } }, ref("CopyObjectOutput"), schemas, { service: "s3", path: "/{Bucket}/{Key}" });
    const spec = prepared(document);
    expect(operation(spec, "CopyObject")).toMatchObject({ path: "/{Bucket}/{Key+}", bucket: "Bucket", errorsInSuccess: true });
    expect(member(spec, "CopyObjectRequest", "Policy")).toMatchObject({ location: { in: "payload" }, type: { kind: "string" } });
    expect(member(spec, "CopyObjectOutput", "Body")).toMatchObject({ location: { in: "payload" }, type: { kind: "blob", wire: "binary" } });
  });

  it.each([
    ["DeleteObjects", ["x-amz-sdk-checksum-algorithm"], { required: true, algorithmMember: "x-amz-sdk-checksum-algorithm" }],
    ["PutObject", ["Content-MD5", "x-amz-sdk-checksum-algorithm"], { algorithmMember: "x-amz-sdk-checksum-algorithm" }],
    ["PutBucketOwnershipControls", ["Content-MD5"], { required: true }],
    ["GetObject", ["x-amz-checksum-mode"], { validationMember: "x-amz-checksum-mode", responseAlgorithms: ["CRC32", "CRC32C", "SHA256", "SHA1"] }],
    ["HeadObject", ["x-amz-checksum-mode"], undefined],
    ["ListObjects", ["prefix"], undefined],
  ])("guards the body of %s, which takes %j, by %j", (name, headers, checksum) => {
    const parameters = headers.map((header) => ({ name: header, in: "header", schema: { type: "string" } }));
    expect(operation(prepared(rest(name, undefined, undefined, {}, { service: "s3", path: "/", more: { parameters } })), name).checksum).toEqual(checksum);
    const said = { parameters, "x-checksum": { required: true, algorithmMember: "Own" } };
    expect(operation(prepared(rest(name, undefined, undefined, {}, { service: "s3", path: "/", more: said })), name).checksum).toEqual(said["x-checksum"]);
  });
});

it("is the same when it is prepared again", () => {
  const schemas = { ...tags, PutTaggingRequest: putTagging, GetTaggingOutput: { type: "object", properties: { Tagging: ref("Tagging") } } };
  const once = toOpenApi(prepared(rest("PutTagging", inlineTagging, ref("GetTaggingOutput"), schemas)));
  expect(toOpenApi(prepared(once))).toEqual(once);
});
