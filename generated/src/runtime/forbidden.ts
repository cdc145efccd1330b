// Types of members that one form of a request must not carry.

/**
 * The type of a member that has to be left out. A literal that nobody writes rather than `never`, so that the compiler's
 * message quotes the reason.
 */
export type Forbidden<Reason extends string> = `Forbidden: ${Reason}`;
