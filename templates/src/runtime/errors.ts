// The failures that a call can end with.

/** What a failure says about itself. Only `message` is needed, so that tests can make one. */
export interface CallErrorDetails {
  readonly message: string;
  readonly requestId?: string | undefined;
  readonly retryable?: boolean | undefined;
  readonly cause?: unknown;
}

export interface ServiceExceptionDetails extends CallErrorDetails {
  /** The name on the wire. */
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  /** The answer's body as parsed. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined;
  /** The answer's body in the form of the exception's shape. */
  readonly members?: Readonly<Record<string, unknown>> | undefined;
  /** How the answer's body begins. */
  readonly excerpt?: string | undefined;
}

// Registered, so that a guard knows the errors of every copy of this package.
const brand: unique symbol = /* @__PURE__ */ Symbol.for("countersign.error");

/** The base of everything that a call throws. */
export class CallError extends Error {
  override readonly name: string = "CallError";
  readonly service: string = "";
  readonly operation: string = "";
  /** How often the request was sent. */
  readonly attempts: number = 0;
  /** Milliseconds spent waiting between attempts. */
  readonly totalDelayMs: number = 0;
  /** The id under which the service knows the request. */
  declare readonly requestId?: string;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** The message without operation, status and ids. */
  declare readonly problem: string;

  constructor({ message, requestId, retryable = false, cause }: CallErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    this.retryable = retryable;
    if (requestId) this.requestId = requestId;
    hide(this, { [brand]: "call", problem: message });
  }

  /** What a structured log should hold. */
  toJSON(): Record<string, unknown> {
    return { ...(this as object), message: this.message };
  }
}

/** What a client adds to the errors of its calls. */
export interface CallFacts {
  readonly service: string;
  readonly operation: string;
  readonly attempts: number;
  readonly totalDelayMs: number;
}

/** Tells an error which call it ended. One that has already ended another call, as failed credentials can, is copied. */
export function complete(error: CallError, facts: CallFacts): CallError {
  if (error.operation) {
    const { problem: message, retryable, cause } = error;
    return complete(new (error.constructor as typeof CallError)({ message, retryable, cause }), facts);
  }
  const { status, requestId } = error as Partial<ServiceException>;
  const known = [
    facts.operation,
    status && `HTTP ${status}`,
    requestId && `request ${requestId}`,
    facts.attempts > 1 && `${facts.attempts} attempts`,
  ];
  const message = `${error.problem} (${known.filter(Boolean).join(", ")})`;
  // V8 begins the stack with what was known when the error was made.
  const stack = error.stack?.replace(`Error: ${error.problem}`, () => `${error.name}: ${message}`);
  hide(error, stack ? { message, stack } : { message });
  return Object.assign(error, facts);
}

/** The service answered that it failed, or that the request was wrong. */
export class ServiceException extends CallError {
  override readonly name: string;
  /** The failure's name on the wire, when the answer held one. */
  declare readonly code?: string;
  readonly status: number;
  /** Who has to change something. */
  readonly fault: "client" | "server";
  /** The answer's body as parsed; empty when it wasn't an object. */
  declare readonly fields: Readonly<Record<string, unknown>>;
  /** How the answer's body begins. */
  declare readonly excerpt: string;

  constructor(details: ServiceExceptionDetails) {
    super(details);
    const { code, status = 400, members = {}, fields = {}, excerpt = "" } = details;
    this.name = code ?? "ServiceException";
    if (code) this.code = code;
    this.status = status;
    this.fault = status < 500 ? "client" : "server";
    hide(this, { [brand]: "service", fields, excerpt });
    for (const [key, value] of Object.entries(members)) {
      // A member that is called like something of ours stays reachable through `fields`.
      if (!(key in this)) Object.assign(this, { [key]: value });
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
  /** How the answer's body begins. */
  declare readonly excerpt: string;

  constructor(details: CallErrorDetails & { readonly excerpt?: string | undefined }) {
    super(details);
    hide(this, { excerpt: details.excerpt ?? "" });
  }
}

/** The request was refused before anything was sent. */
export class InvalidRequestError extends CallError {
  override readonly name = "InvalidRequestError";
}

/** There are no usable credentials to sign with. */
export class CredentialsError extends CallError {
  override readonly name = "CredentialsError";
}

/** The service answered from elsewhere; signed requests don't follow. */
export class RedirectError extends CallError {
  override readonly name = "RedirectError";
}

/** Whether a value is a failure of a call, also when another copy of this package made it. */
export function isCallError(value: unknown): value is CallError {
  return kindOf(value) !== undefined;
}

/** Whether a value is the service's own failure, of that name when one is given, also when another copy of this package made it. */
export function isServiceException(value: unknown): value is ServiceException;
export function isServiceException<Name extends string>(value: unknown, name: Name): value is ServiceException & { readonly name: Name };
export function isServiceException(value: unknown, name?: string): boolean {
  return kindOf(value) === "service" && (name === undefined || (value as Error).name === name);
}

function kindOf(value: unknown): unknown {
  return typeof value === "object" && value !== null ? (value as { [brand]?: unknown })[brand] : undefined;
}

/** Adds what logs needn't show. */
function hide(target: object, values: object): void {
  for (const key of Reflect.ownKeys(values)) {
    Object.defineProperty(target, key, { value: Reflect.get(values, key), configurable: true, writable: true });
  }
}
