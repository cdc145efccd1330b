// The failures that a call can end with.
// Registered, so that a guard knows the errors of every copy of this package.
const brand = /* @__PURE__ */ Symbol.for("countersign.error");
/** The base of everything that a call throws. */
export class CallError extends Error {
    name = "CallError";
    /** Whether the same call may succeed later. */
    retryable;
    constructor({ message, requestId, status, retryable = false, excerpt = "", cause }) {
        super(message, cause === undefined ? cause : { cause });
        this.retryable = retryable;
        if (status)
            this.status = status;
        if (requestId)
            this.requestId = requestId;
        hide(this, { [brand]: "call", problem: message, excerpt });
    }
    /** What a structured log should hold. */
    toJSON() {
        return { ...this, message: this.message };
    }
}
/** The service answered that it failed, or that the request was wrong. */
export class ServiceException extends CallError {
    name;
    /** Who has to change something. */
    fault;
    constructor(details) {
        const { code, status = 400, members, fields = {} } = details;
        super({ ...details, status });
        this.name = code ?? "ServiceException";
        this.fault = status < 500 ? "client" : "server";
        if (code)
            this.code = code;
        hide(this, { [brand]: "service", fields });
        for (const key in members) {
            // A member that is called like something of ours stays reachable through `fields`.
            if (!(key in this || key === "__type"))
                Object.assign(this, { [key]: members[key] });
        }
    }
}
/** Time was over before an answer had come. */
export class TimeoutError extends CallError {
    name = "TimeoutError";
}
/** The caller ended the call; its reason is the `cause`. */
export class AbortError extends CallError {
    name = "AbortError";
}
/** No connection, or none that held until the answer's end. */
export class ConnectionError extends CallError {
    name = "ConnectionError";
}
/** The answer is longer than `maxResponseBytes`. */
export class ResponseTooLargeError extends CallError {
    name = "ResponseTooLargeError";
}
/** The service reported success, but its answer can't be read. The call may have had its effect. */
export class UnreadableResponseError extends CallError {
    name = "UnreadableResponseError";
}
/** The request, or an option, was refused before anything was sent. */
export class InvalidRequestError extends CallError {
    name = "InvalidRequestError";
}
/** There are no usable credentials to sign with. */
export class CredentialsError extends CallError {
    name = "CredentialsError";
}
/** The service answered from elsewhere; requests don't follow. */
export class RedirectError extends CallError {
    name = "RedirectError";
}
/** Whether a value is a failure of a call, also when another copy of this package made it. */
export function isCallError(value) {
    return kindOf(value) !== undefined;
}
export function isServiceException(value, name) {
    return kindOf(value) === "service" && (name === undefined || value.name === name);
}
function kindOf(value) {
    return typeof value === "object" && value !== null ? value[brand] : undefined;
}
/** Tells an error which call it ended. */
export function complete(given, facts) {
    // Several calls may wait for credentials that fail: the first gets the error itself, the others their own view of it.
    const error = given.operation ? Object.assign(Object.create(given), given) : given;
    const { attempts, operation } = facts;
    const { name, problem, requestId, stack, status } = error;
    const known = [operation, status && `HTTP ${status}`, requestId && `request ${requestId}`, attempts > 1 && `${attempts} attempts`];
    const message = `${problem} (${known.filter(Boolean).join(", ")})`;
    // V8 begins the stack with what was known when the error was made.
    hide(error, { message, stack: stack?.replace(/^[^]*?(?=\n    at )/, () => `${name}: ${message}`) });
    return Object.assign(error, facts);
}
/** Says of the problem of a value which member holds it: `UsageRecords[3].Timestamp: a valid Date is expected`. */
export function inside(member, error) {
    if (error instanceof CallError) {
        const place = typeof member === "number" ? `[${member}]` : member;
        // A problem begins with its own place, or with a colon when it has none yet.
        const message = place + (/^[:[]/.test(error.problem) ? "" : ".") + error.problem;
        hide(error, { message, problem: message });
    }
    return error;
}
/** Refuses a value. The message says what is expected but never quotes the value, since that may be secret; `inside` adds the place before its colon. */
export function refuse(message) {
    throw new InvalidRequestError({ message });
}
/** Sets what logs needn't show. */
function hide(target, values) {
    for (const key of Reflect.ownKeys(values)) {
        Object.defineProperty(target, key, { value: values[key], configurable: true, writable: true });
    }
}
