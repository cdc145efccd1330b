// The headers of a request and those that the caller adds → all of them, fit to be sent.
import { refuse } from "./errors.js";
/** Adds the caller's headers, which can't replace the request's own, and refuses what would break the request. */
export function mergeHeaders(userAgent, added, own) {
    const headers = { "user-agent": userAgent };
    for (const more of added) {
        for (const given in more) {
            const name = given.toLowerCase();
            if (name in own || /^(host|connection|content-length|transfer-encoding)$|[^\w!#$%&'*+.^`|~-]|^$/.test(name)) {
                refuse(`the header ${given} can't be set`);
            }
            headers[name] = more[given];
        }
    }
    Object.assign(headers, own);
    for (const name in headers) {
        // A line end would begin another header.
        if (/[^\t -~\x80-\xff]/.test(headers[name]))
            refuse(`the header ${name} can't be set to that`);
    }
    return headers;
}
