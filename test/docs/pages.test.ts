import { describe, expect, it } from "vitest";
import { brokenLinks, brokenTables, cellsOf, engineDocument, pagesOf, publishedFiles, readPage, renderedFilesOf, withoutCode } from "./pages.ts";
import type { Files } from "../../scripts/render/engine.ts";

const documents = ["aws-json-1.0", "aws-json-1.1", "aws-query", "ec2-query", "edge-cases", "nothing-to-take", "rest", "rest-json", "rest-xml"];
const packages: readonly (readonly [string, () => Promise<Files>])[] = [
  ["the published package", async () => publishedFiles()],
  ...documents.map((name) => [`the package of ${name}.yaml`, () => renderedFilesOf(engineDocument(name), name)] as const),
];

describe.each(packages)("the pages of %s", async (_name, load) => {
  const files = await load();
  const pages = Object.entries(pagesOf(files)).map(([path, text]) => [path, text, readPage(path, text)] as const);

  it("link to pages and sections that exist", () => {
    expect(brokenLinks(files)).toEqual([]);
  });

  it("have a page for each model and exception, and a section for each operation", () => {
    const names = [...(files["src/models.ts"] ?? "").matchAll(/^export (?:interface|type) (\w+)/gm), ...(files["src/errors.ts"] ?? "").matchAll(/^export class (\w+)/gm)].map((found) => found[1] ?? "");
    const base = /^export class (\w+) extends ServiceException/m.exec(files["src/errors.ts"] ?? "")?.[1];
    const expected = [...new Set(names.filter((name) => name !== base).map((name) => `docs/models/${name}.md`))].sort();
    expect(Object.keys(files).filter((path) => path.startsWith("docs/models/")).sort()).toEqual(expected);
    const service = pages.find(([path]) => /^docs\/\w+\.md$/.test(path));
    const functions = [...(files["src/operations.ts"] ?? "").matchAll(/^export function (\w+)/gm)].map((found) => (found[1] ?? "").toLowerCase());
    expect([...(service?.[2].anchors ?? [])].filter((anchor) => functions.includes(anchor)).sort()).toEqual(functions.sort());
  });

  it("have tables whose rows are as wide as their heads", () => {
    expect(pages.flatMap(([path, , page]) => brokenTables(path, page))).toEqual([]);
  });

  it("hold no HTML outside of code", () => {
    const found = pages.flatMap(([path, , page]) => page.prose.filter(({ text }) => /<(?!https?:\/\/[^\s<>]*>)/.test(withoutCode(text))).map(({ line, text }) => `${path}:${line}: ${text}`));
    expect(found).toEqual([]);
    // Inside a table, what looks like code may be torn apart.
    const cells = pages.flatMap(([path, , page]) => page.prose.filter(({ text }) => /^\|.*\|$/.test(text)).flatMap(({ line, text }) => cellsOf(text).filter((cell) => cell.includes("<") && withoutCode(cell).includes("<")).map((cell) => `${path}:${line}: ${cell}`)));
    expect(cells).toEqual([]);
  });

  it("link to the Web and to mail only, apart from each other", () => {
    const targets = pages.flatMap(([, text]) => [...text.matchAll(/\]\(([a-z][a-z+.-]*:)/gi)].map((found) => found[1]));
    expect(targets.filter((scheme) => !/^(https?|mailto):$/i.test(scheme ?? ""))).toEqual([]);
  });

  it("have no blank lines in a row, and headings that step down one by one", () => {
    for (const [path, , page] of pages) {
      expect(page.prose.filter(({ line, text: own }, index) => own === "" && page.prose[index - 1]?.text === "" && page.prose[index - 1]?.line === line - 1), path).toEqual([]);
      const levels = page.prose.flatMap(({ text: own }) => /^(#+) /.exec(own)?.[1]?.length ?? []);
      expect(levels[0], path).toBe(1);
      expect(levels.every((level, index) => index === 0 || (level > 1 && level <= (levels[index - 1] ?? 0) + 1)), path).toBe(true);
      expect(page.prose.filter(({ text: own }) => /undefined|\[object Object\]|NaN/.test(withoutCode(own))), path).toEqual([]);
    }
  });
});
