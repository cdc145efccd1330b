import { describe, expect, it } from "vitest";
import { ServiceException } from "../../../templates/src/runtime/errors.ts";
import type { AnyOperation, Endpoint, Members } from "../../../templates/src/runtime/operation.ts";
import { awsQuery } from "../../../templates/src/runtime/protocols/aws-query.ts";
import { withoutAnswer } from "../../../templates/src/runtime/protocols/without-answer.ts";
import { blob, boolean, dateTime, number, structure, text, type XmlStructure } from "../../../templates/src/runtime/xml-shapes.ts";
import { service } from "../../support/sample-service.ts";
import { formOf } from "./form.ts";

// Where a test says "as botocore sends it", the form was recorded from botocore 1.31.30 with the models of AWS.

const endpoint: Endpoint = { protocol: "https:", host: "api.example", path: "" };
const protocol = awsQuery("2012-11-05");
const operation = (parts: Partial<AnyOperation>): AnyOperation => ({ name: "Do", service, protocol, method: "POST", path: "/", ...parts });
const request = (parts: Partial<AnyOperation>, input: Members) => protocol.request(operation(parts), input, endpoint);
const form = (input: XmlStructure | undefined, members: Members) => {
  const { Action: _action, Version: _version, ...rest } = formOf(request(input ? { input } : {}, members));
  return rest;
};
const response = (body: string, status = 200) => ({ status, headers: {}, body: new TextEncoder().encode(body) });

