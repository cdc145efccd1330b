// Bodies in a form in which they can be compared: what doesn't matter on the wire doesn't matter there.

import { XMLParser } from "fast-xml-parser";
import { comparable } from "./values.ts";

/** JSON as a value, XML as a tree without the order of attributes and of differently named siblings, forms as a set. */
export function canonicalBody(text: string, mediaType = ""): unknown {
  if (text === "") return "";
  if (/json$/.test(mediaType)) return comparable(JSON.parse(text));
  if (/xml$/.test(mediaType)) return canonicalXml(text);
  if (/x-www-form-urlencoded$/.test(mediaType)) return text.split("&").map((piece) => piece.trim()).sort();
  return text;
}

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: "", parseTagValue: false, parseAttributeValue: false, trimValues: false, htmlEntities: true, ignoreDeclaration: true });

type Node = Readonly<Record<string, unknown>>;

function canonicalXml(text: string): unknown {
  return nodesOf(parser.parse(text) as readonly Node[]);
}

function nodesOf(nodes: readonly Node[]): unknown {
  const elements = nodes.filter((node) => !("#text" in node));
  const written = nodes.filter((node) => "#text" in node).map((node) => String(node["#text"])).join("");
  // Blanks between elements are there for readers.
  if (elements.length === 0) return written;
  const found = elements.map((node) => {
    const name = Object.keys(node).find((key) => key !== ":@")!;
    return { name, attributes: comparable(node[":@"] ?? {}), content: nodesOf(node[name] as readonly Node[]) };
  });
  return found.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
}
