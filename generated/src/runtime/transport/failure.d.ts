/** `truncated`: after the answer had begun. `other`: no connection, or one that broke before the answer. */
export type TransportFailureKind = "timeout" | "truncated" | "too-large" | "other";
/** Thrown by transports; layers above turn it into errors for the caller. */
export declare class TransportFailure extends Error {
    readonly name = "TransportFailure";
    readonly kind: TransportFailureKind;
    constructor(kind: TransportFailureKind, message: string, cause?: unknown);
}
/** The failure for the error of a `fetch` or a socket, with the code that Node gives it; other platforms give none. */
export declare function failureOf(error: unknown, answered: boolean): TransportFailure;
