// The layer that signs: a call → the same call with its signature, credentials loaded in time and the clock set right.

import type { Clock, Layer } from "../call.ts";
import { type Credentials, type CredentialsProvider, credentialSource } from "../credentials.ts";
import { refuse } from "../errors.ts";
import { type Canonical, plain } from "./canonical.ts";
import { createSigner } from "./signer.ts";
import type { Signing } from "./sigv4.ts";
import { createSkew } from "./skew.ts";

/** What signing adds to the options of a client. */
export interface SigningOptions {
  /** An access key, or a function that loads one. In Node, the environment is read when absent. */
  readonly credentials?: Credentials | CredentialsProvider;
}

/** The options of a client that signing reads. */
export interface SigningClient extends SigningOptions {
  readonly region?: string | undefined;
  readonly allowInsecure?: boolean | undefined;
  readonly clock: Clock;
}

/** What a service wants of its signatures; the client's region is used unless the service has one of its own. */
export type ServiceSigning = Omit<Signing, "region"> & { readonly region?: string };

/**
 * Signs every call. Belongs inside `retry`, so that every attempt is signed afresh. `canonicalOf` is `anyUrl` where
 * members travel in the path, the query or headers.
 */
export function signRequests(client: SigningClient, service: ServiceSigning, canonicalOf: (signing: Signing) => Canonical = () => plain): Layer {
  const { clock } = client;
  const source = credentialSource(client.credentials, clock);
  const skew = createSkew();
  const signing = { region: client.region ?? "", ...service };
  const canonical = canonicalOf(signing);
  const sign = createSigner(signing, canonical);

  return (next) => async (call) => {
    requireSecure(call.request.protocol, client.allowInsecure);
    const credentials = await source.get();
    const hash = await canonical.payload(call.request);
    const { offset } = skew;
    const sentAt = clock.now();
    const exchange = await next({ ...call, request: sign(call.request, credentials, sentAt + offset, hash) });
    const timeWasWrong = skew.correct(exchange.response, sentAt, clock.now(), offset);
    if (exchange.response.status >= 400) {
      exchange.signsAnew = (code) =>
        /^ExpiredToken/.test(code)
          ? source.invalidate(credentials)
          : timeWasWrong && /Skew|Expired|Future|Signature|AuthFailure/.test(code);
    }
    return exchange;
  };
}

/** Refuses to send a signature in the clear. */
export function requireSecure(protocol: string, allowInsecure: boolean | undefined): void {
  if (protocol !== "https:" && !allowInsecure) refuse("signatures need https, or `allowInsecure`");
}
