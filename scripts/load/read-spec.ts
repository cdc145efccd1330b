// The only place of this stage that touches the disk, standard input or the network: names → bytes.

import { readFileSync, realpathSync, statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

import { openAllowance } from "./allowance.ts";
import { fetcher, PrivateAddress, type FetchUrl } from "./fetch-url.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { namedFiles } from "./named-files.ts";
import { isUrl, normaliseName, resolveName, withoutCredentials, type Source, type SourceFile, type Unreadable } from "./source.ts";

export interface ReadOptions {
  /** Overlay files, applied in this order. */
  readonly overlays?: readonly string[];
  /** Origins such as `https://example.com` that may be fetched from. None by default. */
  readonly allowOrigins?: readonly string[];
  /** Folders beside the document's own that references may lead into. None by default. */
  readonly allowFolders?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Where `-` is read from. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** Names of allowed origins may lead to this machine or into a private network. False by default. */
  readonly allowPrivateAddresses?: boolean;
  readonly fetch?: FetchUrl;
}

/** Reads a document and its overlays. What can't be read is said in the value; nothing is thrown. */
export async function readSpec(spec: string, options: ReadOptions = {}): Promise<Source> {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const main = await readOne(spec, options, limits);
  const overlays: SourceFile[] = [];
  for (const overlay of options.overlays ?? []) overlays.push(await readOne(overlay, options, limits));
  const readLocal = referenceReader(spec, options, limits);
  const fetched = await fetchReferences(main, overlays, readLocal, options, limits);
  return { main, overlays, readReference: (from, reference) => fetched.get(resolveName(nameOf(from), reference)) ?? readLocal(from, reference) };
}

async function readOne(name: string, options: ReadOptions, limits: Limits): Promise<SourceFile> {
  if (name === "-") return readStream("stdin", options.stdin ?? process.stdin, limits);
  if (isUrl(name)) return readUrl(name, options, limits);
  const file = sep === "/" ? name : name.split(sep).join("/");
  if (name === "") return { kind: "unreadable", file, reason: "not-a-file" };
  try {
    const found = await stat(name);
    const reason = refusal(found, limits);
    return reason ? { kind: "unreadable", file, reason } : { kind: "read", file, bytes: await readFile(name) };
  } catch (error) {
    return { kind: "unreadable", file, reason: reasonOf(error) };
  }
}

async function readStream(file: string, stream: AsyncIterable<Uint8Array | string>, { documentBytes }: Pick<Limits, "documentBytes">): Promise<SourceFile> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
      length += bytes.length;
      if (length > documentBytes) return { kind: "unreadable", file, reason: "too-big" };
      chunks.push(bytes);
    }
  } catch (error) {
    return { kind: "unreadable", file, reason: reasonOf(error) };
  }
  return { kind: "read", file, bytes: Buffer.concat(chunks) };
}

/** Fetches from an allowed origin, without credentials and without following it elsewhere. */
async function readUrl(url: string, { allowOrigins = [], allowPrivateAddresses = false, fetch = fetcher() }: ReadOptions, limits: Pick<Limits, "documentBytes">): Promise<SourceFile> {
  const file = withoutCredentials(url);
  const unreadable = (reason: Unreadable): SourceFile => ({ kind: "unreadable", file, reason });
  if (!mayFetch(url, allowOrigins)) return unreadable("url-not-allowed");
  const ended = new AbortController();
  try {
    // Who allows an origin that is an address, or this machine by its name, has said so.
    const allowPrivate = allowPrivateAddresses || /^https?:\/\/(?:localhost|[\d.]+|\[[\da-f:.]+\])(?:[:/]|$)/iu.test(new URL(url).origin);
    const { status, body } = await fetch(url, { signal: AbortSignal.any([ended.signal, AbortSignal.timeout(30_000)]), allowPrivate });
    if (status >= 300 && status < 400) return unreadable("url-redirects");
    if (status !== 200) return unreadable("url-failed");
    const read = await readStream(file, body, limits);
    return read.kind === "unreadable" && read.reason !== "too-big" ? unreadable("url-failed") : read;
  } catch (error) {
    return unreadable(error instanceof PrivateAddress ? "url-private" : "url-failed");
  } finally {
    // What is left of an answer that isn't wanted keeps no connection open.
    ended.abort();
  }
}

