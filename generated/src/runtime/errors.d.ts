/** What a failure says about itself. Only `message` is needed, so that tests can make one. */
export interface CallErrorDetails {
    readonly message: string;
    readonly requestId?: string | undefined;
    readonly status?: number | undefined;
    readonly retryable?: boolean | undefined;
    /** How the answer's body begins. */
    readonly excerpt?: string | undefined;
    readonly cause?: unknown;
}
export interface ServiceExceptionDetails extends CallErrorDetails {
    /** The name on the wire. */
    readonly code?: string | undefined;
    /** The answer's body as parsed. */
    readonly fields?: Readonly<Record<string, unknown>> | undefined;
    /** The answer's body in the form of the exception's shape. */
    readonly members?: Readonly<Record<string, unknown>> | undefined;
}
/** The base of everything that a call throws. */
export declare class CallError extends Error {
    readonly name: string;
    readonly service: string;
    readonly operation: string;
    /** How often the request was sent. */
    readonly attempts: number;
    /** Milliseconds spent waiting between attempts. */
    readonly totalDelayMs: number;
    /** Whether the same call may succeed later. */
    readonly retryable: boolean;
    /** Of the answer, when one came. */
    readonly status?: number;
    /** The id under which the service knows the request. */
    readonly requestId?: string;
    /** The message without operation, status and ids. */
    readonly problem: string;
    /** How the answer's body begins; empty when none came. */
    readonly excerpt: string;
    constructor({ message, requestId, status, retryable, excerpt, cause }: CallErrorDetails);
    /** What a structured log should hold. */
    toJSON(): Record<string, unknown>;
}
/** The service answered that it failed, or that the request was wrong. */
export declare class ServiceException extends CallError {
    readonly name: string;
    /** Who has to change something. */
    readonly fault: "client" | "server";
    /** The failure's name on the wire, when the answer held one. */
    readonly code?: string;
    readonly status: number;
    /** The answer's body as parsed; empty when it wasn't an object. */
    readonly fields: Readonly<Record<string, unknown>>;
    constructor(details: ServiceExceptionDetails);
}
/** Time was over before an answer had come. */
export declare class TimeoutError extends CallError {
    readonly name = "TimeoutError";
}
/** The caller ended the call; its reason is the `cause`. */
export declare class AbortError extends CallError {
    readonly name = "AbortError";
}
/** No connection, or none that held until the answer's end. */
export declare class ConnectionError extends CallError {
    readonly name = "ConnectionError";
}
/** The answer is longer than `maxResponseBytes`. */
export declare class ResponseTooLargeError extends CallError {
    readonly name = "ResponseTooLargeError";
}
/** The service reported success, but its answer can't be read. The call may have had its effect. */
export declare class UnreadableResponseError extends CallError {
    readonly name = "UnreadableResponseError";
}
/** The request, or an option, was refused before anything was sent. */
export declare class InvalidRequestError extends CallError {
    readonly name = "InvalidRequestError";
}
/** There are no usable credentials to sign with. */
export declare class CredentialsError extends CallError {
    readonly name = "CredentialsError";
}
/** The service answered from elsewhere; requests don't follow. */
export declare class RedirectError extends CallError {
    readonly name = "RedirectError";
}
/** Whether a value is a failure of a call, also when another copy of this package made it. */
export declare function isCallError(value: unknown): value is CallError;
/** Whether a value is the service's own failure, of that name when one is given, also when another copy of this package made it. */
export declare function isServiceException(value: unknown): value is ServiceException;
export declare function isServiceException<Name extends string>(value: unknown, name: Name): value is ServiceException & {
    readonly name: Name;
};
/** What a client adds to the errors of its calls. */
export interface CallFacts {
    readonly service: string;
    readonly operation: string;
    readonly attempts: number;
    readonly totalDelayMs: number;
}
/** Tells an error which call it ended. */
export declare function complete(given: CallError, facts: CallFacts): CallError;
/** Says of the problem of a value which member holds it: `UsageRecords[3].Timestamp: a valid Date is expected`. */
export declare function inside(member: string | number, error: unknown): unknown;
/** Refuses a value. The message says what is expected but never quotes the value, since that may be secret; `inside` adds the place before its colon. */
export declare function refuse(message: string): never;
