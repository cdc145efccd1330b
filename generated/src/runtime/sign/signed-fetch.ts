// A `fetch` → a `fetch` that signs what it sends, for requests that no document describes.

import { type Credentials, type CredentialsProvider, credentialSource } from "../credentials.ts";
import { systemClock } from "../system-clock.ts";
import { untilAborted } from "../until-aborted.ts";
import { anyUrl, isS3, payloadHash } from "./any-url.ts";
import { requireSecure } from "./sign-requests.ts";
import { createSigner } from "./signer.ts";
import type { Signing } from "./sigv4.ts";

export interface SignedFetchOptions extends Signing {
  readonly credentials?: Credentials | CredentialsProvider;
  /** Allows `http:` URLs, for a local server. */
  readonly allowInsecure?: boolean;
}

/** Gives a function that is called like `fetch`. It reads bodies to their end before sending, and follows no redirect. */
export function signedFetch(fetch: typeof globalThis.fetch, options: SignedFetchOptions): typeof globalThis.fetch {
  const source = credentialSource(options.credentials, systemClock);
  const signing = { ...options, contentSha256Header: options.contentSha256Header ?? (options.unsignedPayload || isS3(options)) };
  const sign = createSigner(signing, anyUrl(signing));
  return async (input, init) => {
    const request = new Request(input, init);
    const { protocol, host, pathname, search, href } = new URL(request.url);
    requireSecure(protocol, options.allowInsecure);
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const unsigned = {
      method: request.method,
      protocol: protocol as "https:",
      host,
      path: pathname,
      query: search.slice(1),
      headers: Object.fromEntries(request.headers),
      body,
    };
    const credentials = await untilAborted(Promise.resolve(source.get()), signal ?? undefined);
    const { headers } = sign(unsigned, credentials, systemClock.now(), await payloadHash(unsigned, options.unsignedPayload));
    return fetch(href.replace(/#.*/, ""), {
      ...init,
      method: request.method,
      headers,
      redirect: "manual",
      ...(body && { body }),
      ...(signal && { signal }),
    });
  };
}