function mayFetch(url: string, allowOrigins: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, origin, username, password } = new URL(url);
  return (protocol === "https:" || protocol === "http:") && username === "" && password === "" && allowOrigins.some((allowed) => URL.canParse(allowed) && new URL(allowed).origin === origin);
}

/**
 * References are followed later, by a function that can't wait. So the files behind allowed URLs are fetched now: those
 * that the document names, and those that they name in turn.
 */
async function fetchReferences(main: SourceFile, overlays: readonly SourceFile[], readLocal: Source["readReference"], options: ReadOptions, limits: Limits): Promise<ReadonlyMap<string, SourceFile>> {
  const fetched = new Map<string, SourceFile>();
  if ((options.allowOrigins ?? []).length === 0) return fetched;
  const seen = new Set<string>();
  // What an overlay adds becomes a part of the document; its references count from there.
  const allowance = openAllowance(limits);
  let left = limits.documentBytes;
  const open = [main, ...overlays].map((file) => ({ file, from: nameOf(main.file) }));
  for (let next = open.pop(); next && left > 0 && seen.size < limits.externalFiles; next = open.pop()) {
    for (const { reference, name } of namedFiles(next.file, next.from, limits, allowance)) {
      if (seen.has(name) || (left === 0 && !isUrl(name))) continue;
      seen.add(name);
      const file = isUrl(name) ? await readUrl(name, options, { documentBytes: left }) : readLocal(next.from, reference);
      left = Math.max(0, left - (file.kind === "read" ? file.bytes.length : 0));
      if (isUrl(name)) fetched.set(name, file);
      open.push({ file, from: name });
    }
  }
  return fetched;
}

/** Reads what references name: files below the document's folder, and what is allowed beside it. */
function referenceReader(spec: string, { allowFolders = [] }: ReadOptions, limits: Limits): Source["readReference"] {
  const home = spec === "-" ? ["."] : isUrl(spec) ? [] : [dirname(spec)];
  const named = [...home, ...allowFolders].map((folder) => resolve(folder));
  const real = named.map(realFolder);
  return (from, reference) => {
    const file = resolveName(nameOf(from), reference);
    const unreadable = (reason: Unreadable): SourceFile => ({ kind: "unreadable", file, reason });
    if (isUrl(file)) return unreadable("url-not-allowed");
    try {
      // Before the disk is touched: whether a file outside exists is nobody's business.
      if (!named.some((folder) => isInside(resolve(file), folder))) return unreadable("outside");
      // A link inside the folder may lead out of it.
      const path = realpathSync(file);
      if (!real.some((folder) => isInside(path, folder))) return unreadable("outside");
      const reason = refusal(statSync(path), limits);
      return reason ? unreadable(reason) : { kind: "read", file, bytes: readFileSync(path) };
    } catch (error) {
      return unreadable(reasonOf(error));
    }
  };
}

/** What comes from standard input has no folder; its references count from where the command runs. */
function nameOf(file: string): string {
  return file === "stdin" ? "" : normaliseName(file);
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function refusal(found: { isDirectory(): boolean; isFile(): boolean; readonly size: number }, { documentBytes }: Limits): Unreadable | undefined {
  if (found.isDirectory()) return "directory";
  // Neither pipes, which may never end, nor devices: both have `-` for it.
  if (!found.isFile()) return "not-a-file";
  return found.size > documentBytes ? "too-big" : undefined;
}

const reasons: Readonly<Record<string, Unreadable>> = { ENOENT: "missing", ENOTDIR: "missing", EISDIR: "directory", EACCES: "no-permission", EPERM: "no-permission", ENAMETOOLONG: "missing", ERR_INVALID_ARG_VALUE: "missing" };

function reasonOf(error: unknown): Unreadable {
  return reasons[(error as { code?: string }).code ?? ""] ?? "unknown";
}
