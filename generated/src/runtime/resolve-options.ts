// Options as given → options with every default filled in, or a sentence about the one that can't be used.

import * as platform from "#platform";
import { parseEndpoint, serviceUrl } from "./endpoint.ts";
import { refuse } from "./errors.ts";
import type { Service } from "./operation.ts";
import type { CallLimits, CallOptions, ClientOptions, Progress, RegionOptions, Resolved, ResolvedCallOptions, ResolvedClientOptions } from "./options.ts";
import { systemClock } from "./system-clock.ts";
import { fetchTransport } from "./transport/fetch.ts";

/** For a client. */
export function resolveClientOptions<Options extends ClientOptions>(service: Service, given: Options): Resolved<Options> {
  const { fetch, endpoint, retry = {}, clock = systemClock, random = Math.random, uuid = platform.randomUUID } = given;
  const { region } = given as Partial<RegionOptions>;
  return {
    ...given,
    limits: limitsOf({ ...given, maxAttempts: retry ? retry.maxAttempts : 1 }, {
      timeoutMs: 60_000,
      attemptTimeoutMs: 30_000,
      connectTimeoutMs: 3_100,
      maxResponseBytes: 50_000_000,
      maxAttempts: service.retry?.maxAttempts ?? 3,
    }),
    service,
    region,
    retry,
    clock,
    random,
    uuid,
    endpoint: parseEndpoint(endpoint ?? serviceUrl(service, region)),
    transport: given.transport ?? (fetch ? fetchTransport(fetch) : platform.defaultTransport()),
  };
}

/** For one call. */
export function resolveCallOptions(client: ResolvedClientOptions, given: CallOptions, progress: Progress): ResolvedCallOptions {
  const { clock } = client;
  return {
    ...limitsOf(given, client.limits),
    clock,
    startedAt: clock.now(),
    invocationId: client.uuid(),
    progress,
  };
}

/** The limits that are given, the rest from elsewhere. */
function limitsOf(given: { readonly [Name in keyof CallLimits]?: number | undefined }, fallback: CallLimits): CallLimits {
  const limits: Record<keyof CallLimits, number> = { ...fallback };
  for (const name of Object.keys(fallback) as (keyof CallLimits)[]) {
    const limit = given[name];
    if (limit === undefined) continue;
    // NaN would make every timer end at once.
    if (!(limit > 0)) refuse(`${name}: a number above 0 is needed`);
    limits[name] = limit;
  }
  return limits;
}
