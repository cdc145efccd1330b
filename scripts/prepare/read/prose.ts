// Turns descriptions into Markdown: converted documents carry simple HTML, all others Markdown already.

import { Parser } from "htmlparser2";
import type { Json } from "../../json.ts";
import type { Markdown } from "../prepared-spec.ts";

/** Gives Markdown for a description; an empty string where there is none. */
export type Prose = (description: Json | undefined) => Markdown;

export const markdownAsItIs: Prose = (description) => (typeof description === "string" ? tidied(description) : "");

/** For documents whose descriptions are HTML. Repeated descriptions are common, so results are kept. */
export function htmlProse(): Prose {
  const known = new Map<string, Markdown>();
  return (description) => {
    if (typeof description !== "string") return "";
    const before = known.get(description);
    if (before !== undefined) return before;
    const markdown = markdownOf(description);
    known.set(description, markdown);
    return markdown;
  };
}

const headings: Readonly<Record<string, string>> = { note: "**Note**", important: "**Important**", caution: "**Caution**", tip: "**Tip**" };
const blocks = new Set(["p", "ul", "ol", "li", "dl", "dt", "dd", "note", "important", "caution", "tip", "pre", "table", "tr", "div", "section", "fullname", "title"]);
const dropped = new Set(["fullname", "script", "style"]);

interface Frame {
  readonly tag: string;
  /** Text inside the element so far, as Markdown. */
  content: string;
  readonly href: string | undefined;
  /** Number of the next item of an ordered list. */
  count: number;
}

/** Markdown of an HTML fragment. Unknown elements leave their text; scripts leave nothing. */
export function markdownOf(html: string): Markdown {
  const root: Frame = { tag: "", content: "", href: undefined, count: 0 };
  const stack: Frame[] = [root];
  const top = () => stack[stack.length - 1] ?? root;
  const inside = (tag: string) => stack.some((frame) => frame.tag === tag);

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        stack.push({ tag, content: "", href: attributes["href"], count: 1 });
      },
      ontext(text) {
        const frame = top();
        if (inside("pre")) frame.content += text;
        else if (inside("code")) frame.content += text.replace(/\s+/g, " ");
        else frame.content += escaped(text.replace(/\s+/g, " "));
      },
      onclosetag(tag) {
        const frame = stack.length > 1 ? stack.pop() : undefined;
        if (frame === undefined || dropped.has(tag)) return;
        const parent = top();
        if (blocks.has(tag)) parent.content = `${parent.content.trimEnd()}${block(frame, parent)}`;
        else parent.content += inline(frame, parent);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return tidied(root.content);
}

function block(frame: Frame, parent: Frame): string {
  const text = frame.content.trim();
  if (text === "") return "\n\n";
  switch (frame.tag) {
    case "li": {
      const bullet = parent.tag === "ol" ? `${parent.count++}.` : "-";
      return `\n${bullet} ${text.replace(/\n{2,}/g, "\n").replaceAll("\n", "\n  ")}\n`;
    }
    case "dt":
      return `\n- **${text}**`;
    case "dd":
      return `: ${text.replace(/\s*\n\s*/g, " ")}\n`;
    case "ul": case "ol": case "dl":
      return `\n\n${text}\n\n`;
    case "note": case "important": case "caution": case "tip":
      return `\n\n${`${headings[frame.tag] ?? ""}: ${text}`.split("\n").map((line) => `> ${line}`.trimEnd()).join("\n")}\n\n`;
    case "pre":
      return `\n\n\`\`\`\n${text.replaceAll("```", "'''")}\n\`\`\`\n\n`;
    case "tr":
      return `\n${text}\n`;
    default:
      return `\n\n${text}\n\n`;
  }
}

function inline(frame: Frame, parent: Frame): string {
  const text = frame.content;
  const core = text.trim();
  const around = (inner: string) => `${/^\s/.test(text) ? " " : ""}${inner}${/\s$/.test(text) ? " " : ""}`;
  if (frame.tag === "br") return "\n";
  if (core === "") return text;
  switch (frame.tag) {
    case "code":
      return parent.tag === "pre" ? text : around(codeSpan(core));
    case "b": case "strong":
      return around(core.includes("*") ? core : `**${core}**`);
    case "i": case "em":
      return around(/[*_]/.test(core) ? core : `*${core}*`);
    case "a":
      return around(isWebAddress(frame.href) ? `[${core.replace(/[[\]]/g, "\\$&")}](${encodeURI(decoded(frame.href)).replaceAll("(", "%28").replaceAll(")", "%29")})` : core);
    default:
      return text;
  }
}

/** A code span with a fence longer than any run of backticks inside. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

function isWebAddress(href: string | undefined): href is string {
  return href !== undefined && /^https?:\/\/[^\s<>"]+$/i.test(href);
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Escapes what Markdown would take for markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*[\]<>]/g, "\\$&").replace(/(^|\s)_|_(\s|$)/g, (match) => match.replace("_", "\\_"));
}

function tidied(markdown: string): Markdown {
  return markdown
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "")
    .trim();
}
