/** The text of a body. */
export declare function textOf(body: Uint8Array): string;
/**
 * Parses JSON; `__proto__` is a key like any other. Integers beyond 2^53 are refused, since JavaScript would round them
 * and nobody would notice.
 */
export declare function parseJson(body: Uint8Array): unknown;
