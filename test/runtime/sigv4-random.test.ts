import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
// @ts-expect-error It has no types.
import { sign as aws4 } from "aws4";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { HttpRequest } from "../../templates/src/runtime/call.ts";
import { on, platforms } from "./on-platform.ts";

/** What a caller has in mind, before anything is encoded. */
interface Wish {
  readonly method: string;
  readonly segments: readonly string[];
  readonly slash: boolean;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly token: string | undefined;
  readonly time: number;
  readonly signingName: string;
}

const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(..." !'()*%+/&=;:@,~-_.%2F?#[]é\u{1f600}"), maxLength: 8 }),
);
const headerValue = fc.string({ unit: fc.constantFrom(..."ab  \t,;\"'=/é-_09"), maxLength: 16 });
const headerName = fc.constantFrom("content-type", "x-amz-target", "x-amz-meta-b", "x-amz-meta-a", "accept", "user-agent", "amz-sdk-request", "cache-control", "x-a", "x-a-b", "x", "content-md5", "range");

const wish: fc.Arbitrary<Wish> = fc.record({
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"),
  segments: fc.array(text, { maxLength: 4 }),
  slash: fc.boolean(),
  query: fc.dictionary(text.filter((key) => !/^x-amz-/i.test(key)), fc.array(text, { minLength: 1, maxLength: 3 }), { maxKeys: 4, noNullPrototype: true }),
  headers: fc.dictionary(headerName, headerValue, { maxKeys: 5, noNullPrototype: true }),
  body: fc.option(fc.string({ unit: "grapheme", maxLength: 40 }), { nil: undefined }),
  token: fc.option(fc.string({ unit: fc.constantFrom(..."abcXYZ019+/="), minLength: 1, maxLength: 30 }), { nil: undefined }),
  time: fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2060, 0) }),
  signingName: fc.constantFrom("aws-marketplace", "execute-api", "s3", "dynamodb"),
});

const encode = (part: string) => encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const host = "example.us-east-1.amazonaws.com";

function requestOf({ method, segments, slash, query, headers, body }: Wish): HttpRequest {
  return {
    method,
    protocol: "https:",
    host,
    path: `/${segments.map(encode).join("/")}${slash ? "/" : ""}`,
    query: Object.entries(query)
      .flatMap(([name, values]) => values.map((value) => `${encode(name)}=${encode(value)}`))
      .join("&"),
    headers,
    body,
  };
}

class Sha256 {
  readonly hash;
  constructor(key?: string | Uint8Array) {
    this.hash = key === undefined ? createHash("sha256") : createHmac("sha256", key);
  }
  update(data: Uint8Array) {
    this.hash.update(data);
  }
  async digest() {
    return this.hash.digest();
  }
}

function smithy({ signingName, token }: Wish): SignatureV4 {
  const s3 = signingName === "s3";
  return new SignatureV4({
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: secret, ...(token && { sessionToken: token }) },
    region: "us-east-1",
    service: signingName,
    sha256: Sha256 as never,
    uriEscapePath: !s3,
    applyChecksum: s3,
  });
}

const smithyRequest = ({ method, query, headers, body }: Wish, { path }: HttpRequest) =>
  ({ method, protocol: "https:", hostname: host, path, query: { ...query }, headers: { ...headers, host }, body }) as never;

const credentialsOf = ({ token: sessionToken }: Wish) => ({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: secret, sessionToken });

