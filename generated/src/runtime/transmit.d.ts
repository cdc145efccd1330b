import type { Send } from "./call.ts";
import type { ResolvedClientOptions } from "./options.ts";
export declare function transmit({ clock, transport }: ResolvedClientOptions): Send;
