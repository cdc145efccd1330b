// Every extension that `prepare` reads, and where it may stand: our vocabulary for what OpenAPI can't say. An overlay may use all
// of them; the prepared document does. The table in the README is printed from this list.

export interface Extension {
  readonly name: string;
  readonly stands: string;
  readonly meaning: string;
}

export const extensions: readonly Extension[] = [
  { name: "x-protocol", stands: "document", meaning: "How calls travel: `aws-json-1.0`, `aws-json-1.1`, `rest-json`, `rest-xml`, `aws-query`, `ec2-query`, or `rest` for any other JSON API." },
  { name: "x-prepared", stands: "document", meaning: "The document was prepared, so that nothing in it needs guessing." },
  { name: "x-facts", stands: "document", meaning: "The version of AWS's model that the document was compared with, so that nothing in it is only guessed. Written by `facts` and `import`." },
  { name: "x-service-name", stands: "document", meaning: "What client and exceptions are named after." },
  { name: "x-signing-name", stands: "document", meaning: "The service's name in signatures." },
  { name: "x-xml-namespace", stands: "document", meaning: "Namespace of XML requests." },
  { name: "x-query-compatible", stands: "document", meaning: "`true` for a JSON service that was a Query service: failures have an older code in a header." },
  { name: "x-endpoints", stands: "document", meaning: "Where the service lives: a list of which the first that fits counts, each with `url` (with `{region}`, and `{suffix}` or `{dualstackSuffix}` for the domain of the region's partition; none where the service isn't there), `regions` (a region, or how regions begin), `variant` (fips, dualstack, fips+dualstack), and `signingRegion`, if signatures name another region." },
  { name: "x-retry", stands: "document", meaning: "Numbers of retrying, where they aren't AWS's usual ones: `maxAttempts` and `baseDelayMs`." },
  { name: "x-waiters", stands: "document", meaning: "Waiters by name: `operation`, `delay` in seconds, `maxAttempts`, and `acceptors`, each with `state` (success, failure, retry), `matcher` (path, pathAll, pathAny, status, error), `path` and `expected`." },
  { name: "x-partition", stands: "server", meaning: "The partition that the server belongs to: `aws`, `aws-cn`, or `default`." },
  { name: "x-wire", stands: "operation", meaning: "What goes on the wire: `path` (`{Key+}` takes slashes), constant `query` and `headers`, the Query protocols' `action`, `hostPrefix`, `bucket`, the member that S3 wants in the host, `ids`, the members that hold ids of Route 53, `xmlRoot`, the root element, and `xmlNamespace`, where that isn't the service's." },
  { name: "x-aws-operation-name", stands: "operation", meaning: "The operation's name, where `operationId` is another." },
  { name: "x-input", stands: "operation", meaning: "The name of the type that holds all that the operation takes." },
  { name: "x-errors", stands: "operation", meaning: "By exception: `code` on the wire, `status`, `fault` (client, server), `retryable` (throttling, transient). Goes before the exception's own `x-error`." },
  { name: "x-unsigned-payload", stands: "operation", meaning: "`true` when the signature doesn't cover the body." },
  { name: "x-checksum", stands: "operation", meaning: "How the body is guarded: `required`, `algorithmMember`, `validationMember`, `responseAlgorithms`." },
  { name: "x-compressed", stands: "operation", meaning: "`true` when large bodies go compressed, by gzip." },
  { name: "x-errors-in-success", stands: "operation", meaning: "`true` when an answer with status 200 may hold a failure." },
  { name: "x-pagination", stands: "operation", meaning: "Pages: `inputTokens`, `outputTokens` (paths into the answer), `limit`, `moreResults`, and `results`, the lists that pages divide." },
  { name: "x-prefix", stands: "header parameter", meaning: "`true` for a map whose keys are headers that begin so." },
  { name: "x-member", stands: "parameter, property, request body", meaning: "The member's name for users, where the wire has another." },
  { name: "x-location", stands: "property", meaning: "Where the member travels, if not in the body: `in` (header, prefix, query, path, status, payload) and `name`." },
  { name: "x-idempotency-token", stands: "parameter, property", meaning: "`true`: the client fills in a UUID, the same for all attempts. `false`: it doesn't, whatever the name." },
  { name: "x-timestamp", stands: "schema", meaning: "The form of a timestamp: `epoch-seconds`, `date-time` or `http-date`." },
  { name: "x-json-value", stands: "schema", meaning: "`true` for a text that holds JSON." },
  { name: "x-streaming", stands: "schema", meaning: "`true` for bytes that may be too many for memory." },
  { name: "x-event-stream", stands: "schema", meaning: "`true` for a structure whose members are kinds of messages." },
  { name: "x-union", stands: "schema", meaning: "`true` for a structure of which one member is there, and no other." },
  { name: "x-forbidden", stands: "schema", meaning: "Why a member that nothing satisfies (`not: {}`) must be left out." },
  { name: "x-enum-varnames", stands: "schema", meaning: "Names of the values of an enumeration." },
  { name: "x-deprecated-message", stands: "whatever may be deprecated", meaning: "What to use instead." },
  { name: "x-deprecated-since", stands: "whatever may be deprecated", meaning: "Since when, as an ISO date." },
  { name: "x-error", stands: "schema of an exception", meaning: "`code` on the wire, `status`, `fault`, `retryable`, wherever the exception is thrown." },
  { name: "x-exception", stands: "schema, response", meaning: "The schema is an exception; or the response's exception is called so. Written by `prepare`." },
  { name: "x-body-of", stands: "schema", meaning: "The schema holds the body's members of this operation. Written by `prepare`." },
  { name: "x-item-name", stands: "`xml`", meaning: "Name of a list's items, where `items.xml.name` can't say it." },
  { name: "x-item-namespace", stands: "`xml`", meaning: "Namespace of a list's items, where `items.xml.namespace` can't say it." },
  { name: "x-key-name", stands: "`xml`", meaning: "What a map calls its keys." },
  { name: "x-value-name", stands: "`xml`", meaning: "What a map calls its values." },
  { name: "x-query-name", stands: "`xml`", meaning: "What EC2's requests call the member, where it isn't the name with a capital." },
];

/** The table of the README. */
export function extensionTable(): string {
  return ["| extension | stands on | means |", "|---|---|---|", ...extensions.map(({ name, stands, meaning }) => `| \`${name}\` | ${stands} | ${meaning} |`)].join("\n");
}
