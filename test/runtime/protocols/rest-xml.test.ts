import { describe, expect, it } from "vitest";
import type { HttpResponse, Send } from "../../../templates/src/runtime/call.ts";
import { ServiceException } from "../../../templates/src/runtime/errors.ts";
import type { AnyOperation, Endpoint, Members } from "../../../templates/src/runtime/operation.ts";
import { restXml, restXmlBare, restXmlReader } from "../../../templates/src/runtime/protocols/rest-xml.ts";
import { revealFailures } from "../../../templates/src/runtime/reveal-failures.ts";
import { dateTime, number, structure, text, type XmlStructure } from "../../../templates/src/runtime/xml-shapes.ts";
import { service } from "../../support/sample-service.ts";

// Where a test says "as botocore sends it", the body was recorded from botocore 1.31.30 with the models of AWS.

const endpoint: Endpoint = { protocol: "https:", host: "s3.example", path: "" };
const s3 = "http://s3.amazonaws.com/doc/2006-03-01/";
const protocol = restXml(s3);
const operation = (parts: Partial<AnyOperation>): AnyOperation => ({ name: "Do", service, protocol, method: "PUT", path: "/", ...parts });
const request = (parts: Partial<AnyOperation>, input: Members, by = protocol) => by.request(operation(parts), input, endpoint);
const response = (body: string, more: Partial<HttpResponse> = {}): HttpResponse => ({ status: 200, headers: {}, body: new TextEncoder().encode(body), ...more });

