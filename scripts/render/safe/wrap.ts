// Wraps Markdown to a width without changing what it means.

/** Lines of at most `width` characters where words allow it. Code blocks and tables stay as they are. */
export function wrapped(markdown: string, width: number): readonly string[] {
  if (markdown.trim() === "") return [];
  const out: string[] = [];
  // The fence that a block of code began with; a shorter one inside doesn't end it.
  let fence = "";
  for (const line of markdown.split("\n")) {
    const [, mark = ""] = /^[\s>]*(`{3,}|~{3,})/.exec(line) ?? [];
    if (mark !== "" && fence === "") fence = mark;
    else if (mark !== "" && mark.startsWith(fence)) fence = "";
    if (fence !== "" || mark !== "" || line.length <= width || line.startsWith("|")) out.push(line);
    else for (const part of wrappedLine(line, width)) out.push(part);
  }
  return out;
}

function wrappedLine(line: string, width: number): readonly string[] {
  const [lead = ""] = /^(\s*)(?:> |- |\d+\. )?/.exec(line) ?? [];
  // What follows in a list item is indented below its text; what follows in a quotation is quoted.
  const hang = lead.trimStart().startsWith(">") ? lead : " ".repeat(lead.length);
  const lines: string[] = [];
  let current = lead;
  for (const word of wordsOf(line.slice(lead.length))) {
    const joined = current === lead || current === hang ? current + word : `${current} ${word}`;
    if (joined.length > width && current.trim() !== "" && current !== lead && current !== hang) {
      lines.push(current);
      current = hang + word;
    } else current = joined;
  }
  lines.push(current);
  return lines;
}

/** Words; a code span stays whole, because a line break inside it would be read as part of it. A word that would begin a list or heading stays with the one before. */
function wordsOf(text: string): readonly string[] {
  const words = text.match(/(?:\\[!-/:-@[-`{-~]|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\S)+/g) ?? [];
  return words.reduce<string[]>((kept, word) => {
    const last = kept.length - 1;
    if (last >= 0 && /^([-+*>#]|#+|\d+[.)]|```.*|@.*)$/.test(word)) kept[last] = `${kept[last] ?? ""} ${word}`;
    else kept.push(word);
    return kept;
  }, []);
}
