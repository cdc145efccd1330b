// A small metering service in the form of generated code, and the shortest way to a client of it.

import { announceAttempts } from "../../templates/src/runtime/announce-attempts.ts";
import type { Throws } from "../../templates/src/runtime/attempt.ts";
import type { HttpRequest, HttpResponse, Layer, Transport } from "../../templates/src/runtime/call.ts";
import { type Client, createClient } from "../../templates/src/runtime/client.ts";
import { deadline } from "../../templates/src/runtime/deadline.ts";
import { regional } from "../../templates/src/runtime/endpoint.ts";
import { ServiceException } from "../../templates/src/runtime/errors.ts";
import type { Operation, Service } from "../../templates/src/runtime/operation.ts";
import type { CallOptions, ClientOptions, RegionOptions, ResolvedClientOptions } from "../../templates/src/runtime/options.ts";
import { awsJson } from "../../templates/src/runtime/protocols/aws-json.ts";
import { withToken } from "../../templates/src/runtime/protocols/with-token.ts";
import { retry } from "../../templates/src/runtime/retry.ts";
import { epochSeconds, type Shape } from "../../templates/src/runtime/shapes.ts";
import { throwErrors } from "../../templates/src/runtime/throw-errors.ts";

export class MeteringException extends ServiceException {}

export class DuplicateRequestException extends MeteringException {
  static override readonly code = "DuplicateRequestException";
  declare readonly name: "DuplicateRequestException";
  declare readonly acceptedAt?: Date;
}

export class ThrottlingException extends MeteringException {
  static override readonly code = "ThrottlingException";
  declare readonly name: "ThrottlingException";
}

export class ExpiredTokenException extends MeteringException {
  static override readonly code = "ExpiredTokenException";
  declare readonly name: "ExpiredTokenException";
}

export interface UsageRecord {
  readonly Timestamp: Date;
  readonly Dimension: string;
  readonly Quantity?: number;
}

export interface BatchRequest {
  readonly UsageRecords: readonly UsageRecord[];
  readonly ClientToken?: string;
}

export interface BatchResult {
  readonly Results?: readonly { readonly UsageRecord?: UsageRecord; readonly Status?: string }[];
  readonly UnprocessedRecords?: readonly UsageRecord[];
}

const protocol = withToken(awsJson("1.1"), "ClientToken");

export const service: Service = {
  name: "Metering",
  userAgent: "metering/1.0.0",
  url: regional("metering"),
};

const usageRecord: Shape = { members: { Timestamp: epochSeconds } };
const usageRecordResult: Shape = { members: { UsageRecord: () => usageRecord } };
const batchRequest: Shape = { members: { UsageRecords: { list: () => usageRecord } } };
const batchResult: Shape = {
  members: { Results: { list: () => usageRecordResult }, UnprocessedRecords: { list: () => usageRecord } },
};

export const batchOperation: Operation<BatchRequest, BatchResult> = {
  name: "Batch",
  service,
  protocol,
  method: "POST",
  path: "/",
  headers: { "x-amz-target": "MeteringService.Batch" },
  input: batchRequest,
  output: batchResult,
  errors: [
    { status: 487, type: DuplicateRequestException, shape: { members: { acceptedAt: epochSeconds } } },
    { status: 488, type: ThrottlingException },
    { status: 489, type: ExpiredTokenException },
  ],
};

export function batch(
  client: Client,
  input: BatchRequest,
  options?: CallOptions,
): Promise<BatchResult> & Throws<DuplicateRequestException | ThrottlingException | ExpiredTokenException> {
  return client.call(batchOperation, input, options);
}

export interface SampleOptions extends ClientOptions, Partial<RegionOptions> {}

export function connect(options: SampleOptions): Client {
  return createClient(service, { region: "us-east-1", ...options }, layers);
}

/** The client as it is before anything is woven into it. */
export function connectPlain(options: SampleOptions): Client {
  return createClient(service, { region: "us-east-1", ...options }, (resolved) => [deadline(resolved), retry(resolved)]);
}

function layers(options: ResolvedClientOptions): readonly Layer[] {
  return [deadline(options), throwErrors(MeteringException), retry(options), announceAttempts];
}

export const record: UsageRecord = { Timestamp: new Date(1_763_000_000_500), Dimension: "users", Quantity: 3 };

/** An answer, made of what matters. */
export function answer(status: number, body: unknown = "", headers: Record<string, string> = {}): HttpResponse {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { status, headers, body: new TextEncoder().encode(text) };
}

/** An answer, a failure of the transport, or what to do about a request. */
export type Step = HttpResponse | Error | ((request: HttpRequest) => Promise<HttpResponse>);

/** A transport that gives these answers one after the other, the last for ever, and keeps what it was asked to send. */
export function scripted(...script: Step[]): {
  readonly transport: Transport;
  readonly sent: HttpRequest[];
} {
  const sent: HttpRequest[] = [];
  return {
    sent,
    transport: async (request) => {
      sent.push(request);
      const step = script[Math.min(sent.length, script.length) - 1];
      if (step instanceof Error) throw step;
      return typeof step === "function" ? step(request) : step!;
    },
  };
}

/** What a promise fails with. */
export async function failureOf(promise: Promise<unknown>): Promise<any> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
