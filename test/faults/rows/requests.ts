// Faults of requests: what the caller gives can't be sent, or shouldn't be.

import { runInNewContext } from "node:vm";
import type { Operation } from "../../../templates/src/runtime/operation.ts";
import { createClient } from "../../../templates/src/runtime/client.ts";
import { restJson } from "../../../templates/src/runtime/protocols/rest-json.ts";
import type { Fault, Section, Trial } from "../fault.ts";
import { respond } from "../faulty-server.ts";
import { input, oneCall } from "../one-call.ts";
import { thrown } from "../trial.ts";

const record = { ProductCode: "code", UsageDimension: "users", UsageQuantity: 1, Timestamp: new Date(1_763_000_000_500) };

/** Sends a record of usage, and tells how that ended, or what was sent. */
const meter =
  (changes: object): Fault["run"] =>
  async (trial) => {
    const server = await trial.serve([respond(200, '{"MeteringRecordId":"id"}')]);
    const ended = await trial.ending(trial.open({ url: server.url }).call("meterUsage", { ...record, ClientToken: "token", ...changes }));
    return server.requests[0] ? `sends \`${server.requests[0].body}\`` : ended;
  };

const headers = (given: Readonly<Record<string, string>>): Fault["run"] => oneCall([respond(200, "{}")], { headers: given });

/** Sends a call whose path holds what the caller gives. */
const path = (label: string): Fault => ({
  fault: `A path label that is ${label === "" ? "empty" : `\`${label}\``}`,
  ours: `InvalidRequestError: id: ${label === "" ? "an empty value" : `"${label}"`} can't be part of a path (DeleteUser) · not sent`,
  withoutSdk: "Metering has no path labels",
  async run(trial: Trial) {
    const service = { name: "Users", apiVersion: "1", userAgent: "test", url: () => "https://users.example" };
    const operation: Operation<object, object> = { name: "DeleteUser", service, protocol: restJson, method: "DELETE", path: "/users/{id}", request: { id: { in: "path", name: "id" } } };
    const { url } = await trial.serve([respond(200, "{}")]);
    return trial.ending(createClient(service, { endpoint: url }, () => []).call(operation, { id: label }));
  },
});

const circle: Record<string, unknown> = {};
circle["self"] = circle;

const deep = (): object => {
  let value: object = {};
  for (let level = 0; level < 10_000; level++) value = { value };
  return value;
};

