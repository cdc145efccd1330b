// JSON text ↔ values, without the surprises: nothing is rounded, nothing nests without end.
import { refuse } from "./errors.js";
/** Deeper answers are refused, since whoever walks through them would run out of stack. */
const maxDepth = 1_000;
// A TextDecoder drops a byte order mark.
const decoder = /* @__PURE__ */ new TextDecoder();
/** The text of a body. */
export function textOf(body) {
    return decoder.decode(body);
}
/**
 * Parses JSON; `__proto__` is a key like any other. Integers beyond 2^53 are refused, since JavaScript would round them
 * and nobody would notice.
 */
export function parseJson(body) {
    const text = textOf(body);
    const value = JSON.parse(text);
    // Numbers written with a point or an exponent are meant to be rounded.
    if (holdsRounded(value, 0) && /(^|[[:,\s])-?\d{16,}\s*([\]},]|$)/.test(text))
        refuse("the answer holds an integer beyond 2^53");
    return value;
}
/** Whether a number inside may have lost digits. Refuses what nests too deep. */
function holdsRounded(value, depth) {
    if (typeof value !== "object" || !value)
        return Number.isInteger(value) && !Number.isSafeInteger(value);
    if (depth === maxDepth)
        refuse(`the answer nests deeper than ${maxDepth} levels`);
    let found = false;
    if (Array.isArray(value))
        for (const item of value)
            found = holdsRounded(item, depth + 1) || found;
    else
        for (const key in value)
            found = holdsRounded(value[key], depth + 1) || found;
    return found;
}
