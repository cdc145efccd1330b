// The third stage: a presented document and templates come in, the files of the package come out, unsigned.

import { buildContext } from "./build-context.ts";
import type { Engine, Files, TemplateSet } from "./engine.ts";
import type { Presented } from "./present/present.ts";
import { splitPages } from "./split-pages.ts";
import { tidyMarkdown } from "./tidy-markdown.ts";

/** Renders what is a template and copies the rest. */
export async function render(presented: Presented, templates: TemplateSet, engine: Engine): Promise<Files> {
  const copied = Object.fromEntries(templates.copies.map(({ path, text }) => [path, text]));
  return { ...copied, ...placed(presented, await engine.render(presented, templates)) };
}

/**
 * Gives files their final paths, the same for both engines: `docs/[service].md` is named for the service, and
 * `docs/models/[classname].md` becomes a file for each model.
 */
function placed(presented: Presented, files: Files): Files {
  const context = buildContext(presented);
  const models = context.models.map(({ model }) => model.classname);
  const { service } = context.openAPI.extensions["x-ts-package"];
  const pages = Object.entries(files).flatMap(([path, text]) => {
    const named = path.replaceAll("[service]", service);
    if (!named.includes("[classname]")) return [[named, text] as const];
    return Object.entries(splitPages(text, models)).map(([model, page]) => [named.replaceAll("[classname]", model), page] as const);
  });
  return Object.fromEntries(pages.map(([path, text]) => [path, path.endsWith(".md") ? tidyMarkdown(text) : text]));
}
