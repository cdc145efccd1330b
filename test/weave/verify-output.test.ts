// The verifier by itself: a sound package is left alone, and each thing that no package may hold is found, wherever it comes from.

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../scripts/generate.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { toOpenApi } from "../../scripts/prepare/write/openapi.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import type { Files } from "../../scripts/render/engine.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import { verifyOutput, type Verified } from "../../scripts/weave/verify-output.ts";

const templates = readTemplates(ownTemplates);
const about = { name: "zoo", version: "1.0.0", license: "MIT", source: "Generated for a test." };

let files: Files;
let facts: Verified;

beforeAll(async () => {
  const source = sourceOf(readFileSync(new URL("../fixtures/weave/zoo.yaml", import.meta.url), "utf8"), { file: "zoo.yaml" });
  const outcome = await generate(source, { engine: handlebarsEngine, templates, package: about });
  files = outcome.files;
  facts = { spec: outcome.prepared.spec, openapi: toOpenApi(outcome.prepared.spec), package: about, templates };
});

/** What is found when a piece of a file is another. */
function found(path: string, piece: string | RegExp, instead: string, more: Partial<Verified> = {}): readonly string[] {
  const before = files[path] ?? "";
  const after = before.replace(piece, () => instead);
  expect(after, `${path} has ${String(piece)}`).not.toBe(before);
  return verifyOutput({ ...files, [path]: after }, { ...facts, ...more }).map(({ message }) => message.replace(/^.*?, would hold /, ""));
}

describe("a package of ours", () => {
  it("is left alone", () => {
    expect(verifyOutput(files, facts)).toEqual([]);
  });
});

describe("code that no module has", () => {
  it.each([
    ["a statement", "src/models.ts", /$/, "evil();\n", "`evil();` as a statement."],
    ["a statement that another module may have", "src/models.ts", /$/, "export class Evil {}\n", "`export class Evil {}` as a statement."],
    ["a declaration that the document doesn't ask for", "src/models.ts", /$/, "export interface Evil {}\n", "the declaration of `Evil`, which the document doesn't have."],
    ["a call", "src/operations.ts", "client.call(", "fetch(", "a call of `fetch`."],
    ["a call by way of a constructor", "src/operations.ts", "return client.call(", "return client.constructor.constructor(", "a call of `client.constructor.constructor`."],
    ["a second statement in a function", "src/operations.ts", "  return client.call(", "  client.call(listPetsOperation, input, options);\n  return client.call(", "2 statements in a function."],
    ["a value that is computed", "src/service.ts", /name: "Zoo"/, "name: `Zoo${1}`", "`` `Zoo${ ``, which no module has."],
    ["a name that nothing declares", "src/operations.ts", "  protocol,\n", "  protocol: process,\n", "`process`, which nothing declares."],
    ["a text that isn't a whole one of the document", "src/operations.ts", /path: "[^"]*"/, 'path: "/evil"', 'the text `"/evil"`, which the document doesn\'t have.'],
    ["a namespace that the document doesn't have", "src/operations.ts", /path: "[^"]*"/, 'path: "Zoo xmlns=\\"http://evil\\""', "which the document doesn't have."],
    ["a key that the document doesn't have", "src/operations.ts", "  protocol,\n", '  protocol,\n  evil: "Zoo",\n', "the key `evil`, which the document doesn't have."],
    ["a prototype", "src/operations.ts", "  protocol,\n", "  protocol,\n  __proto__: service,\n", "the key `__proto__`, which the document doesn't have."],
    ["a key that is there twice", "src/operations.ts", "  protocol,\n", "  protocol,\n  protocol,\n", "a second `protocol`."],
    ["a module from elsewhere", "src/client.ts", '"./runtime/deadline.ts"', '"evil"', "the module `evil`."],
    ["a module of the runtime that isn't there", "src/client.ts", '"./runtime/deadline.ts"', '"./runtime/evil.ts"', "the module `./runtime/evil.ts`."],
    ["an import for its effect", "src/client.ts", /^import/m, 'import "./errors.ts";\nimport', '`import "./errors.ts";`, which imports more than names.'],
    ["a generator in place of a method", "src/client.ts", "  close(): void", "  *close(): void", "`*`, of the kind AsteriskToken."],
    ["an accessor", "src/client.ts", "  close(): void", "  get close(): void", "`get close(): void { this.#client.close(); }`, of the kind GetAccessor."],
    ["a variable", "src/service.ts", "export const service", "export let service", /which is no constant/],
    ["an assignment", "src/client.ts", "this.#client.close();", "this.#client = options;", "`this.#client = options;` as a statement."],
    ["a literal in other quotes", "src/service.ts", /name: "Zoo"/, "name: 'Zoo'", "the literal `'Zoo'`, which isn't written as JSON."],
    ["text that is no TypeScript", "src/models.ts", /$/, "}\n", /no TypeScript/],
    ["a module of its own", "src/index.ts", /$/, 'export * from "evil";\n', "the module `evil`."],
    ["code among types", "src/wire.ts", /$/, "export const evil = 1;\n", "`export const evil = 1;` as a statement."],
  ])("%s", (_, path, piece, instead, expected) => {
    expect(found(path, piece, instead)).toContainEqual(typeof expected === "string" ? expect.stringContaining(expected.replace(/`` (.*?) ``/, "").trim()) : expect.stringMatching(expected));
  });

  it("in a file that is copied", () => {
    expect(found("src/runtime/retry.ts", /$/, "\n")).toEqual(["text that isn't the template's."]);
  });
});