describe("a request", () => {
  it("has the payload as its body, as botocore sends CompleteMultipartUpload", () => {
    const upload: XmlStructure = { members: { Parts: { list: structure, flat: true } }, names: { Parts: "Part" } };
    const parts = {
      method: "POST", path: "/{Bucket}/{Key+}", input: { members: { MultipartUpload: () => upload } } as XmlStructure,
      request: { Bucket: { in: "path", name: "Bucket" }, Key: { in: "path", name: "Key" }, UploadId: { in: "query", name: "uploadId" }, MultipartUpload: { in: "payload", name: "CompleteMultipartUpload" } },
    } as const;
    expect(request(parts, { Bucket: "b", Key: "a b/c+d", UploadId: "u/1", MultipartUpload: { Parts: [{ ETag: "x", PartNumber: 1 }, { ETag: "y", PartNumber: 2 }] } })).toMatchObject({
      path: "/b/a%20b/c%2Bd", query: "uploadId=u%2F1", headers: { "content-type": "application/xml" },
      body: `<CompleteMultipartUpload xmlns="${s3}"><Part><ETag>x</ETag><PartNumber>1</PartNumber></Part><Part><ETag>y</ETag><PartNumber>2</PartNumber></Part></CompleteMultipartUpload>`,
    });
  });

  it("declares the namespaces that belong to single elements", () => {
    const nested: XmlStructure = { members: { Values: { list: text, item: 'Value xmlns="http://c"' } }, names: { Values: 'Values xmlns:b="http://b"' } };
    const parts = { root: 'Root xmlns="http://a"', input: { members: { Nested: () => nested } } as XmlStructure };
    expect(request(parts, { Nested: { Values: ["x"] } }).body).toBe('<Root xmlns="http://a"><Nested><Values xmlns:b="http://b"><Value xmlns="http://c">x</Value></Values></Nested></Root>');
  });

  it("writes attributes and namespaces, as botocore sends PutBucketAcl", () => {
    const grantee: XmlStructure = { members: {}, names: { Type: "@xsi:type" }, namespaces: { xsi: "http://www.w3.org/2001/XMLSchema-instance" } };
    const grant: XmlStructure = { members: { Grantee: () => grantee } };
    const policy: XmlStructure = { members: { Grants: { list: () => grant, item: "Grant" } }, names: { Grants: "AccessControlList" } };
    const parts = { path: "/b", query: { acl: "" }, input: { members: { AccessControlPolicy: () => policy } } as XmlStructure, request: { AccessControlPolicy: { in: "payload" } } } as const;
    const { body, query } = request(parts, { AccessControlPolicy: { Owner: { ID: "me" }, Grants: [{ Grantee: { Type: 'Canonical"User', ID: "you" }, Permission: "READ" }] } });
    expect([body, query]).toEqual([
      `<AccessControlPolicy xmlns="${s3}"><Owner><ID>me</ID></Owner><AccessControlList><Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Canonical&#34;User"><ID>you</ID></Grantee>` +
      "<Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>",
      "acl",
    ]);
  });

  it("wraps members that are no payload, as botocore sends Route 53's ChangeResourceRecordSets", () => {
    const set: XmlStructure = { members: { ResourceRecords: { list: structure, item: "ResourceRecord" } } };
    const change: XmlStructure = { members: { ResourceRecordSet: () => set } };
    const batch: XmlStructure = { members: { Changes: { list: () => change, item: "Change" } } };
    const parts = { name: "ChangeResourceRecordSets", method: "POST", path: "/2013-04-01/hostedzone/{Id}/rrset/", input: { members: { ChangeBatch: () => batch } } as XmlStructure, request: { Id: { in: "path", name: "Id" } } } as const;
    const input = { Id: "Z1", ChangeBatch: { Comment: "c", Changes: [{ Action: "UPSERT", ResourceRecordSet: { Name: "a.example", TTL: 60, ResourceRecords: [{ Value: "192.0.2.1" }] } }] } };
    expect(request(parts, input, restXml("https://route53.amazonaws.com/doc/2013-04-01/"))).toMatchObject({
      path: "/2013-04-01/hostedzone/Z1/rrset/",
      body:
        '<ChangeResourceRecordSetsRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeBatch><Comment>c</Comment><Changes><Change><Action>UPSERT</Action><ResourceRecordSet><Name>a.example</Name>' +
        "<TTL>60</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></Change></Changes></ChangeBatch></ChangeResourceRecordSetsRequest>",
    });
    expect(request({ ...parts, root: "Changed" }, input, restXml("")).body).toMatch(/^<Changed><ChangeBatch>/);
  });

  it("writes flattened lists beside other members, and maps", () => {
    const and: XmlStructure = { members: { Tags: { list: structure, flat: true }, Map: { map: text }, Flat: { map: text, flat: true, key: "K", value: "V" } }, names: { Tags: "Tag" } };
    expect(request({ input: { members: { And: () => and } } as XmlStructure, request: { And: { in: "payload" } } }, { And: { Prefix: "p", Tags: [{ Key: "a" }, { Key: "b" }], Map: { x: 1 }, Flat: { y: 2, z: 3 } } }).body).toBe(
      `<And xmlns="${s3}"><Prefix>p</Prefix><Tag><Key>a</Key></Tag><Tag><Key>b</Key></Tag><Map><entry><key>x</key><value>1</value></entry></Map><Flat><K>y</K><V>2</V></Flat><Flat><K>z</K><V>3</V></Flat></And>`,
    );
  });

  it.each([
    ["bytes", new Uint8Array([1, 2]), new Uint8Array([1, 2]), "application/octet-stream"],
    ["text", '{"Version":"2012-10-17"}', '{"Version":"2012-10-17"}', "text/plain"],
  ] as const)("sends %s as they are", (as, value, body, type) => {
    const sent = request({ request: { Body: { in: "payload", as } } }, { Body: value });
    expect([sent.body, sent.headers["content-type"]]).toEqual([body, type]);
  });

  it("puts headers, prefix headers and dates where they belong, and no body where there is none", () => {
    const parts = { request: { Metadata: { in: "prefix", name: "x-amz-meta-" }, CopySource: { in: "header", name: "x-amz-copy-source" }, At: { in: "query", name: "at", as: dateTime } } } as const;
    expect(request(parts, { Metadata: { Colour: "red" }, CopySource: "/a/b%20c", At: new Date(0) })).toMatchObject({ headers: { "x-amz-meta-colour": "red", "x-amz-copy-source": "/a/b%20c" }, query: "at=1970-01-01T00%3A00%3A00Z", body: undefined });
  });

  it("encodes the key of an object once, slash by slash", () => {
    const key = (Key: string) => request({ path: "/{Bucket}/{Key+}", request: { Bucket: { in: "path", name: "Bucket" }, Key: { in: "path", name: "Key" } } }, { Bucket: "b", Key }).path;
    expect(key("a b/ü%2F/+&?#='()*!~")).toBe("/b/a%20b/%C3%BC%252F/%2B%26%3F%23%3D%27%28%29%2A%21~");
    expect(key("//a//")).toBe("/b///a//");
  });

  it("says which member can't be sent", () => {
    const parts = { input: { members: { Rules: { list: { members: { At: dateTime } } } } } as XmlStructure };
    expect(() => request(parts, { Rules: [{ At: 5 }] })).toThrow("Rules[0].At: a valid Date is expected");
    expect(() => request(parts, { Name: "\0" })).toThrow("Name: text that XML can carry is expected");
    expect(() => request(parts, { Rules: { a: 1 } })).toThrow("Rules: a list is expected");
  });
});

