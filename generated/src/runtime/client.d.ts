import type { Layer } from "./call.ts";
import type { Operation, Service } from "./operation.ts";
import type { CallOptions, ClientOptions, Resolved } from "./options.ts";
/** Makes the calls of a service. */
export interface Client {
    call<Input, Output>(operation: Operation<Input, Output>, input: Input, options?: CallOptions): Promise<Output>;
    /** Closes the connections that the client has opened itself. */
    close(): void;
}
/** Ties layers, the outermost first, to a transport. Throws an InvalidRequestError for options that can't be used. */
export declare function createClient<Options extends ClientOptions>(service: Service, given: Options, layers: (options: Resolved<Options>) => readonly Layer[]): Client;
