// Hooks → OpenTelemetry: a span for each call, and one inside it for each attempt. An example to copy; of the package it needs
// only what its index names.

import { context, type Span, SpanKind, SpanStatusCode, trace, type Tracer } from "@opentelemetry/api";
import { type CallEvent, type EndEvent, type Hooks, observe } from "../../generated/src/index.ts";

/** Use it as `new MarketplaceMeteringClient({ region, hooks: traced(trace.getTracer("metering")) })`. */
export function traced(tracer: Tracer): Hooks {
  // A call makes one attempt after the other, so its id is enough for both.
  const calls = new Map<string, Span>();
  const attempts = new Map<string, Span>();

  return observe({
    callStart({ service, operation, invocationId }) {
      const attributes = { "rpc.system": "aws-api", "rpc.service": service, "rpc.method": operation };
      calls.set(invocationId, tracer.startSpan(`${service}.${operation}`, { kind: SpanKind.CLIENT, attributes }));
    },
    attemptStart({ invocationId, attempt, totalDelayMs }: CallEvent) {
      const call = calls.get(invocationId);
      const parent = call ? trace.setSpan(context.active(), call) : context.active();
      const attributes = { "http.request.resend_count": attempt - 1, "retry.total_delay_ms": totalDelayMs };
      attempts.set(invocationId, tracer.startSpan(`attempt ${attempt}`, { attributes }, parent));
    },
    attemptEnd: (event) => end(attempts, event),
    callEnd: (event) => end(calls, event),
  });
}

function end(spans: Map<string, Span>, { invocationId, status, requestId, error }: EndEvent): void {
  const span = spans.get(invocationId);
  spans.delete(invocationId);
  if (status !== undefined) span?.setAttribute("http.response.status_code", status);
  if (requestId !== undefined) span?.setAttribute("aws.request_id", requestId);
  if (error instanceof Error) {
    // Messages hold no keys and no signatures, so they may be recorded as they are.
    span?.recordException(error);
    span?.setAttribute("error.type", error.name);
  }
  if (error !== undefined || (status ?? 0) >= 400) span?.setStatus({ code: SpanStatusCode.ERROR });
  span?.end();
}
