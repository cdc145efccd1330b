// The words that all layers share: what is sent, what comes back, and how layers wrap one another.

import type { AnyOperation } from "./operation.ts";
import type { ResolvedCallOptions } from "./options.ts";

/** An HTTP request as it goes on the wire. What is signed is what is sent, byte for byte. */
export interface HttpRequest {
  readonly method: string;
  readonly protocol: "https:" | "http:";
  /** Host name, with the port when it isn't the protocol's default. */
  readonly host: string;
  /** Percent-encoded, begins with `/`. */
  readonly path: string;
  /** Percent-encoded, without `?`; empty when there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | Blob | ReadableStream<Uint8Array> | undefined;
  /** The signature leaves out the body; then only TLS protects it. */
  readonly unsigned?: true;
  /** What `fetch` wants to be told about a body that is a stream. */
  readonly duplex?: { readonly duplex: "half" };
  /** Reads the body of the answer, up to so many bytes; read to its end when absent. */
  readonly read?: ((answer: { readonly ok: boolean; readonly body: ReadableStream<Uint8Array> | null }, limit: number) => Promise<Uint8Array>) | undefined;
}

/** An HTTP response, read to its end. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case; repeated headers are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** One call on its way down through the layers. */
export interface Call {
  readonly operation: AnyOperation;
  readonly request: HttpRequest;
  readonly options: ResolvedCallOptions;
  /** The caller's own. */
  readonly signal: AbortSignal | undefined;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/** What came back, on its way up. */
export interface Exchange {
  /** As it was sent, with its signature. */
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  /** Set for a refusal by the layer that signs: whether the same call may succeed once it is signed afresh. */
  signsAnew?: (code: string) => boolean;
  /** What the caller gets; read from the response once all layers have seen it. */
  output?: unknown;
}

/** Sends one call and returns what came back. */
export type Send = (call: Call) => Promise<Exchange>;

/** Wraps a Send. */
export type Layer = (next: Send) => Send;

/** Sends one HTTP request as it is, follows no redirect, and reads the answer to its end. */
export type Transport = (request: HttpRequest, limits: TransportLimits) => Promise<HttpResponse>;

/** Names the function to call when something must end before its time. */
export type OnEnd = (callback: (error: Error) => void) => void;

export interface TransportLimits {
  /** Makes a signal that aborts when the attempt must end. */
  signal(): AbortSignal;
  /** Instead of the signal, for a fraction of its cost: names the one function to call when the attempt must end. */
  readonly onEnd: OnEnd;
  /** Milliseconds until a connection must stand; only transports that can see it honour it. */
  readonly connectTimeoutMs: number;
  /** Bytes; a longer answer is refused. */
  readonly maxResponseBytes: number;
}

/** Time, passed in so that tests need not wait. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back after so many milliseconds; the function it gives cancels. */
  setTimer(callback: () => void, ms: number): () => void;
}
