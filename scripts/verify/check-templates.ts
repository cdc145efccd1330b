// Templates and the shape of their context come in, what is wrong with the templates comes out. Handlebars itself prints nothing for
// a misspelt name, and the two engines differ outside the subset that this check allows.

import { didYouMean } from "../load/nearest.ts";
import type { Template, TemplateSet } from "../render/engine.ts";
import { parseTemplate, partialName, type TemplateTree } from "../render/handlebars.ts";
import type { Finding } from "./check.ts";
import type { ContextShape } from "./context-shape.ts";

type Expression = hbs.AST.Expression;
type Path = hbs.AST.PathExpression;
type Statement = hbs.AST.Statement;

const blocks = ["if", "unless", "each", "with"] as const;
type Block = (typeof blocks)[number];

/** Helpers of openapi-generator's engine. A name of one's own that is the same would call it. */
const theirHelpers: ReadonlySet<string> = new Set(
  (
    "if unless each with lookup log partial block embedded include precompile i18n i18nJs json eq neq gt gte lt lte and or not capitalizeFirst " +
    "center cut defaultIfEmpty join ljust rjust substring lower upper slugify stringFormat stripTags capitalize abbreviate wordWrap replace " +
    "yesno dateFormat numberFormat now startsWith"
  ).split(" "),
);

/** What names mean at a place of a template. */
interface Scope {
  readonly template: Template;
  /** Block parameters, and what was given to a partial. */
  readonly names: ReadonlyMap<string, ContextShape>;
  /** Names of the root may stand bare: no `each` and no `with` around, and not in a partial. */
  readonly atRoot: boolean;
  readonly inEach: boolean;
  /** Partials that are being looked at, outermost first. */
  readonly partials: readonly string[];
}

/** Places of code. What was made safe for a page is as raw in code as what came from the document. */
const codePlaces: ReadonlySet<string> = new Set(["identifier", "literal", "key", "type", "expression", "comment", "file", "json", "number", "constant"]);

