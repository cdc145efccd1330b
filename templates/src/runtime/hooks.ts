// What a client tells its observers: names, numbers and ids, never headers or bodies.

/** Functions called as things happen. What they throw is ignored. */
export interface Hooks {
  readonly attemptStart?: (event: AttemptEvent) => void;
  /** An answer came, good or bad. */
  readonly attemptEnd?: (event: AttemptEndEvent) => void;
  /** No answer came, or none that could be taken. */
  readonly attemptFailure?: (event: FailureEvent) => void;
  /** Another attempt will be made. */
  readonly retry?: (event: RetryEvent) => void;
  readonly callEnd?: (event: CallEndEvent) => void;
  readonly callFailure?: (event: FailureEvent) => void;
}

export interface AttemptEvent {
  readonly service: string;
  readonly operation: string;
  /** The same for all events of a call. */
  readonly invocationId: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

export interface AttemptEndEvent extends AttemptEvent {
  readonly status: number;
  readonly durationMs: number;
  readonly requestId: string | undefined;
}

export interface FailureEvent extends AttemptEvent {
  readonly durationMs: number;
  readonly error: unknown;
}

export interface RetryEvent extends AttemptEvent {
  readonly delayMs: number;
  readonly reason: string;
}

export type CallEndEvent = AttemptEndEvent;

/** Calls a hook and lets nothing that it throws through. */
export function tell<Event>(hook: ((event: Event) => void) | undefined, event: Event): void {
  try {
    hook?.(event);
  } catch {
    // An observer must not change what it observes.
  }
}
