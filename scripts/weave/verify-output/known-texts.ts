// The prepared spec comes in, the texts that may stand in code as a literal or a key come out: a literal that isn't a whole text
// of the document has been taken apart on the way.

import { parsePath } from "../../prepare/member-path.ts";
import type { PreparedSpec } from "../../prepare/prepared-spec.ts";

export interface KnownTexts {
  /** Whether the text is one of the document's, or what the wire makes of one. */
  readonly has: (text: string) => boolean;
  /** Whether a name of code is made from a name of the document: `listPetsOperation` from `ListPets`. */
  readonly named: (name: string) => boolean;
}

/** `also` are documents and texts beside the prepared spec. */
export function knownTexts(spec: PreparedSpec, ...also: readonly unknown[]): KnownTexts {
  const texts = new Set<string>();
  for (const value of [spec, ...also]) collect(value, texts);
  for (const path of memberPaths(spec)) collect(parsePath(path), texts);
  // The code names only what is the service's own of an address that is alike in all regions.
  for (const { url = "" } of spec.service.hosts) texts.add(url.replace(/^https:\/\/|\.\{region\}\.\{suffix\}$/g, ""));
  const lower = lazy(() => new Set([...texts].map((text) => text.toLowerCase())));
  const names = lazy(() => new Set([spec.service.name, ...Object.keys(spec.shapes), ...Object.keys(spec.exceptions), ...spec.operations.map(({ name }) => name), ...spec.waiters.map(({ name }) => name)].map((name) => name.toLowerCase())));
  const has = (text: string): boolean => texts.has(text) || (text === text.toLowerCase() && lower().has(text)) || isAttribute(text, has) || isDeclaring(text, has);
  return { has, named: (name) => barest(name).some((bare) => names().has(bare.toLowerCase())) };
}

/** `@id`, `@xsi:type`: attributes of XML. */
function isAttribute(text: string, has: (text: string) => boolean): boolean {
  if (!text.startsWith("@")) return false;
  const name = text.slice(1);
  // A prefix may hold colons itself.
  return has(name) || [...name.matchAll(/:/g)].some(({ index }) => has(name.slice(0, index)) && has(name.slice(index + 1)));
}

/** `Grantee xmlns:xsi="http://…"`: an element that declares a namespace; it may be the usual one of an operation. */
function isDeclaring(text: string, has: (text: string) => boolean): boolean {
  const [, name, prefix, uri = ""] = /^(\S+) xmlns(?::([\w.-]+))?="([^"<]*)"$/.exec(text) ?? [];
  if (name === undefined) return false;
  const plain = uri.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  return (has(name) || has(name.replace(/Request$/, "")) || name === "member") && (prefix === undefined || has(prefix)) && has(plain);
}

/** A name, and what is left of it without what the code puts around names. */
function barest(name: string): readonly string[] {
  const heads = ["", "paginate", "pagesOf", "waitUntil", "until", "is"].filter((head) => name.startsWith(head));
  return heads.flatMap((head) => tails.filter((tail) => name.endsWith(tail)).map((tail) => name.slice(head.length, name.length - tail.length)));
}

const tails = ["", "Pages", "Reached", "Operation", "OperationOperation", "Error", "Shape", "Exception", "Client", "ClientOptions"];

function memberPaths({ operations, waiters }: PreparedSpec): readonly string[] {
  const paging = operations.flatMap(({ pagination }) => (pagination === undefined ? [] : [...pagination.outputTokens, ...pagination.results, ...(pagination.moreResults === undefined ? [] : [pagination.moreResults])]));
  return [...paging, ...waiters.flatMap(({ acceptors }) => acceptors.flatMap((acceptor) => ("path" in acceptor ? acceptor.path : [])))];
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === "string") into.add(value);
  else if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (typeof value === "object" && value !== null) {
    for (const key of Object.keys(value)) {
      into.add(key);
      collect((value as Readonly<Record<string, unknown>>)[key], into);
    }
  }
}

function lazy<Value>(make: () => Value): () => Value {
  let value: { readonly made: Value } | undefined;
  return () => (value ??= { made: make() }).made;
}
