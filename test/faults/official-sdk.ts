// The official SDK, with timers that go off at once: it takes no clock, so the global one is replaced while it runs.

import { MarketplaceMetering } from "@aws-sdk/client-marketplace-metering";
import { exampleCredentials } from "../support/verify-signature.ts";
import type { Caller, Opening, Subject } from "./fault.ts";

/** Its own numbers, except for the endpoint, the region and the keys. */
function open({ url, credentials = exampleCredentials, headers, sdk }: Opening): Caller {
  const client = new MarketplaceMetering({
    region: "us-east-1",
    endpoint: url,
    credentials: credentials as never,
    ...sdk,
  });
  if (headers) {
    client.middlewareStack.add(
      (next) => (args) => {
        Object.assign((args.request as { headers: object }).headers, headers);
        return next(args);
      },
      { step: "build", name: "headersOfTheCaller" },
    );
  }
  return {
    call: (operation, input, options) => (client[operation] as Function)(input, options?.signal && { abortSignal: options.signal }) as Promise<unknown>,
    now: Date.now,
    passTime() {},
    delayOf: (outcome) => (outcome as { readonly $metadata?: { readonly totalRetryDelay?: number } }).$metadata?.totalRetryDelay,
    client,
    close: () => client.destroy(),
  };
}

export const officialSdk: Subject = { name: "official SDK", open };

/** Runs something with timers that go off at once and the highest of random numbers. */
export async function inHaste<T>(run: () => Promise<T>): Promise<T> {
  const { setTimeout: original } = globalThis;
  const { random } = Math;
  globalThis.setTimeout = ((callback: () => void, _ms: number, ...rest: []) => original(callback, 0, ...rest)) as never;
  Math.random = () => 1;
  try {
    return await run();
  } finally {
    globalThis.setTimeout = original;
    Math.random = random;
  }
}
