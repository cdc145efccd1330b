// A URL → what its server answers. It looks at the address that a name resolves to, in the very moment of connecting: a name that
// was allowed may lead to this machine or to the network around it.

import { lookup as systemLookup, type LookupAddress, type LookupOptions } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";

import { isPublicAddress } from "./public-address.ts";

/** The part of an answer that is of use. */
export interface Answer {
  readonly status: number;
  readonly body: AsyncIterable<Uint8Array>;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** The address behind the name may be one of this machine or of a private network. */
  readonly allowPrivate: boolean;
}

export type FetchUrl = (url: string, options: FetchOptions) => Promise<Answer>;

/** Thrown when the name leads to a private address. */
export class PrivateAddress extends Error {
  override readonly name = "PrivateAddress";
}

type LookUp = (hostname: string, options: LookupOptions & { readonly all: true }, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

/** `lookUp` is the system's resolver, unless a test says otherwise. */
export function fetcher(lookUp: LookUp = systemLookup): FetchUrl {
  return (url, { signal, allowPrivate }) =>
    new Promise((resolve, reject) => {
      const { protocol, hostname } = new URL(url);
      const literal = hostname.replace(/^\[|\]$/gu, "");
      if (!allowPrivate && isIP(literal) !== 0 && !isPublicAddress(literal)) return reject(new PrivateAddress(url));

      const guarded = (name: string, options: LookupOptions, done: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void): void => {
        lookUp(name, { ...options, all: true }, (error, addresses) => {
          const [first] = addresses ?? [];
          if (error !== null || first === undefined) return done(error ?? new Error("The name has no address."), []);
          // One private address among public ones is enough: which of them is tried, nobody knows.
          if (!allowPrivate && addresses.some(({ address }) => !isPublicAddress(address))) return done(new PrivateAddress(url), []);
          if (options.all === true) done(null, addresses);
          else done(null, first.address, first.family);
        });
      };
      const send = protocol === "https:" ? requestHttps : requestHttp;
      const request = send(url, { agent: false, signal, lookup: guarded, headers: { accept: "application/json, application/yaml, */*;q=0.5", "accept-encoding": "identity", "user-agent": "countersign" } });
      request.once("response", (response) => resolve({ status: response.statusCode ?? 0, body: response }));
      request.once("error", reject);
      request.end();
    });
}
