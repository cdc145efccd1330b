// `npm run sbom`: bills of materials in CycloneDX's form for the tool and for the generated package, of what users install with them.
// They go to `.cache/sbom/`, or to the folder that an argument names.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isForUsers, type Lock } from "./runtime-tree.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly devDependencies?: object;
}

/** What is used of a bill. */
export interface Bill {
  readonly components: readonly { readonly name: string; readonly version: string; readonly purl: string }[];
}

/** The bill of a package, by npm. It is made of the lock file alone, in a folder that has the package's name, which npm puts into it. */
export function billOf(folder: string): { readonly file: string; readonly bill: Bill } {
  const { devDependencies: _, ...about } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageJson;
  const file = `${about.name.replace(/^@/, "").replace("/", "-")}-${about.version}.cdx.json`;
  const home = mkdtempSync(join(tmpdir(), "countersign-sbom-"));
  try {
    const copy = join(home, about.name);
    mkdirSync(copy, { recursive: true });
    writeFileSync(join(copy, "package.json"), JSON.stringify(about));
    writeFileSync(join(copy, "package-lock.json"), JSON.stringify({ lockfileVersion: 3, requires: true, packages: { ...lockedIn(folder), "": about } }));
    const text = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "library", "--package-lock-only", "--silent"], { cwd: copy, encoding: "utf8", maxBuffer: 64_000_000 });
    return { file, bill: JSON.parse(text) as Bill };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * What users install, by the lock file; a package without one has nothing but itself. npm's own `--omit dev` would leave out whatever
 * developers use as well.
 */
function lockedIn(folder: string): Lock["packages"] {
  const file = join(folder, "package-lock.json");
  if (!existsSync(file)) return {};
  const { packages: locked } = JSON.parse(readFileSync(file, "utf8")) as Lock;
  return Object.fromEntries(Object.entries(locked).filter(([, one]) => isForUsers(one)));
}

/** The tool, and the package that it generates here. */
export const packages: readonly string[] = [repository, join(repository, "generated")];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const out = resolve(process.argv[2] ?? join(repository, ".cache/sbom"));
  mkdirSync(out, { recursive: true });
  for (const { file, bill } of packages.map(billOf)) {
    writeFileSync(join(out, file), `${JSON.stringify(bill, null, 2)}\n`);
    console.log(`${join(out, file)}: ${bill.components.length} components`);
  }
}
