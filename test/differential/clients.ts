// A call → how it went with each client: what arrived on the wire, and what the caller got.

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { memberName } from "../../scripts/facts/member-facts.ts";
import { membersOf, shapeNamed, type Model, type ModelMember } from "../../scripts/facts/model.ts";
import { protocolsOf } from "../../scripts/facts/protocol.ts";
import { nodeTransport } from "../../templates/src/runtime/transport/node-http.ts";
import type { Answer, Called } from "../support/aws-packages.ts";
import { comparable } from "../protocols/values.ts";
import { type Credentials, exampleCredentials } from "../support/verify-signature.ts";
import type { Call, Service, Settings } from "./call.ts";
import { forOurs, forTheirs, fromOurs, fromTheirs } from "./translate.ts";
import type { Sent, Wire } from "./wire.ts";

/** How a call went. */
export interface Went {
  readonly sent: readonly Sent[];
  readonly outcome: Outcome;
}

export type Outcome =
  | { readonly kind: "output"; readonly status: unknown; readonly requestId: unknown; readonly output: unknown }
  | { readonly kind: "exception"; readonly name: string; readonly problem: string; readonly fault: unknown; readonly status: unknown; readonly requestId: unknown; readonly members: unknown };

/** Makes a call, and says how it went. */
export type Caller = (call: Call) => Promise<Went>;

export const credentialsOf = ({ sessionToken }: Settings): Credentials => ({ ...exampleCredentials, ...(sessionToken === undefined ? {} : { sessionToken }) });

// --------------------------------------------------------------------------------------------------------------- ours

export function ourCaller(service: Service, model: Model, called: Called, wire: Wire): Caller {
  return async ({ operation, input = {}, older = {}, client: settings = {}, answer = {} }) => {
    const { checksumsWhereRequired: _, sessionToken: __, ...options } = settings;
    const transport = nodeTransport({ httpsAgent: wire.agent });
    const client: unknown = called["connect"]!({ region: "us-east-1", ...options, credentials: credentialsOf(settings), transport, retry: false });
    const run = functionOf(called, operation);
    if (run === undefined) throw new Error(`The package of ${service.title} has no function for ${operation}.`);
    const modelled = model.operations[operation]!;
    const named = modelled.input === undefined ? {} : (forOurs(model, modelled.input.shape, input) as object);
    const given = Object.fromEntries(Object.entries(named).map(([name, value]) => [older[name] ?? name, value]));
    wire.answer(answer);
    const outcome = await outcomeOf(
      async () => {
        const output = await run(client, ...(/^[^)]*\binput\b/.test(run.toString()) ? [given] : []));
        const { status, requestId } = (called["metadataOf"] as unknown as (output: unknown) => { readonly status?: number; readonly requestId?: string } | undefined)(output) ?? {};
        const read = await readStreams(output);
        return { kind: "output", status, requestId, output: comparable(modelled.output === undefined ? (read ?? {}) : fromOurs(model, modelled.output.shape, read, "output")) };
      },
      (error) => ({
        kind: "exception", name: error.name, problem: error.problem ?? String(error.stack), fault: error.fault, status: error.status, requestId: error.requestId,
        members: exceptionMembers(model, error.name, (_, { shape }, name) => fromOurs(model, shape, name in error ? error[name] : error.fields?.[name], "nested")),
      }),
    );
    return { sent: wire.sent(), outcome };
  };
}

function functionOf(called: Called, operation: string): Called[string] | undefined {
  return Object.entries(called).find(([name]) => /^[a-z]/.test(name) && name.toLowerCase() === operation.toLowerCase())?.[1];
}

// ------------------------------------------------------------------------------------------------------------- theirs

export async function theirCaller(service: Service, model: Model, folder: string, wire: Wire): Promise<Caller> {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  const { name, client: clientName } = service.official;
  const sdk = (await import(pathToFileURL(createRequire(join(folder, "index.js")).resolve(name)).href)) as Readonly<Record<string, new (options: unknown) => Answer>>;
  return async ({ operation, input = {}, client: settings = {}, answer = {} }) => {
    const { checksumsWhereRequired, sessionToken: _, useAccelerateEndpoint, ...options } = settings;
    const client = new sdk[clientName]!({
      region: "us-east-1", ...options, credentials: credentialsOf(settings), maxAttempts: 1, requestHandler: { httpsAgent: wire.agent },
      ...(checksumsWhereRequired === true ? { requestChecksumCalculation: "WHEN_REQUIRED" } : {}), ...(useAccelerateEndpoint === true ? { useAccelerateEndpoint } : {}),
    });
    const modelled = model.operations[operation]!;
    const given = modelled.input === undefined ? {} : forTheirs(model, modelled.input.shape, input);
    wire.answer(answer);
    const outcome = await outcomeOf(
      async () => {
        const { $metadata: { httpStatusCode: status, requestId }, ...output } = await client.send(new sdk[`${operation}Command`]!(given));
        const read = await readStreams(output);
        return { kind: "output", status, requestId, output: comparable(modelled.output === undefined ? read : fromTheirs(model, modelled.output.shape, read)) };
      },
      (error) => ({
        kind: "exception", name: error.name, problem: error.message, fault: error.$fault, status: error.$metadata?.httpStatusCode, requestId: error.$metadata?.requestId,
        members: exceptionMembers(model, error.name, (name) => error[name]),
      }),
    );
    return { sent: wire.sent(), outcome };
  };
}

// --------------------------------------------------------------------------------------------------------------- both

/** What a call gives, or throws, be it while its answer's body is read. */
function outcomeOf(call: () => Promise<Outcome>, thrown: (error: Answer) => Outcome): Promise<Outcome> {
  return call().catch(thrown);
}

/** What a modelled exception holds beside its message. */
function exceptionMembers(model: Model, exception: string, valueOf: (name: string, member: ModelMember, ours: string) => unknown): unknown {
  const shape = shapeNamed(model, exception);
  const members = membersOf(shape).filter(([member]) => member.toLowerCase() !== "message");
  return comparable(Object.fromEntries(members.map(([member, facts]) => [member, valueOf(member, facts, memberName(protocolsOf(model)[0]!, "output", shape, member))])));
}

/** Bodies that come as streams, read to their end; theirs have another method for it. */
async function readStreams(value: unknown): Promise<unknown> {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  const read = Object.entries(value).map(async ([name, each]: readonly [string, unknown]) => {
    const { bytes, transformToByteArray } = (each ?? {}) as { readonly bytes?: () => Promise<Uint8Array>; readonly transformToByteArray?: () => Promise<Uint8Array> };
    const reader = typeof transformToByteArray === "function" && !ArrayBuffer.isView(each) ? transformToByteArray : bytes;
    return [name, typeof reader === "function" ? await reader.call(each) : each] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
