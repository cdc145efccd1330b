// The last look at a package: the files that will be written come in, problems come out. Nothing here trusts what was done before;
// each file is read anew and held to a list of what its kind may hold, so that one hole in one escaper isn't enough.

import type { ts as Typescript } from "ts-morph";
import type { PreparedSpec } from "../prepare/prepared-spec.ts";
import type { Problem } from "../problems/problem.ts";
import type { Files, TemplateSet } from "../render/engine.ts";
import type { PackageFacts } from "../render/package-facts.ts";
import { packageJson } from "../render/present/package-json.ts";
import { tsMorph } from "./packages.ts";
import { checkCode, checkSyntax, type Allowance } from "./verify-output/check-code.ts";
import { checkComments } from "./verify-output/check-comments.ts";
import { checkJson, checkPackageJson, checkPaths } from "./verify-output/check-files.ts";
import { checkMarkdown, type CodeCheck } from "./verify-output/check-markdown.ts";
import { deprecationsIn } from "./verify-output/deprecations.ts";
import { fileRules } from "./verify-output/file-rules.ts";
import type { Finding } from "./verify-output/finding.ts";
import { headingsOf } from "./verify-output/headings.ts";
import { checkHidden, checkMarks } from "./verify-output/hidden.ts";
import { knownTexts } from "./verify-output/known-texts.ts";

/** What a project allows its own files, by path. A file that is named is held to our list and to this. */
export type Allowances = Readonly<Record<string, Allowance>>;

export interface Verified {
  readonly spec: PreparedSpec;
  /** The prepared OpenAPI document, which `openapi.json` holds. */
  readonly openapi: unknown;
  readonly package: PackageFacts;
  readonly templates: TemplateSet;
  /** Files that passes of the project have changed. */
  readonly changed?: ReadonlySet<string>;
  readonly allowances?: Allowances;
}

/** Empty for every package that Countersign makes of a document by its own templates and passes. */
export function verifyOutput(files: Files, facts: Verified): readonly Problem[] {
  const { ts } = tsMorph();
  const { spec, templates, allowances = {}, changed = new Set() } = facts;
  const copies = new Map(templates.copies.map(({ path, text }) => [path, text]));
  const foreign = new Set(templates.templates.filter((template) => template.foreign === true).map(({ path }) => path.replace(/\.hbs$/, "")));
  const has = (path: string) => Object.hasOwn(files, path);
  const known = knownTexts(spec, facts.openapi, facts.package.name, userAgentOf(facts.package));
  const isHeading = headingsOf(templates, known);

  /** What a project's own template or pass made is trusted to mean what it says, unless it is named in the configuration. */
  const isTrusted = (path: string) => (foreign.has(path) || foreign.has(templateOf(path, spec)) || changed.has(path)) && !Object.hasOwn(allowances, path);

  function check(path: string, text: string): readonly Finding[] {
    if (copies.has(path) && !changed.has(path)) return copies.get(path) === text ? [] : [{ file: path, line: 1, column: 1, what: "text that isn't the template's" }];
    const hidden = checkHidden(path, text);
    if (isTrusted(path)) return [...hidden, ...(path.endsWith(".ts") ? checkSyntax(ts, path, text) : path.endsWith(".json") ? checkJson(path, text) : [])];
    if (path.endsWith(".ts")) return [...hidden, ...checkMarks(path, text), ...checkComments(ts, path, text, deprecationsIn(spec, path)), ...checkCode(ts, path, text, { known, has }, allowances[path])];
    if (path.endsWith(".md")) return [...hidden, ...checkMarkdown(path, text, { has, isHeading }, codeCheck(ts))];
    if (path === "package.json") return [...hidden, ...checkPackageJson(path, text, packageJson(spec, facts.package))];
    if (path.endsWith(".json")) return [...hidden, ...checkJson(path, text)];
    return [...hidden, { file: path, line: 1, column: 1, what: "a kind of file that packages don't have" }];
  }

  // A few of each file say enough.
  const findings = [...checkPaths(Object.keys(files)), ...Object.entries(files).flatMap(([path, text]) => check(path, text).slice(0, 20))];
  return findings.map((finding) => problemOf(finding, foreign.has(finding.file) || changed.has(finding.file)));
}

/** Code on pages is for reading and copying: it has to be what it claims to be. */
function codeCheck(ts: typeof Typescript): CodeCheck {
  return (language, code) => {
    if (language === "json") return checkJson("", code).length === 0 ? undefined : "JSON that can't be read";
    if (language !== "ts") return undefined;
    const [first] = checkSyntax(ts, "example.ts", code);
    return first === undefined ? undefined : `an example with ${first.what}`;
  };
}

function userAgentOf({ name, version }: PackageFacts): string {
  return `${name.replace(/^@[^/]*\//, "")}/${version}`;
}

/** Pages are named for the service and for models. */
function templateOf(path: string, { service }: PreparedSpec): string {
  return path === `docs/${service.name}.md` ? "docs/[service].md" : path.startsWith("docs/models/") ? "docs/models/[classname].md" : path;
}

function problemOf({ file, line, column, what }: Finding, isOwn: boolean): Problem {
  return {
    severity: "error", code: "output-refused",
    message: `${file}, line ${line}, column ${column}, would hold ${what.replace(/,$/, "")}.`,
    fix: isOwn
      ? `Correct the template or pass that makes it, or allow it in \`verify\` of your configuration${Object.hasOwn(fileRules, file) ? ` for "${file}"` : ""}.`
      : "Don't use the document before you have looked at it, and report this: Countersign should have made it harmless.",
  };
}
