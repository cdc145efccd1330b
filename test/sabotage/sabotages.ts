// Every function that makes a text of the document harmless, and what it would be if it did nothing.

import { fileURLToPath } from "node:url";

export interface Sabotage {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** Tests that have to notice. */
  readonly tests: readonly string[];
  /** Whether it shows in what is generated, so that the verifier can find it. */
  readonly shows: boolean;
  /** Where texts get to it, when that isn't everywhere: elsewhere it only gives harmless names another form. */
  readonly at?: readonly string[];
}

interface Edit {
  /** Below `scripts/`. */
  readonly file: string;
  /** A function of the file, and another of the same name that takes its place. */
  readonly name: string;
  readonly instead: string;
}

const root = fileURLToPath(new URL("../../scripts/", import.meta.url)).replaceAll("\\", "/");
const code = "render/safe/code.ts";
const comment = "render/safe/comment.ts";
const markdown = "render/safe/markdown.ts";
const names = "prepare/names.ts";
const safeTests = ["test/render/safe.test.ts"];
const pageTests = ["test/docs/markdown.test.ts"];
const nameTests = ["test/prepare/names.test.ts"];

/** `body` is what the function gives back; its parameters are `a`, `b` and `c`. */
function replaced(file: string, name: string, body: string): Edit {
  return { file, name, instead: `function ${name}(a, b, c) { return ${body}; }` };
}

/** Names are looked at again where they are printed; without that look the sabotage of a namer shows. */
const unchecked = replaced(code, "identifier", "a");

const namedPlaces = ["serviceName", "waiter", "operation", "schema", "referred", "exception"];

