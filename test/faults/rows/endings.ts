// Calls that end early: by their caller, with time, or with their client. And what calls leave behind.

import { getEventListeners } from "node:events";
import { nodeTransport } from "../../../generated/src/runtime/transport/node-http.ts";
import { ticks, ticksUntil } from "../../support/ticks.ts";
import type { Caller, Fault, Opening, Section, Trial } from "../fault.ts";
import { bytes, type FaultyServer, head, respond, silence, success } from "../faulty-server.ts";
import { input } from "../one-call.ts";
import { thrown, times } from "../trial.ts";

/** Aborts a call once a server, a provider or a clock says that it got so far. */
async function abortedWhen(trial: Trial, server: FaultyServer, caller: Caller, soFar: Promise<unknown>, goOn: () => unknown = () => {}): Promise<string> {
  const controller = new AbortController();
  const failure = caller.call("resolveCustomer", input, { signal: controller.signal }).then(
    () => "succeeds",
    (error: unknown) => thrown(error),
  );
  await soFar;
  const sent = server.requests.length;
  controller.abort(new Error("enough"));
  trial.waitForEver();
  const took = await ticksUntil(failure, 300);
  if (took === Infinity) return "goes on";
  const ended = await failure;
  goOn();
  await ticks(10);
  const afterwards = server.requests.length - sent;
  return `${ended} · ${took < 50 ? "within" : "after more than"} 50 ms, ${afterwards ? `then ${times(afterwards)}` : "nothing sent afterwards"}`;
}

/** Aborts a call once the server's answer is stuck. */
const abortedAtServer =
  (...[answer, options]: [Parameters<Trial["serve"]>[0][number], Parameters<Trial["serve"]>[1]?]): Fault["run"] =>
  async (trial) => {
    const server = await trial.serve([answer], options);
    const stuck = new Promise<void>((resolve) => (server.onStuck = resolve));
    const https = options ? server.url.replace("http:", "https:") : server.url;
    return abortedWhen(trial, server, trial.open({ url: https }), stuck);
  };

/** A clock that stands, and tells when somebody waits. */
function standingClock() {
  const waits = new Set<() => void>();
  let tell!: () => void;
  const waited = new Promise<void>((resolve) => (tell = resolve));
  return {
    clock: {
      now: () => Date.UTC(2026, 10, 23, 12),
      setTimer(callback: () => void, ms: number) {
        if (ms > 25_000) return () => {};
        waits.add(callback);
        tell();
        return () => void waits.delete(callback);
      },
    },
    waited,
    endWaits: () => waits.forEach((callback) => callback()),
  };
}

const begun = head(200, { "content-type": "application/x-amz-json-1.1", "content-length": "100" });

