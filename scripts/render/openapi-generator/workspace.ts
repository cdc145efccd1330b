// Lays out on disk what openapi-generator reads, and reads back what it has written.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Files, TemplateSet } from "../engine.ts";
import { partialName } from "../handlebars.ts";
import type { Presented } from "../present/present.ts";

/** A document with the templates that it is rendered by. */
export interface Job {
  readonly presented: Presented;
  readonly templates: TemplateSet;
}

export interface Workspace {
  /** For the command line of the engine. */
  readonly configuration: string;
  /** The templates' own paths behind the names that the engine's messages use. */
  readonly pathOf: (name: string) => string | undefined;
  /** The rendered files; nothing when the engine left one out. */
  readonly result: () => Files | undefined;
}

/**
 * What openapi-generator would otherwise do by itself: rename members, sort them, escape, validate. Nothing of this reaches the
 * templates, which see the presented texts only, but it costs time and could stop a run.
 */
const options = {
  generatorName: "typescript-fetch",
  templatingEngineName: "handlebars",
  validateSpec: false,
  skipOperationExample: true,
  openapiNormalizer: { DISABLE_ALL: "true" },
  additionalProperties: { modelPropertyNaming: "original", paramNaming: "original", sortModelPropertiesByRequiredFlag: "false", sortParamsByRequiredFlag: "false", hideGenerationTimestamp: "true" },
} as const;

export function layOut(folder: string, { presented, templates }: Job): Workspace {
  const at = (...names: readonly string[]) => join(folder, ...names);
  mkdirSync(at("templates"), { recursive: true });
  writeFileSync(at("openapi.json"), JSON.stringify(presented));
  // Plain numbers as names: a template may be called anything, and the engine has its own idea of some names.
  const names = templates.templates.map(({ path }, index) => ({ path, template: `${index}.hbs`, output: `${index}.txt` }));
  templates.templates.forEach(({ text }, index) => writeFileSync(at("templates", `${index}.hbs`), text));
  for (const partial of templates.partials) writeFileSync(at("templates", `${partialName(partial.path)}.hbs`), partial.text);
  // The engine renders these once per model and group whether we want it or not; without them it would take its own, and fail on them.
  for (const unwanted of ["models", "apis"]) writeFileSync(at("templates", `${unwanted}.handlebars`), "");

  writeFileSync(at("config.json"), JSON.stringify({
    ...options,
    inputSpec: at("openapi.json"),
    templateDir: at("templates"),
    outputDir: at("out"),
    globalProperties: {
      models: "", apis: "", modelDocs: "false", apiDocs: "false", modelTests: "false", apiTests: "false",
      supportingFiles: names.map(({ output }) => output).join(","),
    },
    files: Object.fromEntries(names.map(({ template, output }) => [template, { templateType: "SupportingFiles", folder: "", destinationFilename: output }])),
  }));

  return {
    configuration: at("config.json"),
    pathOf: (name) => names.find(({ template }) => template === name)?.path ?? templates.partials.find(({ path }) => `${partialName(path)}.hbs` === name)?.path,
    result: () => (names.every(({ output }) => existsSync(at("out", output))) ? Object.fromEntries(names.map(({ path, output }) => [path.replace(/\.hbs$/, ""), readFileSync(at("out", output), "utf8")])) : undefined),
  };
}
