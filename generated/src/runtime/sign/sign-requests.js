// The layer that signs: a call → the same call with its signature, credentials loaded in time and the clock set right.
import { credentialSource } from "../credentials.js";
import { InvalidRequestError } from "../errors.js";
import { createSigner } from "./signer.js";
import { payloadHash } from "./sigv4.js";
import { createSkew } from "./skew.js";
import { remember } from "./signs-anew.js";
/** Signs every call. Belongs inside `retry`, so that every attempt is signed afresh. */
export function signRequests(client, service) {
    const { clock } = client;
    const source = credentialSource(client.credentials, clock);
    const skew = createSkew();
    const signing = { ...service, region: service.region ?? client.region ?? "" };
    const sign = createSigner(signing);
    return (next) => async (call) => {
        const { request, signal } = call;
        requireSecure(request.protocol, client.allowInsecure);
        const credentials = await source.get();
        const hash = await payloadHash(request, signing);
        // Loading may have taken longer than the call was meant to last.
        signal?.throwIfAborted();
        const { offset } = skew;
        const sentAt = clock.now();
        const signed = sign(request, credentials, sentAt + offset, hash);
        const exchange = await next({ ...call, request: signed });
        const clockWasWrong = skew.correct(exchange.response, sentAt, clock.now(), offset);
        if (exchange.response.status >= 400)
            remember(exchange.request, { clockWasWrong, renewCredentials: () => source.invalidate(credentials) });
        return exchange;
    };
}
/** Refuses to send a signature in the clear. */
export function requireSecure(protocol, allowInsecure) {
    if (protocol !== "https:" && !allowInsecure)
        throw new InvalidRequestError({
            message: "signed requests need https, or `allowInsecure` for a local server",
        });
}
