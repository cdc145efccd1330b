// Every escaper by examples, at the borders of what it changes and what it leaves.

import { describe, expect, it } from "vitest";
import { identifier, listLiteral, literal, objectLiteral, propertyKey } from "../../scripts/render/safe/code.ts";
import { commentText, docComment, insideComment } from "../../scripts/render/safe/comment.ts";
import { codeCell, codeSpan, jsonText, markdownBlock, markdownCell, markdownLine } from "../../scripts/render/safe/markdown.ts";
import { visible } from "../../scripts/render/safe/visible.ts";
import { wrapped } from "../../scripts/render/safe/wrap.ts";

/** The borders of each range that is taken away, and the characters beside them. */
const hidden = [0x0, 0x8, 0xb, 0x1f, 0x7f, 0x9f, 0xad, 0x61c, 0x200b, 0x200f, 0x2028, 0x202e, 0x2060, 0x206f, 0xfeff, 0xfff9, 0xffff];
const shown = [0xa, 0x20, 0x7e, 0xa0, 0xac, 0xae, 0x61b, 0x61d, 0x200a, 0x2010, 0x2027, 0x2030, 0x205f, 0x2070, 0xfefe, 0xff00, 0xfff8];

describe("characters", () => {
  it.each(hidden)("U+%s is taken away from prose", (code) => {
    expect(visible(`a${String.fromCharCode(code)}b`)).toBe("ab");
  });

  it.each(shown)("U+%s stays in prose", (code) => {
    const text = `a${String.fromCharCode(code)}b`;
    expect(visible(text)).toBe(text);
  });

  it("tabs and narrow spaces are spaces", () => {
    expect(visible("a\tb\u202fc\td")).toBe("a b c d");
  });

  it.each(hidden)("U+%s is an escape in a literal", (code) => {
    const text = `a${String.fromCharCode(code)}b`;
    const written = literal(text);
    expect(written).toMatch(/^"a\\(u[0-9a-f]{4}|[bfnrt])b"$/);
    expect(JSON.parse(written)).toBe(text);
  });

  it.each(shown.filter((code) => code !== 0xa))("U+%s stays in a literal", (code) => {
    expect(literal(`a${String.fromCharCode(code)}b`)).toBe(`"a${String.fromCharCode(code)}b"`);
  });
});

describe("a literal", () => {
  it.each([
    ["</script>", String.raw`"\u003c/script>"`],
    ["<!--", String.raw`"\u003c!--"`],
    ["a < b <c>", '"a < b <c>"'],
    ["//# sourceMappingURL=x", String.raw`"//# sourceMappingURL\u003dx"`],
    ["//# SourceURL =x=y", String.raw`"//# SourceURL \u003dx=y"`],
    ["a=b", '"a=b"'],
    ['a"b\\c', String.raw`"a\"b\\c"`],
    ["\u2028", String.raw`"\u2028"`],
    ["a\u0085b", String.raw`"a\u0085b"`],
  ])("of %j is %s", (text, written) => {
    expect(literal(text)).toBe(written);
  });

  it("of numbers is the number", () => {
    expect([literal(1.5), literal(-2), literal(0)]).toEqual(["1.5", "-2", "0"]);
  });
});

describe("names in code", () => {
  it.each(["a", "A1", "_", "$", "a$_9", "constructor"])("%s is an identifier and a bare key", (name) => {
    expect([identifier(name), propertyKey(name)]).toEqual([name, name]);
  });

  it.each(["", "1a", "a-b", "a b", "a.b", "ä", "a;", "-a", " a", "a ", "a\n"])("%j is neither", (name) => {
    expect(() => identifier(name)).toThrow(`${JSON.stringify(name)} reached the templates as a name; prepare should have renamed it.`);
    expect(propertyKey(name)).toBe(literal(name));
  });

  it("a key that would set a prototype is computed, and as an identifier it is one", () => {
    expect([propertyKey("__proto__"), identifier("__proto__"), propertyKey("__proto")]).toEqual(['["__proto__"]', "__proto__", "__proto"]);
  });

  it("make objects and lists", () => {
    expect(objectLiteral([])).toBeUndefined();
    expect(objectLiteral([["a", literal(1)], ["b-c", literal("d")]])).toBe('{ a: 1, "b-c": "d" }');
    expect([listLiteral([]), listLiteral([literal(1)]), listLiteral([literal(1), literal("b")])]).toEqual(["[]", "[1]", '[1, "b"]']);
  });
});

