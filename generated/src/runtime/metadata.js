// What a call's output doesn't say itself: status, ids, attempts. Kept beside it, so that outputs stay clean.
const known = /* @__PURE__ */ new WeakMap();
/** How the call that gave this output went; `undefined` for what no call gave. */
export function metadataOf(output) {
    return known.get(output);
}
/** Remembers how an output came about, without the request and the body. */
export function keepMetadata(output, { attempts, totalDelayMs, response }) {
    if (typeof output !== "object" || !output)
        return;
    const { status, headers } = response;
    known.set(output, { status, requestId: requestIdOf(response), attempts, totalDelayMs, headers });
}
/** The id under which the service knows a request. */
export function requestIdOf({ headers }) {
    return headers["x-amzn-requestid"] ?? headers["x-amzn-request-id"] ?? headers["x-amz-request-id"] ?? headers["x-request-id"];
}
