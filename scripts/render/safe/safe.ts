// Text that was made safe for one place of the output. A raw string of a spec has none of these types, so it can't reach a
// template by mistake: each place has one function that makes its type, and the context of the templates holds no others.

declare const place: unique symbol;

/** A string that may stand in one kind of place and in no other. */
export type Safe<Place extends string> = string & { readonly [place]: Place };

/** A name in code. */
export type Identifier = Safe<"identifier">;
/** A string literal with its quotes, or a number. */
export type Literal = Safe<"literal">;
/** A property key, quoted where it has to be. */
export type PropertyKey = Safe<"key">;
/** A TypeScript type. */
export type TypeText = Safe<"type">;
/** A JavaScript expression. */
export type Expression = Safe<"expression">;
/** A line of a comment, with its delimiters. */
export type CommentLine = Safe<"comment">;
/** Markdown of one or more lines. */
export type MarkdownBlock = Safe<"markdown">;
/** Markdown that stays on its line, also inside a table. */
export type MarkdownLine = Safe<"markdown-line">;
/** A value as JSON. */
export type JsonText = Safe<"json">;
/** A relative file name. */
export type FileName = Safe<"file">;

/** Says that a text was made for its place. Only the modules of this folder and of `present/` call it, each for text that it has built itself. */
export function safe<Place extends string>(text: string): Safe<Place> {
  return text as Safe<Place>;
}
