// The default engine: Handlebars in this process.

import Handlebars from "handlebars";
import { Stop } from "../problems/stop.ts";
import { buildContext } from "./build-context.ts";
import type { Engine } from "./engine.ts";

export const handlebarsEngine: Engine = {
  name: "handlebars",
  async render(presented, { templates, partials }) {
    const environment = Handlebars.create();
    // The second engine knows only these, so a template that uses another helper fails here already.
    for (const helper of ["lookup", "log"]) environment.unregisterHelper(helper);
    for (const partial of partials) environment.registerPartial(partialName(partial.path), partial.text);
    const context = buildContext(presented);
    const options = { ignoreStandalone: true, preventIndent: true, noEscape: false, strict: false, knownHelpersOnly: true };
    return Object.fromEntries(templates.map(({ path, text }) => [path.replace(/\.hbs$/, ""), rendered(path, () => environment.compile(text, options)(context))]));
  },
};

/** Handlebars compiles when it first renders, so mistakes of a template show there. */
function rendered(path: string, render: () => string): string {
  try {
    return render();
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] ?? "" : String(error);
    throw new Stop([{ severity: "error", code: "template-broken", message: `${path}: ${reason}`, fix: `Correct ${path} in your templates.` }]);
  }
}

export function partialName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.hbs$/, "");
}

/** The syntax tree of a template, for the check of the templates. */
export function parseTemplate(text: string): TemplateTree {
  return Handlebars.parse(text);
}

export type TemplateTree = hbs.AST.Program;
