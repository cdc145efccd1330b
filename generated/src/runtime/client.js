// A service, options and layers → a client that makes calls.
import { CallError, complete, InvalidRequestError, UnreadableResponseError } from "./errors.js";
import { mergeHeaders } from "./headers.js";
import { keepMetadata } from "./metadata.js";
import { withoutSecrets } from "./redact.js";
import { resolveCallOptions, resolveClientOptions } from "./resolve-options.js";
import { factsOf, throwErrors } from "./throw-errors.js";
import { transmit } from "./transmit.js";
/** Ties layers, the outermost first, to a transport. Throws an InvalidRequestError for options that can't be used. */
export function createClient(service, given, layers) {
    const client = resolveClientOptions(service, given);
    const all = [readOutput, throwErrors(), ...layers(client)];
    const send = (given.hooks?.(all) ?? all).reduceRight((next, layer) => layer(next), transmit(client));
    return {
        async call(operation, input, options = {}) {
            let call;
            try {
                call = prepare(client, operation, input, options);
                return (await send(call)).output;
            }
            catch (error) {
                const { attempts = 0, totalDelayMs = 0 } = call?.options.progress ?? {};
                throw error instanceof CallError
                    ? complete(error, { service: service.name, operation: operation.name, attempts, totalDelayMs })
                    : error;
            }
        },
        close() {
            // A transport that was passed in belongs to whoever made it.
            if (!given.transport)
                client.transport.close?.();
        },
    };
}
function prepare(client, operation, input, given) {
    try {
        const { idempotencyToken: token, protocol } = operation;
        const options = resolveCallOptions(client, given);
        const members = { ...input };
        if (token)
            members[token] ??= client.uuid();
        const request = protocol.request(operation, members, client.endpoint);
        const headers = mergeHeaders(client.service.userAgent, [client.headers, given.headers], request.headers);
        return { operation, request: { ...request, headers }, options, signal: given.signal, attempt: 1 };
    }
    catch (cause) {
        throw cause instanceof CallError ? cause : new InvalidRequestError({ message: cause.message, cause });
    }
}
const readOutput = (next) => async (call) => {
    const exchange = await next(call);
    try {
        const output = call.operation.protocol.output(call.operation, exchange.response);
        keepMetadata(output, exchange);
        return { ...exchange, output };
    }
    catch (error) {
        const facts = factsOf(withoutSecrets(exchange));
        // The engine's own message about broken JSON quotes more of it.
        const problem = error instanceof CallError ? error.problem : "the answer can't be read";
        throw new UnreadableResponseError({ ...facts, message: `${problem}: ${facts.excerpt || "it is empty"}` });
    }
};
