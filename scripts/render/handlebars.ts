// The default engine: Handlebars in this process.

import Handlebars from "handlebars";
import { Stop } from "../problems/stop.ts";
import { buildContext } from "./build-context.ts";
import type { Engine, TemplateSet } from "./engine.ts";

export const handlebarsEngine: Engine = {
  name: "handlebars",
  async render(presented, templates) {
    const context = buildContext(presented);
    return Object.fromEntries(compiled(templates).map(({ path, render }) => [path.replace(/\.hbs$/, ""), rendered(path, () => render(context))]));
  },
};

interface Compiled {
  readonly path: string;
  readonly render: Handlebars.TemplateDelegate;
}

/** Compiling takes longer than rendering; whoever generates several packages with the same templates does it once. */
const known = new WeakMap<TemplateSet, readonly Compiled[]>();

function compiled(set: TemplateSet): readonly Compiled[] {
  const before = known.get(set);
  if (before !== undefined) return before;
  const environment = Handlebars.create();
  // The second engine knows only these, so a template that uses another helper fails here already.
  for (const helper of ["lookup", "log"]) environment.unregisterHelper(helper);
  for (const partial of set.partials) environment.registerPartial(partialName(partial.path), partial.text);
  const options = { ignoreStandalone: true, preventIndent: true, noEscape: false, strict: false, knownHelpersOnly: true };
  const list = set.templates.map(({ path, text }) => ({ path, render: environment.compile(text, options) }));
  known.set(set, list);
  return list;
}

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
