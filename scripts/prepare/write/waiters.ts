// Writes waiters as `read/waiters.ts` reads them.

import type { JsonObject } from "../../json.ts";
import type { Waiter } from "../prepared-spec.ts";

export function waitersOf(waiters: readonly Waiter[]): JsonObject {
  return Object.fromEntries(
    waiters.map(({ name, operation, doc, delaySeconds, maxAttempts, acceptors }) => [
      name,
      {
        operation,
        ...(doc === "" ? {} : { description: doc }),
        delay: delaySeconds,
        maxAttempts,
        acceptors: acceptors.map((acceptor) => ({ state: acceptor.state, matcher: acceptor.matcher, ...("path" in acceptor ? { path: acceptor.path } : {}), expected: acceptor.expected })),
      },
    ]),
  );
}
