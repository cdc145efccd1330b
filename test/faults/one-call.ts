// What most rows do: one call against a server that answers as scripted.

import type { Fault, Opening, Operation } from "./fault.ts";
import type { Answer, FaultyServerOptions } from "./faulty-server.ts";

export const input = { RegistrationToken: "token-of-a-customer" };

interface OneCall extends Omit<Opening, "url"> {
  readonly operation?: Operation;
  readonly input?: object;
  readonly server?: FaultyServerOptions;
  /** Where to send it, made of the server's address. */
  readonly to?: (port: number) => string;
}

/** Sends one call, `ResolveCustomer` unless said otherwise. */
export const oneCall =
  (answers: readonly Answer[], { operation = "resolveCustomer", input: given = input, server, to, ...opening }: OneCall = {}): Fault["run"] =>
  async (trial) => {
    const { port, url } = await trial.serve(answers, server);
    return trial.ending(trial.open({ url: to?.(port) ?? url, ...opening }).call(operation, given));
  };
