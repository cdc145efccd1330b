// Reads the failures that an operation documents. AWS names them on the wire; any other API tells them by status.

import { isObject, type Json, type JsonObject } from "../../json.ts";
import { pascalCase, type NameSpace } from "../names.ts";
import type { ErrorCase, ExceptionShape, Member, ShapeName, Type } from "../prepared-spec.ts";
import { dereference, entries, given, numberIn, objectAt, schemaRef, text } from "./access.ts";
import type { Dialect } from "./dialect.ts";
import type { Prose } from "./prose.ts";
import { deprecationOf, type TypeReader } from "./types.ts";

export interface ErrorReader {
  readonly errorsOf: (operation: JsonObject, operationName: string) => readonly ErrorCase[];
  readonly exceptions: Map<ShapeName, ExceptionShape>;
  /** What components that are exceptions are called. */
  readonly finalNames: ReadonlyMap<string, ShapeName>;
  /** Exceptions of which nobody says whose fault they are. */
  readonly guessedFaults: ReadonlySet<ShapeName>;
}

export interface ErrorReaderOptions {
  readonly api: JsonObject;
  readonly dialect: Dialect;
  readonly types: TypeReader;
  readonly names: NameSpace;
  readonly serviceName: string;
  readonly prose: Prose;
}

export function errorReader(options: ErrorReaderOptions): ErrorReader {
  const exceptions = new Map<ShapeName, ExceptionShape>();
  const finalNames = new Map<string, ShapeName>();
  const guessedFaults = new Set<ShapeName>();
  const read = options.dialect.protocol === "rest" ? statusErrors(options, exceptions) : namedErrors(options, exceptions, finalNames, guessedFaults);
  return {
    exceptions,
    finalNames,
    guessedFaults,
    errorsOf: (operation, operationName) =>
      entries(objectAt(operation, "responses"))
        .filter(([key]) => !/^2|^1|^3/.test(key))
        .flatMap(([key, response]) => read(key, dereference(options.api, response), response, operation, operationName) ?? []),
  };
}

type ReadError = (key: string, response: JsonObject, raw: Json, operation: JsonObject, operationName: string) => ErrorCase | undefined;

// ------------------------------------------------------------------------------------------------------ by wire name

/** Failures that carry their name: the response's schema is the exception. */
function namedErrors({ api, types, names, serviceName, prose }: ErrorReaderOptions, exceptions: Map<ShapeName, ExceptionShape>, finalNames: Map<string, ShapeName>, guessedFaults: Set<ShapeName>): ReadError {
  const schemas = objectAt(objectAt(api, "components"), "schemas");
  const known = new Map<string, ShapeName>();
  function exceptionOf(component: string, code: string, fault: ErrorCase["fault"], doc: string): ShapeName {
    const identity = JSON.stringify([component, code]);
    const given = known.get(identity);
    if (given !== undefined) return given;
    const plain = pascalCase(component);
    // The second of two codes for one component has an exception of its own.
    const name = names.take(plain, `${plain}Exception`, `${serviceName}${plain}`);
    known.set(identity, name);
    if (!finalNames.has(component)) finalNames.set(component, name);
    const raw = Object.hasOwn(schemas, component) ? schemas[component] : undefined;
    const schema = isObject(raw) ? types.flatten(raw) : {};
    const members = types.membersOf(schema, name).filter((member) => member.name.toLowerCase() !== "message");
    exceptions.set(name, { kind: "exception", code, members, fault, doc: prose(schema["description"]) || doc, ...deprecationOf(schema, prose) });
    return name;
  }

  return (key, response, _raw, operation) => {
    const component = Object.values(objectAt(response, "content")).map((media) => (isObject(media) ? schemaRef(media["schema"]) : undefined)).find((ref) => ref !== undefined);
    if (component === undefined) return undefined;
    const facts: JsonObject = { ...objectAt(objectAt(schemas, component), "x-error"), ...objectAt(objectAt(operation, "x-errors"), component) };
    const documentedStatus = key === "default" ? 0 : Number(key);
    const isSaid = facts["fault"] === "server" || facts["fault"] === "client";
    const fault = isSaid ? (facts["fault"] as ErrorCase["fault"]) : guessFault(component);
    const description = prose(response["description"]);
    const code = text(facts["code"]) ?? component;
    const exception = exceptionOf(component, code, fault, description === component ? "" : description);
    if (!isSaid) guessedFaults.add(exception);
    return {
      exception,
      code,
      documentedStatus,
      ...given("status", numberIn(facts["status"])),
      fault,
      ...given("retryable", retryableIn(facts["retryable"]) ?? guessRetryable(component)),
      doc: description === component ? "" : description,
    };
  };
}

function retryableIn(value: Json | undefined): ErrorCase["retryable"] {
  return value === "throttling" || value === "transient" ? value : undefined;
}

