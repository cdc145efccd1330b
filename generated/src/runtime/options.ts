// What users can set: for a client, for a region, for one call. The resolved forms are what layers see.

import type { Clock, Transport } from "./call.ts";
import type { Hooks } from "./hooks.ts";
import type { Endpoint, RetryReason, Service } from "./operation.ts";
import type { Fetch } from "./transport/fetch.ts";

/** Options of one call. */
export interface CallOptions {
  /** Ends the call; its reason becomes the error's `cause`. */
  readonly signal?: AbortSignal;
  /** Milliseconds for the whole call with all its attempts; 60,000 unless set. `Infinity` waits for ever. */
  readonly timeoutMs?: number;
  /** Milliseconds for one attempt, from sending to the last byte of the answer; 30,000 unless set. */
  readonly attemptTimeoutMs?: number;
  /** A longer answer is refused; 50,000,000 bytes unless set. */
  readonly maxResponseBytes?: number;
  /** Attempts in all; 1 turns retrying off for this call. */
  readonly maxAttempts?: number;
  /** Sent besides the operation's own headers, none of which can be replaced. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Options of a client. What a call can set too is the default for all its calls. */
export interface ClientOptions extends Omit<CallOptions, "signal" | "maxAttempts"> {
  /**
   * Where requests go instead of the service's own address. In Node, AWS_ENDPOINT_URL is read when absent, and before it the
   * variable of the service, such as AWS_ENDPOINT_URL_DYNAMODB.
   */
  readonly endpoint?: string | URL;
  /** Allows to sign requests that go over `http:`, to a local server. */
  readonly allowInsecure?: boolean;
  /** Milliseconds until a connection must stand, where the transport can see it; 3,100 unless set. */
  readonly connectTimeoutMs?: number;
  /** `false` for a single attempt, numbers for the standard strategy, `adaptiveRetry()`, `legacyRetry()`, or a strategy of your own. */
  readonly retry?: false | RetryOptions | RetryStrategy;
  /** Used for sending instead of the platform's own transport. */
  readonly fetch?: Fetch;
  /** Sends requests in its own way; goes before `fetch`. */
  readonly transport?: Transport;
  /** What `observe` makes of an observer, or a function of your own that adds layers. */
  readonly hooks?: Hooks;
  readonly clock?: Clock;
  /** Numbers from 0 to 1, for the waits between attempts. */
  readonly random?: () => number;
  /** Makes idempotency tokens and the ids of calls. */
  readonly uuid?: () => string;
}

/** Options of a client whose service lives in regions. */
export interface RegionOptions {
  /** Such as `us-east-1`. In Node, AWS_REGION or AWS_DEFAULT_REGION is read when absent; everywhere else one is needed. */
  readonly region?: string;
}

/** Numbers of the standard strategy. */
export interface RetryOptions {
  /** Attempts in all; 3 unless set. */
  readonly maxAttempts?: number;
  /** Milliseconds that the waits after transient failures grow from; 50 unless set. */
  readonly baseDelayMs?: number;
  /** Milliseconds that the waits after throttling grow from; 1,000 unless set. */
  readonly throttlingDelayMs?: number;
  /** Milliseconds that no computed wait exceeds; 20,000 unless set. */
  readonly maxDelayMs?: number;
}

/** Decides for a whole client whether and when failed attempts are made again. */
export interface RetryStrategy {
  readonly maxAttempts: number;
  /** Opens a call. The client's own source of random numbers, from 0 to 1, and its clock come along. */
  begin(random: () => number, clock: Clock): RetrySession;
}

/** The part of a strategy that follows one call. */
export interface RetrySession {
  /** Milliseconds to wait before an attempt, for strategies that limit the rate. */
  before?(attempt: number): number;
  /** Milliseconds to wait until the next attempt; `undefined` gives up. */
  failed(failure: RetryFailure): number | undefined;
  succeeded?(): void;
}

/** An attempt that failed, as a strategy sees it. */
export interface RetryFailure {
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Absent when sending again makes no sense. */
  readonly reason: RetryReason | undefined;
  /** Milliseconds that the service asks to wait. */
  readonly hintMs: number | undefined;
  /** No further attempt will be made, whatever the strategy says. */
  readonly last: boolean;
}

/** The numbers that limit a call. */
export interface CallLimits {
  readonly timeoutMs: number;
  readonly attemptTimeoutMs: number;
  readonly connectTimeoutMs: number;
  readonly maxResponseBytes: number;
  readonly maxAttempts: number;
}

/** Client options with every default filled in. */
export interface ResolvedClientOptions extends Pick<ClientOptions, "allowInsecure" | "headers"> {
  readonly service: Service;
  readonly region: string | undefined;
  readonly endpoint: Endpoint;
  /** The endpoint was given. */
  readonly hasOwnEndpoint: boolean;
  readonly limits: CallLimits;
  readonly retry: RetryStrategy;
  readonly transport: Transport;
  readonly clock: Clock;
  readonly random: () => number;
  readonly uuid: () => string;
}

/** Client options with every default filled in, together with what passes have added to them. */
export type Resolved<Options extends ClientOptions> = Omit<Options, keyof ResolvedClientOptions> & ResolvedClientOptions;

/** Options of one call with every default filled in. */
export interface ResolvedCallOptions {
  readonly limits: CallLimits;
  /** When time will be over, by the client's clock. */
  readonly endsAt: number;
  readonly clock: Clock;
  /** The same for all attempts of a call, different for every call. */
  readonly invocationId: string;
  /** What has happened so far. */
  readonly progress: Progress;
}

/** Counted while a call runs; ends up in its metadata or its error. */
export interface Progress {
  /** How often the request was sent. */
  attempts: number;
  /** Milliseconds spent waiting between attempts. */
  totalDelayMs: number;
}
