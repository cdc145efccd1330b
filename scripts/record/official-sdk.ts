// An exchange → the bytes that AWS's own SDK sends for its input, and what the SDK makes of its answers. The clock, keys
// and UUIDs are frozen, and everything stays on this machine.

import * as sdk from "@aws-sdk/client-marketplace-metering";
import sdkPackage from "@aws-sdk/client-marketplace-metering/package.json" with { type: "json" };
import type { AnsweringServer } from "../../test/support/answering-server.ts";
import type { Exchange, Headers, WireRequest } from "../../test/support/exchange-file.ts";
import { credentialsOf, host, region, uuid } from "../../test/support/frozen.ts";
import { convertTimestamps, preparedOperation } from "../../test/support/prepared-spec.ts";
import { redirectingAgent } from "../../test/support/redirecting-agent.ts";

process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

export const sdkName: string = `${sdkPackage.name} ${sdkPackage.version}`;

export interface Recording {
  readonly request: WireRequest;
  /** What the SDK gave its caller, without what changes from machine to machine. */
  readonly officialSdk: unknown;
}

export async function recordOfficialSdk(exchange: Exchange, server: AnsweringServer): Promise<Recording> {
  const clock = exchange.clock.getTime();
  const { now } = Date;
  const { randomUUID } = crypto;
  Date.now = () => clock;
  crypto.randomUUID = () => uuid;
  try {
    const client = new sdk.MarketplaceMeteringClient({
      region,
      credentials: credentialsOf(exchange),
      endpoint: `http://${host}`,
      maxAttempts: 1,
      requestHandler: { httpAgent: redirectingAgent(server.port) },
    });
    server.answer(exchange.responses);
    const input = convertTimestamps(preparedOperation(exchange.operation).input, exchange.input, (text: string) => new Date(text));
    const command = Reflect.get(sdk, `${exchange.operation}Command`) as new (input: never) => InstanceType<typeof sdk.MeterUsageCommand>;
    const officialSdk = await client.send(new command(input as never)).then(outcomeOf, failureOf);
    client.destroy();

    const [request] = server.requests;
    if (!request) throw new Error(`The official SDK sent nothing for ${exchange.name}: ${JSON.stringify(officialSdk)}`);
    return { request: { ...request, headers: request.headers.flatMap(normalized) }, officialSdk };
  } finally {
    Date.now = now;
    crypto.randomUUID = randomUUID;
    }
}

/** Leaves out what names the machine or belongs to the connection alone. None of it is signed. */
function normalized([name, value]: Headers[number]): Headers {
  if (name.toLowerCase() === "connection") return [];
  return [[name, name.toLowerCase() === "user-agent" ? value.split(" ")[0]! : value]];
}

function outcomeOf({ $metadata: _, ...output }: { readonly $metadata: object }): unknown {
  return { returns: output };
}

interface SdkFailure extends Error {
  readonly $fault?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
}

function failureOf(failure: SdkFailure): unknown {
  const { name, message, $fault: fault, $metadata: { httpStatusCode: status, requestId } = {}, constructor } = failure;
  // How a SyntaxError is worded depends on the version of Node.
  const text = failure instanceof SyntaxError ? {} : { message };
  return { throws: constructor.name, name, status, fault, requestId, ...text };
}
