import { expect, it } from "vitest";
import { observe } from "../../templates/src/runtime/hooks.ts";
import { answer, batch, connect, failureOf, scripted, type Step } from "../support/sample-service.ts";

const input = { UsageRecords: [] };

function watch(...script: Step[]) {
  const events: [string, object][] = [];
  const note = (name: string) => (event: object) => void events.push([name, event]);
  const hooks = observe({
    callStart: note("callStart"),
    callEnd: note("callEnd"),
    attemptStart: note("attemptStart"),
    attemptEnd: note("attemptEnd"),
  });
  const client = connect({ ...scripted(...script), hooks, random: () => 0, uuid: () => "id", clock: { now: () => 5, setTimer: () => () => {} } });
  return { client, events };
}

const event = { service: "Metering", operation: "Batch", invocationId: "id", totalDelayMs: 0 };

it("an observer hears of calls and attempts, good and bad", async () => {
  const { client, events } = watch(answer(503, ""), answer(200, {}, { "x-amzn-requestid": "r" }));
  await batch(client, input);
  expect(events).toEqual([
    ["callStart", { ...event, attempt: 1 }],
    ["attemptStart", { ...event, attempt: 1 }],
    ["attemptEnd", { ...event, attempt: 1, durationMs: 0, status: 503, requestId: undefined }],
    ["attemptStart", { ...event, attempt: 2 }],
    ["attemptEnd", { ...event, attempt: 2, durationMs: 0, status: 200, requestId: "r" }],
    ["callEnd", { ...event, attempt: 2, durationMs: 0, status: 200, requestId: "r" }],
  ]);
});

it("an observer hears of failures, also of a success that can't be read", async () => {
  const { client, events } = watch(new Error("broken"), answer(200, "<html>"), answer(400, { __type: "DuplicateRequestException" }));
  await failureOf(batch(client, input));
  await failureOf(batch(client, input));
  expect(events.filter(([name]) => name.endsWith("End")).map(([name, { error, status }]: any) => [name, error?.name, status])).toEqual([
    ["attemptEnd", "ConnectionError", undefined],
    ["attemptEnd", undefined, 200],
    ["callEnd", "UnreadableResponseError", 200],
    ["attemptEnd", undefined, 400],
    ["callEnd", "DuplicateRequestException", 400],
  ]);
});

it("what an observer throws is ignored", async () => {
  const fail = (): never => {
    throw new Error("mine");
  };
  const hooks = observe({ callStart: fail, callEnd: fail, attemptStart: fail, attemptEnd: fail });
  expect(await batch(connect({ ...scripted(answer(200, {})), hooks }), input)).toEqual({});
});
