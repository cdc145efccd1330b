// AWS's own clients of the services that are compared with: fetched by npm when they are needed, and never dependencies.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./workshop.ts";

/** Clients are published together, under one version. */
const version = "3.1138.0";
/** Those that didn't change between releases have the one before. */
const versions: Readonly<Record<string, string>> = { "@aws-sdk/client-efs": "3.1127.0", "@aws-sdk/client-lex-runtime-service": "3.1048.0", "@aws-sdk/client-s3-control": "3.1112.0" };

/** A folder from which the clients are found, or why they can't be had. */
export function officialClients(names: readonly string[]): { readonly folder: string } | { readonly absent: string } {
  const folder = join(repository, ".cache", "official-clients", version);
  const isThere = names.every((name) => existsSync(join(folder, "node_modules", name, "package.json")));
  if (!isThere) {
    mkdirSync(folder, { recursive: true });
    const wanted = names.map((name) => `${name}@${versions[name] ?? version}`);
    try {
      execFileSync("npm", ["install", "--prefix", folder, "--save-exact", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", ...wanted], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    } catch {
      return { absent: `npm couldn't fetch ${wanted.join(", ")}` };
    }
  }
  return { folder };
}
