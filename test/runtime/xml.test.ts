import { build } from "esbuild";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { escapeXml, parseXml, type XmlElement } from "../../templates/src/runtime/xml.ts";

const refused = "the answer is no XML that can be read";

describe("reading", () => {
  const textIn = (inner: string): string => parseXml(`<a>${inner}</a>`).text;

  it("gives elements, attributes and text, without prefixes", () => {
    const root = parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n<s:list xmlns:s="urn:s" xmlns="urn:d" s:type='a "b"' n = "1"><s:item/>x<item>y</item>z</s:list>\n<!-- end -->`);
    expect(root).toMatchObject({ name: "list", attributes: { type: 'a "b"', n: "1" }, text: "xz", children: [{ name: "item", text: "" }, { name: "item", text: "y" }] });
  });

  it.each([
    ["the five named entities", "&lt;&gt;&amp;&quot;&apos;", `<>&"'`],
    ["numeric references", "&#65;&#x42;&#x1F600;&#13;", "AB😀\r"],
    ["control characters, as S3 sends them in the names of objects", "&#1;&#x1f;", "\u0001\u001f"],
    ["CDATA sections, as they are", "a<![CDATA[<b>&amp;]]]]><![CDATA[>]]>c", "a<b>&amp;]]>c"],
    ["text around comments and instructions", "a<!-- <b> & -->b<?php <x> ?>c", "abc"],
    ["white space, with line ends as XML has them", " \r\n\ta\rb ", " \n\ta\nb "],
    ["what one replacement makes of another", "&amp;lt;", "&lt;"],
  ])("understands %s", (_, written, text) => {
    expect(textIn(written)).toBe(text);
  });

  it("takes a byte order mark and white space in front", () => {
    expect(parseXml(new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from("<a>é</a>")]))).text).toBe("é");
    expect(parseXml("\n  <?xml version='1.0'?><a/>").name).toBe("a");
  });

  it.each([
    ["nothing", ""], ["white space", " \n"], ["text", "hello"], ["JSON", '{"a":1}'],
    ["HTML of a proxy", "<!DOCTYPE html><html><body><hr></body></html>"],
    ["an element that stays open", "<a><b></b>"], ["one that was never opened", "<a></b></a>"], ["crossed elements", "<a><b></a></b>"],
    ["two roots", "<a/><b/>"], ["text behind the root", "<a/>b"], ["text in front", "a<b/>"],
    ["an open comment", "<a><!-- </a>"], ["an open section", "<a><![CDATA[ </a>"], ["an open tag", "<a"], ["an attribute without value", "<a b></a>"], ["one without quotes", "<a b=c/>"],
    ["an attribute twice", `<a b="1" b="2"/>`], ["`<` in an attribute", `<a b="<"/>`], ["a name that begins with a digit", "<1a/>"],
    ["a lone ampersand", "<a>&</a>"], ["an unknown entity", "<a>&nbsp;</a>"], ["one that every object has", "<a>&constructor;</a>"], ["an entity without end", "<a>&amp</a>"],
    ["half a surrogate pair", "<a>&#xD800;</a>"], ["a character beyond Unicode", "<a>&#x110000;</a>"], ["character zero", "<a>&#0;</a>"], ["an empty reference", "<a>&#;</a>"],
  ])("refuses %s", (_, text) => {
    expect(() => parseXml(text)).toThrow(refused);
  });

  it.each([
    ["that expand into billions", `<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;&x;&x;">]><a>&y;</a>`],
    ["from files", `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`],
    ["from elsewhere", `<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>`],
  ])("refuses document types with entities %s", (_, text) => {
    expect(() => parseXml(text)).toThrow(refused);
  });

  it("refuses what nests too deep, and takes what doesn't", () => {
    const nested = (depth: number): string => "<a>".repeat(depth) + "</a>".repeat(depth);
    expect(parseXml(nested(1_000)).children).toHaveLength(1);
    expect(() => parseXml(nested(1_002))).toThrow("nests deeper than 1000 levels");
    expect(() => parseXml("<a>".repeat(1_000_000))).toThrow("nests deeper than 1000 levels");
  });

  it.each([
    ["white space in a tag", "<a " + " ".repeat(200_000)],
    ["a name", "<" + "a".repeat(200_000)],
    ["attributes", `<a ${'b="c" '.repeat(50_000)}`],
    ["an open comment", "<a>" + "<!-- ".repeat(50_000)],
    ["an open instruction", "<a>" + "<? ".repeat(50_000)],
    ["ampersands", `<a>${"&".repeat(200_000)}`],
    ["a long number", `<a>&#${"9".repeat(200_000)};</a>`],
  ])("takes no time over %s without end", (_, text) => {
    const start = process.cpuUsage();
    expect(() => parseXml(text)).toThrow();
    const { user, system } = process.cpuUsage(start);
    // What is quadratic takes minutes of this process's own time; what isn't, milliseconds.
    expect((user + system) / 1e6).toBeLessThan(3);
  });

  it("gives names that objects have by themselves as any other", () => {
    expect(parseXml(`<a __proto__="x" constructor="y"><__proto__/></a>`)).toMatchObject({ children: [{ name: "__proto__" }] });
    expect(Object.keys(parseXml(`<a __proto__="x"/>`).attributes)).toEqual(["__proto__"]);
  });
});