describe("an answer", () => {
  const output = (parts: Partial<AnyOperation>, body: string, more: Partial<HttpResponse> = {}) => protocol.output(operation(parts), response(body, more));

  it("gives members of the root, whatever that is called", () => {
    const shape: XmlStructure = { members: { Contents: { list: { members: { Size: number, LastModified: dateTime } }, flat: true }, MaxKeys: number } };
    const xml = `<ListBucketResult xmlns="${s3}"><Name>b</Name><MaxKeys>2</MaxKeys><Contents><Key>a&#x1;b</Key><Size>5</Size><LastModified>2026-11-16T13:00:00.000Z</LastModified></Contents><Contents><Key>c</Key><Size>0</Size></Contents></ListBucketResult>`;
    expect(output({ output: shape }, xml)).toEqual({ Name: "b", MaxKeys: 2, Contents: [{ Key: "a\u0001b", Size: 5, LastModified: new Date("2026-11-16T13:00:00Z") }, { Key: "c", Size: 0 }] });
  });

  it("gives attributes", () => {
    const shape: XmlStructure = { members: { Grantee: { members: { Rank: number }, names: { Type: "@xsi:type", Rank: "@rank" } } as XmlStructure } };
    expect(output({ output: shape }, `<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser" rank="3" other="x"><ID>me</ID></Grantee></Grant>`)).toEqual({ Grantee: { Type: "CanonicalUser", Rank: 3, ID: "me" } });
  });

  const status: Partial<AnyOperation> = {
    output: { members: { PolicyStatus: { members: { Count: number } } } } as XmlStructure,
    response: { PolicyStatus: { in: "payload" }, Version: { in: "header", name: "x-version" }, Metadata: { in: "prefix", name: "x-amz-meta-" }, Status: { in: "status" } },
  };

  it("gives the payload, with what travels elsewhere", () => {
    expect(output(status, "<PolicyStatus><Count>1</Count></PolicyStatus>", { headers: { "x-version": "7", "x-amz-meta-a": "b" } })).toEqual({ PolicyStatus: { Count: 1 }, Version: "7", Metadata: { a: "b" }, Status: 200 });
    expect(output(status, "")).toEqual({ Status: 200 });
  });

  it("finds what documents take for the payload inside a wrapper, or not at all", () => {
    expect(output(status, "<GetResponse><PolicyStatus><Count>1</Count></PolicyStatus></GetResponse>")).toMatchObject({ PolicyStatus: { Count: 1 } });
    expect(output(status, "<GetResponse/>")).toEqual({ Status: 200 });
  });

  it("gives bytes and text as they are", () => {
    expect(output({ response: { Body: { in: "payload", as: "bytes" } } }, "<a>")).toEqual({ Body: new TextEncoder().encode("<a>") });
    expect(output({ response: { Policy: { in: "payload", as: "text" } } }, "{}")).toEqual({ Policy: "{}" });
  });

  it.each([
    ["EU", { LocationConstraint: "EU" }],
    ["", {}],
  ])("gives the region of a bucket, which stands in the root: %s", (region, expected) => {
    expect(output({ output: structure }, `<?xml version="1.0" encoding="UTF-8"?>\n<LocationConstraint xmlns="${s3}">${region}</LocationConstraint>`)).toEqual(expected);
  });

  it("is empty where nothing is documented or nothing can come, and refused where something must", () => {
    expect(output({ answer: "none" }, "")).toEqual({});
    expect(output({ answer: "none" }, "<Anything><a/></Anything>")).toEqual({});
    expect(output({ output: structure }, "", { status: 204 })).toEqual({});
    expect(output({ output: structure, method: "HEAD" }, "")).toEqual({});
    expect(() => output({ output: structure }, "")).toThrow("the answer is no XML that can be read");
  });
});

