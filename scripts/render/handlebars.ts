// The default engine: Handlebars in this process.

import Handlebars from "handlebars";
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
    return Object.fromEntries(templates.map(({ path, text }) => [path.replace(/\.hbs$/, ""), environment.compile(text, options)(context)]));
  },
};

export function partialName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.hbs$/, "");
}
