// Options as given → options with every default filled in, or a sentence about the one that can't be used.
import * as platform from "#platform";
import { parseEndpoint, serviceUrl } from "./endpoint.js";
import { refuse } from "./errors.js";
import { systemClock } from "./system-clock.js";
import { fetchTransport } from "./transport/fetch.js";
/** For a client. */
export function resolveClientOptions(service, given) {
    const { fetch, endpoint, retry = {}, headers = {}, clock = systemClock, random = Math.random, uuid = platform.randomUUID } = given;
    const { region } = given;
    return {
        allowInsecure: false,
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
        headers,
        clock,
        random,
        uuid,
        endpoint: parseEndpoint(endpoint ?? serviceUrl(service, region)),
        transport: given.transport ?? (fetch ? fetchTransport(fetch) : platform.defaultTransport()),
    };
}
/** For one call. */
export function resolveCallOptions(client, given) {
    const { clock } = client;
    return {
        ...limitsOf(given, client.limits),
        clock,
        signal: given.signal,
        invocationId: client.uuid(),
        progress: { startedAt: clock.now(), attempts: 0, totalDelayMs: 0 },
    };
}
/** The limits that are given, the rest from elsewhere. */
function limitsOf(given, fallback) {
    const limits = { ...fallback };
    for (const name of Object.keys(fallback)) {
        const limit = given[name];
        if (limit === undefined)
            continue;
        // NaN would make every timer end at once.
        if (!(limit > 0))
            refuse(`${name}: a number above 0 is needed`);
        limits[name] = limit;
    }
    return limits;
}
