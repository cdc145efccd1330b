// How transports say that no answer came, or none that could be taken.

/** `truncated`: after the answer had begun. `other`: no connection, or one that broke before the answer. */
export type TransportFailureKind = "timeout" | "truncated" | "too-large" | "other";

/** Thrown by transports; layers above turn it into errors for the caller. */
export class TransportFailure extends Error {
  override readonly name = "TransportFailure";
  readonly kind: TransportFailureKind;

  constructor(kind: TransportFailureKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** The failure for the error of a `fetch` or a socket, with the code that Node gives it; other platforms give none. */
export function failureOf(error: unknown, answered: boolean): TransportFailure {
  type Coded = { readonly code?: string; readonly cause?: Coded } | undefined;
  const code = (error as Coded)?.code ?? (error as Coded)?.cause?.code ?? "";
  const [kind, text] = answered ? (["truncated", "the answer broke off"] as const) : (["other", "no answer came"] as const);
  return new TransportFailure(kind, text + (code && ` (${code})`), error);
}