describe("a failure", () => {
  const failure = (body: string, errors: AnyOperation["errors"] = []) => protocol.failure(operation({ errors }), response(body, { status: 404 }));

  it("stands bare in S3, with the request's id", () => {
    const found = failure("<?xml version='1.0'?><Error><Code>NoSuchKey</Code><Message>The resource you requested does not exist</Message><Key>a</Key><Size>3</Size><RequestId>4442587FB7D0A2F9</RequestId></Error>");
    expect(found).toMatchObject({ code: "NoSuchKey", message: "The resource you requested does not exist", requestId: "4442587FB7D0A2F9" });
    expect(found.read({ members: { Size: number } })).toEqual({ Key: "a", Size: 3 });
  });

  it("stands in a response in Route 53 and CloudFront, or has the name of the exception itself", () => {
    expect(failure("<ErrorResponse><Error><Type>Sender</Type><Code>NoSuchHostedZone</Code><Message>No.</Message></Error><RequestId>r</RequestId></ErrorResponse>")).toMatchObject({ code: "NoSuchHostedZone", message: "No.", requestId: "r" });
    expect(failure("<InvalidChangeBatch><Messages><Message>Tried to delete</Message></Messages><RequestId>r</RequestId></InvalidChangeBatch>", [{ type: class extends ServiceException { static override readonly code = "InvalidChangeBatch"; } }])).toMatchObject({ code: "InvalidChangeBatch", requestId: "r", fields: { Messages: { Message: "Tried to delete" } } });
  });

  it("has no name when the answer to HEAD has no body", () => {
    expect(failure("")).toMatchObject({ code: undefined, message: undefined, fields: {} });
  });
});

describe("an operation without XML of its own", () => {
  const places = { method: "GET", request: { Key: { in: "header" }, Day: { in: "header", name: "X-Day" }, Body: { in: "payload", as: "text" } }, response: { Key: { in: "header" }, Body: { in: "payload", as: "text" } } } as const;

  it.each([["that only reads XML", restXmlReader], ["that does neither", restXmlBare]])("speaks a protocol %s, and the same otherwise", (_, part) => {
    const input = { Key: "k", Day: "monday", Body: "<a/>" };
    expect(request(places, input, part)).toEqual(request(places, input));
    expect(() => request(places, { Other: 1 }, part)).toThrow("has no place in this request");
    const answered = response("<a/>", { headers: { key: "k" } });
    expect(part.output(operation(places), answered)).toEqual({ Key: "k", Body: "<a/>" });
  });

  it.each([
    '<Error><Code>NoSuchKey</Code><Message>It is gone</Message><Key>k</Key><RequestId>r</RequestId><Tag>a</Tag><Tag>b</Tag><__proto__><x>1</x></__proto__></Error>',
    "<ErrorResponse><Error><Code>Throttling</Code><Details><Rate unit='s'>3</Rate></Details></Error></ErrorResponse>", "<html", "",
  ])("reads a failure as any other: %s", (body) => {
    const [bare, whole] = [restXmlBare, protocol].map((each) => each.failure(operation({}), response(body)));
    expect({ ...bare, read: bare?.read(undefined) }).toEqual({ ...whole, read: whole?.read(undefined) });
  });
});

describe("a success that may hold a failure", () => {
  const through = async (body: string, parts: Partial<AnyOperation> = { errorsInSuccess: true }, status = 200) => {
    const send = (async () => ({ response: response(body, { status }) })) as unknown as Send;
    return (await revealFailures(send)({ operation: operation(parts) } as never)).response.status;
  };
  const error = '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message></Error>';

  it("gets the status of a failure when its root is an error", async () => {
    expect(await through(error)).toBe(500);
    expect(await through(" \n".repeat(10_000) + error)).toBe(500);
    expect(await through(error.replace("\n", " \n".repeat(10_000)))).toBe(500);
    expect(await through("<Error/>")).toBe(500);
  });

  it("is left alone when it isn't one", async () => {
    expect(await through('<?xml version="1.0"?><CopyObjectResult><Error>x</Error></CopyObjectResult>')).toBe(200);
    expect(await through("<Errors/>")).toBe(200);
    expect(await through("")).toBe(200);
    expect(await through(error, {})).toBe(200);
    expect(await through(error, { errorsInSuccess: true }, 204)).toBe(204);
  });
});
