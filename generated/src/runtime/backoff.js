// A failed attempt → how long to wait for the next. The numbers are those that AWS's own SDKs keep to.
/** Milliseconds to wait: a random part of a time that doubles, or longer when the service asks for it. */
export function backoff(options) {
    const { attempt, reason, hintMs = 0, random, baseDelayMs = 50, throttlingDelayMs = 1_000, maxDelayMs = 20_000 } = options;
    const base = reason === "throttling" ? throttlingDelayMs : baseDelayMs;
    const computed = random() * Math.min(base * 2 ** (attempt - 1), maxDelayMs);
    // A service that asks for hours would be obeyed by nobody.
    return Math.max(computed, Math.min(hintMs, computed + 5_000));
}
/** Milliseconds that an answer asks to wait; `undefined` when it asks for nothing sensible. */
export function retryHint({ headers }, now) {
    const { "x-amz-retry-after": exact = "", "retry-after": after = "" } = headers;
    if (/^\d+$/.test(exact))
        return Number(exact);
    // A date has a comma; Date.parse takes too much for a date.
    const ms = after.includes(",") ? Date.parse(after) - now : /^\d+$/.test(after) ? Number(after) * 1_000 : NaN;
    return ms >= 0 ? ms : undefined;
}
