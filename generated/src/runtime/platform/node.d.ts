import type { Credentials } from "../credentials.ts";
import type { ClosableTransport } from "./platform.ts";
export declare const sha256Hex: (data: string | Uint8Array) => string;
export declare const hashBody: (data: string | Uint8Array) => string | Promise<string>;
export declare const hmac: (key: string | Uint8Array, data: string) => Uint8Array;
export declare const hmacHexWith: (key: Uint8Array) => ((data: string) => string);
export declare const randomUUID: () => string;
export declare const defaultTransport: () => ClosableTransport;
/** Reads the variables that AWS's own tools set. Empty ones count as absent, as they do there. */
export declare function environmentCredentials(): Credentials;