describe("a line of a comment", () => {
  it.each([
    ["a */ b", "a *\\/ b"],
    ["**//", "**\\//"],
    ["* / a", "* / a"],
    ["@internal", "\\@internal"],
    ["a @b (@c) {@d}", "a \\@b (\\@c) {\\@d}"],
    ["me@zoo.example, m.e@zoo, m+e@zoo, m-e@zoo, m_@zoo", "me@zoo.example, m.e@zoo, m+e@zoo, m-e@zoo, m_@zoo"],
    ["\\@a", "\\@a"],
    ["</script> </SCRIPT> </b>", "<\\/script> <\\/SCRIPT> </b>"],
    ["<!-- a", "<\\!-- a"],
    ["<!doctype>", "<!doctype>"],
    ["# sourceMappingURL=a, sourceurl =b, SOURCEMAPPINGURL=c", "# sourceMappingURL\\=a, sourceurl \\=b, SOURCEMAPPINGURL\\=c"],
    ["URL=a source=b", "URL=a source=b"],
  ])("%j is written as %j", (line, written) => {
    expect(insideComment(line)).toBe(written);
  });
});

describe("a comment", () => {
  it("is on one line up to the last character that fits, and on three from there on", () => {
    // 116 columns, with `/** ` and ` */`, and a little room that lines of several have as well.
    const fits = "a".repeat(109);
    expect(docComment(fits, 0)).toEqual([`/** ${fits} */`]);
    expect(docComment(`${fits}a`, 0)).toEqual(["/**", ` * ${fits}a`, " */"]);
    expect(docComment(fits, 2)).toEqual(["/**", ` * ${fits}`, " */"]);
    expect(docComment(fits.slice(2), 2)).toEqual([`/** ${fits.slice(2)} */`]);
  });

  it("wraps at its width, less what it is indented by", () => {
    const words = Array.from({ length: 40 }, () => "word").join(" ");
    for (const indent of [0, 2, 8]) {
      const lines = docComment(words, indent);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(116 - indent);
      expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(116 - indent - 6);
    }
  });

  it("has tags on lines of their own, behind an empty one where there is prose", () => {
    expect(docComment("", 0, [{ name: "see", text: "a" }])).toEqual(["/** @see a */"]);
    expect(docComment("", 0, [{ name: "see", text: "a" }, { name: "throws", text: "" }])).toEqual(["/**", " * @see a", " * @throws", " */"]);
    expect(docComment("Prose.", 0, [{ name: "param", text: "a  b\n c" }])).toEqual(["/**", " * Prose.", " *", " * @param a b c", " */"]);
    expect(docComment("One.\n\nTwo.", 0)).toEqual(["/**", " * One.", " *", " * Two.", " */"]);
    expect(docComment(" ", 0)).toEqual([]);
  });

  it("makes no tag of what stands in one, on its first line and on those behind", () => {
    const lines = docComment("", 0, [{ name: "deprecated", text: `${"word ".repeat(30)}@internal @a */ @b` }]);
    expect(lines.join("\n").match(/(?<!\\)@\w+/g)).toEqual(["@deprecated"]);
    expect(lines.slice(0, -1).join("\n")).not.toContain("*/");
  });
});