describe("comments", () => {
  it.each([
    ["that end on a line with code", /\*\/\n/, "*/ ", /isn't one of ours/],
    ["that turn text", /\/\*\* /, "/** \u202e", /U\+202E/],
    ["with a tag that nobody wrote", /\/\*\* /, "/** @internal ", /the tag `@internal/],
    ["that call something deprecated", /\/\*\* .*? \*\//, "/** @deprecated */", /called deprecated/],
    ["that end a script element", /\/\*\* /, "/** </script> ", /`<\/script`/],
    ["that name a file for debuggers", /\/\*\* /, "/** //# sourceMappingURL=x ", /sourceMappingURL=/],
    ["with HTML", /\/\*\* /, "/** <img src=x> ", /live HTML, `<img`, in a comment/],
    ["with a link to a script", /\/\*\* /, "/** [a](javascript:b) ", /a link to `javascript:b`/],
    ["of one line behind code", "  service,\n", "  service, // evil\n", /behind the head of the file/],
  ])("%s", (_, piece, instead, expected) => {
    expect(found("src/operations.ts", piece, instead)).toContainEqual(expect.stringMatching(expected));
  });
});

describe("pages", () => {
  it.each([
    ["HTML", "<b>x</b>", /live HTML/],
    ["a comment", "<!-- x -->", /live HTML/],
    ["a link to a script", "[a](javascript:alert)", /a link to `javascript:alert`/],
    ["a link to a page that isn't there", "[a](../evil.md)", /a link to `..\/evil.md`/],
    ["a definition of a link", "[a]: javascript:alert", /a definition of a link/],
    ["an image", "![a](https://example.com/a.png)", /an image/],
    ["a heading", "# Evil", /the heading `# Evil`/],
    ["a heading in a list", "- # Evil", /the heading `- # Evil`/],
    ["a code span that nothing closes", "a ` b", /a backtick/],
    ["code that some readers close earlier", "```\n<b>\n ```\n```", /live HTML/],
    ["an example that is no TypeScript", "```ts\nconst = 1;\n```", /an example with text that is no TypeScript/],
    ["JSON that can't be read", "```json\n{\n```", /JSON that can't be read/],
    ["a row with more cells than its table", "| a | b |\n|---|---|\n| a | b | c |", /3 cells in a table of 2/],
  ])("%s", (_, instead, expected) => {
    expect(found("docs/Zoo.md", /$/, `\n${instead}\n`)).toContainEqual(expect.stringMatching(expected));
  });

  it("may show what would be live elsewhere as code", () => {
    expect(found("docs/Zoo.md", /$/, "\n`<b>` ``a ` <i>`` \\<b> [a](https://example.com) <https://example.com>\n\n```xml\n<b/>\n```\n")).toEqual([]);
  });
});

describe("other files", () => {
  it("have the package.json that was asked for", () => {
    expect(found("package.json", '"scripts": {', '"scripts": { "postinstall": "evil",')).toEqual(["another `scripts` than expected."]);
    expect(found("package.json", '"scripts": {', '"dependencies": { "evil": "1" }, "scripts": {')).toEqual(["another `dependencies` than expected."]);
    expect(found("package.json", "{", "")).toEqual(["text that is no JSON."]);
  });

  it.each(["../evil.md", "/etc/evil.md", "docs/models/CON.md", "docs/models/a b.md", "docs/models/a..md/../../x.md", "docs\\x.md", "README.MD"])("lie where every file system takes them: not %s", (path) => {
    expect(verifyOutput({ ...files, [path]: "# A\n" }, facts)).not.toEqual([]);
  });

  it("are of a kind that packages have", () => {
    expect(verifyOutput({ ...files, "evil.sh": "rm\n" }, facts).map(({ message }) => message)).toEqual(["evil.sh, line 1, column 1, would hold a kind of file that packages don't have."]);
  });
});

describe("what a project adds itself", () => {
  const added = "export const apiVersion = register();\n";

  it("by a pass or a template only has to be readable", () => {
    expect(found("src/index.ts", /$/, added, { changed: new Set(["src/index.ts"]) })).toEqual([]);
    expect(found("src/index.ts", /$/, "}", { changed: new Set(["src/index.ts"]) })).toContainEqual(expect.stringContaining("no TypeScript"));
    expect(found("src/index.ts", /$/, added, { templates: { ...templates, templates: [...templates.templates, { path: "src/index.ts.hbs", text: "", foreign: true }] } })).toEqual([]);
  });

  it("is held to our list and its own where the configuration names it", () => {
    const changed = new Set(["src/index.ts"]);
    expect(found("src/index.ts", /$/, added, { changed, allowances: { "src/index.ts": {} } })).not.toEqual([]);
    const allowance = { syntax: ["VariableStatement", "VariableDeclarationList", "VariableDeclaration", "ExportKeyword", "CallExpression"], callees: ["register"], names: ["apiVersion", "register"] };
    expect(found("src/index.ts", /$/, added, { changed, allowances: { "src/index.ts": allowance } })).toEqual([]);
  });
});
