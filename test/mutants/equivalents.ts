// Changes that no test can notice, each with its reason: what they change makes no difference to anybody.

export interface Equivalent {
  readonly file: string;
  /** On one line, as `npm run test:mutants` prints it. */
  readonly original: string;
  readonly replacement: string;
  readonly because: string;
}

const isntObject = "What isn't an object throws a line later, which is caught and means the same.";
const noFile = "An empty name has an empty part, and every name of a list of files has its text.";
const nodesErrors = "What Node throws there is an error with a code.";
const lookedAt = "Whoever asks has seen that it is an object with a system call.";
const nothingThere = "No package has a file of that name.";
const ownGroup = "Number 0 means the own group of processes, which is running.";
const names = "scripts/prepare/names.ts";
const anyUrl = "templates/src/runtime/sign/any-url.ts";
const signer = "templates/src/runtime/sign/signer.ts";
const spaces = "/^\\s|\\s$|\\s\\s|[^\\S ]/";
const onlySooner = "It only makes a signer do again what it could remember.";
const replacesNothing = "It only chooses which values are looked through, and in those that it adds there is nothing to replace.";

export const equivalents: readonly Equivalent[] = [
  { file: names, original: "/[^A-Za-z0-9]+/", replacement: "/[^A-Za-z0-9]/", because: "The empty words between two separators are left out afterwards." },
  { file: names, original: "/^[A-Z]+(?=[A-Z][a-z]|[^A-Za-z]|$)|^[A-Z]/", replacement: "/[A-Z]+(?=[A-Z][a-z]|[^A-Za-z]|$)|^[A-Z]/", because: "The first character is a capital, so that one of the two finds it there." },
  { file: names, original: "/^[A-Z]+(?=[A-Z][a-z]|[^A-Za-z]|$)|^[A-Z]/", replacement: "/^[A-Z]+(?=[A-Z][a-z]|[^A-Za-z]|$)|[A-Z]/", because: "The first character is a capital, so that one of the two finds it there." },
  { file: names, original: "number > 2", replacement: "true", because: "Counting begins with 2 by itself." },
  { file: names, original: "number > 2", replacement: "number >= 2", because: "Counting begins with 2 by itself." },
  { file: anyUrl, original: spaces, replacement: "/\\s|\\s$|\\s\\s|[^\\S ]/", because: replacesNothing },
  { file: anyUrl, original: spaces, replacement: "/^\\s|\\s|\\s\\s|[^\\S ]/", because: replacesNothing },
  { file: anyUrl, original: spaces, replacement: "/^\\s|\\s$|\\S\\s|[^\\S ]/", because: replacesNothing },
  { file: anyUrl, original: spaces, replacement: "/^\\s|\\s$|\\s\\S|[^\\S ]/", because: replacesNothing },
  { file: anyUrl, original: spaces, replacement: "/^\\s|\\s$|\\s\\s|[\\S ]/", because: replacesNothing },
  { file: anyUrl, original: spaces, replacement: "/^\\s|\\s$|\\s\\s|[^\\s ]/", because: replacesNothing },
  { file: "templates/src/runtime/sign/canonical.ts", original: '"  "', replacement: '""', because: replacesNothing },
  { file: signer, original: "time / 1000", replacement: "time * 1000", because: onlySooner },
  { file: signer, original: "now !== second", replacement: "true", because: onlySooner },
  { file: signer, original: "secretAccessKey !== secret || scope !== keyScope", replacement: "true", because: onlySooner },
  { file: signer, original: "length !== given || names.length !== known.length || names.some((name, i) => name !== known[i])", replacement: "true", because: onlySooner },
  { file: signer, original: "name !== known[i]", replacement: "true", because: onlySooner },
  { file: "templates/src/runtime/sign/sign-requests.ts", original: '""', replacement: '"Stryker was here!"', because: "Neither is a code that asks for new keys or another time." },
  { file: "scripts/write/manifest.ts", original: "\"\"", replacement: "\"Stryker was here!\"", because: noFile },
  { file: "scripts/write/write-package.ts", original: "[]", replacement: "[\"Stryker was here\"]", because: nothingThere },
  { file: "scripts/write/compare.ts", original: "[]", replacement: "[\"Stryker was here\"]", because: nothingThere },
  { file: "scripts/write/manifest.ts", original: "typeof value !== \"object\" || value === null || !(\"files\" in value)", replacement: "false", because: isntObject },
  { file: "scripts/write/manifest.ts", original: "typeof value !== \"object\" || value === null || !(\"files\" in value)", replacement: "(typeof value !== \"object\" || value === null) && !(\"files\" in value)", because: isntObject },
  { file: "scripts/write/manifest.ts", original: "typeof value !== \"object\" || value === null", replacement: "false", because: isntObject },
  { file: "scripts/write/manifest.ts", original: "typeof value !== \"object\"", replacement: "false", because: isntObject },
  { file: "scripts/write/manifest.ts", original: "typeof value !== \"object\" || value === null", replacement: "typeof value !== \"object\" && value === null", because: isntObject },
  { file: "scripts/write/manifest.ts", original: "value === null", replacement: "false", because: isntObject },
  { file: "scripts/write/manifest.ts", original: "value.files === null", replacement: "false", because: isntObject },
  { file: "scripts/write/manifest.ts", original: "name !== \"\"", replacement: "true", because: noFile },
  { file: "scripts/write/stat-of.ts", original: "error instanceof Error && \"code\" in error", replacement: "true", because: nodesErrors },
  { file: "scripts/write/stat-of.ts", original: "error instanceof Error && \"code\" in error", replacement: "error instanceof Error || \"code\" in error", because: nodesErrors },
  { file: "scripts/write/write-package.ts", original: "pid > 0", replacement: "pid >= 0", because: ownGroup },
  { file: "scripts/write/write-package.ts", original: "error instanceof Error && \"code\" in error", replacement: "true", because: nodesErrors },
  { file: "scripts/write/write-package.ts", original: "error instanceof Error && \"code\" in error", replacement: "error instanceof Error || \"code\" in error", because: nodesErrors },
  { file: "scripts/write/write-package.ts", original: "typeof error === \"object\" && error !== null && \"code\" in error", replacement: "true", because: lookedAt },
  { file: "scripts/write/write-package.ts", original: "typeof error === \"object\" && error !== null", replacement: "true", because: lookedAt },
  { file: "scripts/write/write-package.ts", original: "typeof error === \"object\" && error !== null", replacement: "typeof error === \"object\" || error !== null", because: lookedAt },
  { file: "scripts/write/write-package.ts", original: "typeof error === \"object\" && error !== null && \"code\" in error", replacement: "typeof error === \"object\" && error !== null || \"code\" in error", because: lookedAt },
  { file: "scripts/write/write-package.ts", original: "typeof error === \"object\"", replacement: "true", because: lookedAt },
  { file: "scripts/write/write-package.ts", original: "error !== null", replacement: "true", because: lookedAt },
  { file: "scripts/write/write-package.ts", original: "\"\"", replacement: "\"Stryker was here!\"", because: lookedAt },
];
