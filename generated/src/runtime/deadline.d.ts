import type { Layer } from "./call.ts";
import type { ResolvedClientOptions } from "./options.ts";
/** Belongs outermost. Layers below see to it themselves that they do nothing more for a call that is over. */
export declare function deadline({ clock }: ResolvedClientOptions): Layer;
