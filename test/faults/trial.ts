// A row and a kind of client → how it ended, with everything closed that was opened for it.

import { inspect, isDeepStrictEqual } from "node:util";
import { ticks } from "../support/ticks.ts";
import type { Caller, Fault, Subject, Trial } from "./fault.ts";
import { customer, type FaultyServer, startFaultyServer } from "./faulty-server.ts";

/** For how many ticks the official SDK may be silent, with all its timers gone off, until it counts as waiting for ever. */
const patience = 300;

const isTheirs = (subject: Subject): boolean => subject.name === "official SDK";

/** Provokes the fault once. */
export async function runFault(fault: Fault, subject: Subject): Promise<string> {
  const cleanups: (() => unknown)[] = [];
  const callers: Caller[] = [];
  const servers: FaultyServer[] = [];
  let giveUp!: () => void;
  const waitsForEver = new Promise<string>((resolve) => {
    giveUp = () => void ticks(patience).then(() => resolve("waits for ever"));
  });
  const trial: Trial = {
    subject: subject.name,
    async serve(answers, options) {
      const server = await startFaultyServer(answers, options);
      server.onStuck = () => {
        trial.waitForEver();
        // Once what was sent before has arrived.
        void ticks(5).then(() => callers.forEach((caller) => caller.passTime()));
      };
      servers.push(server);
      return server;
    },
    open(opening) {
      const caller = subject.open(opening);
      callers.push(caller);
      return caller;
    },
    async ending(promise, caller) {
      const before = servers.reduce((sum, { requests }) => sum + requests.length, 0);
      let delay = "";
      const tell = (how: (outcome: unknown) => string) => (outcome: unknown) => {
        const ms = caller?.delayOf(outcome);
        if (ms) delay = `, after ${Math.round(ms)} ms of waiting`;
        return how(outcome);
      };
      const ended = await Promise.race([promise.then(tell(returned), tell(thrown)), waitsForEver]);
      const sent = servers.reduce((sum, { requests }) => sum + requests.length, -before);
      return servers.length === 0 ? ended : `${ended} · ${times(sent)}${delay}`;
    },
    waitForEver: () => isTheirs(subject) && giveUp(),
    after: (cleanup) => void cleanups.push(cleanup),
  };
  try {
    return await fault.run(trial);
  } finally {
    for (const caller of callers) caller.close();
    if (subject.name === "ours" && callers.length > 0) await untilEmpty(servers);
    for (const server of servers) await server.close();
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
}

/** Waits until clients that are closed have let go of their connections, which they must within a second. */
async function untilEmpty(servers: readonly FaultyServer[]): Promise<void> {
  const open = () => servers.reduce((sum, { sockets }) => sum + sockets.size, 0);
  for (let waited = 0; open() > 0; waited++) {
    if (waited === 1_000) throw new Error(`${open()} sockets are left one second after the client was closed.`);
    await ticks(1);
  }
}

export function times(count: number): string {
  return count === 0 ? "not sent" : count === 1 ? "sent once" : count === 2 ? "sent twice" : `sent ${count} times`;
}

/** What a call returned, in a line. */
export function returned(output: unknown): string {
  const { $metadata, ...rest } = output as { readonly $metadata?: unknown };
  if (isDeepStrictEqual(rest, JSON.parse(customer))) return "succeeds";
  return tidy(`returns ${inspect(rest, { breakLength: Infinity, depth: 4, sorted: true })}`);
}

/** What a call threw, in a line. */
export function thrown(error: unknown): string {
  if (!(error instanceof Error)) return tidy(`throws ${inspect(error)}`);
  const cause = (error as { readonly cause?: unknown }).cause;
  const because = error.name === "AbortError" ? (cause instanceof Error ? `, because “${cause.message}”` : ", without the caller's reason") : "";
  return tidy(`${error.name}: ${error.message}${because}`);
}

/** Without what differs from run to run, and not too long. */
function tidy(text: string): string {
  const line = text
    .slice(0, 1_000)
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:port")
    .replace(/EAI_AGAIN/g, "ENOTFOUND")
    .replace(/ [0-9A-F]+:error:.*/s, "")
    // The official SDK's advice after every answer that it can't read.
    .replace(/\s*Deserialization error: to see the raw response, inspect the hidden field \{error\}\.\$response on this object\./, "…")
    .replace(/(.)\1{19,}…?/g, "$1$1$1…")
    .replace(/[\s\0-\x1f\x7f-\x9f\ufffd\ufeff]+/g, " ");
  const short = line.length > 240 ? `${line.slice(0, 240)}…` : line;
  return text.length > 10_000 ? `${short} (${text.length} characters)` : short;
}
