// What `load` takes: the bytes of the document and its overlays, and a way to get the files that references name.

/** A file that was read, or why it couldn't be. */
export type SourceFile =
  | { readonly kind: "read"; readonly file: string; readonly bytes: Uint8Array }
  | { readonly kind: "unreadable"; readonly file: string; readonly reason: Unreadable };

/** Why a file couldn't be read, told apart because each calls for something else. */
export type Unreadable =
  | "missing"
  | "directory"
  | "no-permission"
  | "not-a-file"
  | "too-big"
  | "outside"
  | "url-not-allowed"
  | "url-private"
  | "url-redirects"
  | "url-failed"
  | "unknown";

/** Gets the file that a `$ref` in `from` names. It never throws. */
export type ReadReference = (from: string, reference: string) => SourceFile;

export interface Source {
  readonly main: SourceFile;
  readonly overlays: readonly SourceFile[];
  readonly readReference: ReadReference;
}

/** What `sourceOf` takes: texts instead of files. */
export interface Texts {
  /** The name that problems print. */
  readonly file?: string;
  readonly overlays?: Readonly<Record<string, string>>;
  /** Files that references may name, by the name that the `$ref` resolves to. */
  readonly references?: Readonly<Record<string, string>>;
}

/** A source from texts, for programs that already hold the document and for tests. Nothing is read. */
export function sourceOf(text: string | Uint8Array, { file = "openapi.yaml", overlays = {}, references = {} }: Texts = {}): Source {
  return {
    main: read(file, text),
    overlays: Object.entries(overlays).map(([name, overlay]) => read(name, overlay)),
    readReference: (from, reference) => {
      const name = resolveName(from, reference);
      const found = Object.hasOwn(references, name) ? references[name] : undefined;
      return found === undefined ? { kind: "unreadable", file: name, reason: "missing" } : read(name, found);
    },
  };
}

/** The name of the file that `reference`, without its fragment, means inside the file `from`. */
export function resolveName(from: string, reference: string): string {
  if (isUrl(reference)) return reference;
  if (isUrl(from)) return URL.canParse(reference, from) ? new URL(reference, from).href : reference;
  const path = decodePath(reference);
  return normaliseName(path.startsWith("/") ? path : [...from.split("/").slice(0, -1), path].join("/"));
}

/** `./spec/../api.yaml` and `api.yaml` are one file. */
export function normaliseName(name: string): string {
  return isUrl(name) ? name : normalise(name.split("/"));
}

/** Does it name a scheme? A drive letter (`C:\…`) isn't one. */
export function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/iu.test(text);
}

/** A URL as it may be printed: who puts a password into one doesn't want to read it in a log. */
export function withoutCredentials(text: string): string {
  return text.replace(/^([a-z][a-z0-9+.-]*:)?([/\\]{2,})[^/\\?#]*@/iu, "$1$2…@");
}

function normalise(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (part === "." || (part === "" && index > 0)) continue;
    const last = kept.at(-1);
    if (part === ".." && last !== undefined && last !== ".." && last !== "") kept.pop();
    else kept.push(part);
  }
  return kept.join("/");
}

/** A reference is a URI: a blank in a file name is written `%20` in it. */
function decodePath(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

function read(file: string, text: string | Uint8Array): SourceFile {
  return { kind: "read", file, bytes: typeof text === "string" ? new TextEncoder().encode(text) : text };
}
