// The failures that a call can end with.

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

// Registered, so that a guard knows the errors of every copy of this package.
const brand: unique symbol = /* @__PURE__ */ Symbol.for("countersign");

/** The base of everything that a call throws. */
export class CallError extends Error {
  declare readonly name: string;
  declare readonly service: string;
  declare readonly operation: string;
  /** How often the request was sent. */
  declare readonly attempts: number;
  /** Milliseconds spent waiting between attempts. */
  declare readonly totalDelayMs: number;
  /** Whether the same call may succeed later. */
  declare readonly retryable: boolean;
  /** Of the answer, when one came. */
  declare readonly status?: number;
  /** The id under which the service knows the request. */
  declare readonly requestId?: string;
  /** The message without operation, status and ids. */
  declare readonly problem: string;
  /** How the answer's body begins; empty when none came. */
  declare readonly excerpt: string;

  constructor(details: CallErrorDetails) {
    const { message, requestId, status, retryable = false, excerpt = "" } = details;
    // Error takes the cause out of them, when there is one.
    super(message, details);
    Object.assign(this, { retryable }, status && { status }, requestId && { requestId });
    Object.defineProperties(this, { [brand]: hidden(true), problem: hidden(message), excerpt: hidden(excerpt) });
  }

  /** What a structured log should hold. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), message: this.message };
  }
}

/** The service answered that it failed, or that the request was wrong. */
export class ServiceException extends CallError {
  /** The name on the wire that stands for this class. */
  declare static readonly code?: string;
  /** Who has to change something. */
  declare readonly fault: "client" | "server";
  /** The failure's name on the wire, when the answer held one. */
  declare readonly code?: string;
  declare readonly status: number;
  /** The answer's body as parsed; empty when it wasn't an object. */
  declare readonly fields: Readonly<Record<string, unknown>>;

  constructor(details: ServiceExceptionDetails) {
    const { code, status = 400, members, fields = {} } = details;
    super(details);
    Object.assign(this, { name: new.target.code ?? code ?? "ServiceException", status, fault: status < 500 ? "client" : "server" }, code && { code });
    Object.defineProperties(this, { fields: hidden(fields) });
    for (const key in members) {
      // A member that is called like something of ours stays reachable through `fields`.
      if (!(key in this || key === "__type")) (this as Record<string, unknown>)[key] = members[key];
    }
  }
}

/** Time was over before an answer had come. */
export class TimeoutError extends CallError {
  override readonly name = "TimeoutError";
}

/** The caller ended the call; its reason is the `cause`. */
export class AbortError extends CallError {
  override readonly name = "AbortError";
}

/** No connection, or none that held until the answer's end. */
export class ConnectionError extends CallError {
  override readonly name = "ConnectionError";
}

/** The answer is longer than `maxResponseBytes`. */
export class ResponseTooLargeError extends CallError {
  override readonly name = "ResponseTooLargeError";
}

/** The service reported success, but its answer can't be read. The call may have had its effect. */
export class UnreadableResponseError extends CallError {
  override readonly name = "UnreadableResponseError";
}

/** The request, or an option, was refused before anything was sent. */
export class InvalidRequestError extends CallError {
  override readonly name = "InvalidRequestError";
}

/** There are no usable credentials to sign with. */
export class CredentialsError extends CallError {
  override readonly name = "CredentialsError";
}

/** The service answered from elsewhere; requests don't follow. */
export class RedirectError extends CallError {
  override readonly name = "RedirectError";
}

/** Whether a value is a failure of a call, also when another copy of this package made it. */
export function isCallError(value: unknown): value is CallError {
  return typeof value === "object" && value !== null && brand in value;
}

/** Whether a value is the service's own failure, of that name when one is given, also when another copy of this package made it. */
export function isServiceException(value: unknown): value is ServiceException;
export function isServiceException<Name extends string>(value: unknown, name: Name): value is ServiceException & { readonly name: Name };
export function isServiceException(value: unknown, name?: string): boolean {
  return isCallError(value) && "fault" in value && (name === undefined || value.name === name);
}

/** What a client adds to the errors of its calls. */
export interface CallFacts {
  readonly service: string;
  readonly operation: string;
  readonly attempts: number;
  readonly totalDelayMs: number;
}

/** Tells an error which call it ended. */
export function complete(given: CallError, facts: CallFacts): CallError {
  // Several calls may wait for credentials that fail: the first gets the error itself, the others one of their own.
  const { constructor, problem, cause } = given;
  const error = given.operation ? new (constructor as typeof CallError)({ ...given, message: problem, cause }) : given;
  const { attempts, operation, requestId, status } = Object.assign(error, facts);
  const known = [operation, status && `HTTP ${status}`, requestId && `request ${requestId}`, attempts > 1 && `${attempts} attempts`];
  error.message = `${problem} (${known.filter(Boolean).join(", ")})`;
  // V8 begins the stack with what was known when the error was made. Who awaits the call is still in the new one.
  (Error as { captureStackTrace?: (error: Error) => void }).captureStackTrace?.(error);
  return error;
}

/** Says of the problem of a value which member holds it: `UsageRecords[3].Timestamp: a valid Date is expected`. */
export function inside(member: string | number, error: unknown): unknown {
  if (error instanceof CallError) {
    const place = typeof member === "number" ? `[${member}]` : member;
    // A problem begins with its own place, or with a colon when it has none yet.
    const message = place + (/^[:[]/.test(error.problem) ? "" : ".") + error.problem;
    Object.assign(error, { message, problem: message });
  }
  return error;
}

/** Refuses a value. The message says what is expected but never quotes the value, since that may be secret; `inside` adds the place before its colon. */
export function refuse(message: string): never {
  throw new InvalidRequestError({ message });
}

/** A property that logs needn't show. */
function hidden(value: unknown): PropertyDescriptor {
  return { value, writable: true };
}