describe("a request", () => {
  it("is a form with action and version", () => {
    expect(request({ name: "ListQueues" }, { Prefix: "a b&c=d/ü+'" })).toEqual({
      method: "POST", protocol: "https:", host: "api.example", path: "/", query: "",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "Action=ListQueues&Version=2012-11-05&Prefix=a+b%26c%3Dd%2F%C3%BC%2B%27",
    });
  });

  it("calls a renamed operation by its own name, and goes below the endpoint's path", () => {
    const { body, path } = protocol.request(operation({ query: { Action: "Delete" } }), {}, { ...endpoint, path: "/v1" });
    expect([body, path]).toEqual(["Action=Delete&Version=2012-11-05", "/v1/"]);
  });

  it("writes numbers, booleans, dates and bytes as text, and leaves out what is absent", () => {
    const shape: XmlStructure = { members: { At: dateTime, Raw: blob } };
    expect(form(shape, { N: 1.5, Big: NaN, Yes: true, At: new Date(1_500), Raw: new Uint8Array([0, 1, 255]), Gone: undefined, Null: null })).toEqual({ N: "1.5", Big: "NaN", Yes: "true", At: "1970-01-01T00:00:01.500Z", Raw: "AAH/" });
  });

  it("writes lists inside maps", () => {
    expect(form({ members: { Map: { map: { list: text } } } }, { Map: { a: ["x", "y"] } })).toEqual({ "Map.entry.1.key": "a", "Map.entry.1.value.member.1": "x", "Map.entry.1.value.member.2": "y" });
  });

  it("writes lists, structures and maps, as botocore sends SNS's CreateTopic", () => {
    const shape: XmlStructure = { members: { Attributes: { map: text } } };
    expect(form(shape, { Name: "news", Attributes: { DisplayName: "News" }, Tags: [{ Key: "a", Value: "b" }] })).toEqual({
      Name: "news", "Attributes.entry.1.key": "DisplayName", "Attributes.entry.1.value": "News", "Tags.member.1.Key": "a", "Tags.member.1.Value": "b",
    });
  });

  it("names keys, values and items, as botocore sends SNS's Publish and RDS's DescribeDBInstances", () => {
    const publish: XmlStructure = { members: { MessageAttributes: { map: structure, key: "Name", value: "Value" } } };
    expect(form(publish, { MessageAttributes: { lang: { DataType: "String", StringValue: "en" } } })).toEqual({
      "MessageAttributes.entry.1.Name": "lang", "MessageAttributes.entry.1.Value.DataType": "String", "MessageAttributes.entry.1.Value.StringValue": "en",
    });
    const filter: XmlStructure = { members: { Values: { list: text, item: "Value" } } };
    const describeInstances: XmlStructure = { members: { Filters: { list: () => filter, item: "Filter" } } };
    expect(form(describeInstances, { Filters: [{ Name: "n", Values: ["v", "w"] }], MaxRecords: 20 })).toEqual({
      "Filters.Filter.1.Name": "n", "Filters.Filter.1.Values.Value.1": "v", "Filters.Filter.1.Values.Value.2": "w", MaxRecords: "20",
    });
  });

  it("writes flattened lists and maps, as botocore sends SQS's SendMessageBatch", () => {
    const attribute: XmlStructure = { members: { BinaryValue: blob } };
    const entry: XmlStructure = { members: { MessageAttributes: { map: () => attribute, key: "Name", value: "Value", flat: true } }, names: { MessageAttributes: "MessageAttribute" } };
    const batch: XmlStructure = { members: { Entries: { list: () => entry, flat: true } }, names: { Entries: "SendMessageBatchRequestEntry" } };
    const entries = [
      { Id: "one", MessageBody: "a & b", DelaySeconds: 5, MessageAttributes: { Kind: { DataType: "String", StringValue: "nightly" }, Raw: { DataType: "Binary", BinaryValue: new Uint8Array([0, 1, 255]) } } },
      { Id: "two", MessageBody: "ü" },
    ];
    expect(form(batch, { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs", Entries: entries })).toEqual({
      QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs",
      "SendMessageBatchRequestEntry.1.Id": "one",
      "SendMessageBatchRequestEntry.1.MessageBody": "a & b",
      "SendMessageBatchRequestEntry.1.DelaySeconds": "5",
      "SendMessageBatchRequestEntry.1.MessageAttribute.1.Name": "Kind",
      "SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType": "String",
      "SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue": "nightly",
      "SendMessageBatchRequestEntry.1.MessageAttribute.2.Name": "Raw",
      "SendMessageBatchRequestEntry.1.MessageAttribute.2.Value.DataType": "Binary",
      "SendMessageBatchRequestEntry.1.MessageAttribute.2.Value.BinaryValue": "AAH/",
      "SendMessageBatchRequestEntry.2.Id": "two",
      "SendMessageBatchRequestEntry.2.MessageBody": "ü",
    });
  });

  it("sends an empty list as such, as botocore sends Redshift's DescribeClusters, and no empty map", () => {
    expect(form({ members: { TagValues: { list: text, item: "TagValue" }, Tags: { map: text } } }, { TagValues: [], Tags: {} })).toEqual({ TagValues: "" });
  });

  it("counts only the items that are there", () => {
    expect(form(undefined, { Names: ["a", null, "b", undefined] })).toEqual({ "Names.member.1": "a", "Names.member.2": "b" });
  });

  it("says which member can't be sent", () => {
    const inner: XmlStructure = { members: { At: dateTime } };
    const shape: XmlStructure = { members: { Entries: { list: () => inner, flat: true }, Names: { list: text, item: "Name" }, Map: { map: text } } };
    expect(() => form(shape, { Entries: [{}, { At: "today" }] })).toThrow("Entries[1].At: a valid Date is expected");
    expect(() => form(shape, { Names: { a: 1 } })).toThrow("Names: a list is expected");
    expect(() => form(shape, { Map: ["a"] })).toThrow("Map: an object is expected");
    expect(() => form(shape, { Map: new Date() })).toThrow("Map: an object is expected");
    expect(() => form(undefined, { Name: () => 1 })).toThrow("Name: text, a number or a boolean is expected");
  });
});

describe("an answer", () => {
  const output = (shape: XmlStructure | undefined, inner: string, parts: Partial<AnyOperation> = {}) =>
    protocol.output(operation({ ...(shape ? { output: shape } : {}), ...parts }), response(`<DoResponse xmlns="urn:x"><DoResult>${inner}</DoResult><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></DoResponse>`));

  it("gives text, numbers, booleans, dates and bytes", () => {
    const shape: XmlStructure = { members: { N: number, F: number, Yes: boolean, No: boolean, At: dateTime, Raw: blob } };
    expect(output(shape, "<Name> a &amp; b </Name><N>5</N><F>-1.5e3</F><Yes>true</Yes><No>false</No><At>2026-11-16T13:00:00.5Z</At><Raw>AAH/</Raw><Empty/>")).toEqual({
      Name: " a & b ", N: 5, F: -1_500, Yes: true, No: false, At: new Date("2026-11-16T13:00:00.500Z"), Raw: new Uint8Array([0, 1, 255]), Empty: "",
    });
  });

  it("gives lists and maps, flattened or not, whatever their items are called", () => {
    const item: XmlStructure = { members: { N: number } };
    const shape: XmlStructure = {
      members: {
        List: { list: text }, Structures: { list: () => item }, Flat: { list: () => item, flat: true }, None: { list: text },
        Map: { map: number }, FlatMap: { map: text, key: "Name", value: "Value", flat: true }, Inner: () => item, Plain: structure,
      },
      names: { Flat: "Entry", FlatMap: "Attribute" },
    };
    const xml = "<List><member>a</member><member/></List><Structures><Row><N>1</N></Row></Structures><Entry><N>1</N></Entry><Entry><N>2</N></Entry><None/>" +
      "<Map><entry><key>a</key><value>1</value></entry></Map><Attribute><Name>x</Name><Value>1</Value></Attribute><Attribute><Value>2</Value><Name>__proto__</Name></Attribute><Inner/><Plain/>";
    const found = output(shape, xml) as Record<string, object>;
    expect(found).toMatchObject({ List: ["a", ""], Structures: [{ N: 1 }], Flat: [{ N: 1 }, { N: 2 }], None: [], Map: { a: 1 }, Inner: {}, Plain: {} });
    expect(Object.entries(found["FlatMap"]!)).toEqual([["x", "1"], ["__proto__", "2"]]);
  });

  it("keeps members that the document lacks", () => {
    expect(output(undefined, "<New>a</New><Deep><Er>1</Er></Deep><Many>a</Many><Many>b</Many><Many>c</Many>")).toEqual({ New: "a", Deep: { Er: "1" }, Many: ["a", "b", "c"] });
  });

  it("isn't changed by names that every object has", () => {
    const found = output({ members: {} }, "<constructor>a</constructor><__proto__><polluted>1</polluted></__proto__><toString>b</toString>") as object;
    expect(Object.entries(found)).toEqual([["constructor", "a"], ["__proto__", { polluted: "1" }], ["toString", "b"]]);
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
  });

  it("is what stands beside the request's id when nothing is wrapped, and empty where nothing is documented", () => {
    const bare = response("<DoResponse><BoxUsage>1</BoxUsage><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DoResponse>");
    expect(protocol.output(operation({}), bare)).toEqual({ BoxUsage: "1" });
    expect(withoutAnswer(protocol).output(operation({}), bare)).toEqual({});
    expect(withoutAnswer(protocol).output(operation({}), response(""))).toEqual({});
    expect(() => withoutAnswer(protocol).output(operation({}), response("OK"))).toThrow("the answer is no XML");
  });

  it.each([
    ["an integer that JavaScript would round", "<N>9007199254740993</N>", "N: an integer beyond 2^53 can't be read"],
    ["a number that isn't one", "<N>many</N>", "N: a number is expected"],
    ["a boolean that isn't one", "<Yes>perhaps</Yes>", "Yes: true or false is expected"],
    ["a date that isn't one", "<At>soon</At>", "At: a timestamp is expected"],
    ["base64 that isn't it", "<Raw>*</Raw>", "Raw: base64 is expected"],
  ])("refuses %s, and says where it is", (_, xml, message) => {
    expect(() => output({ members: { N: number, Yes: boolean, At: dateTime, Raw: blob } }, xml)).toThrow(message);
  });

  it("leaves out numbers and booleans without text", () => {
    expect(output({ members: { N: number, Yes: boolean } }, "<N/><Yes></Yes>")).toEqual({});
  });

  it.each(["", "<html><body>", '{"a":1}'])("that isn't XML is refused: %s", (body) => {
    expect(() => protocol.output(operation({}), response(body))).toThrow("the answer is no XML that can be read");
  });
});

describe("a failure", () => {
  const errors = ["QueueDoesNotExist", "NoSuchEntityException", "DBInstanceNotFoundFault", "QueueDeletedRecently"].map((name) => ({
    type: class extends ServiceException {
      static override readonly code = name;
    },
  }));
  const failure = (code: string, inner = "") => protocol.failure(operation({ errors }), response(`<ErrorResponse xmlns="urn:x"><Error><Type>Sender</Type><Code>${code}</Code><Message>It isn't there.</Message>${inner}</Error><RequestId>r-1</RequestId></ErrorResponse>`, 400));

  it("has a name, a message, the request's id and members", () => {
    const found = failure("QueueDoesNotExist", "<Count>3</Count>");
    expect(found).toMatchObject({ code: "QueueDoesNotExist", message: "It isn't there.", requestId: "r-1", fields: { Type: "Sender", Code: "QueueDoesNotExist", Count: "3" } });
    expect(found.read({ members: { Count: number } })).toEqual({ Type: "Sender", Count: 3 });
    expect(found.read(undefined)).toEqual({ Type: "Sender", Count: "3" });
  });

  it.each([
    ["NoSuchEntity", "NoSuchEntityException"],
    ["DBInstanceNotFound", "DBInstanceNotFoundFault"],
    ["AWS.SimpleQueueService.QueueDeletedRecently", "QueueDeletedRecently"],
    ["Unheard.Of", "Unheard.Of"],
    ["", undefined],
  ])("called %s on the wire is the documented %s", (code, documented) => {
    expect(failure(code).code).toBe(documented);
  });

  it.each(["", "<html>Bad gateway", "{}", "<Other/>"])("without anything to be read has no name: %s", (body) => {
    const found = protocol.failure(operation({ errors }), response(body, 502));
    expect(found).toMatchObject({ code: undefined, message: undefined, fields: {} });
    expect(found.read({ members: {} })).toEqual({});
  });
});
