// How transports say that no answer came, or none that could be taken.

export type TransportFailureKind =
  | "connect"
  | "timeout"
  | "reset"
  | "truncated"
  | "too-large"
  | "dns"
  | "refused"
  | "other";

/** Thrown by transports; layers above turn it into errors for the caller. */
export class TransportFailure extends Error {
  override readonly name = "TransportFailure";
  readonly kind: TransportFailureKind;

  constructor(kind: TransportFailureKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** The failure for an error of a socket or of a platform's `fetch`, by the code that it carries. */
export function failureOf(error: unknown, whileReading: boolean): TransportFailure {
  const { code = (error as { cause?: { code?: string } } | undefined)?.cause?.code } = (error ?? {}) as { code?: string };
  const [kind, text] = /^(ENOTFOUND|EAI_|ENODATA)/.test(`${code}`)
    ? (["dns", "The host's name could not be resolved"] as const)
    : code === "ECONNREFUSED"
      ? (["refused", "The connection was refused"] as const)
      : /TIMEDOUT|TIMEOUT/.test(`${code}`)
        ? (["timeout", "The connection timed out"] as const)
        : whileReading
          ? (["truncated", "The answer broke off before its end"] as const)
          : /ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET/.test(`${code}`)
            ? (["reset", "The connection broke before an answer came"] as const)
            : /TLS|SSL|CERT|SELF_SIGNED|EHOSTUNREACH|ENETUNREACH|UNABLE_TO/.test(`${code}`)
              ? (["connect", "The connection could not be made"] as const)
              : (["other", "The request could not be sent"] as const);
  return new TransportFailure(kind, code ? `${text} (${code})` : text, error);
}
