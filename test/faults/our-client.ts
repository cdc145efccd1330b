// Our client, over either transport, with a clock whose waits are over at once.

import { MarketplaceMeteringClient } from "../../generated/src/client.ts";
import { CallError } from "../../generated/src/runtime/errors.ts";
import { metadataOf } from "../../generated/src/runtime/metadata.ts";
import { exampleCredentials } from "../support/verify-signature.ts";
import type { Caller, Opening, Subject } from "./fault.ts";

/** Longer than any wait between attempts, shorter than any deadline. */
const longestWait = 25_000;

const begin = Date.UTC(2026, 10, 23, 12);

/** A clock that ends the waits between attempts at once, and deadlines only when told to. */
function hurriedClock() {
  let time = begin;
  const deadlines = new Set<{ readonly at: number; readonly callback: () => void }>();
  return {
    now: () => time,
    setTimer(callback: () => void, ms: number) {
      const timer = { at: time + ms, callback };
      if (ms > longestWait) {
        deadlines.add(timer);
        return () => void deadlines.delete(timer);
      }
      const immediate = setImmediate(() => {
        time = Math.max(time, timer.at);
        callback();
      });
      return () => clearImmediate(immediate);
    },
    passTime() {
      const [next] = [...deadlines].sort((a, b) => a.at - b.at);
      if (!next) return;
      deadlines.delete(next);
      time = next.at;
      next.callback();
    },
  };
}

function open(transport: "node:http" | "fetch", { url, credentials = exampleCredentials, headers, own }: Opening): Caller {
  const clock = hurriedClock();
  const client = new MarketplaceMeteringClient({
    region: "us-east-1",
    endpoint: url,
    credentials,
    allowInsecure: true,
    random: () => 1,
    clock,
    ...(headers && { headers }),
    // The default transport of Node is chosen as users get it.
    ...(transport === "fetch" && { fetch: (to: string, init: RequestInit) => fetch(to, init) }),
    ...own,
  });
  return {
    call: (operation, input, options) => client[operation](input as never, options),
    now: clock.now,
    passTime: clock.passTime,
    delayOf: (outcome) => (outcome instanceof CallError ? outcome : metadataOf(outcome))?.totalDelayMs,
    client,
    close: () => client.close(),
  };
}

export const ours: Subject = { name: "ours", open: (opening) => open("node:http", opening) };
export const oursOverFetch: Subject = { name: "ours over fetch", open: (opening) => open("fetch", opening) };