describe("wrapping", () => {
  it.each<[string, number, string[]]>([
    ["", 5, []],
    [" \n ", 5, []],
    ["one two", 7, ["one two"]],
    ["one two", 6, ["one", "two"]],
    ["one  two   three", 9, ["one two", "three"]],
    ["verylongword a", 5, ["verylongword", "a"]],
    ["a verylongword", 5, ["a", "verylongword"]],
    ["a\n\nb", 5, ["a", "", "b"]],
    ["- verylongword two", 8, ["- verylongword", "  two"]],
    ["  one two three", 9, ["  one two", "  three"]],
    ["> one two three", 9, ["> one two", "> three"]],
    ["  > one two three", 11, ["  > one two", "  > three"]],
    ["10. one two", 7, ["10. one", "    two"]],
    ["| a | b |", 3, ["| a | b |"]],
    ["a | b | c", 3, ["a |", "b |", "c"]],
    ["see ``a ` b c`` now", 6, ["see", "``a ` b c``", "now"]],
    ["a\\`b c\\`d", 4, ["a\\`b", "c\\`d"]],
    ["open `a b c", 6, ["open", "`a b c"]],
    ["word ```x y", 6, ["word ```x", "y"]],
    ["one 1) two", 5, ["one 1)", "two"]],
    ["one 12. two", 5, ["one 12.", "two"]],
    ["one ### two", 5, ["one ###", "two"]],
    ["one > two + three * four", 5, ["one >", "two +", "three *", "four"]],
    ["~one two three",8,["~one two","three"]],
    ["a  b",10,["a  b"]],
    ["one  two",8,["one  two"]],
    ["| a | b",3,["| a | b"]],
    ["one two# three",5,["one","two#","three"]],
    ["word ```xy z",6,["word ```xy","z"]],
    ["one -two three", 5, ["one", "-two", "three"]],
  ])("%j at %d is %j", (text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines);
  });

  it("leaves blocks of code as they are, up to a fence that ends them", () => {
    const code = ["````ts", "a long line of code", "```", "another long line", "````"];
    expect(wrapped([...code, "one two three"].join("\n"), 8)).toEqual([...code, "one two", "three"]);
    expect(wrapped("~~~\na long line\n```\nanother long\n~~~\none two three", 8)).toEqual(["~~~", "a long line", "```", "another long", "~~~", "one two", "three"]);
    expect(wrapped("> ```\n> a long line\n> ```\none two three", 8)).toEqual(["> ```", "> a long line", "> ```", "one two", "three"]);
    expect(wrapped("``\na long line", 8)).toEqual(["``", "a long", "line"]);
  });
});

