import { describe, expect, it } from "vitest";
import { importModel } from "../../scripts/facts/import/import-model.ts";
import { toOpenApi } from "../../scripts/prepare/write/openapi.ts";
import { member, operation as operationIn, prepared as preparedAgain, structure as structureIn } from "../prepare/documents.ts";
import { imported, operation, query, rest, restXml, structure, wrong, zoo, type Parts } from "./models.ts";

const services: Readonly<Record<string, Parts>> = {
  json: {
    operations: {
      ListAnimals: operation("ListAnimals", { input: { shape: "ListAnimalsInput" }, output: { shape: "ListAnimalsOutput" }, errors: [{ shape: "Closed" }], documentation: "<p>Lists the animals.</p>" }),
      FeedAnimal: operation("FeedAnimal", { input: { shape: "FeedAnimalInput" }, authtype: "none", endpoint: { hostPrefix: "kitchen." } }),
    },
    shapes: {
      ListAnimalsInput: structure({ Limit: { shape: "Integer" }, Start: { shape: "String" } }),
      ListAnimalsOutput: structure({ Animals: { shape: "Animals" }, Next: { shape: "String" } }),
      Animals: { type: "list", member: { shape: "Animal" } },
      Animal: structure({ Name: { shape: "String" }, Born: { shape: "Date" }, Picture: { shape: "Picture" }, Notes: { shape: "Anything" }, Parent: { shape: "Animal" }, Names: { shape: "Names" } }, { required: ["Name"] }),
      Date: { type: "timestamp", timestampFormat: "iso8601" },
      Picture: { type: "blob" },
      Anything: structure({}, { document: true }),
      Names: { type: "map", key: { shape: "String" }, value: { shape: "String" } },
      FeedAnimalInput: structure({ Name: { shape: "String", locationName: "name" }, Token: { shape: "String", idempotencyToken: true }, ClientToken: { shape: "String" } }),
      Closed: structure({ message: { shape: "String" }, Until: { shape: "Date" } }, { exception: true, error: { httpStatusCode: 503 }, retryable: { throttling: false } }),
    },
    paginators: { ListAnimals: { input_token: "Start", output_token: "Next", limit_key: "Limit", result_key: "Animals" } },
    waiters: {
      AnimalsFed: {
        operation: "ListAnimals", delay: 5, maxAttempts: 3,
        acceptors: [{ matcher: "pathAll", argument: "Animals[].Name", expected: "Leo", state: "success" }, { matcher: "error", expected: "Closed", state: "retry" }, { matcher: "path", argument: "length(Animals[]) > `0`", expected: true, state: "failure" }],
      },
    },
  },
  "rest-json": {
    metadata: rest,
    operations: {
      PutPicture: {
        name: "PutPicture", http: { method: "PUT", requestUri: "/pictures/{Path+}?replace" }, input: { shape: "PutPictureRequest" }, output: { shape: "PutPictureAnswer" },
        authtype: "v4-unsigned-body", httpChecksum: { requestAlgorithmMember: "Algorithm", requestChecksumRequired: true },
      },
      GetPicture: { name: "GetPicture", http: { method: "GET", requestUri: "/pictures/{path}" }, input: { shape: "GetPictureRequest" }, output: { shape: "GetPictureAnswer" } },
      PutLabels: { name: "PutLabels", http: { method: "POST", requestUri: "/labels/{name}", responseCode: 202 }, input: { shape: "PutLabelsRequest" } },
    },
    shapes: {
      PutPictureRequest: structure({
        Path: { shape: "String", location: "uri", locationName: "Path" },
        Algorithm: { shape: "String", location: "header", locationName: "x-zoo-algorithm" },
        Tags: { shape: "Tags", location: "headers", locationName: "x-zoo-tag-" },
        Data: { shape: "Data" },
      }, { required: ["Path", "Data"], payload: "Data" }),
      PutPictureAnswer: structure({ ETag: { shape: "String", location: "header", locationName: "ETag" }, Stored: { shape: "Time", location: "header", locationName: "x-stored" }, Status: { shape: "Integer", location: "statusCode" } }),
      GetPictureRequest: structure({ path: { shape: "String", location: "uri", locationName: "path" }, since: { shape: "Time", location: "querystring", locationName: "since" } }, { required: ["path"] }),
      GetPictureAnswer: structure({ data: { shape: "Data" }, tags: { shape: "Tags", location: "headers", locationName: "x-zoo-tag-" } }, { payload: "data" }),
      PutLabelsRequest: structure({ name: { shape: "String", location: "uri", locationName: "name" }, Labels: { shape: "Labels", locationName: "labels" }, Context: { shape: "String", location: "header", locationName: "x-context", jsonvalue: true } }, { required: ["name", "Labels"] }),
      Labels: { type: "list", member: { shape: "Label" } },
      Label: structure({ Key: { shape: "String", locationName: "key" }, Value: { shape: "String", locationName: "value" } }),
      Tags: { type: "map", key: { shape: "String" }, value: { shape: "String" } },
      Data: { type: "blob", streaming: true },
      Time: { type: "timestamp" },
    },
  },
  "rest-xml": {
    metadata: { ...restXml, xmlNamespace: "https://zoo.example/doc/" },
    operations: {
      PutRules: { name: "PutRules", http: { method: "PUT", requestUri: "/rules" }, input: { shape: "PutRulesRequest" }, output: { shape: "PutRulesResult" } },
      AddKeeper: { name: "AddKeeper", http: { method: "POST", requestUri: "/keepers" }, input: { shape: "AddKeeperRequest", locationName: "NewKeeper", xmlNamespace: { uri: "https://zoo.example/doc/" } } },
    },
    shapes: {
      PutRulesRequest: structure({ Rules: { shape: "Rules", locationName: "RuleSet", xmlNamespace: { uri: "https://zoo.example/other/" } } }, { required: ["Rules"], payload: "Rules" }),
      PutRulesResult: structure({ Version: { shape: "String", location: "header", locationName: "x-version" } }),
      Rules: structure({ Rule: { shape: "RuleList" }, Lookup: { shape: "Lookup" }, Kind: { shape: "String", locationName: "kind", xmlAttribute: true } }),
      RuleList: { type: "list", member: { shape: "String", locationName: "Text" }, flattened: true },
      Lookup: { type: "map", key: { shape: "String", locationName: "Name" }, value: { shape: "String", locationName: "Text" } },
      AddKeeperRequest: structure({ Name: { shape: "String", locationName: "KeeperName" }, Days: { shape: "DayList" } }),
      DayList: { type: "list", member: { shape: "String", locationName: "Day" } },
    },
  },
  query: {
    metadata: query,
    operations: { TellAll: operation("TellAll", { input: { shape: "TellAllInput" }, output: { shape: "TellAllOutput", resultWrapper: "TellAllResult" }, errors: [{ shape: "NobodyListensFault" }] }) },
    shapes: {
      TellAllInput: structure({ Words: { shape: "WordList" } }),
      WordList: { type: "list", member: { shape: "String", locationName: "Word" } },
      TellAllOutput: structure({ Heard: { shape: "Integer" } }),
      NobodyListensFault: structure({}, { exception: true, error: { code: "NobodyListens", httpStatusCode: 404, senderFault: true } }),
    },
  },
  ec2: {
    metadata: { protocol: "ec2" },
    operations: { OpenGate: operation("OpenGate", { input: { shape: "OpenGateRequest" } }) },
    shapes: { OpenGateRequest: structure({ Gates: { shape: "GateList", locationName: "gateSet", queryName: "Gate" }, By: { shape: "String", locationName: "by" } }), GateList: { type: "list", member: { shape: "String", locationName: "item" } } },
  },
};

