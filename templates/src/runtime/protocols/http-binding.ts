// What all REST protocols share: members that travel in the path, the query, headers, the status or as the whole body.

import type { HttpRequest, HttpResponse } from "../call.ts";
import { inside, InvalidRequestError, refuse } from "../errors.ts";
import { textOf } from "../json.ts";
import type { AnyOperation, Endpoint, Members, RequestPlace, ResponsePlace } from "../operation.ts";
import { bytesOf, type Reference, type Scalar } from "../shapes.ts";
import { percent, textOfValue } from "./uri.ts";

/** How a protocol writes and reads what HTTP doesn't settle. */
export interface BodyFormat {
  /** Fills one label of a path; `greedy` keeps slashes. */
  readonly label: (value: unknown, name: string, place: Extract<RequestPlace, { in: "path" }>, greedy: boolean) => string;
  /** The `name=value` pieces that a member adds to a query. */
  readonly pieces: (value: unknown, name: string, place: Extract<RequestPlace, { in: "query" }>) => string[];
  /** Whether an empty list is an empty header, or none. */
  readonly emptyHeaders?: true;
  /** Content type of bodies. */
  readonly type?: string;
  /** `payload` is what a member is called that is the whole body. Absent for operations that send no body, or one of text or bytes. */
  readonly write?: (operation: AnyOperation, value: unknown, shape: Reference | undefined, payload?: string) => string;
  /** Absent for operations that receive text or bytes. */
  readonly read?: (operation: AnyOperation, response: HttpResponse, shape: Reference | undefined, answer: AnyOperation["answer"], payload?: string) => unknown;
}

/** Puts every member into its place and the rest into the body. */
export function bindRequest(operation: AnyOperation, input: Members, endpoint: Endpoint, format: BodyFormat): HttpRequest {
  const { method, request: places = {}, input: shape } = operation;
  const labels = new Map<string, string>();
  // What has no value is a flag: `?acl`.
  const query = Object.entries(operation.query ?? {}).map(([name, value]) => percent(name) + (value && `=${percent(value)}`));
  const maps: string[] = [];
  const headers: Record<string, string> = {};
  let { type } = format;
  let body: string | Uint8Array | undefined;

  for (const [member, place] of Object.entries(places)) {
    const value = Object.hasOwn(input, member) ? input[member] : undefined;
    const { name = member } = place;
    try {
      if ("decisive" in place && !String(value ?? "")) refuse(": a value is needed, since without it the request would be another operation's");
      if (value === undefined || value === null) continue;
      switch (place.in) {
        case "path":
          labels.set(name, format.label(encodeItems(place.as, value), name, place, operation.path.includes(`{${name}+}`)));
          break;
        case "query":
          (isMap(value) ? maps : query).push(...format.pieces(encodeItems(place.as, value), name, place));
          break;
        case "header":
          if (format.emptyHeaders || !Array.isArray(value) || value.length) setHeader(headers, name, encodeItems(place.as, value), !place.as);
          break;
        case "prefix":
          for (const [key, item] of Object.entries(value)) setHeader(headers, name + key, item);
          break;
        case "payload":
          if (place.as) type = place.as === "text" ? "text/plain" : "application/octet-stream";
          if (!place.as) body = format.write!(operation, value, memberShape(shape, member), name);
          else body = typeof value === "string" ? value : bytesOf(value);
      }
    } catch (error) {
      throw inside(member, error);
    }
  }

  // From entries, since an assignment would take `__proto__` for the prototype.
  const unbound = Object.entries(input).filter(([member, value]) => value !== undefined && !Object.hasOwn(places, member));
  if (unbound.length || (operation.body && body === undefined)) {
    const takesBody = format.write && (operation.body || (method !== "GET" && method !== "HEAD"));
    if (body !== undefined || !takesBody) throw inside(unbound[0]?.[0] ?? "body", new InvalidRequestError({ message: ": has no place in this request" }));
    body = format.write!(operation, Object.fromEntries(unbound), shape);
  }

  return {
    method,
    protocol: endpoint.protocol,
    host: endpoint.host,
    path: endpoint.path + fillLabels(operation.path, labels),
    query: withMaps(query, maps).join("&"),
    // Assigned, since V8 takes ten times as long to spread what is added to.
    headers: Object.assign(body === undefined ? {} : { "content-type": type }, operation.headers, headers),
    body,
  };
}

