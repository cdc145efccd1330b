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

/** The failure for the error of a socket or a `fetch`, with the code that Node gives it. */
export function failureOf(cause: unknown, answered: boolean): TransportFailure {
  type Coded = { readonly code?: string; readonly cause?: Coded } | undefined;
  const code = (cause as Coded)?.code ?? (cause as Coded)?.cause?.code;
  return new TransportFailure(
    answered ? "truncated" : (kinds.find(([, codes]) => codes.test(`${code}`))?.[0] ?? "other"),
    `${answered ? "The answer broke off" : "No answer came"}${code ? ` (${code})` : ""}`,
    cause,
  );
}

/** Platforms other than Node give no codes. */
const kinds: readonly (readonly [TransportFailureKind, RegExp])[] = [
  ["dns", /ENOTFOUND|EAI_/],
  ["refused", /REFUSED/],
  ["timeout", /TIME/],
  ["reset", /RESET|PIPE|UND_ERR_SOCKET/],
];