export const requests: Section = {
  title: "Requests",
  faults: [
    {
      fault: "An invalid Date",
      ours: "InvalidRequestError: Timestamp: a valid Date is expected (MeterUsage) · not sent",
      run: meter({ Timestamp: new Date(NaN) }),
    },
    {
      fault: "A date as text",
      ours: "InvalidRequestError: Timestamp: a valid Date is expected (MeterUsage) · not sent",
      run: meter({ Timestamp: "2026-11-23" }),
    },
    {
      fault: "A Date of another realm",
      ours: 'sends `{"ProductCode":"code","UsageDimension":"users","UsageQuantity":1,"Timestamp":1763000000.5,"ClientToken":"token"}`',
      run: meter({ Timestamp: runInNewContext("new Date(1763000000500)") as Date }),
    },
    {
      fault: "Half of a surrogate pair",
      ours: "sends `{\"ProductCode\":\"code\",\"UsageDimension\":\"\\ud800\",\"UsageQuantity\":1,\"Timestamp\":1763000000.5,\"ClientToken\":\"token\"}`",
      run: meter({ UsageDimension: "\ud800" }),
    },
    {
      fault: "An idempotency token that is `null`",
      ours: 'sends `{"ProductCode":"code","UsageDimension":"users","UsageQuantity":1,"Timestamp":1763000000.5,"ClientToken":"a UUID"}`',
      run: async (trial) => (await meter({ ClientToken: null })(trial)).replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/, "a UUID"),
    },
    {
      fault: "A member that the document doesn't know, in a request",
      ours: 'sends `{"ProductCode":"code","UsageDimension":"users","UsageQuantity":1,"Timestamp":1763000000.5,"ClientToken":"token","New":1}`',
      run: meter({ New: 1 }),
    },
    {
      fault: "A key called `__proto__`",
      ours: 'sends `{"ProductCode":"code","UsageDimension":"users","UsageQuantity":1,"Timestamp":1763000000.5,"ClientToken":"token","__proto__":{"a":1}}`',
      run: meter(JSON.parse('{"__proto__":{"a":1}}') as object),
    },
    {
      fault: "A BigInt",
      ours: "InvalidRequestError: Do not know how to serialize a BigInt (MeterUsage) · not sent",
      run: meter({ UsageQuantity: 1n }),
    },
    {
      fault: "A number that is none",
      ours: "InvalidRequestError: UsageQuantity: a finite number is expected (MeterUsage) · not sent",
      run: meter({ UsageQuantity: NaN }),
    },
    {
      fault: "A value that holds itself",
      ours: "InvalidRequestError: Converting circular structure to JSON --> starting at object with constructor 'Object' --- property 'self' closes the circle (MeterUsage) · not sent",
      run: meter({ Circle: circle }),
    },
    {
      fault: "10,000 levels of nesting, in a request",
      ours: "InvalidRequestError: Maximum call stack size exceeded (MeterUsage) · not sent",
      run: meter({ Deep: deep() }),
    },
    {
      fault: "A header with a line end in its value",
      ours: "InvalidRequestError: the header x-note can't be set, or not to that (ResolveCustomer) · not sent",
      run: headers({ "x-note": "a\r\nx-evil: 1" }),
    },
    {
      fault: "A header with NUL in its value",
      ours: "InvalidRequestError: the header x-note can't be set, or not to that (ResolveCustomer) · not sent",
      run: headers({ "x-note": "a\0" }),
    },
    {
      fault: "A header beyond Latin-1",
      ours: "InvalidRequestError: the header x-note can't be set, or not to that (ResolveCustomer) · not sent",
      run: headers({ "x-note": "☃" }),
    },
    {
      fault: "A header with a space in its name",
      ours: "InvalidRequestError: the header x note can't be set, or not to that (ResolveCustomer) · not sent",
      run: headers({ "x note": "a" }),
    },
    {
      fault: "The caller's own `host`",
      ours: "InvalidRequestError: the header host can't be set, or not to that (ResolveCustomer) · not sent",
      run: headers({ host: "evil.example" }),
    },
    {
      fault: "The caller's own `authorization`",
      ours: "InvalidRequestError: the header authorization can't be set (ResolveCustomer) · not sent",
      run: headers({ authorization: "AWS4-HMAC-SHA256 mine" }),
    },
    {
      fault: "The caller's own `x-amz-date`",
      ours: "InvalidRequestError: the header x-amz-date can't be set (ResolveCustomer) · not sent",
      run: headers({ "x-amz-date": "20200101T000000Z" }),
    },
    {
      fault: "The caller's own `x-amz-target`",
      ours: "InvalidRequestError: the header x-amz-target can't be set, or not to that (ResolveCustomer) · not sent",
      run: headers({ "x-amz-target": "AWSMPMeteringService.RegisterUsage" }),
    },
    {
      fault: "The caller's own `content-length`",
      ours: "InvalidRequestError: the header content-length can't be set, or not to that (ResolveCustomer) · not sent",
      run: headers({ "content-length": "1" }),
    },
    {
      fault: "Plain http, without leave",
      ours: "InvalidRequestError: signatures need https, or `allowInsecure` (ResolveCustomer) · not sent",
      run: oneCall([respond(200, "{}")], { own: { allowInsecure: false } }),
    },
    {
      fault: "A region that names another host",
      ours: "InvalidRequestError: region: one such as us-east-1 is needed",
      async run(trial) {
        try {
          const caller = trial.open({ url: undefined as never, own: { region: "evil.example/", endpoint: undefined as never }, sdk: { region: "evil.example/", endpoint: undefined } });
          return await trial.ending(caller.call("resolveCustomer", input));
        } catch (error) {
          return thrown(error);
        }
      },
    },
    path(""),
    path("."),
    path(".."),
  ],
};
