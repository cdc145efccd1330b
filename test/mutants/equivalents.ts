// Changes that no test can notice, each with its reason: what they change makes no difference to anybody.

export interface Equivalent {
  readonly file: string;
  /** On one line, as `npm run test:mutants` prints it. */
  readonly original: string;
  readonly replacement: string;
  readonly because: string;
}

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
  { file: "templates/src/runtime/sign/skew.ts", original: 'headers["date"] !== date', replacement: "true", because: "It only reads the same date again." },
];