describe("Markdown", () => {
  it.each([
    ["`a|b` | c", "`a|b` | c"],
    ["`a|b`\n---", "`a|b`\n\\---"],
    ["`a|b`\n|||", "`a|b`\n|||"],
    ["`a|b`\n:-x", "`a|b`\n:-x"],
    ["`a|b`\n|-|x", "`a|b`\n|-|x"],
    ["`a|b`\n-|-", "`a\\|b`\n-&#124;-"],
    ["`a|b`\n> :-", "`a\\|b`\n> :-"],
    ["`a|b`\n- > |", "`a|b`\n- > |"],
    ["```\n|---|\n```\n`a|b`", "```\n|---|\n```\n`a|b`"],
    ["  ```\n x\n  ```", "  ```\n  x\n  ```"],
    ["see `a\n10. b`", "see \\`a\n10. b\\`"],
    ["see `a\n1) b`", "see \\`a\n1) b\\`"],
    ["see `a\n   b`", "see `a b`"],
    ["see `a\n10 b`", "see `a 10 b`"],
    ["a `b\nc\nd\ne` f", "a `b c d e` f"],
    ["a `b\nc\nd\ne\nf` g", "a \\`b\nc\nd\ne\nf\\` g"],
    ["```\na ```\n```\n<b>", "````\na ```\n````\n&lt;b>"],
    ["```\n``` x\n```\n<b>", "````\n``` x\n````\n&lt;b>"],
    ["```\n x <!-- page: A -->\n<!-- page: A -->\n```", "```\n x <!-- page: A -->\n <!-- page: A -->\n```"],
    ["```ts\nx\n```", "```typescript\nx\n```"],
    ["```JSON\nx\n```", "```jsonc\nx\n```"],
    ["``` c++ x\ny\n```", "```c++\ny\n```"],
    ["10. # x", "10. \\# x"],
    ["1) ## x", "1) \\## x"],
    ["* # x", "* \\# x"],
    ["> - # x", "> - \\# x"],
    ["a # x", "a # x"],
    ["1 # x", "1 # x"],
    ["#", "\\#"],
    ["####### x", "####### x"],
    ["###### x", "\\###### x"],
    ["#x", "#x"],
    ["--", "\\--"],
    ["> ==", "> \\=="],
    ["a ---", "a ---"],
    ["--- a", "--- a"],
    ["- --", "- --"],
    ["===  ", "\\===  "],
    ["x ```\n<b>", "x \\`\\`\\`\n&lt;b>"],
    ["~\n<b>", "~\n&lt;b>"],
    ["~~\n<b>", "~~\n&lt;b>"],
    ["&nbsp; &b; &; & a", "&amp;nbsp; &amp;b; &; & a"],
    ["[a](http://example.com/x)", "[a](http://example.com/x)"],
    ["[a](http://example.com/(x))", "[a](http://example.com/(x))"],
    ["[a]( javascript:x) [b]( https://b.example)", "a [b]( https://b.example)"],
  ])("of several lines, %j, is written as %j", (text, written) => {
    expect(markdownBlock(text)).toBe(written);
  });

  it.each([
    ["```\n\n x \n\n```", "`x`"],
    ["> > a", "a"],
    ["- a\n- b", "a · b"],
    ["10. a\n1) b", "a · b"],
    ["x - y", "x - y"],
    ["-  a  \nb", "a b"],
    ["a | b", "a | b"],
    ["a:\n- b", "a: b"],
    ["x 1) y", "x 1) y"],
    ["> a > b", "a > b"],
  ])("on one line, %j, is written as %j", (text, written) => {
    expect(markdownLine(text)).toBe(written);
  });

  it.each([
    ["a | b", "a &#124; b"],
    ["a \\| b", "a &#124; b"],
    ["`a|b`", "`a\\|b`"],
    ["`a\\|b`", "a&#92;&#124;b"],
    ["``a`\\|b``", "a&#96;&#92;&#124;b"],
  ])("in a cell, %j, is written as %j", (text, written) => {
    expect(markdownCell(text)).toBe(written);
  });

  it.each([
    ["a \n b", "`a b`"],
    ["b a ", "`b a `"],
    [" ab", "` ab`"],
    [" ab ", "`  ab  `"],
    ["", "`  `"],
    ["`", "`` ` ``"],
    ["a``b", "```a``b```"],
    [" ", "`   `"],
  ])("code, %j, is written as %j", (text, written) => {
    expect(codeSpan(text)).toBe(written);
  });

  it.each([
    ["a|b", "`a\\|b`"],
    ["a\\|b", "a&#92;&#124;b"],
    ["``a\\|b`", "&#96;&#96;a&#92;&#124;b&#96;"],
  ])("code in a cell, %j, is written as %j", (text, written) => {
    expect(codeCell(text)).toBe(written);
  });

  it.each([
    ["a  b", "a b"],
    ["[a]: javascript:x", "[a]\\: javascript:x"],
    ["- a", "a"],
  ])("within a line of a comment, %j, is written as %j", (text, written) => {
    expect(commentText(text)).toBe(written);
  });

  it("values show every character that an editor hides", () => {
    expect(jsonText("\u007f\u00ad\u0085")).toBe(String.raw`"\u007f\u00ad\u0085"`);
    expect(jsonText({ a: [1, "b"] })).toBe('{\n  "a": [\n    1,\n    "b"\n  ]\n}');
  });

  it("in comments gives no names to links, and behind a tag no other tag", () => {
    expect(docComment("[a]: javascript:x", 0)).toEqual([String.raw`/** [a]\: javascript:x */`]);
    expect(docComment("", 0, [{ name: "see", text: String.raw`me@zoo.example \@x` }])).toEqual([String.raw`/** @see me\@zoo.example \@x */`]);
  });
});
