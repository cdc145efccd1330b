import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkTemplates } from "../../scripts/verify/check-templates.ts";
import { contextShape } from "../../scripts/verify/context-shape.ts";
import { templates } from "../../scripts/verify/templates.ts";

const context = contextShape(fileURLToPath(new URL("../fixtures/templates/context.ts", import.meta.url)), "TemplateContext");

/** What is wrong with a template, each finding as `line:column message`. */
function problems(text: string, partials: Readonly<Record<string, string>> = {}): readonly string[] {
  const set = { templates: [{ path: "a.ts.hbs", text }], partials: Object.entries(partials).map(([name, partial]) => ({ path: `${name}.hbs`, text: partial })) };
  return checkTemplates(set, context).map(({ file, line, column, message }) => `${file === "a.ts.hbs" ? "" : `${file} `}${line}:${column} ${message}`);
}

const eachModel = (inside: string) => `{{#each models as |entry|}}{{#with entry.model as |model|}}\n${inside}\n{{/with}}{{/each}}`;

describe("the check of the templates", () => {
  it("finds nothing wrong with our own", async () => {
    expect((await templates.run()).findings).toEqual([]);
  });

  it("finds nothing wrong with what both engines understand", () => {
    const text = eachModel(
      "{{! a comment }}{{!-- {{another}} --}}\n{{#if model.abstract}}abstract {{else if model.parent}}sub {{/if}}class {{{model.classname}}} of {{{@root.info.title}}} {\n" +
        "{{#each model.vars as |one index|~}}\n{{{index}}} {{{one.name}}}{{#unless one.required}}?{{/unless}}{{#if @last}}.{{/if}}\n{{/each}}\n{{{model.parent.parent.classname}}}\n{{> _doc lines=model.doc name=\"x\"}} }",
    );
    expect(problems(`{{{info.title}}}{{{info.optional}}}{{#if models}}{{{info.title}}}{{/if}}${text}`, { _doc: "{{#each lines as |line|}}{{{line}}}{{/each}}{{{name}}}" })).toEqual([]);
  });

  it.each([
    ["a misspelt name that is printed", "{{{model.clasname}}}", "2:4 `clasname` isn't known in `model`. Did you mean `classname`?"],
    ["a misspelt name in {{#if}}", "x {{#if model.abstrct}}a{{/if}}", "2:9 `abstrct` isn't known in `model`. Did you mean `abstract`?"],
    ["a misspelt name in {{#unless}}", "{{#unless model.abstrct}}a{{/unless}}", "2:11 `abstrct` isn't known in `model`. Did you mean `abstract`?"],
    ["a misspelt name in {{#each}}", "{{#each model.var as |one|}}{{{one.name}}}{{/each}}", "2:9 `var` isn't known in `model`. Did you mean `vars`?"],
    ["a misspelt name in {{#with}}", "{{#with model.parnt as |up|}}{{{up.classname}}}{{/with}}", "2:9 `parnt` isn't known in `model`. Did you mean `parent`?"],
    ["a misspelt name behind a right one", "{{{model.parent.parent.clasname}}}", "2:4 `clasname` isn't known in `model.parent.parent`. Did you mean `classname`?"],
    ["a wrong block parameter", "{{#each model.vars as |one|}}{{{two.name}}}{{/each}}", "2:33 `two` stands bare inside of a block, where the engines look for it in different places."],
    ["a misspelt block parameter", "{{{modle.classname}}}", "2:4 `modle` stands bare inside of a block, where the engines look for it in different places. Did you mean `model`?"],
    ["a block parameter that is used outside of its block", "{{#each model.vars as |one|}}{{{one.name}}}{{/each}}{{{one.name}}}", "2:56 `one` stands bare inside of a block, where the engines look for it in different places."],
    ["a path into a list", "{{{model.vars.name}}}", "2:4 `model.vars` is a list and has no `name`; go through it with {{#each … as |one|}}."],
    ["the length of a list", "{{#if model.vars.length}}a{{/if}}", "2:7 `model.vars` is a list and has no `length`; go through it with {{#each … as |one|}}."],
    ["a path into a text", "{{{model.classname.length}}}", "2:4 `model.classname` is a text and has no `length`."],
    ["a bare name in a block", "{{{classname}}}", "2:4 `classname` stands bare inside of a block, where the engines look for it in different places. Write `model.classname`."],
    ["a bare name of the root in a block", "{{{info.title}}}", "2:4 `info` stands bare inside of a block, where the engines look for it in different places. Write `@root.info.title`."],
    ["a list that is printed", "{{{model.vars}}}", "2:4 `model.vars` is a list; only text that was made safe for its place can be printed."],
    ["a thing that is printed", "{{{model.parent}}}", "2:4 `model.parent` is a thing with members; only text that was made safe for its place can be printed."],
    ["a truth that is printed", "{{{model.abstract}}}", "2:4 `model.abstract` is true or false; only text that was made safe for its place can be printed."],
    ["a raw text that is printed", "{{{@root.info.description}}}", "2:4 `@root.info.description` is a raw string; only text that was made safe for its place can be printed."],
    ["a number that is printed", "{{{@root.info.count}}}", "2:4 `@root.info.count` is a raw number; only text that was made safe for its place can be printed."],
    ["text that would be escaped", "{{model.classname}}", "2:3 {{model.classname}} would be escaped for HTML; write {{{model.classname}}}."],
    ["{{#each}} over what isn't a list", "{{#each model.parent as |one|}}{{{one.classname}}}{{/each}}", "2:9 {{#each}} goes through lists, and this is a thing with members."],
    ["{{#with}} into a list", "{{#with model.vars as |one|}}x{{/with}}", "2:9 {{#with}} goes into things with members, and this is a list."],
    ["{{#each}} that names nothing", "{{#each model.vars}}x{{/each}}", "2:1 {{#each}} has to name what it gives: `as |name|`."],
    ["an unknown helper", "{{{upper model.classname}}}", "2:4 `upper` is called as a helper, and no helper is known here."],
    ["an unknown block", "{{#eahc model.vars as |one|}}x{{/eahc}}", "2:1 {{#eahc}} isn't known: if, unless, each and with are. Did you mean `each`?"],
    ["a helper inside of a tag", "{{#if (not model.abstract)}}x{{/if}}", "2:7 Helpers inside of a tag aren't understood by both engines."],
    ["lookup", "{{{lookup model \"classname\"}}}", "2:4 `lookup` is called as a helper, and no helper is known here."],
    ["a section of Mustache", "{{#model.vars}}x{{/model.vars}}", "2:1 {{#model.vars}} is a section as Mustache has it; write {{#if model.vars}} or {{#each model.vars as |one|}}."],
    ["an inverse section", "{{^if model.abstract}}x{{/if}}", "2:1 {{^if}} isn't understood by both engines; write {{#unless}}."],
    ["a constant in a tag", "{{{\"x\"}}}", "2:4 A constant is written into the template itself, without a tag."],
    ["a comment that takes away blanks", "{{~! x ~}}", "2:1 A comment can't take away the blanks around it: leave out the ~."],
    ["a brace behind a tag", "{ {{{model.classname}}}}", "2:24 A brace directly behind a tag; put a blank in between."],
    ["a brace behind a block's end", "{ {{#if model.abstract}}x{{/if}}}", "2:33 A brace directly behind a tag; put a blank in between."],
    ["a brace behind a comment", "{ {{! x }}}", "2:11 A brace directly behind a tag; put a blank in between."],
    ["a path that climbs", "{{{../classname}}}", "2:4 `../classname` climbs out of its block; name what is meant with `as |name|` further out."],
    ["this", "{{{this}}}", "2:4 `this` has no name; give it one with `as |name|`."],
    ["an unknown variable", "{{#if @lst}}x{{/if}}", "2:7 `@lst` isn't known: @root, @index, @first and @last are. Did you mean `last`?"],
    ["an unknown partial", "{{> _dco}}", "2:1 There is no partial `_dco`."],
    ["names of {{#if}}", "{{#if model.abstract as |yes|}}x{{/if}}", "2:1 {{#if}} gives no names; leave out `as |yes|`."],
    ["a block parameter that the other engine takes for a helper", "{{#each model.vars as |join|}}{{{join.name}}}{{/each}}", "2:1 `join` is a helper of openapi-generator's engine; choose another name."],
    ["a partial that is given a context", "{{> (model.name) x}}", "2:1 A partial is called by its name; one that is chosen when rendering isn't understood by both engines."],
  ])("finds %s", (_, inside, expected) => {
    expect(problems(eachModel(inside))).toEqual([expected]);
  });

  it("finds what was made safe for pages in code, and counts what is raw there", () => {
    const printed: boolean[] = [];
    const text = "{{{info.title}}} {{{info.summary}}} {{{info.description}}}";
    expect(checkTemplates({ templates: [{ path: "a.ts.hbs", text }], partials: [] }, context, (isRaw) => void printed.push(isRaw)).map(({ message }) => message)).toEqual(["`info.summary` was made safe for markdown-line, and this is code.", expect.stringContaining("`info.description` is")]);
    expect(printed).toEqual([false, true, true]);
    expect(checkTemplates({ templates: [{ path: "a.md.hbs", text: "{{{info.summary}}}" }], partials: [] }, context)).toEqual([]);
  });

  it("finds a misspelt name of the root", () => {
    expect(problems("{{#each modles as |entry|}}{{{entry.x}}}{{/each}}")).toEqual(["1:9 `modles` isn't known in the context. Did you mean `models`?"]);
  });

  it("finds a variable of {{#each}} outside of any", () => {
    expect(problems("{{#if @first}}x{{/if}}")).toEqual(["1:7 `@first` has a meaning inside of {{#each}} only."]);
  });

  it("finds a misspelt name among those that a partial is given", () => {
    expect(problems(eachModel("{{> _doc lines=model.docs}}"), { _doc: "{{#each lines as |line|}}{{{line}}}{{/each}}" })).toEqual(["2:16 `docs` isn't known in `model`. Did you mean `doc`?"]);
  });

  it("finds a name that a partial isn't given, in the partial", () => {
    expect(problems(eachModel("{{> _doc lines=model.doc}}"), { _doc: "\n {{#each line as |one|}}{{{one}}}{{/each}}" })).toEqual(["_doc.hbs 2:10 `line` isn't given to this partial. Did you mean `lines`?"]);
  });

  it("says once what is wrong with a partial that is used twice", () => {
    expect(problems("{{> _x}}{{> _x}}", { _x: "{{{nope}}}" })).toEqual(["_x.hbs 1:4 `nope` isn't given to this partial."]);
  });

  it("finds partials that use themselves, and partials that nothing uses", () => {
    expect(problems("{{> _a}}", { _a: "{{> _b}}", _b: "{{> _a}}", _c: "c" })).toEqual(["_b.hbs 1:1 The partial `_a` uses itself, by way of _a → _b → _a.", "_c.hbs 1:1 No template uses the partial `_c`."]);
  });

  it("says where a template can't be read", () => {
    expect(problems("a\n{{#if models}}\n{{/each}}")).toEqual([expect.stringMatching(/^2:\d+ It can't be read: /)]);
  });
});