/** `onPrint` is told of every text that a template of code prints, and whether it is raw there. */
export function checkTemplates({ templates, partials }: Pick<TemplateSet, "templates" | "partials">, root: ContextShape, onPrint: (isRaw: boolean) => void = () => {}): readonly Finding[] {
  const findings = new Map<string, Finding>();
  const trees = new Map<Template, TemplateTree | undefined>();
  const partialsByName = new Map(partials.map((partial) => [partialName(partial.path), partial]));
  const used = new Set<string>();

  function report({ template }: Pick<Scope, "template">, at: hbs.AST.Position, message: string): void {
    const finding = { file: template.path, line: at.line, column: at.column + 1, message };
    // A partial is looked at once for each place that uses it; what is wrong with it is said once.
    findings.set(JSON.stringify(finding), finding);
  }

  function treeOf(template: Template): TemplateTree | undefined {
    if (!trees.has(template)) trees.set(template, parsed(template));
    return trees.get(template);
  }

  function parsed(template: Template): TemplateTree | undefined {
    try {
      return parseTemplate(template.text);
    } catch (error) {
      report({ template }, ...unreadable(template.text, error instanceof Error ? error.message : String(error)));
      return undefined;
    }
  }

  // ------------------------------------------------------------------------------------------------------------ names

  /** What a path leads to; nothing when it leads nowhere, which is reported. */
  function resolve(scope: Scope, expression: Expression): ContextShape | undefined {
    const at = expression.loc.start;
    if (expression.type !== "PathExpression") {
      report(scope, at, expression.type === "SubExpression" ? "Helpers inside of a tag aren't understood by both engines." : "A constant is written into the template itself, without a tag.");
      return undefined;
    }
    const path = expression as Path;
    const [head, ...rest] = path.parts;
    if (path.depth > 0) return wrong(scope, at, `\`${path.original}\` climbs out of its block; name what is meant with \`as |name|\` further out.`);
    if (path.original.includes("/") || /^this\b/.test(path.original) || head === undefined) return wrong(scope, at, `\`${path.original}\` has no name; give it one with \`as |name|\`.`);
    if (path.data) return resolveData(scope, path, head, rest);
    const named = scope.names.get(head);
    if (named !== undefined) return follow(scope, path, named, rest);
    if (!scope.atRoot) return wrong(scope, at, bareName(scope, path, head));
    return follow(scope, path, root, path.parts);
  }

  function wrong(scope: Scope, at: hbs.AST.Position, message: string): undefined {
    report(scope, at, message);
    return undefined;
  }

  function resolveData(scope: Scope, path: Path, head: string, rest: readonly string[]): ContextShape | undefined {
    if (head === "root") return follow(scope, path, root, rest);
    if (!["index", "first", "last"].includes(head) || rest.length > 0) return wrong(scope, path.loc.start, `\`@${path.parts.join(".")}\` isn't known: @root, @index, @first and @last are.${didYouMean(head, ["root", "index", "first", "last"])}`);
    if (!scope.inEach) return wrong(scope, path.loc.start, `\`@${head}\` has a meaning inside of {{#each}} only.`);
    return head === "index" ? { kind: "safe", place: "number" } : { kind: "truth" };
  }

  function bareName(scope: Scope, path: Path, head: string): string {
    const owners = [...scope.names].filter(([, shape]) => memberOf(shape, head) !== undefined).map(([name]) => `${name}.${path.original}`);
    const meant = owners.at(-1) ?? (memberOf(root, head) === undefined ? undefined : `@root.${path.original}`);
    const hint = meant === undefined ? didYouMean(head, [...scope.names.keys()]) : ` Write \`${meant}\`.`;
    const place = scope.partials.length > 0 ? "isn't given to this partial" : "stands bare inside of a block, where the engines look for it in different places";
    return `\`${head}\` ${place}.${hint}`;
  }

  function follow(scope: Scope, path: Path, start: ContextShape, parts: readonly string[]): ContextShape | undefined {
    let shape = start;
    const walked = path.parts.slice(0, path.parts.length - parts.length);
    for (const part of parts) {
      const before = walked.length === 0 ? "the context" : `\`${path.data ? "@" : ""}${walked.join(".")}\``;
      if (shape.kind === "list") return wrong(scope, path.loc.start, `${before} is a list and has no \`${part}\`; go through it with {{#each … as |one|}}.`);
      if (shape.kind !== "object") return wrong(scope, path.loc.start, `${before} is ${describe(shape)} and has no \`${part}\`.`);
      const next = memberOf(shape, part);
      const known = path.parts === parts ? [...shape.members, ...scope.names.keys()] : shape.members;
      if (next === undefined) return wrong(scope, path.loc.start, `\`${part}\` isn't known in ${before}.${didYouMean(part, known)}`);
      shape = next;
      walked.push(part);
    }
    return shape;
  }

  // ------------------------------------------------------------------------------------------------------- statements

  function walk(scope: Scope, statements: readonly Statement[]): void {
    statements.forEach((statement, index) => {
      switch (statement.type) {
        case "ContentStatement":
          return checkContent(scope, statement as hbs.AST.ContentStatement, index);
        case "CommentStatement":
          return checkComment(scope, statement as hbs.AST.CommentStatement);
        case "MustacheStatement":
          return checkPrinted(scope, statement as hbs.AST.MustacheStatement);
        case "BlockStatement":
          return checkBlock(scope, statement as hbs.AST.BlockStatement);
        case "PartialStatement":
          return checkPartial(scope, statement as hbs.AST.PartialStatement);
        default:
          return report(scope, statement.loc.start, "This kind of tag isn't understood by both engines.");
      }
    });
  }

  function checkContent(scope: Scope, content: hbs.AST.ContentStatement, index: number): void {
    const isBehindTag = index > 0 || content.loc.start.line > 1 || content.loc.start.column > 0;
    // As it was written, before `~` took anything away; the declaration of its type is wrong.
    const text = String(content.original);
    if (isBehindTag && text.startsWith("}")) report(scope, content.loc.start, braceBehindTag);
  }

  function checkComment(scope: Scope, comment: hbs.AST.CommentStatement): void {
    if (comment.strip.open || comment.strip.close) report(scope, comment.loc.start, "A comment can't take away the blanks around it: leave out the ~.");
  }

  function checkPrinted(scope: Scope, tag: hbs.AST.MustacheStatement): void {
    const at = tag.path.loc.start;
    const name = tag.path.type === "PathExpression" ? (tag.path as Path).original : "";
    if (tag.params.length > 0 || (tag.hash?.pairs.length ?? 0) > 0) return report(scope, at, `\`${name}\` is called as a helper, and no helper is known here.`);
    const shape = resolve(scope, tag.path);
    const isCode = !scope.template.path.endsWith(".md.hbs");
    const isRaw = isCode && !(shape?.kind === "safe" && shape.place.split(" or ").every((place) => codePlaces.has(place)));
    if (isCode) onPrint(isRaw);
    if (shape === undefined || shape === unknown) return;
    if (isRaw && shape.kind === "safe") report(scope, at, `\`${name}\` was made safe for ${shape.place}, and this is code.`);
    if (tag.escaped) report(scope, at, `{{${name}}} would be escaped for HTML; write {{{${name}}}}.`);
    if (shape.kind !== "safe") report(scope, at, `\`${name}\` is ${describe(shape)}; only text that was made safe for its place can be printed.`);
  }

  function checkBlock(scope: Scope, block: hbs.AST.BlockStatement): void {
    const at = block.loc.start;
    const name = block.path.type === "PathExpression" ? (block.path as Path).original : "";
    if (!isBlock(name)) {
      return report(scope, at, block.params.length === 0 && scope.names.has(name.split(".")[0] ?? "") ? `{{#${name}}} is a section as Mustache has it; write {{#if ${name}}} or {{#each ${name} as |one|}}.` : `{{#${name}}} isn't known: if, unless, each and with are.${didYouMean(name, blocks)}`);
    }
    const program = block.program as hbs.AST.Program | undefined;
    if (program === undefined) return report(scope, at, `{{^${name}}} isn't understood by both engines; write {{#unless}}.`);
    const [subject, ...more] = block.params;
    if (subject === undefined || more.length > 0 || (block.hash?.pairs.length ?? 0) > 0) return report(scope, at, `{{#${name}}} takes one path.`);
    const shape = resolve(scope, subject);
    walk(insideBlock(scope, name, block, shape), program.body);
    if (block.inverse !== undefined && block.inverse !== null) walk(scope, block.inverse.body);
  }

  function insideBlock(scope: Scope, name: Block, { loc, program, params: [subject] }: hbs.AST.BlockStatement, shape: ContextShape | undefined): Scope {
    const at = loc.start;
    const params = program.blockParams ?? [];
    for (const param of params) if (theirHelpers.has(param)) report(scope, at, `\`${param}\` is a helper of openapi-generator's engine; choose another name.`);
    if (name === "if" || name === "unless") {
      if (params.length > 0) report(scope, at, `{{#${name}}} gives no names; leave out \`as |${params.join(" ")}|\`.`);
      return scope;
    }
    const [first, second] = params;
    if (first === undefined) report(scope, at, `{{#${name}}} has to name what it gives: \`as |name|\`.`);
    const inner = contents(scope, subject?.loc.start ?? at, name, shape);
    const names = new Map(scope.names);
    if (first !== undefined) names.set(first, inner ?? unknown);
    if (second !== undefined && name === "each") names.set(second, { kind: "safe", place: "number" });
    return { ...scope, names, atRoot: false, inEach: name === "each" || scope.inEach };
  }

  function contents(scope: Scope, at: hbs.AST.Position, name: "each" | "with", shape: ContextShape | undefined): ContextShape | undefined {
    if (shape === undefined || shape === unknown) return undefined;
    if (name === "each") {
      if (shape.kind === "list") return shape.of;
      return wrong(scope, at, `{{#each}} goes through lists, and this is ${describe(shape)}.`);
    }
    if (shape.kind === "object") return shape;
    return wrong(scope, at, `{{#with}} goes into things with members, and this is ${describe(shape)}.`);
  }

  function checkPartial(scope: Scope, tag: hbs.AST.PartialStatement): void {
    const at = tag.loc.start;
    if (tag.name.type !== "PathExpression") return report(scope, at, "A partial is called by its name; one that is chosen when rendering isn't understood by both engines.");
    const name = (tag.name as Path).original;
    if (tag.params.length > 0) report(scope, at, `{{> ${name}}} takes what it needs by name: {{> ${name} thing=path}}.`);
    const given = new Map<string, ContextShape>();
    for (const { key, value } of tag.hash?.pairs ?? []) {
      if (theirHelpers.has(key)) report(scope, at, `\`${key}\` is a helper of openapi-generator's engine; choose another name.`);
      given.set(key, isConstant(value) ? { kind: "safe", place: "constant" } : resolve(scope, value) ?? unknown);
    }
    const partial = partialsByName.get(name);
    if (partial === undefined) return report(scope, at, `There is no partial \`${name}\`.${didYouMean(name, [...partialsByName.keys()])}`);
    used.add(name);
    if (scope.partials.includes(name)) return report(scope, at, `The partial \`${name}\` uses itself, by way of ${[...scope.partials, name].join(" → ")}.`);
    walk({ template: partial, names: given, atRoot: false, inEach: false, partials: [...scope.partials, name] }, treeOf(partial)?.body ?? []);
  }

  for (const template of templates) walk({ template, names: new Map(), atRoot: true, inEach: false, partials: [] }, treeOf(template)?.body ?? []);
  for (const [name, partial] of partialsByName) if (!used.has(name)) report({ template: partial }, { line: 1, column: 0 }, `No template uses the partial \`${name}\`.`);
  return [...findings.values()].sort((left, right) => (left.file === right.file ? left.line - right.line || left.column - right.column : left.file < right.file ? -1 : 1));
}

