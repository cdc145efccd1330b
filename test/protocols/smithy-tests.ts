// Smithy's protocol tests (https://smithy.io/2.0/additional-specs/http-protocol-compliance-tests.html) as a JSON model: fetched from
// Maven at first use and read by Smithy's own program, since only that understands the language they are written in.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { findJava } from "../../scripts/render/openapi-generator/find-java.ts";
import { FetchError, fetchPackage, type Package } from "../../scripts/verify/fetch-package.ts";
import type { SmithyModel } from "./smithy-model.ts";

const version = "1.54.0";

/** The tests, and the traits that they use. */
const models: Readonly<Record<string, string>> = {
  "smithy-aws-protocol-tests": "sha256-2LQW9iauRSHCPitGmJqK7fEb5CmR3CUtdofmCNqIq0o=",
  "smithy-protocol-test-traits": "sha256-uwv2UhlhVz9T5CXjirItFibqavavQzwE0HtsglcaqAw=",
  "smithy-aws-traits": "sha256-9lAhWAi3FU9Hz4BSSKMFPGBX6nEvGO16LG4tYgdPb8s=",
  "smithy-protocol-traits": "sha256-I8WiinmAJvGxEjuZZrPHgkMsSkcFqWYcZe1kMPNscCs=",
  "smithy-validation-model": "sha256-fJfSbG0VQYvxVvdZlpwlymJkdJJDa6CEhG8SVjZTHeE=",
};

/** The program that reads them. */
const program: Readonly<Record<string, string>> = {
  "smithy-cli": "sha256-BD+1TG8IGchXEg29TSjSTR86Sy8dW7x1/VyqZXWEQbY=",
  "smithy-model": "sha256-7zO5bS3lIB49nzKes9AeUtINmzAaJoWDBV87m52RAGM=",
  "smithy-build": "sha256-J5tJqtKwQFVIQPFderxGXw5dH4S8G+MRSw822BecEAA=",
  "smithy-diff": "sha256-LGxOwdQVOsiTt8ZNvF2dDzpkXZh09LB90aE3i+b244I=",
  "smithy-syntax": "sha256-zxrow19uiYFnl4vbohY0hkyZv1f8RYp5DNlOw2UkzSA=",
  "smithy-utils": "sha256-2M6aaeR/jjRSVfCYSNopJj6dN6tfm9uHnRMDm7nA3+M=",
};

const kept = fileURLToPath(new URL(`../../.cache/protocols/smithy-${version}.json`, import.meta.url));

/** Throws a FetchError that says in a sentence what is missing: Maven, Java or the network. */
export async function smithyTests(): Promise<SmithyModel> {
  if (!existsSync(kept)) {
    const text = await printed();
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(`${kept}.incoming-${process.pid}`, text);
    renameSync(`${kept}.incoming-${process.pid}`, kept);
  }
  return JSON.parse(readFileSync(kept, "utf8")) as SmithyModel;
}

async function printed(): Promise<string> {
  const java = await findJava();
  if (java.kind === "absent") throw new FetchError("Smithy's program needs Java, and neither JAVA_HOME nor the PATH leads to one.");
  const read = filesOf(models);
  const args = ["-cp", [...filesOf(program), ...read].join(delimiter), "software.amazon.smithy.cli.SmithyCli", "ast", "--no-config", "--flatten", "--quiet", ...read];
  const { status, stdout, stderr } = spawnSync(java.command, args, { encoding: "utf8", maxBuffer: 100_000_000 });
  if (status !== 0) throw new Error(`Smithy's program failed:\n${stderr.slice(0, 2_000)}`);
  return stdout;
}

function filesOf(artifacts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(artifacts).map(([name, integrity]) => fetchPackage({ registry: "maven", name: `software.amazon.smithy:${name}`, version, integrity } satisfies Package));
}
