// Options as given → options with every default filled in, or a sentence about the one that can't be used.

import { platform } from "#platform";
import { checkRegion, parseEndpoint, serviceUrl } from "./endpoint.ts";
import type { Service } from "./operation.ts";
import type { CallOptions, ClientOptions, RegionOptions, Resolved, ResolvedCallOptions, ResolvedClientOptions } from "./options.ts";
import { systemClock } from "./system-clock.ts";
import { fetchTransport } from "./transport/fetch.ts";
import { ValueError } from "./value-error.ts";

/** For a client. */
export function resolveClientOptions<Options extends ClientOptions>(service: Service, given: Options): Resolved<Options> {
  const { region } = given as Partial<RegionOptions>;
  checkRegion(region);
  const { allowInsecure = false, retry = {}, transport, fetch } = given;
  const limit = limitsFrom(given);
  return {
    ...given,
    service,
    region,
    allowInsecure,
    retry,
    endpoint: parseEndpoint(given.endpoint ?? serviceUrl(service, region), allowInsecure),
    timeoutMs: limit("timeoutMs", 60_000),
    attemptTimeoutMs: limit("attemptTimeoutMs", 30_000),
    connectTimeoutMs: limit("connectTimeoutMs", 3_100),
    maxResponseBytes: limit("maxResponseBytes", 50_000_000),
    maxAttempts: retry ? limitsFrom(retry)("maxAttempts", service.retry?.maxAttempts ?? 3) : 1,
    headers: given.headers ?? {},
    transport: transport ?? (fetch ? fetchTransport(fetch) : platform.defaultTransport()),
    hooks: given.hooks ?? {},
    clock: given.clock ?? systemClock,
    random: given.random ?? Math.random,
    uuid: given.uuid ?? platform.randomUUID,
  };
}

/** For one call. */
export function resolveCallOptions(options: ResolvedClientOptions, given: CallOptions): ResolvedCallOptions {
  const limit = limitsFrom(given);
  return {
    signal: given.signal,
    timeoutMs: limit("timeoutMs", options.timeoutMs),
    attemptTimeoutMs: limit("attemptTimeoutMs", options.attemptTimeoutMs),
    connectTimeoutMs: options.connectTimeoutMs,
    maxResponseBytes: limit("maxResponseBytes", options.maxResponseBytes),
    maxAttempts: limit("maxAttempts", options.maxAttempts),
    invocationId: options.uuid(),
    progress: { startedAt: options.clock.now(), attempts: 0, totalDelayMs: 0 },
  };
}

function limitsFrom<Options extends object>(given: Options): (name: keyof Options & string, fallback: number) => number {
  return (name, fallback) => {
    const value: unknown = given[name] ?? fallback;
    if (typeof value !== "number" || !(value > 0)) throw new ValueError("a number above 0 is needed", name);
    return value;
  };
}
