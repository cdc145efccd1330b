import { describe, expect, it } from "vitest";
import type { TemplateSet } from "../../scripts/render/engine.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import { render } from "../../scripts/render/render.ts";
import { tidyMarkdown } from "../../scripts/render/tidy-markdown.ts";

const presented = { "x-ts-package": { service: "Shelf" }, paths: {}, components: { schemas: { Item: { properties: {} }, Box: { properties: {} } } } };
const templates = (files: Readonly<Record<string, string>>): TemplateSet => ({ templates: Object.entries(files).map(([path, text]) => ({ path: `${path}.hbs`, text })), partials: [], copies: [] });

describe("render", () => {
  it("names a page for the service", async () => {
    expect(await render(presented, templates({ "docs/[service].md": "# {{{openAPI.extensions.x-ts-package.service}}}" }), handlebarsEngine)).toEqual({ "docs/Shelf.md": "# Shelf\n" });
  });

  it("makes a page for each model of one template", async () => {
    const template = "{{#each models as |entry|}}\n<!-- page: {{{entry.model.classname}}} -->\n# {{{entry.model.classname}}}\n\n\n{{/each}}";
    expect(await render(presented, templates({ "docs/models/[classname].md": template }), handlebarsEngine)).toEqual({ "docs/models/Box.md": "# Box\n", "docs/models/Item.md": "# Item\n" });
  });

  it("leaves code as it was rendered", async () => {
    expect(await render(presented, templates({ "src/a.ts": "\n\n\na\n\n\n" }), handlebarsEngine)).toEqual({ "src/a.ts": "\n\n\na\n\n\n" });
  });
});

describe("tidyMarkdown", () => {
  it("keeps one blank line of several, and code as it is", () => {
    expect(tidyMarkdown("\n\n# A\n\n \n\ntext\n```\na\n\n\nb\n```\n\n\n")).toBe("# A\n\ntext\n```\na\n\n\nb\n```\n");
  });
});
