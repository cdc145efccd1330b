// What an engine is: it turns a presented document and templates into text files.

import type { Presented } from "./present/present.ts";

/** Text files by path; `/` parts folders on every system. */
export type Files = Readonly<Record<string, string>>;

export interface Template {
  /** Below the templates' folder: `src/models.ts.hbs`. */
  readonly path: string;
  readonly text: string;
  /** It comes from a folder of the project's own. */
  readonly foreign?: true;
}

export interface TemplateSet {
  /** `.hbs` files, which are rendered. */
  readonly templates: readonly Template[];
  /** `_x.hbs` files, by their names: `_doc`. */
  readonly partials: readonly Template[];
  /** All others, which are copied. */
  readonly copies: readonly Template[];
}

export interface Engine {
  readonly name: "handlebars" | "openapi-generator";
  /** Renders every template to the path without `.hbs`. */
  readonly render: (presented: Presented, templates: TemplateSet) => Promise<Files>;
}
