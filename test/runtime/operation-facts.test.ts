// What one operation does otherwise than the rest of its service: its signature and its host.

import { describe, expect, it } from "vitest";
import { createClient } from "../../templates/src/runtime/client.ts";
import { withHostPrefix } from "../../templates/src/runtime/host-prefix.ts";
import type { AnyOperation } from "../../templates/src/runtime/operation.ts";
import { anyUrl } from "../../templates/src/runtime/sign/any-url.ts";
import { signRequests } from "../../templates/src/runtime/sign/sign-requests.ts";
import { whereSigned } from "../../templates/src/runtime/sign/where-signed.ts";
import { noEventStreams } from "../../templates/src/runtime/protocols/no-event-streams.ts";
import { bareIds } from "../../templates/src/runtime/protocols/bare-ids.ts";
import { unsignedBody } from "../../templates/src/runtime/protocols/unsigned-body.ts";
import { answer, batchOperation, failureOf, type SampleOptions, scripted, service } from "../support/sample-service.ts";

const input = { UsageRecords: [] };
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI" };

/** Makes one call of the sample operation with other facts, and gives what was sent. */
async function sent(facts: Partial<AnyOperation>, members: object = {}, options: SampleOptions = {}) {
  const { transport, sent: requests } = scripted(answer(200, {}));
  const client = createClient(service, { region: "us-east-1", transport, credentials, ...options }, (resolved) => [whereSigned(signRequests(resolved, { signingName: "metering" }, anyUrl))]);
  await client.call({ ...batchOperation, ...facts } as typeof batchOperation, { ...input, ...members });
  return requests[0]!;
}

describe("an operation without a signature", () => {
  it("is sent without one, and asks for no credentials", async () => {
    const { headers } = await sent({ signed: false }, {}, { credentials: () => Promise.reject(new Error("none")) } as SampleOptions);
    expect(headers["authorization"]).toBeUndefined();
    expect(headers["x-amz-date"]).toBeUndefined();
  });
});

describe("an id of Route 53", () => {
  const protocol = bareIds({ ...batchOperation.protocol, request: (_operation, members) => ({ method: "GET", protocol: "https:", host: "h", path: `/${members["Id"]}`, query: "", headers: { other: `${members["Name"]}` }, body: undefined }) }, "Id");

  it("goes without what it is of, as answers have it, and other members stay what they are", async () => {
    expect(await sent({ protocol }, { Id: "/hostedzone/Z1", Name: "/hostedzone/Z1" })).toMatchObject({ path: "/Z1", headers: { other: "/hostedzone/Z1" } });
    expect((await sent({ protocol }, { Id: "Z1" })).path).toBe("/Z1");
  });
});

describe("an operation whose body isn't signed", () => {
  it("says so in a header that is signed", async () => {
    const { headers } = await sent({ protocol: unsignedBody(batchOperation.protocol) });
    expect(headers["x-amz-content-sha256"]).toBe("UNSIGNED-PAYLOAD");
    expect(headers["authorization"]).toContain("x-amz-content-sha256");
  });

  it("has the same signature whatever its body is", async () => {
    const clock = { now: () => 1_763_000_000_000, setTimer: () => () => {} };
    const signatures = [{ a: 1 }, { a: 2 }].map(async (members) => (await sent({ protocol: unsignedBody(batchOperation.protocol) }, members, { clock })).headers["authorization"]);
    expect(await signatures[0]).toBe(await signatures[1]);
    expect((await sent({}, { a: 1 }, { clock })).headers["x-amz-content-sha256"]).toBeUndefined();
  });
});

describe("an operation at a host of its own", () => {
  const protocol = withHostPrefix(batchOperation.protocol, "{AccountId}.data.");

  it("puts members before the service's host", async () => {
    expect((await sent({ protocol }, { AccountId: "123456789012" })).host).toBe("123456789012.data.metering.us-east-1.amazonaws.com");
  });

  it("leaves an endpoint of the user's own alone", async () => {
    expect((await sent({ protocol }, { AccountId: "123456789012" }, { endpoint: "https://localhost:8000" })).host).toBe("localhost:8000");
  });

  it.each([undefined, "", "a.b", "a/b", "-a", "x".repeat(64), 7])("refuses %j as a part of a host", async (AccountId) => {
    expect(await failureOf(sent({ protocol }, { AccountId }))).toMatchObject({
      name: "InvalidRequestError",
      message: "AccountId: letters, digits and hyphens are expected, since it is part of the host (Batch)",
    });
  });
});

describe("an operation whose messages are events", () => {
  it("is refused before anything is sent", async () => {
    expect(await failureOf(sent({ protocol: noEventStreams(batchOperation.protocol) }))).toMatchObject({ name: "InvalidRequestError", problem: expect.stringContaining("stream of events") });
  });
});
