// Calls an operation again and again, until its answer says that something has come about.

import type { Clock } from "./call.ts";
import { CallError, isServiceException, type CallErrorDetails } from "./errors.ts";
import { metadataOf } from "./metadata.ts";
import type { CallOptions } from "./options.ts";
import { systemClock } from "./system-clock.ts";
import { within } from "./within.ts";

/** How to wait. What a call can set is set for each of the calls; the signal ends the waiting. */
export interface WaitOptions extends CallOptions {
  /** Milliseconds for all of it. */
  readonly maxWaitMs?: number;
  /** Milliseconds between two calls, at least. */
  readonly minDelayMs?: number;
  /** Milliseconds between two calls, at most; 120,000 unless set. */
  readonly maxDelayMs?: number;
  readonly clock?: Clock;
  /** Numbers from 0 to 1, for the waits between calls. */
  readonly random?: () => number;
}

/** What is waited for. */
export interface WaitCondition<Output> {
  /** `TableExists` */
  readonly name: string;
  /** Milliseconds between two calls, and for all of it, unless the caller says otherwise. */
  readonly delayMs: number;
  readonly maxWaitMs: number;
  /** The first that matches decides. */
  readonly acceptors: readonly Acceptor<Output>[];
}

export type Acceptor<Output> = { readonly state: "success" | "failure" | "retry" } & (
  /** A value of the answer; `all` and `any` look at each item of a list. */
  | { readonly at: (output: Output) => unknown; readonly is: unknown; readonly of?: "all" | "any" }
  | { readonly status: number }
  /** A failure of that name; `true` is any failure, `false` none. */
  | { readonly error: string | boolean }
);

/** What was waited for can't come about any more. What the service answered last is the `cause`, when it was a failure. */
export class WaitError extends CallError {
  override readonly name = "WaitError";
  /** The answer that settled it, when it was a success. */
  declare readonly output?: unknown;

  constructor(details: CallErrorDetails & { readonly output?: unknown }) {
    super(details);
    if (details.output !== undefined) Object.defineProperty(this, "output", { value: details.output });
  }
}

type Answer<Output> = { readonly output: Output } | { readonly error: unknown };

/** Calls until an acceptor says that it is settled, and gives the answer that settled it; nothing when that was a failure. */
export function pollUntil<Output>(
  condition: WaitCondition<Output>,
  options: WaitOptions | undefined,
  call: (options: CallOptions) => Promise<Output>,
): Promise<Output | undefined> {
  const { maxWaitMs = condition.maxWaitMs, minDelayMs = condition.delayMs, maxDelayMs = 120_000, clock = systemClock, random = Math.random, ...each } = options ?? {};
  const began = clock.now();
  const poll = async (signal: AbortSignal): Promise<Output | undefined> => {
    for (let attempt = 0; ; attempt++) {
      const answer = await call({ ...each, signal }).then(
        (output): Answer<Output> => ({ output }),
        (error: unknown): Answer<Output> => ({ error }),
      );
      const state = condition.acceptors.find((acceptor) => matches(acceptor, answer))?.state;
      if (state === "success") return "output" in answer ? answer.output : undefined;
      if (state === "failure") throw given(condition.name, answer);
      if (state === undefined && "error" in answer) throw answer.error;
      // Longer from call to call, and never the same for two clients.
      const longest = Math.min(Math.max(maxDelayMs, minDelayMs), minDelayMs * 2 ** attempt);
      const delay = minDelayMs + random() * (longest - minDelayMs);
      const left = maxWaitMs - (clock.now() - began);
      // A last call shortly before time is over tells more than a wait that leads nowhere.
      const ms = delay < left ? delay : left > minDelayMs ? left - minDelayMs : left;
      await within(clock, Infinity, "", signal, (onEnd) => new Promise<void>((resolve) => onEnd(clock.setTimer(resolve, ms))));
    }
  };
  return within(clock, maxWaitMs, `waiting for ${condition.name}`, each.signal, (onEnd) => {
    const ended = new AbortController();
    onEnd((error) => ended.abort(error));
    return poll(ended.signal);
  });
}

function given<Output>(name: string, answer: Answer<Output>): WaitError {
  const message = `${name} can't come about any more`;
  return "output" in answer ? new WaitError({ message, output: answer.output }) : new WaitError({ message, cause: answer.error });
}

function matches<Output>(acceptor: Acceptor<Output>, answer: Answer<Output>): boolean {
  if ("error" in acceptor) {
    const { error: expected } = acceptor;
    if ("output" in answer) return expected === false;
    return expected === true || (typeof expected === "string" && isServiceException(answer.error) && [answer.error.code, answer.error.name].includes(expected));
  }
  if ("status" in acceptor) return acceptor.status === ("output" in answer ? (metadataOf(answer.output)?.status ?? 200) : (answer.error as CallError | undefined)?.status);
  if ("error" in answer) return false;
  const { at, is, of } = acceptor;
  const value = at(answer.output);
  if (of === undefined) return value === is;
  if (!Array.isArray(value) || value.length === 0) return false;
  return of === "all" ? value.every((item) => item === is) : value.includes(is);
}