const braceBehindTag = "A brace directly behind a tag; put a blank in between.";

/** "Parse error on line 3:" with an excerpt and what was expected, or "if doesn't match each - 2:3". */
function unreadable(text: string, message: string): readonly [hbs.AST.Position, string] {
  const [first = "", ...rest] = message.split("\n");
  const [, line = /line (\d+)/.exec(first)?.[1] ?? "1", column = "0"] = / - (\d+):(\d+)$/.exec(first) ?? [];
  const reason = rest.at(-1) ?? first;
  const braces = /got 'CLOSE_RAW_BLOCK'$/.test(reason) ? "}}}}" : /got 'CLOSE_UNESCAPED'$/.test(reason) ? "}}}" : undefined;
  const at = braces === undefined ? -1 : (text.split("\n")[Number(line) - 1] ?? "").indexOf(braces);
  if (braces !== undefined && at >= 0) return [{ line: Number(line), column: at + braces.length - 1 }, braceBehindTag];
  return [{ line: Number(line), column: Number(column) }, `It can't be read: ${reason}`];
}

/** Stands for what couldn't be resolved, so that one slip is told once. */
const unknown: ContextShape = { kind: "object", members: [], member: () => unknown };

function memberOf(shape: ContextShape, name: string): ContextShape | undefined {
  return shape.kind === "object" ? shape.member(name) : undefined;
}

function isBlock(name: string): name is Block {
  return blocks.some((block) => block === name);
}

function isConstant(expression: Expression): boolean {
  return expression.type === "StringLiteral" || expression.type === "NumberLiteral" || expression.type === "BooleanLiteral";
}

function describe(shape: ContextShape): string {
  switch (shape.kind) {
    case "object":
      return "a thing with members";
    case "list":
      return "a list";
    case "safe":
      return "a text";
    case "truth":
      return "true or false";
    case "raw":
      return `a raw ${shape.type}`;
  }
}