function guessFault(name: string): ErrorCase["fault"] {
  return /^Internal|^Server|ServiceUnavailable|ServiceFailure|InternalFailure|^ServiceException$|Unavailable(Exception)?$/.test(name) ? "server" : "client";
}

function guessRetryable(name: string): ErrorCase["retryable"] {
  return /^(Throttling|Throttled|TooManyRequests|RequestLimitExceeded|RequestThrottled|ProvisionedThroughputExceeded|EC2Throttled|SlowDown|BandwidthLimitExceeded|PriorRequestNotComplete|TransactionInProgress)/.test(name)
    ? "throttling"
    : undefined;
}

// --------------------------------------------------------------------------------------------------------- by status

const reasons: Readonly<Record<number, string>> = {
  400: "BadRequest", 401: "Unauthorized", 402: "PaymentRequired", 403: "AccessDenied", 404: "NotFound", 405: "MethodNotAllowed", 406: "NotAcceptable",
  407: "ProxyAuthenticationRequired", 408: "RequestTimeout", 409: "Conflict", 410: "Gone", 411: "LengthRequired", 412: "PreconditionFailed", 413: "ContentTooLarge",
  414: "UriTooLong", 415: "UnsupportedMediaType", 416: "RangeNotSatisfiable", 417: "ExpectationFailed", 418: "Teapot", 421: "MisdirectedRequest",
  422: "UnprocessableContent", 423: "Locked", 424: "FailedDependency", 425: "TooEarly", 426: "UpgradeRequired", 428: "PreconditionRequired",
  429: "TooManyRequests", 431: "HeadersTooLarge", 451: "UnavailableForLegalReasons", 500: "InternalServer", 501: "NotImplemented", 502: "BadGateway",
  503: "ServiceUnavailable", 504: "GatewayTimeout", 505: "HttpVersionNotSupported", 507: "InsufficientStorage", 508: "LoopDetected",
  511: "NetworkAuthenticationRequired",
};

/**
 * What the body of a failure carries beside its message. A status tells less than a name: a proxy answers with it too, and with
 * another body, so nothing is required.
 */
function membersIn(body: Type | undefined, types: TypeReader): readonly Member[] {
  const shape = body?.kind === "shape" ? types.shapes.get(body.name) : undefined;
  const members = shape?.kind === "structure" ? shape.members.filter((member) => member.name.toLowerCase() !== "message" && member.type.kind !== "forbidden") : [];
  return members.map((member) => ({ ...member, required: false }));
}

/** A status, the first digit of a class of them (`4XX`), or 0 for whatever has no entry of its own (`default`). */
function statusOf(key: string): number | undefined {
  if (key === "default") return 0;
  const [, digit] = /^([45])XX$/i.exec(key) ?? [];
  return digit === undefined ? (/^[45]\d\d$/.test(key) ? Number(key) : undefined) : Number(digit);
}

function reasonOf(status: number): string {
  return reasons[status] ?? { 0: "Unexpected", 4: "ClientFault", 5: "ServerFault" }[status] ?? `Status${status}`;
}

/** Failures that are told by status: one exception per status, class of statuses or `default`, and form of the body. */
function statusErrors({ types, names, serviceName, prose }: ErrorReaderOptions, exceptions: Map<ShapeName, ExceptionShape>): ReadError {
  const known = new Map<string, ShapeName>();
  return (key, response, _raw, operation, operationName) => {
    const status = statusOf(key);
    if (status === undefined) return undefined;
    const reason = reasonOf(status);
    const fault = status >= 500 || status === 5 ? "server" : "client";
    const media = Object.values(objectAt(response, "content")).find(isObject);
    const body: Type | undefined = media?.["schema"] === undefined ? undefined : types.typeOf(media["schema"], `${operationName}${reason}Body`);
    const said = text(response["x-exception"]);
    // A description is required, so where there was none `write/` has put the name.
    const doc = text(response["description"]) === said ? "" : prose(response["description"]);
    const code = given("code", text(objectAt(objectAt(operation, "x-errors"), said ?? "")["code"]));
    const identity = said === undefined ? JSON.stringify([status, body ?? null]) : JSON.stringify([said, code]);
    let exception = known.get(identity);
    if (exception === undefined) {
      const candidates = said === undefined ? [`${reason}Exception`, `${operationName}${reason}Exception`] : [pascalCase(said)];
      exception = names.take(...candidates, `${serviceName}${reason}Exception`);
      known.set(identity, exception);
      exceptions.set(exception, { kind: "exception", ...code, members: membersIn(body, types), fault, ...given("body", body), doc });
    }
    return {
      exception, ...code, documentedStatus: status, ...given("status", status < 10 ? undefined : status), fault,
      ...given("retryable", status === 429 ? ("throttling" as const) : [500, 502, 503, 504].includes(status) ? ("transient" as const) : undefined),
      doc,
    };
  };
}
