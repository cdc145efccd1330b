// Parts of a hand-written Markdown file that a program writes: they stand between `<!-- name:begin … -->` and `<!-- name:end -->`.

/** Puts text between the markers; fails in words when they aren't there. */
export function replaceBetween(markdown: string, name: string, text: string): string {
  const { before, after } = parted(markdown, name);
  return `${before}\n\n${text.trim()}\n\n${after}`;
}

/** What stands between the markers. */
export function textBetween(markdown: string, name: string): string {
  return parted(markdown, name).inside.trim();
}

function parted(markdown: string, name: string): { readonly before: string; readonly inside: string; readonly after: string } {
  const found = new RegExp(`^([\\s\\S]*<!-- ${name}:begin[^\\n]*-->)([\\s\\S]*?)(<!-- ${name}:end -->[\\s\\S]*)$`).exec(markdown);
  if (found === null) throw new Error(`There are no markers <!-- ${name}:begin --> and <!-- ${name}:end -->.`);
  const [, before = "", inside = "", after = ""] = found;
  return { before, inside, after };
}