describe("writing", () => {
  it("escapes what markup is made of, and what reading would change", () => {
    expect(escapeXml(`<a b="c">&'\r\n\t\u0085\u2028é😀`)).toBe(`&#60;a b=&#34;c&#34;&#62;&#38;'&#13;&#10;&#9;&#133;&#8232;é😀`);
  });

  it.each([["half a surrogate pair", "a\ud800b"], ["character zero", "\0"], ["what is no character", "\uffff"]])("refuses %s", (_, text) => {
    expect(() => escapeXml(text)).toThrow("text that XML can carry is expected");
  });

  it("is undone by reading", () => {
    const random = generator(7);
    for (let round = 0; round < 2_000; round += 1) {
      const text = Array.from({ length: random(20) }, () => String.fromCodePoint(1 + random(0x2fff))).join("");
      expect(parseXml(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`)).toMatchObject({ text, attributes: { b: text } });
    }
  });
});

describe("beside fast-xml-parser", () => {
  const documents = Array.from({ length: 3_000 }, (_, seed) => randomDocument(generator(seed)));

  it("reads the same out of 3,000 documents", () => {
    for (const text of documents) expect(plain(parseXml(text)), text).toEqual(theirs(text));
  });

  it("refuses every document that was damaged and that its validator refuses", () => {
    const random = generator(42);
    let refusals = 0;
    for (const text of documents) {
      const damaged = damage(text, random);
      if (XMLValidator.validate(damaged) === true) continue;
      refusals += 1;
      expect(() => parseXml(damaged), damaged).toThrow();
    }
    expect(refusals).toBeGreaterThan(1_000);
  });

  it("is a tenth of its size", async () => {
    const size = async (contents: string): Promise<number> => {
      const { outputFiles } = await build({ stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" }, bundle: true, minify: true, format: "esm", write: false });
      return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
    };
    const ours = await size(`export { parseXml } from "../../templates/src/runtime/xml.ts";`);
    expect(ours).toBeLessThan((await size(`export { XMLParser } from "fast-xml-parser";`)) / 10);
  });
});

type Plain = { name: string; attributes: Record<string, string>; text: string; children: Plain[] };

function plain({ name, attributes, text, children }: XmlElement): Plain {
  return { name, attributes: { ...attributes }, text, children: children.map(plain) };
}

/** What fast-xml-parser makes of it, in our form. */
function theirs(text: string): Plain {
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: "", parseTagValue: false, parseAttributeValue: false, trimValues: false, removeNSPrefix: true, ignoreDeclaration: true, ignorePiTags: true, htmlEntities: true });
  type Node = Record<string, Node[] | string> & { ":@"?: Record<string, string> };
  const element = (node: Node): Plain => {
    const name = Object.keys(node).find((key) => key !== ":@") ?? "";
    const inner = (node[name] ?? []) as Node[];
    const texts = inner.filter((each) => "#text" in each).map((each) => each["#text"] as unknown as string);
    const attributes = Object.fromEntries(Object.entries(node[":@"] ?? {}).filter(([key]) => key !== "xmlns"));
    return { name, attributes, text: texts.join(""), children: inner.filter((each) => !("#text" in each)).map(element) };
  };
  const roots = (parser.parse(text) as Node[]).filter((node) => !("#text" in node));
  return element(roots[0]!);
}

/** Numbers below a limit, the same for the same seed. */
function generator(seed: number): (limit: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (limit) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % limit;
  };
}

function randomDocument(random: (limit: number) => number): string {
  const pick = <Value>(values: readonly Value[]): Value => values[random(values.length)]!;
  const name = (): string => pick(["a", "Item", "ns:Key", "x-y", "_z", "Größe", "member", "b.1"]);
  const text = (): string => pick(["", "plain", " spaced ", "&lt;&amp;&gt;", "&#65;&#x42;", "é😀", "1.50", "true", "a\nb", "&quot;it&apos;s&quot;", "]] >", "0x1f"]);
  const attribute = (index: number): string => ` ${pick(["t", "n", "q"])}${index}${pick(["=", " = "])}${pick([`"${text().replace(/\n/g, " ")}"`, `'${text().replace(/\n/g, " ")}'`])}`;
  const element = (depth: number): string => {
    const tag = name();
    const attributes = Array.from({ length: random(5) === 0 ? random(4) : 0 }, (_, index) => attribute(index)).join("");
    if (random(6) === 0) return `<${tag}${attributes}${pick(["", " "])}/>`;
    const parts = Array.from({ length: random(depth > 4 ? 2 : 5) }, () => pick([() => element(depth + 1), text, () => "<!-- a - b -->", () => `<![CDATA[${pick(["<x>", "&amp;", "raw"])}]]>`])());
    return `<${tag}${attributes}>${parts.join("")}</${tag}${pick(["", "", " "])}>`;
  };
  const prolog = pick(["", '<?xml version="1.0" encoding="UTF-8"?>', '<?xml version="1.0"?>\n']);
  return `${prolog}${element(0)}${pick(["", "\n"])}`;
}

/** Takes something away, doubles it, or puts something in. */
function damage(text: string, random: (limit: number) => number): string {
  const at = random(text.length);
  const length = 1 + random(3);
  switch (random(3)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
    default:
      return text.slice(0, at) + ["<", ">", "&", "/", '"', "</a>", "<b>"][random(7)]! + text.slice(at);
  }
}
