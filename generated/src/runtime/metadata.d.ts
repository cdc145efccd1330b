import type { Exchange, HttpResponse } from "./call.ts";
export interface CallMetadata {
    readonly status: number;
    /** The id under which the service knows the request. */
    readonly requestId: string | undefined;
    /** How often the request was sent. */
    readonly attempts: number;
    /** Milliseconds spent waiting between attempts. */
    readonly totalDelayMs: number;
    /** Of the answer; names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
}
/** How the call that gave this output went; `undefined` for what no call gave. */
export declare function metadataOf(output: unknown): CallMetadata | undefined;
/** Remembers how an output came about, without the request and the body. */
export declare function keepMetadata(output: unknown, { attempts, totalDelayMs, response }: Exchange): void;
/** The id under which the service knows a request. */
export declare function requestIdOf({ headers }: HttpResponse): string | undefined;