/** Gathers the members from where they travelled. */
export function bindResponse(operation: AnyOperation, response: HttpResponse, format: BodyFormat): unknown {
  const { response: places = {}, output: shape, answer } = operation;
  const bodiless = operation.method === "HEAD" || response.status === 204 || response.status === 205;
  const read = (inner: Reference | undefined, form: AnyOperation["answer"], name?: string): unknown => {
    if (form === "bytes") return response.body;
    if (form === "text") return textOf(response.body);
    return bodiless ? undefined : format.read!(operation, response, inner, form, name);
  };

  const bound = Object.entries(places);
  const payload = bound.some(([, place]) => place.in === "payload");
  const body = payload ? undefined : read(shape, answer);
  if (!bound.length) return body;

  const output: Record<string, unknown> = { ...(body as object | undefined) };
  for (const [member, place] of bound) {
    try {
      const value = place.in === "payload" ? read(memberShape(shape, member), place.as ?? "any", place.name ?? member) : readPlace(member, place, response);
      if (value !== undefined) output[member] = value;
    } catch (error) {
      throw inside(member, error);
    }
  }
  return output;
}

/** Reads the members of a failure that travel elsewhere than in its body. */
export function inHeaders(places: NonNullable<AnyOperation["response"]>): (response: HttpResponse) => Members {
  return (response) =>
    Object.fromEntries(Object.entries(places).flatMap(([member, place]) => (place.in === "payload" ? [] : [[member, readPlace(member, place, response)]])).filter(([, value]) => value !== undefined));
}

function readPlace(member: string, place: Exclude<ResponsePlace, { in: "payload" }>, { status, headers }: HttpResponse): unknown {
  if (place.in === "status") return status;
  const name = (place.name ?? member).toLowerCase();
  if (place.in === "prefix") {
    const found = Object.entries(headers).filter(([key]) => key.startsWith(name));
    return found.length ? Object.fromEntries(found.map(([key, value]) => [key.slice(name.length), value])) : undefined;
  }
  const text = headers[name];
  if (text === undefined || place.as === undefined) return text;
  if (place.as === "number") return Number(text);
  return place.as === "boolean" ? text === "true" : place.as.decode(text);
}

function isMap(value: unknown): boolean {
  return typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}

/** Adds what maps say, but for the names that members have said. */
function withMaps(query: readonly string[], maps: readonly string[]): readonly string[] {
  const nameIn = (piece: string): string => piece.replace(/=.*/, "");
  const named = maps.length ? query.map(nameIn) : [];
  return [...query, ...maps.filter((piece) => !named.includes(nameIn(piece)))];
}

/** `quotes` is false for dates, whose commas nobody takes for those between items. */
function setHeader(headers: Record<string, string>, name: string, value: unknown, quotes?: boolean): void {
  const quoted = (text: string): string => (quotes ? text.replace(/^.*[",].*$/, (it) => `"${it.replace(/["\\]/g, "\\$&")}"`) : text);
  // Only a list needs quotes, to tell its own commas from those between items.
  const text = Array.isArray(value) ? value.map((item) => quoted(textOfValue(item))).join(", ") : textOfValue(value);
  // A line end would begin another header.
  if (/[^\t -~\x80-\xff]/.test(text) || /[^\w!#$%&'*+.^`|~-]/.test(name)) refuse(": characters that headers can hold are expected");
  headers[name.toLowerCase()] = text;
}

function encodeItems(as: Scalar | undefined, value: unknown): unknown {
  if (!as) return value;
  return Array.isArray(value) ? value.map(as.encode) : as.encode(value);
}

function fillLabels(path: string, labels: ReadonlyMap<string, string>): string {
  return path.replace(/\{([^{}+]+)\+?\}/g, (_, name: string) => {
    const label = labels.get(name);
    if (label === undefined) throw inside(name, new InvalidRequestError({ message: ": a value is needed, since it is part of the path" }));
    return label;
  });
}

function memberShape(shape: Reference | undefined, member: string): Reference | undefined {
  const structure = typeof shape === "function" ? shape() : shape;
  return structure && "members" in structure ? structure.members[member] : undefined;
}
