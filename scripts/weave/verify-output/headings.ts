// The templates of the pages come in; whether a page may have a heading is told: those of the templates, and names of the document.

import type { TemplateSet } from "../../render/engine.ts";
import type { KnownTexts } from "./known-texts.ts";

/** The first line of a page is its title, and may say anything. */
export function headingsOf({ templates }: TemplateSet, known: KnownTexts): (text: string, line: number) => boolean {
  const pages = templates.filter(({ path }) => path.endsWith(".md.hbs"));
  const fixed = new Set(pages.flatMap(({ text }) => [...text.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = ""]) => heading.trim())));
  return (text, line) => line === 1 || fixed.has(text) || known.named(text);
}
