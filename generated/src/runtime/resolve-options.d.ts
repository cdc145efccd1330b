import type { Service } from "./operation.ts";
import type { CallOptions, ClientOptions, Resolved, ResolvedCallOptions, ResolvedClientOptions } from "./options.ts";
/** For a client. */
export declare function resolveClientOptions<Options extends ClientOptions>(service: Service, given: Options): Resolved<Options>;
/** For one call. */
export declare function resolveCallOptions(client: ResolvedClientOptions, given: CallOptions): ResolvedCallOptions;
