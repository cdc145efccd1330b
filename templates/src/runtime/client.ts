// A service, options and layers → a client that makes calls.

import type { Call, Exchange, Layer, Send } from "./call.ts";
import { CallError, complete, InvalidRequestError, UnreadableResponseError } from "./errors.ts";
import { mergeHeaders } from "./headers.ts";
import { tell } from "./hooks.ts";
import { keepMetadata, requestIdOf } from "./metadata.ts";
import type { AnyOperation, Members, Operation, Service } from "./operation.ts";
import type { CallOptions, ClientOptions, Resolved, ResolvedClientOptions } from "./options.ts";
import type { ClosableTransport } from "./platform/platform.ts";
import { redactor } from "./redact.ts";
import { resolveCallOptions, resolveClientOptions } from "./resolve-options.ts";
import { excerptOf, exceptionOf, isFailure } from "./throw-errors.ts";
import { transmit } from "./transmit.ts";

/** Makes the calls of a service. */
export interface Client {
  call<Input, Output>(operation: Operation<Input, Output>, input: Input, options?: CallOptions): Promise<Output>;
  /** Closes the connections that the client has opened itself. */
  close(): void;
}

/** Ties layers, the outermost first, to a transport. Throws a TypeError for options that can't be used. */
export function createClient<Options extends ClientOptions>(
  service: Service,
  given: Options,
  layers: (options: Resolved<Options>) => readonly Layer[],
): Client {
  const options = resolveClientOptions(service, given);
  const send = layers(options).reduceRight<Send>((next, layer) => layer(next), transmit(options));
  return {
    call: (operation, input, callOptions = {}) => makeCall(send, options, operation, input, callOptions) as Promise<never>,
    close() {
      // A transport that was passed in belongs to whoever made it.
      if (!given.transport) (options.transport as ClosableTransport).close?.();
    },
  };
}

async function makeCall(
  send: Send,
  options: ResolvedClientOptions,
  operation: AnyOperation,
  input: unknown,
  callOptions: CallOptions,
): Promise<unknown> {
  const { clock, hooks } = options;
  let call: Call | undefined;
  try {
    call = prepare(options, operation, input, callOptions);
    const exchange = await send(call);
    if (isFailure(exchange.response)) throw exceptionOf(call, exchange);
    const output = read(operation, exchange);
    keepMetadata(output, exchange);
    const { status, headers } = exchange.response;
    tell(hooks.callEnd, { ...eventOf(call), status, requestId: requestIdOf(headers) });
    return output;
  } catch (thrown) {
    const { attempts = 0, totalDelayMs = 0 } = call?.options.progress ?? {};
    const facts = { service: options.service.name, operation: operation.name, attempts, totalDelayMs };
    const error = thrown instanceof CallError ? complete(thrown, facts) : thrown;
    if (call) tell(hooks.callFailure, { ...eventOf(call), error });
    throw error;
  }

  function eventOf({ options: { invocationId, progress } }: Call) {
    const { attempts: attempt, startedAt } = progress;
    return { service: options.service.name, operation: operation.name, invocationId, attempt, durationMs: clock.now() - startedAt };
  }
}

function prepare(options: ResolvedClientOptions, operation: AnyOperation, input: unknown, given: CallOptions): Call {
  try {
    const { idempotencyToken: token } = operation;
    const callOptions = resolveCallOptions(options, given);
    let members = (input ?? {}) as Members;
    if (token && (members[token] ?? null) === null) members = { ...members, [token]: options.uuid() };
    const encoded = operation.protocol.request(operation, members, options.endpoint);
    const headers = mergeHeaders(options.service.userAgent, [options.headers, given.headers], encoded.headers);
    return { operation, request: { ...encoded, headers }, options: callOptions, signal: given.signal, attempt: 1 };
  } catch (error) {
    throw new InvalidRequestError({ message: `${(error as Error).message}. Nothing was sent`, cause: error });
  }
}

function read(operation: AnyOperation, { request, response }: Exchange): unknown {
  try {
    return operation.protocol.output(operation, response);
  } catch (cause) {
    const excerpt = excerptOf(response, redactor(request));
    const message = `HTTP ${response.status}, but ${(cause as Error).message}${excerpt && `: ${excerpt}`}`;
    throw new UnreadableResponseError({ message, excerpt, requestId: requestIdOf(response.headers), cause });
  }
}
