import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { HttpRequest } from "../../templates/src/runtime/call.ts";
import { on, platforms } from "./on-platform.ts";

const folder = new URL("../fixtures/sigv4/", import.meta.url);
const cases = readdirSync(folder)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => [file.slice(0, -4), sectionsOf(readFileSync(new URL(file, folder), "utf8"))] as const);

/** The two cases that the crate added come without a context; they encode the path twice. */
const contextless: Readonly<Record<string, object>> = {
  "double-url-encode": { region: "us-east-2", service: "lambda", timestamp: "2021-05-11T15:40:45Z" },
  "double-encode-path": { region: "us-east-1", service: "service", timestamp: "2021-05-11T15:40:45Z" },
};

/** What can't be compared, each with its reason. */
const leftOut: Readonly<Record<string, string>> = {
  "post-sts-header-after header": "no service wants an unsigned token in a header: AWS IoT, which wants one, takes it in the query",
  "double-encode-path header-signed-request": "signed for another time than its canonical request, with a key that isn't published",
};

function sectionsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(/^=== /m)
      .slice(1)
      .map((section) => {
        const end = section.indexOf("\n");
        return [section.slice(0, end), section.slice(end + 1).replace(/\n$/, "")];
      }),
  );
}

/** A request of the suite. Repeated headers are joined, as every client does, and the signer adds its own. */
function requestOf(text: string): HttpRequest {
  const [, head = "", body] = /^(.*?)(?:\n\n(.*))?$/s.exec(text)!;
  const [, method = "", target = "", lines = ""] = /^(\S+) (.*) HTTP\/1\.1\n(.*)$/s.exec(head)!;
  const headers: Record<string, string> = {};
  for (const line of lines.split(/\n(?=\S)/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).toLowerCase();
    if (name !== "x-amz-date") headers[name] = headers[name] === undefined ? line.slice(colon + 1) : `${headers[name]},${line.slice(colon + 1)}`;
  }
  const { host = "", ...rest } = headers;
  const [path = "", ...query] = target.split("?");
  return { method, protocol: "https:", host, path, query: query.join("?"), headers: rest, body };
}

const parametersOf = (target: string) => target.replace(/^[^?]*\?/, "").split("&").sort();

describe.each(platforms)("Signature Version 4 on %s", (platform) => {
  let sigv4: Awaited<ReturnType<typeof on>>;
  beforeAll(async () => {
    sigv4 = await on(platform);
  });

  it("has the whole suite at hand", () => {
    expect(cases.filter(([name]) => !(name in contextless))).toHaveLength(38);
  });

  describe.each(cases)("signs %s", (name, sections) => {
    const context = JSON.parse(sections["context"] ?? "{}");
    const { credentials: given = {}, region, service, timestamp, normalize, sign_body, omit_session_token, expiration_in_seconds } = {
      ...context,
      ...contextless[name],
    };
    const credentials = {
      accessKeyId: given.access_key_id ?? "AKIDEXAMPLE",
      secretAccessKey: given.secret_access_key ?? "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
      sessionToken: given.token,
    };
    const signing = {
      signingName: service,
      region,
      normalizePath: normalize ?? true,
      doubleEncodePath: name in contextless,
      contentSha256Header: sign_body ?? false,
      tokenAfterSigning: !!omit_session_token,
    };
    const time = Date.parse(timestamp);
    const request = requestOf(sections["request"]!);

    if (!leftOut[`${name} header`]) it("in the header, step by step", async () => {
      const date = sigv4.amzDate(time);
      const scope = sigv4.credentialScope(date, signing);
      const hash = await sigv4.payloadHash(request, false);
      const signed = sigv4.createSigner(signing, sigv4.anyUrl(signing))(request, credentials, time, hash);
      const { authorization = "", ...headers } = signed.headers;
      const names = /SignedHeaders=([^,]*)/.exec(authorization)![1]!.split(";");

      const canonical = sigv4.canonicalRequest({ ...request, headers }, names, names.join(";"), hash, sigv4.anyUrl(signing));
      expect(canonical).toBe(sections["header-canonical-request"]);
      const text = sigv4.stringToSign(date, scope, canonical);
      if (sections["header-string-to-sign"]) expect(text).toBe(sections["header-string-to-sign"]);
      if (!leftOut[`${name} header-signed-request`]) {
        expect(sections["header-signed-request"]!.replace(/: /g, ":").split("\n")).toContain(`Authorization:${authorization.replace(/: /g, ":")}`);
      }
      expect(headers["x-amz-security-token"]).toBe(credentials.sessionToken);
    });

    // The crate has no query form of its own two cases.
    if (name in contextless) return;
    it("in the query, step by step", async () => {
      const hash = await sigv4.payloadHash(request, false);
      const query = sigv4.presignQuery(request, credentials, time, hash, expiration_in_seconds, signing);
      const expected = /^\S+ (.*) HTTP/.exec(sections["query-signed-request"]!)![1]!;
      const withoutSignature = query
        .split("&")
        .filter((pair) => !pair.startsWith("X-Amz-Signature=") && !(omit_session_token && pair.startsWith("X-Amz-Security-Token=")));
      const names = decodeURIComponent(/X-Amz-SignedHeaders=([^&]*)/.exec(query)![1]!).split(";");
      expect(sigv4.canonicalRequest({ ...request, query: withoutSignature.join("&") }, names, names.join(";"), hash, sigv4.anyUrl(signing))).toBe(
        sections["query-canonical-request"],
      );
      expect(query.split("&").filter((pair) => pair.startsWith("X-Amz-")).sort()).toEqual(
        parametersOf(expected).filter((pair) => pair.startsWith("X-Amz-")),
      );
    });
  });
});
