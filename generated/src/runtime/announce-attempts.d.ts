import type { Layer } from "./call.ts";
/** Belongs between the layers that retry and sign, since the signature covers these headers. */
export declare const announceAttempts: Layer;
