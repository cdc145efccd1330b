// The rule that templates keep to their typed context and to what both engines understand.

import { fileURLToPath } from "node:url";
import { ownTemplates, readTemplates } from "../render/read-templates.ts";
import type { Check } from "./check.ts";
import { checkTemplates } from "./check-templates.ts";
import { contextShape } from "./context-shape.ts";

export const templates: Check = {
  title: "Templates name what their context has, print only text that was made safe for its place, and mean the same to both engines",
  async run() {
    const set = readTemplates(ownTemplates);
    const context = contextShape(fileURLToPath(new URL("../render/context.ts", import.meta.url)), "TemplateContext");
    let printed = 0;
    let raw = 0;
    const found = checkTemplates(set, context, (isRaw) => {
      printed += 1;
      raw += Number(isRaw);
    });
    const findings = found.map((finding) => ({ ...finding, file: `templates/${finding.file}` }));
    return { findings, looked: `${set.templates.length} templates, ${set.partials.length} partials; of ${printed} expressions in code ${raw} are raw` };
  },
};
