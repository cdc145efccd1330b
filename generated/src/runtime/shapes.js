// How members change their form between JavaScript and JSON. Only what changes is described, the rest passes as it is.
import { fromBase64, toBase64 } from "./base64.js";
import { inside, refuse } from "./errors.js";
/** A Date that travels as seconds since the epoch. */
export const epochSeconds = { encode: (value) => timeOf(value) / 1_000, decode: toDate };
/** A Date that travels as ISO 8601 text, with milliseconds only where there are any. */
export const dateTime = {
    encode: (value) => new Date(timeOf(value)).toISOString().replace(".000Z", "Z"),
    decode: toDate,
};
/** A Date that travels as in HTTP's own headers. */
export const httpDate = { encode: (value) => new Date(timeOf(value)).toUTCString(), decode: toDate };
/** Bytes that travel as base64. */
export const blob = {
    encode: (value) => toBase64(bytesOf(value)),
    decode(value) {
        try {
            if (typeof value === "string")
                return fromBase64(value);
        }
        catch {
            // Refused below.
        }
        return refuse(": base64 is expected");
    },
};
/** A number that may be NaN or infinite, which JSON has no literals for. */
export const float = {
    encode: (value) => (typeof value === "number" && !Number.isFinite(value) ? String(value) : value),
    decode: (value) => (typeof value === "string" && /^(NaN|-?Infinity)$/.test(value) ? Number(value) : value),
};
/** Any value, that travels as a string of JSON. */
export const jsonValue = {
    encode: (value) => JSON.stringify(value),
    decode(value) {
        try {
            return JSON.parse(value);
        }
        catch {
            return refuse(": a string of JSON is expected");
        }
    },
};
/** Bytes, from any form that JavaScript keeps them in. */
export function bytesOf(value) {
    if (value instanceof Uint8Array)
        return value;
    if (ArrayBuffer.isView(value))
        return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return tagOf(value) === "[object ArrayBuffer]" ? new Uint8Array(value) : refuse(": bytes (Uint8Array) are expected");
}
/** Milliseconds of a Date, which may come from another realm. */
function timeOf(value) {
    const time = tagOf(value) === "[object Date]" ? Date.prototype.getTime.call(value) : NaN;
    return Number.isNaN(time) ? refuse(": a valid Date is expected") : time;
}
/** Takes every form of timestamp that services have been seen to send, wherever the document expects which. */
function toDate(value) {
    const text = typeof value === "string" && value.trim();
    const seconds = text ? Number(text) : value;
    // Rounded, since 1.001 × 1000 is 1000.9999999999999.
    let time = typeof seconds === "number" ? Math.round(seconds * 1_000) : NaN;
    if (text && /^([+-]?\d{4,6}-\d\d|[A-Z][a-z]{2,8},? )/.test(text)) {
        // Without a zone, this would be taken for local time.
        time = Date.parse(/(Z|GMT|UTC|[+-]\d\d:?\d\d|^.{10})$/.test(text) ? text : text + "Z");
    }
    const date = new Date(time);
    return Number.isNaN(+date) ? refuse(": a timestamp is expected") : date;
}
function tagOf(value) {
    return Object.prototype.toString.call(value);
}
/** Brings a value into its form on the wire. Copies what changes and leaves the value alone. */
export function encode(shape, value) {
    return compile("encode", shape)(value);
}
/** Brings a parsed value into its form in JavaScript, in place. */
export function decode(shape, value) {
    return compile("decode", shape)(value);
}
const compiled = { encode: new WeakMap(), decode: new WeakMap() };
/** A function that converts values of a shape; made once for each. */
function compile(way, reference) {
    const shape = (typeof reference === "function" ? reference() : reference);
    const known = shape[way] ?? compiled[way].get(shape);
    if (known)
        return known;
    const { members } = shape;
    const names = members && Object.keys(members);
    let inner;
    const convert = (value) => {
        if (typeof value !== "object" || value === null)
            return value;
        // Inner shapes are compiled at first use, since a shape may hold itself.
        inner ??= Object.values(members ?? [shape.list ?? shape.map]).map((each) => compile(way, each));
        const keys = names ?? (Array.isArray(value) ? undefined : Object.keys(value));
        const target = (way === "decode" ? value : Array.isArray(value) ? value.slice() : { ...value });
        const { length } = keys ?? value;
        for (let index = 0; index < length; index++) {
            const key = keys ? keys[index] : index;
            const member = target[key];
            // What every object inherits, such as `constructor`, isn't a member.
            if (member === null || member === undefined || typeof member === "function")
                continue;
            try {
                target[key] = inner[members ? index : 0](member);
            }
            catch (error) {
                throw inside(key, error);
            }
        }
        return target;
    };
    compiled[way].set(shape, convert);
    return convert;
}
