// What all JSON protocols share: bodies of requests, successes and failures.
import { parseJson } from "../json.js";
import { decode, encode } from "../shapes.js";
import { refuse } from "../errors.js";
/** The value in the form of its shape. */
export function writeBody(value, shape) {
    return JSON.stringify(shape ? encode(shape, value) : value);
}
/** The body of a success, in the form of its shape: an object, unless the operation answers otherwise. */
export function readBody({ body }, shape, answer) {
    const value = parseJson(body);
    if (!isMembers(value) && answer !== "any")
        refuse("the answer is no JSON object");
    return shape ? decode(shape, value) : value;
}
/** A failure as AWS sends it: its name in the body or a header, its text in `message`. */
export function readFailure(_operation, { headers, body }) {
    const fields = membersOf(body);
    const name = fields["__type"] || headers["x-amzn-errortype"] || fields["code"];
    const message = fields["message"] ?? fields["Message"];
    return {
        // `any.namespace#Name` and `Name:http://…` are `Name`.
        code: /^(?:[^:]*#)?([\w.-]{1,100})(?::|$)/.exec(`${name ?? ""}`)?.[1],
        message: typeof message === "string" && message ? message : undefined,
        fields,
        // Parsed again, since decoding changes a value in place and `fields` stay as received.
        read: (shape) => (shape ? decode(shape, membersOf(body)) : fields),
    };
}
/** The members of a body; none when it comes from a proxy, perhaps, and isn't JSON. */
function membersOf(body) {
    try {
        const value = parseJson(body);
        if (isMembers(value))
            return value;
    }
    catch {
        // The status still tells something, and so does the excerpt.
    }
    return {};
}
/** Whether a value is a JSON object. */
export function isMembers(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
