// What is mutated, and which tests watch over it.

export interface Area {
  readonly name: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

export const areas: readonly Area[] = [
  {
    name: "escapers",
    files: ["scripts/render/safe/*.ts"],
    tests: ["test/render/{escapers,safe}.test.ts", "test/docs/markdown.test.ts"],
  },
  {
    name: "namers",
    files: ["scripts/prepare/names.ts", "scripts/cli/package-name.ts"],
    tests: ["test/prepare/names.test.ts", "test/prepare/public-names.test.ts", "test/cli/package-name.test.ts"],
  },
  {
    name: "path guard",
    files: ["scripts/write/manifest.ts", "scripts/write/stat-of.ts", "scripts/write/compare.ts", "scripts/write/write-package.ts"],
    tests: ["test/write/write-package.test.ts", "test/write/guard.test.ts", "test/write/failures.test.ts"],
  },
  {
    name: "signer",
    files: ["templates/src/runtime/sign/*.ts"],
    tests: ["test/runtime/{sign-requests,signer,sigv4-suite,presign,retry}.test.ts"],
  },
  {
    name: "retry",
    files: ["templates/src/runtime/{retry,adaptive-retry,legacy-retry,standard-retry,retry-hint,announce-attempts}.ts"],
    tests: ["test/runtime/{retry,strategies,retry-hint}.test.ts"],
  },
  {
    name: "redaction",
    files: ["templates/src/runtime/redact.ts"],
    tests: ["test/runtime/{errors,credentials,redact}.test.ts"],
  },
];
