// How transports say that no answer came, or none that could be taken.
/** Thrown by transports; layers above turn it into errors for the caller. */
export class TransportFailure extends Error {
    name = "TransportFailure";
    kind;
    constructor(kind, message, cause) {
        super(message, { cause });
        this.kind = kind;
    }
}
/** The failure for the error of a `fetch` or a socket, with the code that Node gives it; other platforms give none. */
export function failureOf(error, answered) {
    const code = error?.code ?? error?.cause?.code ?? "";
    const [kind, text] = answered ? ["truncated", "the answer broke off"] : ["other", "no answer came"];
    return new TransportFailure(kind, text + (code && ` (${code})`), error);
}
