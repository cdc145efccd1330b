// The only place of this stage that touches the disk, standard input or the network: names → bytes.

import { readFile, stat } from "node:fs/promises";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

import { defaultLimits } from "./limits.ts";
import { isUrl, resolveName, type Source, type SourceFile, type Unreadable } from "./source.ts";

export interface ReadOptions {
  /** Overlay files, applied in this order. */
  readonly overlays?: readonly string[];
  /** Origins such as `https://example.com` that may be fetched from. None by default. */
  readonly allowOrigins?: readonly string[];
  /** Folders beside the document's own that references may lead into. None by default. */
  readonly allowFolders?: readonly string[];
  readonly documentBytes?: number;
  /** Where `-` is read from. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  readonly fetch?: typeof globalThis.fetch;
}

/** Reads a document and its overlays. What can't be read is said in the value; nothing is thrown. */
export async function readSpec(spec: string, options: ReadOptions = {}): Promise<Source> {
  const main = await readOne(spec, options);
  const overlays: SourceFile[] = [];
  for (const overlay of options.overlays ?? []) overlays.push(await readOne(overlay, options));
  return { main, overlays, readReference: referenceReader(spec, options) };
}

async function readOne(name: string, options: ReadOptions): Promise<SourceFile> {
  const most = options.documentBytes ?? defaultLimits.documentBytes;
  if (name === "-") return readStream(options.stdin ?? process.stdin, most);
  if (name === "") return { kind: "unreadable", file: name, reason: "not-a-file" };
  try {
    const found = await stat(name);
    const reason = refusal(found, most);
    return reason ? { kind: "unreadable", file: name, reason } : { kind: "read", file: name, bytes: await readFile(name) };
  } catch (error) {
    return { kind: "unreadable", file: name, reason: reasonOf(error) };
  }
}

async function readStream(stream: AsyncIterable<Uint8Array | string>, most: number): Promise<SourceFile> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
      length += bytes.length;
      if (length > most) return { kind: "unreadable", file: "stdin", reason: "too-big" };
      chunks.push(bytes);
    }
  } catch (error) {
    return { kind: "unreadable", file: "stdin", reason: reasonOf(error) };
  }
  return { kind: "read", file: "stdin", bytes: Buffer.concat(chunks) };
}

/** Reads what references name: files below the document's folder, and what is allowed beside it. */
function referenceReader(spec: string, { allowFolders = [], documentBytes = defaultLimits.documentBytes }: ReadOptions): Source["readReference"] {
  const home = spec === "-" ? "." : dirname(spec);
  const named = [home, ...allowFolders].map((folder) => resolve(folder));
  const real = named.map(realFolder);
  return (from, reference) => {
    const file = resolveName(from === "stdin" ? "" : from, reference);
    const unreadable = (reason: Unreadable): SourceFile => ({ kind: "unreadable", file, reason });
    if (isUrl(file)) return unreadable("url-not-allowed");
    try {
      // Before the disk is touched: whether a file outside exists is nobody's business.
      if (!named.some((folder) => isInside(resolve(file), folder))) return unreadable("outside");
      // A link inside the folder may lead out of it.
      const path = realpathSync(file);
      if (!real.some((folder) => isInside(path, folder))) return unreadable("outside");
      const reason = refusal(statSync(path), documentBytes);
      return reason ? unreadable(reason) : { kind: "read", file, bytes: readFileSync(path) };
    } catch (error) {
      return unreadable(reasonOf(error));
    }
  };
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

function refusal(found: { isDirectory(): boolean; isFile(): boolean; isFIFO(): boolean; readonly size: number }, most: number): Unreadable | undefined {
  if (found.isDirectory()) return "directory";
  // A FIFO is what `<(…)` of a shell gives; a device could go on for ever.
  if (!found.isFile() && !found.isFIFO()) return "not-a-file";
  return found.size > most ? "too-big" : undefined;
}

function reasonOf(error: unknown): Unreadable {
  const reasons: Readonly<Record<string, Unreadable>> = { ENOENT: "missing", ENOTDIR: "missing", EISDIR: "directory", EACCES: "no-permission", EPERM: "no-permission", ERR_INVALID_ARG_VALUE: "missing", ENAMETOOLONG: "missing" };
  return reasons[(error as { code?: string }).code ?? ""] ?? "unknown";
}
