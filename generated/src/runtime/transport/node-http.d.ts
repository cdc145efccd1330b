import type { ClosableTransport } from "../platform/platform.ts";
export interface NodeTransportOptions {
    /** Connections to one host at a time; 50 unless set. Further requests wait for one. */
    readonly maxSockets?: number;
    /** Milliseconds until a connection without work is closed; 15,000 unless set. */
    readonly idleTimeoutMs?: number;
    /** An `https.Agent` of your own, for a proxy or certificates; it is never closed here. */
    readonly httpsAgent?: object;
    /** The same for `http:`. */
    readonly httpAgent?: object;
}
/** Sends over keep-alive connections. Those without work don't keep the process running. */
export declare function nodeTransport(options?: NodeTransportOptions): ClosableTransport;
