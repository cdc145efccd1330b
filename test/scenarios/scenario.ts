// Reads a scenario, generates what its spec describes, and writes the scenario again with what came out.

import { Project, type Node } from "ts-morph";
import { parse } from "yaml";
import { generate } from "../../scripts/generate.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { printProblems } from "../../scripts/problems/print.ts";
import type { Problem } from "../../scripts/problems/problem.ts";
import { Stop } from "../../scripts/problems/stop.ts";
import type { Files } from "../../scripts/render/engine.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";

export interface Recorded {
  /** The scenario, with its blocks as they are now. */
  readonly text: string;
  readonly files: Files;
}

const templates = readTemplates(ownTemplates);

/** What a scenario needn't say. Each of its schemas is what an operation gives, so that the client has a use for it. */
function completed(spec: { readonly components?: { readonly schemas?: object } }): object {
  const names = Object.keys(spec.components?.schemas ?? {});
  const answer = (name: string) => ({ "200": { description: "Done.", content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } } });
  const paths = Object.fromEntries(names.map((name) => [`/${name}`, { get: { operationId: `get ${name}`, responses: answer(name) } }]));
  return { openapi: "3.0.3", info: { title: "Scenario", version: "1" }, paths, ...spec };
}

/**
 * A scenario is a Markdown document with one block `yaml spec`, an OpenAPI document without what `completed` adds, and blocks
 * that show what becomes of it: `ts src/models.ts interface Tick`, `ts src/service.ts` (the whole file),
 * `json openapi.json #/components/schemas/Tick`, `text problems`.
 */
export async function record(scenario: string): Promise<Recorded> {
  const spec = /^```yaml spec\n([\s\S]*?)^```$/m.exec(scenario)?.[1];
  if (spec === undefined) throw new Error("The scenario has no block `yaml spec`.");
  const { files, problems } = await generated(completed(parse(spec) as object));
  const text = scenario.replace(/^```(ts|json|text) (\S+)(?: ([^\n]+))?\n[\s\S]*?^```$/gm, (_block, language: string, file: string, part: string | undefined) => {
    const content = file === "problems" ? printProblems(problems, { lines: 200 }) : shown(files, file, part);
    return `\`\`\`${language} ${file}${part === undefined ? "" : ` ${part}`}\n${content.trimEnd()}\n\`\`\``;
  });
  return { text, files };
}

async function generated(document: object): Promise<{ readonly files: Files; readonly problems: readonly Problem[] }> {
  const facts = { name: "scenario", version: "1.0.0", license: "MIT", source: "Generated for a scenario." };
  try {
    return await generate(sourceOf(JSON.stringify(document, null, 2), { file: "spec.json" }), { engine: handlebarsEngine, templates, package: facts });
  } catch (error) {
    if (error instanceof Stop) return { files: {}, problems: error.problems };
    throw error;
  }
}

function shown(files: Files, file: string, part: string | undefined): string {
  const text = files[file];
  if (text === undefined) return `(there is no ${file})`;
  if (part === undefined) return text;
  return file.endsWith(".json") ? JSON.stringify(atPointer(JSON.parse(text), part), null, 2) : (declaration(text, part) ?? `(there is no ${part})`);
}

function atPointer(value: unknown, pointer: string): unknown {
  const steps = pointer.replace(/^#\/?/, "").split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value) ?? null;
}

/** `interface Tick`, `class Client`, `const x`, or `method Client.ping`, with its comment. */
function declaration(text: string, part: string): string | undefined {
  const file = new Project({ useInMemoryFileSystem: true, skipFileDependencyResolution: true, skipLoadingLibFiles: true }).createSourceFile("file.ts", text);
  const [kind = "", name = ""] = part.split(" ");
  const [owner = "", member = ""] = name.split(".");
  const found: Readonly<Record<string, () => Node | undefined>> = {
    interface: () => file.getInterface(name),
    type: () => file.getTypeAlias(name),
    class: () => file.getClass(name),
    function: () => file.getFunction(name),
    const: () => file.getVariableStatement((statement) => statement.getDeclarations().some((variable) => variable.getName() === name)),
    method: () => file.getClass(owner)?.getMethod(member),
  };
  const node = found[kind]?.();
  return node?.getText(true).replace(/^ {2}(?=\S| \*)/gm, kind === "method" ? "" : "  ");
}
