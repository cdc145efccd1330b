// Which structures are kinds of messages that follow one another was lost: with their own framing, no reader of JSON or XML reads them.

import { serviceOf, withSchemas } from "./document.ts";
import type { Restoration } from "./restore.ts";

/** By service. Made from the AWS models (botocore 1.44.5). */
const streams: Readonly<Record<string, readonly string[]>> = {
  lambda: ["InvokeWithResponseStreamResponseEvent"],
  s3: ["SelectObjectContentEventStream"],
};

export const eventStreams: Restoration = (api) => {
  const known = streams[serviceOf(api)] ?? [];
  return known.length === 0 ? api : withSchemas(api, (schema, name) => (known.includes(name) ? { "x-event-stream": true, ...schema } : schema));
};
