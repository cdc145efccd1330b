import type { Transport } from "../call.ts";
/** The part of `fetch` that is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;
/** Sends over a `fetch`, which keeps its own connections. */
export declare function fetchTransport(fetch: Fetch): Transport;
