import type { Layer } from "./call.ts";
import type { ResolvedClientOptions } from "./options.ts";
/** Belongs outside of the layer that signs, so that every attempt is signed afresh. */
export declare function retry(client: ResolvedClientOptions): Layer;
