// What a client tells its observers: names, numbers and ids, never headers or bodies.
import { requestIdOf } from "./metadata.js";
/** Puts an observer around each call, and around each attempt of it. */
export function observe(observer) {
    return (layers) => [
        around(observer.callStart, observer.callEnd),
        ...layers,
        around(observer.attemptStart, observer.attemptEnd),
    ];
}
function around(start, end) {
    return (next) => async (call) => {
        const { clock } = call.options;
        const startedAt = clock.now();
        tell(start, eventOf(call, call.attempt));
        const ended = (status, requestId, error) => {
            const durationMs = clock.now() - startedAt;
            tell(end, { ...eventOf(call, call.options.progress.attempts || 1), durationMs, status, requestId, ...(error !== undefined && { error }) });
        };
        try {
            const exchange = await next(call);
            ended(exchange.response.status, requestIdOf(exchange.response));
            return exchange;
        }
        catch (error) {
            const { status, requestId } = (error ?? {});
            ended(status, requestId, error);
            throw error;
        }
    };
}
function eventOf({ operation, options }, attempt) {
    const { invocationId, progress } = options;
    return { service: operation.service.name, operation: operation.name, invocationId, attempt, totalDelayMs: progress.totalDelayMs };
}
function tell(hook, event) {
    try {
        hook?.(event);
    }
    catch {
        // An observer must not change what it observes.
    }
}
