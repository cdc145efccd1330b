// What a client tells its observers: names, numbers and ids, never headers or bodies.

import type { Call, Layer } from "./call.ts";
import { requestIdOf } from "./metadata.ts";

/** The layers of a client, the outermost first → the layers to use instead. */
export type Hooks = (layers: readonly Layer[]) => readonly Layer[];

/** Functions called as things happen. What they throw is ignored. */
export interface Observer {
  readonly callStart?: (event: CallEvent) => void;
  readonly callEnd?: (event: EndEvent) => void;
  readonly attemptStart?: (event: CallEvent) => void;
  readonly attemptEnd?: (event: EndEvent) => void;
}

export interface CallEvent {
  readonly service: string;
  readonly operation: string;
  /** The same for all events of a call. */
  readonly invocationId: string;
  /** 1 for the first attempt, and for the start of a call; from 2 on it is a retry. */
  readonly attempt: number;
  /** Milliseconds spent waiting between attempts, up to now. */
  readonly totalDelayMs: number;
}

export interface EndEvent extends CallEvent {
  readonly durationMs: number;
  /** Of the answer, when one came. */
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  /** What went wrong. An attempt that got an answer has none, whatever the answer says. */
  readonly error?: unknown;
}

/** Puts an observer around each call, and around each attempt of it. */
export function observe(observer: Observer): Hooks {
  return (layers) => [
    around(observer.callStart, observer.callEnd),
    ...layers,
    around(observer.attemptStart, observer.attemptEnd),
  ];
}

function around(start: Observer["callStart"], end: Observer["callEnd"]): Layer {
  return (next) => async (call) => {
    const { clock } = call.options;
    const startedAt = clock.now();
    tell(start, eventOf(call, call.attempt));
    const ended = (status: number | undefined, requestId: string | undefined, error?: unknown): void => {
      const durationMs = clock.now() - startedAt;
      tell(end, { ...eventOf(call, call.options.progress.attempts || 1), durationMs, status, requestId, ...(error !== undefined && { error }) });
    };
    try {
      const exchange = await next(call);
      ended(exchange.response.status, requestIdOf(exchange.response));
      return exchange;
    } catch (error) {
      const { status, requestId } = (error ?? {}) as Partial<EndEvent>;
      ended(status, requestId, error);
      throw error;
    }
  };
}

function eventOf({ operation, options }: Call, attempt: number): CallEvent {
  const { invocationId, progress } = options;
  return { service: operation.service.name, operation: operation.name, invocationId, attempt, totalDelayMs: progress.totalDelayMs };
}

function tell<Event>(hook: ((event: Event) => void) | undefined, event: Event): void {
  try {
    hook?.(event);
  } catch {
    // An observer must not change what it observes.
  }
}