export const endings: Section = {
  title: "Calls that end early",
  faults: [
    {
      fault: "An abort before the call",
      ours: "AbortError: the caller ended the call (ResolveCustomer), because “enough” · not sent",
      async run(trial) {
        const { url } = await trial.serve([success]);
        return trial.ending(trial.open({ url }).call("resolveCustomer", input, { signal: AbortSignal.abort(new Error("enough")) }));
      },
    },
    {
      fault: "An abort while keys are loaded",
      ours: "AbortError: the caller ended the call (ResolveCustomer), because “enough” · within 50 ms, nothing sent afterwards",
      async run(trial) {
        const server = await trial.serve([success]);
        let goOn!: (keys: { accessKeyId: string; secretAccessKey: string }) => void;
        let tell!: () => void;
        const asked = new Promise<void>((resolve) => (tell = resolve));
        const provider: Opening["credentials"] = () => (tell(), new Promise((resolve) => (goOn = resolve)));
        const caller = trial.open({ url: server.url, credentials: provider });
        return abortedWhen(trial, server, caller, asked, () => goOn({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI" }));
      },
    },
    {
      fault: "An abort while waiting for a free connection",
      ours: "AbortError: the caller ended the call (ResolveCustomer), because “enough” · within 50 ms, nothing sent afterwards",
      overFetch: false,
      async run(trial) {
        let answerFirst!: () => void;
        const server = await trial.serve([(connection) => ((answerFirst = () => success(connection)), connection.stuck()), success]);
        const stuck = new Promise<void>((resolve) => (server.onStuck = resolve));
        const transport = nodeTransport({ maxSockets: 1 });
        const caller = trial.open({ url: server.url, own: { transport }, sdk: { requestHandler: { httpAgent: { maxSockets: 1 } } } });
        const first = caller.call("resolveCustomer", input);
        await stuck;
        // The second call has come as far as it can.
        const ended = await abortedWhen(trial, server, caller, ticks(5), () => answerFirst());
        await first;
        transport.close();
        return ended;
      },
    },
    {
      fault: "An abort while connecting",
      ours: "AbortError: the caller ended the call (ResolveCustomer), because “enough” · within 50 ms, nothing sent afterwards",
      run: abortedAtServer(silence, { onConnection: (_, stuck) => (stuck(), true) }),
    },
    {
      fault: "An abort while the answer is awaited",
      ours: "AbortError: the caller ended the call (ResolveCustomer), because “enough” · within 50 ms, nothing sent afterwards",
      run: abortedAtServer(silence),
    },
    {
      fault: "An abort while the answer is read",
      ours: "AbortError: the caller ended the call (ResolveCustomer), because “enough” · within 50 ms, nothing sent afterwards",
      run: abortedAtServer(bytes(`${begun}{"Cust`)),
    },
    {
      fault: "An abort while waiting between attempts",
      ours: "AbortError: the caller ended the call (ResolveCustomer), because “enough” · within 50 ms, nothing sent afterwards",
      sdkUnhurried: true,
      async run(trial) {
        const server = await trial.serve([respond(503, "{}", { "retry-after": "1" }), success]);
        const standing = standingClock();
        const caller = trial.open({ url: server.url, own: { clock: standing.clock } });
        const soFar = trial.subject === "official SDK" ? ticks(100) : standing.waited;
        return abortedWhen(trial, server, caller, soFar, standing.endWaits);
      },
    },
    {
      fault: "One attempt takes too long, the next is quick",
      ours: "succeeds · sent twice",
      async run(trial) {
        const { url } = await trial.serve([silence, success]);
        return trial.ending(trial.open({ url }).call("resolveCustomer", input));
      },
    },
    {
      fault: "The call takes too long",
      ours: "TimeoutError: the call took longer than 28000 ms (ResolveCustomer) · sent once",
      async run(trial) {
        const { url } = await trial.serve([silence]);
        return trial.ending(trial.open({ url, own: { timeoutMs: 28_000 } }).call("resolveCustomer", input));
      },
    },
    {
      fault: "The client is closed while 60 calls are under way",
      ours: "ConnectionError; afterwards not sent",
      overFetch: false,
      async run(trial) {
        const server = await trial.serve([silence]);
        let arrived = 0;
        const all = new Promise<void>((resolve) => (server.onStuck = () => ++arrived === 50 && resolve()));
        const caller = trial.open({ url: server.url });
        const calls = Array.from({ length: 60 }, () => caller.call("resolveCustomer", input).then(() => "returned", (error: Error) => error.name));
        await all;
        await ticks(10);
        const sent = server.requests.length;
        server.onStuck = () => {};
        caller.close();
        const isOver = (await ticksUntil(Promise.all(calls), 300)) < Infinity;
        const ended = isOver ? await Promise.all(calls) : ["some calls wait for ever"];
        return `${[...new Set(ended)].sort().join(", ")}; afterwards ${times(server.requests.length - sent)}`;
      },
    },
    {
      fault: "A call of a closed client",
      ours: "ConnectionError: the client is closed (ResolveCustomer)",
      async run(trial) {
        const { url } = await trial.serve([success]);
        const caller = trial.open({ url });
        await caller.call("resolveCustomer", input);
        caller.close();
        return (await trial.ending(caller.call("resolveCustomer", input))).replace(/ · .*/, "");
      },
    },
    {
      fault: "A client that is closed between two attempts",
      ours: "ConnectionError: the client is closed (ResolveCustomer); sent once",
      withoutSdk: "it opens new connections",
      async run(trial) {
        const server = await trial.serve([respond(503, "{}"), success]);
        const standing = standingClock();
        const caller = trial.open({ url: server.url, own: { clock: standing.clock } });
        const ended = caller.call("resolveCustomer", input).then(() => "succeeds", thrown);
        await standing.waited;
        caller.close();
        standing.endWaits();
        return `${await ended}; ${times(server.requests.length)}`;
      },
    },
    {
      fault: "1,000 calls with the same signal",
      ours: "0 listeners left",
      async run(trial) {
        const { url } = await trial.serve([success]);
        const caller = trial.open({ url });
        const { signal } = new AbortController();
        for (let count = 0; count < 1_000; count++) await caller.call("resolveCustomer", input, { signal });
        return `${getEventListeners(signal, "abort").length} listeners left`;
      },
    },
  ],
};
