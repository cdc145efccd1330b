// Options as given → options with every default filled in, or a sentence about the one that can't be used.

import * as platform from "#platform";
import { parseEndpoint } from "./endpoint.ts";
import { refuse } from "./errors.ts";
import type { EndpointOptions, Service } from "./operation.ts";
import type { CallOptions, ClientOptions, Progress, RegionOptions, Resolved, ResolvedCallOptions, ResolvedClientOptions } from "./options.ts";
import { standardRetry } from "./standard-retry.ts";
import { systemClock } from "./system-clock.ts";
import { fetchTransport } from "./transport/fetch.ts";

/** For a client. */
export function resolveClientOptions<Options extends ClientOptions & Partial<RegionOptions> & EndpointOptions>(service: Service, given: Options): Resolved<Options> {
  const { fetch, transport, retry = {}, region = platform.environmentRegion(), endpoint = platform.environmentEndpoint(service) } = given;
  const strategy = retry && "begin" in retry ? retry : standardRetry({ ...service.retry, ...(retry || { maxAttempts: 1 }) });
  return {
    ...given,
    ...over(given, { clock: systemClock, random: Math.random, uuid: platform.randomUUID }),
    service,
    region,
    retry: strategy,
    limits: over({ ...given, maxAttempts: strategy.maxAttempts }, {
      timeoutMs: 60_000,
      attemptTimeoutMs: 30_000,
      connectTimeoutMs: 3_100,
      maxResponseBytes: 50_000_000,
      maxAttempts: 3,
    }),
    hasOwnEndpoint: !!endpoint,
    endpoint: parseEndpoint(endpoint ?? service.url(region, given)),
    transport: transport ?? (fetch ? fetchTransport(fetch) : platform.defaultTransport()),
  };
}

/** For one call. */
export function resolveCallOptions(client: ResolvedClientOptions, given: CallOptions, progress: Progress): ResolvedCallOptions {
  const { clock } = client;
  const limits = over(given, client.limits);
  return { limits, clock, endsAt: clock.now() + limits.timeoutMs, invocationId: client.uuid(), progress };
}

/** What is given, the rest from elsewhere. */
function over<Values extends object>(given: { readonly [Name in keyof Values]?: unknown }, fallback: Values): Values {
  const values = { ...fallback };
  for (const name in fallback) {
    const value = given[name];
    if (value === undefined) continue;
    // NaN would make every timer end at once.
    if (typeof fallback[name] === "number" && !((value as number) > 0)) refuse(`${name}: a number above 0 is needed`);
    values[name] = value as Values[typeof name];
  }
  return values;
}
