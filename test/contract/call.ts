// An exchange → what the generated client makes of it: its outcome, and the requests that it sent.

import * as errors from "../../generated/src/errors.ts";
import { MarketplaceMeteringClient, type MarketplaceMeteringClientOptions } from "../../generated/src/client.ts";
import { metadataOf } from "../../generated/src/runtime/metadata.ts";
import type { CallOptions } from "../../generated/src/runtime/options.ts";
import { nodeTransport } from "../../generated/src/runtime/transport/node-http.ts";
import type { AnsweringServer } from "../support/answering-server.ts";
import type { Exchange, WireRequest } from "../support/exchange-file.ts";
import { credentialsOf, host, region, uuid } from "../support/frozen.ts";
import { convertTimestamps, preparedOperation } from "../support/prepared-spec.ts";
import { redirectingAgent } from "../support/redirecting-agent.ts";

export interface Outcome {
  readonly output?: unknown;
  readonly error?: unknown;
  /** How often the request was sent, by the client's own account. */
  readonly attempts: number | undefined;
  readonly requests: readonly WireRequest[];
}

export type Over = "node:http" | "fetch" | "memory";

/** Sends the exchange's input to a local server, which gives the exchange's answers. */
export async function call(
  exchange: Exchange,
  server: AnsweringServer,
  { over = "node:http", ...options }: CallOptions & { readonly over?: Over } = {},
): Promise<Outcome> {
  server.answer(exchange.responses);
  const client = new MarketplaceMeteringClient({ ...frozen(exchange), ...ways[over](server) });
  const input = convertTimestamps(preparedOperation(exchange.operation).input, exchange.input, (text: string) => new Date(text));
  const method = (exchange.operation[0]!.toLowerCase() + exchange.operation.slice(1)) as "meterUsage";
  try {
    const output = await client[method](input as never, options);
    return { output, attempts: metadataOf(output)?.attempts, requests: server.requests };
  } catch (error) {
    return { error, attempts: (error as { attempts?: number }).attempts, requests: server.requests };
  } finally {
    client.close();
  }
}

const ways: Readonly<Record<Over, (server: AnsweringServer) => Partial<MarketplaceMeteringClientOptions>>> = {
  // AWS's own host name stands in the request, while the connection stays on this machine.
  "node:http": ({ port }) => ({ endpoint: `http://${host}`, transport: nodeTransport({ httpAgent: redirectingAgent(port) }) }),
  fetch: ({ url }) => ({ endpoint: url, fetch }),
  memory: ({ give }) => ({
    async transport({ method, path, headers, body }) {
      const { status, headers: given, body: text } = give({ method, path, headers: Object.entries(headers), body: String(body) });
      return { status, headers: Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value])), body: Buffer.from(text) };
    },
  }),
};

function frozen(exchange: Exchange): MarketplaceMeteringClientOptions {
  return {
    region,
    credentials: credentialsOf(exchange),
    allowInsecure: true,
    uuid: () => uuid,
    random: () => 0,
    clock: {
      now: () => exchange.clock.getTime(),
      // Waits between attempts are over at once; the client's deadlines are longer and never come.
      setTimer(callback, ms) {
        const timer = ms < 20_000 ? setTimeout(callback) : undefined;
        return () => clearTimeout(timer);
      },
    },
  };
}

/** The class of a documented exception. */
export function exceptionClass(name: string): new (...details: never[]) => Error {
  const found: unknown = Reflect.get(errors, name);
  if (typeof found !== "function") throw new Error(`generated/src/errors.ts has no class ${name}`);
  return found as never;
}
