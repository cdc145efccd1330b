// Reads a folder of templates: `.hbs` files are rendered, `_x.hbs` are partials, all others are copied.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Template, TemplateSet } from "./engine.ts";

/** The templates that come with Countersign; the same path from source and from the built package. */
export const ownTemplates: string = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "../../templates" : "../../templates", import.meta.url));

/** Later folders win file by file, so that a project changes one template and keeps the others. */
export function readTemplates(...folders: readonly string[]): TemplateSet {
  const files = new Map<string, Template>();
  for (const folder of folders) for (const path of filesBelow(folder)) files.set(path, { path, text: readFileSync(`${folder}/${path}`, "utf8"), ...(folder === ownTemplates ? {} : { foreign: true }) });
  const all = [...files.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
  const isTemplate = ({ path }: Template) => path.endsWith(".hbs");
  const isPartial = ({ path }: Template) => isTemplate({ path, text: "" }) && path.slice(path.lastIndexOf("/") + 1).startsWith("_");
  return {
    templates: all.filter((file) => isTemplate(file) && !isPartial(file)),
    partials: all.filter(isPartial),
    copies: all.filter((file) => !isTemplate(file)),
  };
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/").slice(folder.length + 1));
}
