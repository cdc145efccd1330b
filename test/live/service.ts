// What a service that is called live says of itself, and what its steps are given.

import type { HttpResponse } from "../../templates/src/runtime/call.ts";
import type { Answer } from "../support/aws-packages.ts";

export type ServerName = "moto" | "moto without signatures" | "DynamoDB local";

export interface LiveService {
  readonly title: string;
  /** The document's file in the OpenAPI directory. */
  readonly document: string;
  /** The model's folder in botocore, where the document alone doesn't do. */
  readonly model?: string;
  /** moto refuses signed GETs of some services, also those of AWS's own tools, so that it has to believe them. */
  readonly server: ServerName;
  readonly host: string;
  readonly operations: readonly string[];
  /** Schemas that are bytes: a fact that the document has lost. */
  readonly blobs?: readonly string[];
  /** An operation that anybody may call, for a try with a wrong secret. */
  readonly harmless: string;
  /** Steps in order; what one returns, the next ones get by its name. */
  readonly steps: Readonly<Record<string, Step>>;
}

export type Step = (call: Call, known: Record<string, Answer>) => Promise<unknown>;

/** Calls an operation, or waits for a condition, or gives the failure of one that must fail. */
export interface Call {
  (operation: string, input?: unknown, options?: object): Promise<Answer>;
  readonly failing: (operation: string, input?: unknown) => Promise<Answer>;
  readonly pages: (paginator: string, input: unknown) => AsyncIterable<Answer> & { items(): AsyncIterable<Answer> };
  /** Headers of the answer that gave an output. */
  readonly headersOf: (output: unknown) => Readonly<Record<string, string>>;
  /** Of the server. */
  readonly port: number;
  /** All that have come, the last one last. */
  readonly answers: readonly HttpResponse[];
}

export const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const bytes = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);
