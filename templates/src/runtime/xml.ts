// XML text ↔ elements, as far as services speak it. What could hurt is refused: document types with their entities, and endless nesting.

import { refuse } from "./errors.ts";

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** Names without their prefixes. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, in one piece. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  /** As written, with its prefix. */
  readonly tag: string;
  readonly children: XmlElement[];
  text: string;
}

/** Deeper answers are refused, since whoever walks through them would run out of stack. */
const maxDepth = 1_000;

/** The pieces of a document, in the order of the groups: CDATA section, closing tag, opening tag with attributes and slash, text. */
const piece =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>|<\/([^\s<>]+)\s*>|<((?![-.\d])[\w:.\x80-\uffff-]+)((?:\s+(?![-.\d])[\w:.\x80-\uffff-]+\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*(\/?)>|([^<]+)/y;

const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const entities: Readonly<Record<string, string>> = { amp: "&", apos: "'", gt: ">", lt: "<", quot: '"' };

/** The root of a document. Throws an InvalidRequestError for what isn't well-formed. */
export function parseXml(text: string): XmlElement {
  const source = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const document = openElement("", "");
  const open: OpenElement[] = [document];
  let inner = document;
  for (piece.lastIndex = 0; piece.lastIndex < source.length; ) {
    const [, data, closed, tag, attributes, slash, plain] = piece.exec(source) ?? broken();
    if (plain !== undefined) inner.text += unescape(plain);
    else if (data !== undefined) inner.text += data;
    else if (closed !== undefined) {
      if (closed !== inner.tag) broken();
      open.pop();
      inner = open[open.length - 1]!;
    } else if (tag !== undefined) {
      const element = openElement(tag, attributes!);
      inner.children.push(element);
      if (!slash) {
        if (open.length > maxDepth) refuse(`the answer nests deeper than ${maxDepth} levels`);
        open.push((inner = element));
      }
    }
  }
  const [root, second] = document.children;
  return inner === document && root && !second && !document.text.trim() ? root : broken();
}

function broken(): never {
  return refuse("the answer is no XML that can be read");
}

function openElement(tag: string, written: string): OpenElement {
  return { tag, name: localName(tag), attributes: written ? attributesIn(written) : {}, children: [], text: "" };
}

function attributesIn(written: string): Record<string, string> {
  const found = [...written.matchAll(attribute)].map(([, name, double, single]) => [name!, unescape(double ?? single!)] as const);
  if (new Map(found).size < found.length) broken();
  // What declares a namespace isn't an attribute of anybody's.
  return Object.fromEntries(found.filter(([name]) => !/^xmlns(:|$)/.test(name)).map(([name, value]) => [localName(name), value]));
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function unescape(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(?:x([\da-fA-F]+)|(\d+))|(\w*));|&/g, (_, hex?: string, decimal?: string, name?: string) => {
    if (name) return Object.hasOwn(entities, name) ? entities[name]! : broken();
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? 0);
    // Half of a surrogate pair isn't a character. Control characters aren't either, but S3 sends them so.
    return code > 0 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : broken();
  });
}

/** Text as it stands in an element or an attribute. */
export function escapeXml(text: string): string {
  if (/[\0\ud800-\udfff\ufffe\uffff]/u.test(text)) refuse(": text that XML can carry is expected");
  return text.replace(/[&<>"\x01-\x1f\x7f-\x9f\u2028]/g, (character) => `&#${character.charCodeAt(0)};`);
}
