// Types of members that one form of a request must not carry.

declare const reason: unique symbol;

/** The type of a member that has to be left out. Nothing satisfies it, so the compiler's message quotes the reason. */
export interface Forbidden<Reason extends string> {
  readonly [reason]: Reason;
}
