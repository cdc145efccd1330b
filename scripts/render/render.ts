// The third stage: a presented document and templates come in, the rendered files come out, unsigned.

import { buildContext } from "./build-context.ts";
import type { Engine, Files, TemplateSet } from "./engine.ts";
import type { Presented } from "./present/present.ts";
import { splitPages } from "./split-pages.ts";
import { tidyMarkdown } from "./tidy-markdown.ts";

/** Renders every template by the engine and gives the files their final paths. */
export async function render(presented: Presented, templates: TemplateSet, engine: Engine): Promise<Files> {
  return placed(presented, await engine.render(presented, templates));
}

/** `docs/[service].md` is named for the service, and `docs/models/[classname].md` becomes a file for each model. */
export function placed(presented: Presented, files: Files): Files {
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
