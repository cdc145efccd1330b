// What groups share while a benchmark runs: a folder, the package as npm would install it, and programs built against that.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { installPackage, type InstalledPackage } from "../../test/platforms/package.ts";

export const repository: string = fileURLToPath(new URL("../..", import.meta.url));

/** Where programs are kept that npm fetched. */
export const runtimes: string = join(repository, ".cache", "platforms");

export interface Workshop {
  /** For whatever a group likes to write. It lies in the repository, so that what is installed here is found from there. */
  readonly folder: string;
  /** `generated/`, built, packed and unpacked, once for all groups. */
  readonly installed: () => InstalledPackage;
  /**
   * A file of `programs/`, ready to be run. For Node it imports the installed package from its files, as a user's program does; for the
   * Web the package is bundled into it, as if for a browser.
   */
  readonly program: (name: string, platform: "node" | "web") => Promise<string>;
  /** The port of a server that calls are made to, in a process of its own so that its CPU isn't counted. */
  readonly server: () => Promise<string>;
  readonly close: () => void;
}

export function openWorkshop(): Workshop {
  const folder = join(repository, ".cache", `bench-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  let server: ChildProcess | undefined;
  let port: Promise<string> | undefined;
  let kept: InstalledPackage | undefined;
  const installed = () => (kept ??= installPackage(join(folder, "package")));
  const program: Workshop["program"] = async (name, platform) => {
    const outfile = join(installed().folder, `${name}-${platform}.mjs`);
    await build({
      entryPoints: [join(repository, "scripts/bench/programs", `${name}.ts`)], outfile, bundle: true, format: "esm", target: "es2022", platform: "neutral",
      conditions: ["import"], plugins: [packed(installed(), platform === "node")], logLevel: "error",
    });
    return outfile;
  };
  const start = async (): Promise<string> => {
    const { stdout } = (server = spawn(process.execPath, [await program("server", "node")], { stdio: ["ignore", "pipe", "inherit"] }));
    const [line] = (await once(stdout!, "data")) as [Buffer];
    return String(line).trim();
  };
  return {
    folder,
    installed,
    program,
    server: () => (port ??= start()),
    close() {
      server?.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Leads imports of the package's sources to the same files of the installed package, and leaves all other packages where they are. */
function packed({ folder, name }: InstalledPackage, external: boolean): Plugin {
  const dist = join(folder, "node_modules", name, "dist");
  return {
    name: "packed",
    setup({ onResolve }) {
      onResolve({ filter: /\/generated\/src\/.*\.ts$/ }, ({ path }) => {
        const file = path.replace(/^.*\/generated\/src\//, "").replace(/\.ts$/, ".js");
        return { path: external && file === "index.js" ? name : join(dist, file), external };
      });
      onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) => (kind === "entry-point" ? undefined : { path, external: true }));
    },
  };
}
