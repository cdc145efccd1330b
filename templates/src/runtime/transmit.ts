// The innermost Send: one attempt over the transport, in its own time.

import type { Send } from "./call.ts";
import { CallError, ConnectionError } from "./errors.ts";
import type { ResolvedClientOptions } from "./options.ts";
import { within } from "./within.ts";

export function transmit(client: ResolvedClientOptions): Send {
  const { clock } = client;
  return async (call) => {
    const { options, request } = call;
    const { endsAt, limits, progress } = options;
    try {
      // Layers may have been busy when the call ended; then nothing is sent any more.
      const response = await within(clock, Math.min(endsAt - clock.now(), limits.attemptTimeoutMs), "the attempt", call.signal, async (onEnd) => {
        const ends = {
          onEnd,
          // Made only for who asks: a controller costs more than the signature.
          signal() {
            const controller = new AbortController();
            onEnd((error) => controller.abort(error));
            return controller.signal;
          },
        };
        // V8 takes thirty times as long to add to a spread object.
        const answer = client.transport(request, Object.assign(ends, limits));
        // What a closed client refuses was no attempt.
        progress.attempts++;
        return answer;
      });
      return { request, response };
    } catch (cause) {
      if (cause instanceof CallError) throw cause;
      type Coded = { readonly code?: string; readonly cause?: Coded } | undefined;
      const code = (cause as Coded)?.code ?? (cause as Coded)?.cause?.code;
      throw new ConnectionError({ message: `no complete answer came${code ? ` (${code})` : ""}`, retryable: true, cause });
    }
  };
}