describe.each(platforms)("Random requests on %s", (platform) => {
  let sigv4: Awaited<ReturnType<typeof on>>;
  beforeAll(async () => {
    sigv4 = await on(platform);
  });
  const settings = { seed: 20_261_123, numRuns: 4_000 };

  it("are signed in the header as AWS's own signer signs them", async () => {
    await fc.assert(
      fc.asyncProperty(wish, async (wanted) => {
        const request = requestOf(wanted);
        const signing = { signingName: wanted.signingName, region: "us-east-1", contentSha256Header: wanted.signingName === "s3" };
        const ours = sigv4.createSigner(signing, sigv4.anyUrl(signing))(request, credentialsOf(wanted), wanted.time, await sigv4.payloadHash(request, false));
        const signed: unknown = await smithy(wanted).sign(smithyRequest(wanted, request), { signingDate: new Date(wanted.time) });
        const { host: _, ...theirs } = (signed as HttpRequest).headers;
        expect(ours.headers).toEqual(theirs);
      }),
      settings,
    );
  });

  it("are signed as AWS's own signer signs them, where every request goes to the root of an endpoint", async () => {
    await fc.assert(
      fc.asyncProperty(wish, fc.constantFrom("/", "/base", "/base/of all/"), async (given, path) => {
        // Headers come to this signer without tabs and outer spaces, which the client sees to.
        const headers = Object.fromEntries(Object.entries(given.headers).map(([name, value]) => [name, value.replaceAll("\t", " ").trim()]));
        const wanted = { ...given, method: "POST", segments: [], slash: false, query: {}, headers, signingName: "dynamodb" };
        const request = { ...requestOf(wanted), path: encodeURI(path) };
        const signing = { signingName: wanted.signingName, region: "us-east-1" };
        const ours = sigv4.createSigner(signing, sigv4.plain)(request, credentialsOf(wanted), wanted.time, await sigv4.payloadHash(request, false));
        const signed: unknown = await smithy(wanted).sign(smithyRequest(wanted, request), { signingDate: new Date(wanted.time) });
        const { host: _, ...theirs } = (signed as HttpRequest).headers;
        expect(ours.headers).toEqual(theirs);
      }),
      { ...settings, numRuns: 1_000 },
    );
  });

  it("are signed in the query as AWS's own signer signs them", async () => {
    await fc.assert(
      fc.asyncProperty(wish, async (wanted) => {
        const request = { ...requestOf(wanted), headers: {} };
        const signing = { signingName: wanted.signingName, region: "us-east-1" };
        const hash = await sigv4.payloadHash(request, false);
        const ours = sigv4.presignQuery(request, credentialsOf(wanted), wanted.time, hash, 900, signing);
        const { query } = await smithy(wanted).presign(smithyRequest({ ...wanted, headers: {} }, request), { signingDate: new Date(wanted.time), expiresIn: 900 });
        expect(/X-Amz-Signature=([^&]*)/.exec(ours)![1]).toBe((query as Record<string, string>)["X-Amz-Signature"]);
      }),
      { ...settings, numRuns: 500 },
    );
  });

  it("are signed as aws4 signs them, where it can", async () => {
    await fc.assert(
      fc.asyncProperty(wish, async (given) => {
        // aws4 reads paths and repeated names in its own way, and chooses other headers among these.
        const { range: _, "cache-control": __, ...headers } = given.headers;
        const wanted = { ...given, segments: given.segments.map((segment) => segment.replace(/\W/g, "x") || "x"), query: {}, slash: false, headers, signingName: "execute-api" };
        const request = requestOf(wanted);
        const date = sigv4.amzDate(wanted.time);
        const theirs: Record<string, string> = aws4(
          { ...request, service: "execute-api", region: "us-east-1", headers: { ...request.headers, "content-type": "text/plain", "X-Amz-Date": date } },
          credentialsOf(wanted),
        ).headers;
        // It adds headers of its own, which we sign, too.
        const all = Object.fromEntries(
          Object.entries(theirs)
            .map(([name, value]) => [name.toLowerCase(), `${value}`] as const)
            .filter(([name]) => !/^(authorization|host|x-amz-(date|security-token))$/.test(name)),
        );
        const signing = { signingName: "execute-api", region: "us-east-1" };
        const hash = await sigv4.payloadHash(request, false);
        const ours = sigv4.createSigner(signing, sigv4.anyUrl(signing))({ ...request, headers: all }, credentialsOf(wanted), wanted.time, hash);
        expect(ours.headers["authorization"]).toBe(theirs["Authorization"]);
      }),
      { ...settings, numRuns: 300 },
    );
  });
});
