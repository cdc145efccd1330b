// The layer that watches over bodies which travel after a call has ended, and over those that can be sent only once.

import type { Clock, Layer } from "../call.ts";
import { AbortError, ConnectionError, TimeoutError } from "../errors.ts";
import type { ResolvedClientOptions } from "../options.ts";
import { comingOf, withComing } from "./streamed-answer.ts";
import { isStream } from "./streamed-request.ts";

/** Belongs outside of `retry`: a stream that was read can't be sent again. */
export function watchStreams({ clock }: Pick<ResolvedClientOptions, "clock">): Layer {
  return (next) => async (call) => {
    const { limits } = call.options;
    const once = isStream(call.request.body);
    const exchange = await next(once ? { ...call, options: { ...call.options, limits: { ...limits, maxAttempts: 1 } } } : call);
    const stream = comingOf(exchange.response);
    return stream ? { ...exchange, response: withComing(exchange.response, watched(stream, limits.attemptTimeoutMs, clock, call.signal)) } : exchange;
  };
}

/** Ends a stream when its caller aborts, and when nothing comes or nobody reads for so long. Either way the connection is given up. */
function watched(stream: ReadableStream<Uint8Array>, idleMs: number, clock: Clock, signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  const reader = stream.getReader();
  let cancelTimer: (() => void) | undefined;
  let end: (error: Error) => void;
  const abort = (): void => end(new AbortError({ message: "the caller ended the call", cause: signal!.reason }));
  const late = (): void => end(new TimeoutError({ message: `nothing of the answer was read for ${idleMs} ms` }));
  const wait = (): void => {
    cancelTimer?.();
    // A longer wait, or an endless one, would make setTimeout call back at once.
    if (idleMs < 2 ** 31) cancelTimer = clock.setTimer(late, idleMs);
  };
  const stop = (): void => {
    cancelTimer?.();
    signal?.removeEventListener("abort", abort);
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        end = (error) => {
          stop();
          controller.error(error);
          reader.cancel(error).catch(() => {});
        };
        signal?.addEventListener("abort", abort);
        if (signal?.aborted) abort();
        else wait();
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            stop();
            controller.close();
          } else {
            wait();
            controller.enqueue(value);
          }
        } catch (cause) {
          stop();
          controller.error(new ConnectionError({ message: "the answer broke off", cause }));
        }
      },
      cancel(reason) {
        stop();
        return reader.cancel(reason);
      },
    },
    // Nothing is read ahead of the caller.
    { highWaterMark: 0 },
  );
}
