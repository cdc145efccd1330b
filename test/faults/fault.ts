// What a row of the fault matrix is, and what it works with.

import type { Credentials, CredentialsProvider } from "../../generated/src/runtime/credentials.ts";
import type { MarketplaceMeteringClientOptions } from "../../generated/src/client.ts";
import type { Answer, FaultyServer, FaultyServerOptions } from "./faulty-server.ts";

/** A fault, and how a call ends that meets it. */
export interface Fault {
  /** What goes wrong; the key of the official SDK's results. */
  readonly fault: string;
  /** How it ends with our client, to the letter. */
  readonly ours: string;
  /** The same over `fetch`, where that tells something else; `false` where the fault can't be had there. */
  readonly overFetch?: string | false;
  /** Why the official SDK isn't run, when it isn't. */
  readonly withoutSdk?: string;
  /** Runs the official SDK with timers that take their time. */
  readonly sdkUnhurried?: boolean;
  /** Provokes the fault, and tells how it ended. */
  readonly run: (trial: Trial) => Promise<string>;
}

/** Rows about one thing. */
export interface Section {
  readonly title: string;
  readonly faults: readonly Fault[];
}

export type Operation = "batchMeterUsage" | "meterUsage" | "registerUsage" | "resolveCustomer";

/** What a client is opened with. */
export interface Opening {
  readonly url: string;
  readonly credentials?: Credentials | CredentialsProvider;
  /** Headers that the caller adds to each call. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Options that only our client has. */
  readonly own?: Partial<MarketplaceMeteringClientOptions>;
  /** The same for the official SDK. */
  readonly sdk?: object;
}

/** An open client of either kind. */
export interface Caller {
  call(operation: Operation, input: object, options?: { readonly signal?: AbortSignal }): Promise<unknown>;
  /** Milliseconds that its clock shows. */
  now(): number;
  /** Lets the longest wait that is under way come to its end. */
  passTime(): void;
  /** Milliseconds spent waiting between attempts, by its own account: of an output, or of an error. */
  delayOf(outcome: unknown): number | undefined;
  readonly client: object;
  close(): void;
}

/** A kind of client. */
export interface Subject {
  readonly name: "ours" | "ours over fetch" | "official SDK";
  open(opening: Opening): Caller;
}

/** One run of a row with one kind of client. */
export interface Trial {
  readonly subject: Subject["name"];
  serve(answers: readonly Answer[], options?: FaultyServerOptions): Promise<FaultyServer>;
  open(opening: Opening): Caller;
  /**
   * How a call ends, in a line: what it returns or throws, and how often it was sent to the servers of this trial. With
   * its caller, also how long it waited between attempts.
   */
  ending(promise: Promise<unknown>, caller?: Caller): Promise<string>;
  /** From now on, a call of the official SDK that isn't over soon counts as one that waits for ever. */
  waitForEver(): void;
  /** Runs when the trial is over. */
  after(cleanup: () => unknown): void;
}
