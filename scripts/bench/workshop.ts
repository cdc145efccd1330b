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
  /** The port of a server that calls are made to, a file of `programs/` in a process of its own so that its CPU isn't counted. */
  readonly server: (name: string) => Promise<string>;
  readonly close: () => void;
}

export function openWorkshop(): Workshop {
  const folder = join(repository, ".cache", `bench-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const servers: ChildProcess[] = [];
  const ports = new Map<string, Promise<string>>();
  const programs = new Map<string, Promise<string>>();
  let kept: InstalledPackage | undefined;
  const installed = () => (kept ??= installPackage(join(folder, "package")));
  const built = async (name: string, platform: "node" | "web"): Promise<string> => {
    const outfile = join(installed().folder, `${name}-${platform}.mjs`);
    await build({
      entryPoints: [join(repository, "scripts/bench/programs", `${name}.ts`)], outfile, bundle: true, format: "esm", target: "es2022", platform: "neutral",
      conditions: ["import"], plugins: [packed(installed(), platform === "node")], logLevel: "error",
    });
    return outfile;
  };
  const program: Workshop["program"] = (name, platform) => onceFor(programs, `${name} ${platform}`, () => built(name, platform));
  const start = async (name: string): Promise<string> => {
    const server = spawn(process.execPath, [await program(name, "node")], { stdio: ["ignore", "pipe", "inherit"] });
    servers.push(server);
    const [line] = (await once(server.stdout, "data")) as [Buffer];
    return String(line).trim();
  };
  return {
    folder,
    installed,
    program,
    server: (name) => onceFor(ports, name, () => start(name)),
    close() {
      for (const server of servers) server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Gives what was made for a key before, or makes it. */
function onceFor<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
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