export const sabotages: readonly Sabotage[] = [
  { name: "identifier", edits: [unchecked], tests: safeTests, shows: false },
  { name: "literal", edits: [replaced(code, "literal", "String(a)")], tests: safeTests, shows: true },
  { name: "literal, in quotes", edits: [replaced(code, "literal", "typeof a === 'string' ? '\"' + a + '\"' : String(a)")], tests: safeTests, shows: true },
  { name: "propertyKey", edits: [replaced(code, "propertyKey", "a")], tests: safeTests, shows: true },
  { name: "insideComment", edits: [replaced(comment, "insideComment", "a")], tests: safeTests, shows: true },
  { name: "docComment", edits: [replaced(comment, "docComment", "a === '' ? [] : ['/** ' + a + ' */']")], tests: safeTests, shows: true },
  { name: "proseOfComment", edits: [replaced(markdown, "proseOfComment", "a")], tests: safeTests, shows: true },
  { name: "commentText", edits: [replaced(comment, "commentText", "a")], tests: safeTests, shows: true },
  { name: "lineOfComment", edits: [replaced(markdown, "lineOfComment", "a")], tests: safeTests, shows: true },
  { name: "visible", edits: [replaced("render/safe/visible.ts", "visible", "a")], tests: safeTests, shows: true },
  { name: "wrapped", edits: [replaced("render/safe/wrap.ts", "wrapped", "a === '' ? [] : [a]")], tests: safeTests, shows: false },
  { name: "markdownBlock", edits: [replaced(markdown, "markdownBlock", "a")], tests: pageTests, shows: true },
  { name: "markdownLine", edits: [replaced(markdown, "markdownLine", "a")], tests: [...safeTests, ...pageTests], shows: true },
  { name: "markdownCell", edits: [replaced(markdown, "markdownCell", "a")], tests: pageTests, shows: true },
  { name: "codeSpan", edits: [replaced(markdown, "codeSpan", "'`' + a + '`'")], tests: [...safeTests, ...pageTests], shows: true },
  { name: "codeCell", edits: [replaced(markdown, "codeCell", "'`' + a + '`'")], tests: pageTests, shows: true },
  { name: "jsonText", edits: [replaced(markdown, "jsonText", "JSON.stringify(a, null, 2) ?? 'null'")], tests: [...safeTests, ...pageTests], shows: true },
  { name: "fenced", edits: [replaced(markdown, "fenced", "['```' + a.language, ...a.lines, '```'].join('\\n')")], tests: pageTests, shows: true },
  { name: "beginning", edits: [replaced(markdown, "beginning", "a")], tests: pageTests, shows: true },
  { name: "prose", edits: [replaced(markdown, "prose", "a")], tests: pageTests, shows: true },
  { name: "proseBesideCode", edits: [replaced(markdown, "proseBesideCode", "a")], tests: safeTests, shows: true },
  { name: "withoutForeignLinks", edits: [replaced(markdown, "withoutForeignLinks", "a")], tests: pageTests, shows: true },
  { name: "linkLabel", edits: [replaced(markdown, "linkLabel", "a")], tests: pageTests, shows: true },
  { name: "webAddress", edits: [replaced(markdown, "webAddress", "a")], tests: pageTests, shows: true },
  { name: "codeForCell", edits: [replaced(markdown, "codeForCell", "a")], tests: pageTests, shows: true },
  { name: "pascalCase", edits: [unchecked, replaced(names, "pascalCase", "a")], tests: nameTests, shows: true, at: namedPlaces },
  { name: "camelCase", edits: [unchecked, replaced(names, "camelCase", "a")], tests: nameTests, shows: false },
  { name: "wordsOf", edits: [unchecked, replaced(names, "wordsOf", "[a]")], tests: nameTests, shows: true, at: namedPlaces },
  { name: "functionName", edits: [replaced(names, "functionName", "camelCase(a)")], tests: [...nameTests, "test/prepare/public-names.test.ts"], shows: true },
  { name: "nameSpace", edits: [replaced(names, "nameSpace", "({ isFree: () => true, take: (...all) => all[0] ?? 'Name' })")], tests: nameTests, shows: true },
  { name: "enumeration names", edits: [replaced("prepare/read/enumeration.ts", "identifierFor", "String(a)")], tests: ["test/prepare/enumeration.test.ts"], shows: true, at: ["value"] },
  { name: "escaped (HTML to Markdown)", edits: [replaced("prepare/read/prose.ts", "escaped", "a")], tests: ["test/prepare/prose.test.ts"], shows: false },
  { name: "isWebAddress (HTML to Markdown)", edits: [replaced("prepare/read/prose.ts", "isWebAddress", "a !== undefined")], tests: ["test/prepare/prose.test.ts"], shows: false },
  { name: "harmless (wire types)", edits: [replaced("weave/wire-types.ts", "harmless", "a")], tests: ["test/weave/wire-types.test.ts"], shows: true },
  { name: "path guard", edits: [replaced("write/manifest.ts", "isInside", "true")], tests: ["test/write/write-package.test.ts"], shows: false },
  { name: "path guard of references", edits: [replaced("load/read-spec.ts", "isInside", "true")], tests: ["test/load/read-spec.test.ts"], shows: false },
  { name: "allowance of origins", edits: [replaced("load/read-spec.ts", "mayFetch", "true")], tests: ["test/load/read-spec.test.ts"], shows: false },
  { name: "printable", edits: [replaced("problems/print.ts", "printable", "a")], tests: ["test/problems/print.test.ts"], shows: false },
  { name: "isPackageName", edits: [replaced("cli/package-name.ts", "isPackageName", "true")], tests: ["test/cli/configuration.test.ts"], shows: false },
  { name: "the verifier", edits: [replaced("weave/verify-output.ts", "verifyOutput", "[]")], tests: ["test/weave/verify-output.test.ts"], shows: false },
];

/** The source of a file with the sabotage in it; the source itself where the file isn't concerned. */
export function sabotaged({ name, edits }: Sabotage, path: string, source: string): string {
  return edits.filter(({ file }) => path.replaceAll("\\", "/") === root + file).reduce((text, edit) => {
    const declaration = new RegExp(`^((?:export )?)function ${edit.name}\\b`, "m");
    if (!declaration.test(text)) throw new Error(`The sabotage "${name}" finds no function ${edit.name} in scripts/${edit.file}.`);
    return `// @ts-nocheck\n${text.replace(declaration, `function ${edit.name}Before`)}\n${declaration.exec(text)?.[1] ?? ""}${edit.instead}\n`;
  }, source);
}
