// The files of a package → its pages, their headings, links, tables and programs, as a reader of Markdown finds them.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadChecked, prepareChecked, renderChecked } from "../../scripts/generate.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import type { Files } from "../../scripts/render/engine.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import { keepReachable } from "../../scripts/weave/keep-reachable.ts";
import { weave } from "../../scripts/weave/weave.ts";

/** The published package. */
export const publishedFolder: string = fileURLToPath(new URL("../../generated", import.meta.url));

export function publishedFiles(): Files {
  const paths = readdirSync(publishedFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`.slice(publishedFolder.length + 1));
  return Object.fromEntries(paths.filter((path) => !/^(node_modules|dist)\//.test(path)).map((path) => [path, readFileSync(`${publishedFolder}/${path}`, "utf8")]));
}

const templates = readTemplates(ownTemplates);

/** The package that a document becomes, without its types of the wire. */
export async function filesOf(document: string, name: string): Promise<Files> {
  const { spec, rendered } = await renderedOf(document, name);
  const copies = Object.fromEntries(templates.copies.map(({ path, text }) => [path, text]));
  return keepReachable({ ...weave({ ...rendered, ...copies }, spec), "openapi.json": "{}" });
}

/** The rendered part of it, which is quicker. */
export async function renderedFilesOf(document: string, name: string): Promise<Files> {
  return { ...(await renderedOf(document, name)).rendered, "openapi.json": "{}" };
}

async function renderedOf(document: string, name: string) {
  const prepared = prepareChecked(loadChecked(sourceOf(document, { file: "spec.yaml" }), {}));
  const facts = { name, version: "1.0.0", license: "MIT", source: "Generated for a test." };
  return { spec: prepared.spec, rendered: await renderChecked(prepared, { engine: handlebarsEngine, templates, package: facts }) };
}

/** One of the documents that both engines are compared on: one for each protocol, and oddities of every kind. */
export function engineDocument(name: string): string {
  return readFileSync(new URL(`../fixtures/specs/engines/${name}.yaml`, import.meta.url), "utf8");
}

export function pagesOf(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path.endsWith(".md")));
}

export interface Block {
  readonly page: string;
  /** Of the line that opens it. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** The heading above it. */
  readonly heading: string;
}

export interface Page {
  readonly blocks: readonly Block[];
  /** Lines outside of code blocks. */
  readonly prose: readonly { readonly line: number; readonly text: string }[];
  /** What links to sections end with, made of the headings as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
}

export function readPage(page: string, text: string): Page {
  const blocks: Block[] = [];
  const prose: { line: number; text: string }[] = [];
  const anchors = new Set<string>();
  const counts = new Map<string, number>();
  let heading = "";
  let open: { mark: string; margin: string; language: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const [, margin = "", mark = "", language = ""] = /^((?:> ?)* {0,3})(`{3,})([\w+#.-]*)\s*$/.exec(line) ?? [];
    if (open !== undefined) {
      if (mark.length >= open.mark.length && language === "") {
        blocks.push({ page, line: open.line, language: open.language, text: `${open.lines.join("\n")}\n`, heading });
        open = undefined;
      } else open.lines.push(line.startsWith(open.margin) ? line.slice(open.margin.length) : line.trimStart());
    } else if (mark !== "") open = { mark, margin, language, line: index + 1, lines: [] };
    else {
      prose.push({ line: index + 1, text: line });
      const title = /^ {0,3}#{1,6} (.*)$/.exec(line)?.[1];
      if (title === undefined) continue;
      heading = title;
      const slug = slugOf(title);
      const count = counts.get(slug) ?? 0;
      counts.set(slug, count + 1);
      anchors.add(count === 0 ? slug : `${slug}-${count}`);
    }
  }
  if (open !== undefined) throw new Error(`${page}:${open.line}: the code block has no end.`);
  return { blocks, prose, anchors };
}

/** https://github.com/gjtorikian/html-pipeline's rule: lower case, no punctuation, hyphens for blanks. */
function slugOf(heading: string): string {
  return heading.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "").replaceAll(" ", "-");
}

function closingRun(rest: string, length: number): RegExpExecArray | undefined {
  for (const found of rest.matchAll(/`+/g)) if (found[0].length === length) return found;
  return undefined;
}

/** Without code spans and escapes, in which nothing means anything. */
export function withoutCode(line: string): string {
  let shown = "";
  for (let at = 0; at < line.length; ) {
    const rest = line.slice(at);
    const [run = ""] = /^`+/.exec(rest) ?? [];
    const close = run === "" ? undefined : closingRun(rest.slice(run.length), run.length);
    const code = close === undefined ? run.length : run.length + close.index + run.length;
    const [escaped = ""] = /^\\[!-/:-@[-`{-~]/.exec(rest) ?? [];
    shown += escaped !== "" ? "ESC" : run === "" ? line.charAt(at) : close === undefined ? run : "CODE";
    at += escaped.length || code || 1;
  }
  return shown;
}

export interface Link {
  readonly line: number;
  readonly target: string;
}

export function linksOf(page: Page): readonly Link[] {
  return page.prose.flatMap(({ line, text }) => [
    ...[...withoutCode(text).matchAll(/\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)\)/g)].map((found) => ({ line, target: found[1] ?? "" })),
    ...[...withoutCode(text).matchAll(/<(https?:[^>\s]*)>/g)].map((found) => ({ line, target: found[1] ?? "" })),
  ]);
}

/** What is wrong with the links of pages: no such file, no such section. */
export function brokenLinks(files: Files): readonly string[] {
  const pages = new Map(Object.entries(pagesOf(files)).map(([path, text]) => [path, readPage(path, text)]));
  return [...pages].flatMap(([path, page]) =>
    linksOf(page).flatMap(({ line, target }) => {
      if (/^(https?|mailto):/.test(target)) return [];
      const [file = "", section] = target.split("#");
      const resolved = file === "" ? path : joined(path, file);
      if (!Object.hasOwn(files, resolved)) return [`${path}:${line}: ${target} leads to no file`];
      if (section !== undefined && pages.get(resolved)?.anchors.has(section) !== true) return [`${path}:${line}: ${target} leads to no section`];
      return [];
    }),
  );
}

function joined(page: string, link: string): string {
  const parts = page.split("/").slice(0, -1);
  for (const part of link.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Rows whose cells aren't as many as those of their table's head, or that stand outside of any table. */
export function brokenTables(path: string, page: Page): readonly string[] {
  const found: string[] = [];
  let width = 0;
  let previous = 0;
  for (const { line, text } of page.prose) {
    const cells = /^\|.*\|$/.test(text) ? cellsOf(text) : undefined;
    const continues = line === previous + 1 && width > 0;
    if (cells === undefined) width = 0;
    else if (!continues) {
      width = cells.length;
      const rule = page.prose.find((next) => next.line === line + 1)?.text ?? "";
      if (!/^\|(---\|)+$/.test(rule)) found.push(`${path}:${line}: a row without a table: ${text}`);
    } else if (cells.length !== width) found.push(`${path}:${line}: ${cells.length} cells instead of ${width}: ${text}`);
    previous = line;
  }
  return found;
}

/** As GitHub parts them: at every pipe that has no backslash before it, also inside of code. */
export function cellsOf(row: string): readonly string[] {
  return row.slice(1, -1).split(/(?<!\\)\|/).map((cell) => cell.trim());
}