describe("an imported model", () => {
  it.each(Object.entries(services))("%s says everything that the model says", (_name, parts) => {
    const { facts } = imported(zoo(parts));
    expect(facts.length).toBeGreaterThan(5);
    expect(wrong(facts)).toEqual([]);
  });

  it.each(Object.entries(services))("%s is prepared once and for all", (_name, parts) => {
    const once = toOpenApi(imported(zoo(parts)).prepared.spec);
    expect(toOpenApi(preparedAgain(once))).toEqual(once);
  });

  it.each(Object.entries(services))("%s gives the same document every time, in the dialect of converted ones", (_name, parts) => {
    const { document } = imported(zoo(parts));
    expect(imported(zoo(parts)).document).toEqual(document);
    expect(document).toMatchObject({ openapi: "3.0.0", info: { title: "AWS Zoo Service", version: "2020-01-01", "x-providerName": "amazonaws.com" } });
  });

  it("keys operations as the protocol tells them apart", () => {
    const keys = (parts: Parts) => Object.keys(imported(zoo(parts)).document["paths"] as object);
    expect(keys(services["json"]!)).toEqual(["/#X-Amz-Target=Zoo.ListAnimals", "/#X-Amz-Target=Zoo.FeedAnimal"]);
    expect(keys(services["query"]!)).toEqual(["/#Action=TellAll"]);
    expect(keys(services["rest-json"]!)).toEqual(["/pictures/{Path}#replace", "/pictures/{path}", "/labels/{name}"]);
  });

  it("keeps two operations apart that share method and path", () => {
    const both = { name: "A", http: { method: "PUT", requestUri: "/x" } };
    const { spec } = imported(zoo({ metadata: rest, operations: { A: both, B: { ...both, name: "B" } } })).prepared;
    expect(spec.operations.map(({ name, method, path, query: constants }) => ({ name, method, path, constants }))).toEqual([{ name: "A", method: "PUT", path: "/x", constants: {} }, { name: "B", method: "PUT", path: "/x", constants: {} }]);
  });

  it("takes the names on the wire in JSON, and the model's names in XML and where they tell more", () => {
    const json = imported(zoo(services["rest-json"]!)).prepared.spec;
    expect(structureIn(json, "Label").members.map(({ name }) => name)).toEqual(["key", "value"]);
    expect(structureIn(json, "PutPictureRequest").members.map(({ name, location }) => [name, location])).toEqual([
      ["Path", { in: "path", name: "Path" }], ["Algorithm", { in: "header", name: "x-zoo-algorithm" }], ["Tags", { in: "prefix", name: "x-zoo-tag-" }], ["Data", { in: "payload" }],
    ]);
    const xml = imported(zoo(services["rest-xml"]!)).prepared.spec;
    expect(structureIn(xml, "AddKeeperRequest").members.map(({ name, xml: facts }) => [name, facts])).toEqual([["Name", { name: "KeeperName" }], ["Days", { itemName: "Day" }]]);
  });

  it("names members of pages and waiters as users do", () => {
    const spec = imported(zoo({
      metadata: rest,
      operations: { ListAnimals: { name: "ListAnimals", http: { method: "GET", requestUri: "/animals" }, input: { shape: "In" }, output: { shape: "Out" } } },
      shapes: {
        In: structure({ NextToken: { shape: "String", location: "querystring", locationName: "nextToken" } }),
        Out: structure({ Page: { shape: "Page", locationName: "page" } }),
        Page: structure({ NextToken: { shape: "String", locationName: "nextToken" }, Animals: { shape: "Names", locationName: "animals" } }),
        Names: { type: "list", member: { shape: "String" } },
      },
      paginators: { ListAnimals: { input_token: "NextToken", output_token: "Page.NextToken", result_key: "Page.Animals" } },
      waiters: { SomeAnimals: { operation: "ListAnimals", delay: 1, maxAttempts: 2, acceptors: [{ matcher: "path", argument: "length(Page.Animals) > `0`", expected: true, state: "success" }] } },
    })).prepared.spec;
    expect(operationIn(spec, "ListAnimals").pagination).toEqual({ inputTokens: ["nextToken"], outputTokens: ["page.nextToken"], results: ["page.animals"] });
    expect(spec.waiters).toMatchObject([{ name: "SomeAnimals", operation: "ListAnimals", acceptors: [{ path: "length(page.animals) > `0`" }] }]);
  });

  it("keeps unions, values that may be null, compression, and members of failures in headers", () => {
    const { spec } = imported(zoo({
      metadata: rest,
      operations: { PutAnimals: { name: "PutAnimals", http: { method: "PUT", requestUri: "/animals" }, input: { shape: "In" }, errors: [{ shape: "Closed" }], requestcompression: { encodings: ["gzip"] } } },
      shapes: {
        In: structure({ Food: { shape: "Food" }, Notes: { shape: "Notes" } }),
        Food: structure({ Hay: { shape: "String" }, Meat: { shape: "String" } }, { union: true }),
        Notes: { type: "map", key: { shape: "String" }, value: { shape: "String" }, sparse: true },
        Closed: structure({ Until: { shape: "Integer", location: "header", locationName: "Retry-After" } }, { exception: true }),
      },
    })).prepared;
    expect(operationIn(spec, "PutAnimals").compressed).toBe(true);
    expect(spec.shapes["Food"]).toMatchObject({ kind: "structure", union: true });
    expect(member(spec, "PutAnimalsRequest", "Notes").type).toMatchObject({ kind: "map", of: { kind: "string", nullable: true } });
    expect(spec.exceptions["Closed"]?.members).toMatchObject([{ name: "Until", location: { in: "header", name: "Retry-After" } }]);
  });

  it("marks tokens as the model does, whatever they are called", () => {
    const { spec } = imported(zoo(services["json"]!)).prepared;
    expect(member(spec, "FeedAnimalInput", "Token").idempotencyToken).toBe(true);
    expect(member(spec, "FeedAnimalInput", "ClientToken")).not.toHaveProperty("idempotencyToken");
  });

  it("goes to the one address of a global service, and to regions otherwise", () => {
    const urls = (metadata: object) => imported(zoo({ metadata, operations: { A: operation("A") } })).prepared.spec.service.endpoints.map((endpoint) => endpoint.url);
    expect(urls({})).toEqual(["https://zoo.{region}.amazonaws.com", "https://zoo.{region}.amazonaws.com.cn"]);
    expect(urls({ globalEndpoint: "zoo.amazonaws.com" })[0]).toBe("https://zoo.amazonaws.com");
  });

  it("speaks the first protocol that we know", () => {
    const model = zoo({ metadata: { protocol: "smithy-rpc-v2-cbor", protocols: ["smithy-rpc-v2-cbor", "json"], jsonVersion: "1.0" }, operations: { A: operation("A") } });
    expect(imported(model).prepared.spec.service.protocol).toBe("aws-json-1.0");
    expect(importModel(model, "aws-json-1.0")).toMatchObject({ "x-protocol": "aws-json-1.0" });
  });
});
