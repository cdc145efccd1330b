import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { identifier, listLiteral, literal, objectLiteral, propertyKey } from "../../scripts/render/safe/code.ts";
import { commentText, docComment, insideComment } from "../../scripts/render/safe/comment.ts";
import { codeSpan, jsonText, markdownBlock, markdownLine } from "../../scripts/render/safe/markdown.ts";
import { visible } from "../../scripts/render/safe/visible.ts";
import { checkProse } from "../../scripts/weave/verify-output/check-markdown.ts";
import { wrapped } from "../../scripts/render/safe/wrap.ts";

fc.configureGlobal({ numRuns: 1_000 });

/** Any text, with much of what has a meaning somewhere. */
const nasty = fc.array(fc.oneof(
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.constantFrom("*/", "/*", "**/", "*\\/", "//", "\n", "\r", "\u2028", "\u2029", "\u202e", "\u200b", "\0", "\\", "`", "```", "${", "}", "\"", "'", "</script>", "<!--", "<!-- page: A -->", "@deprecated", "{@link x}", "{{{x}}}", "{{#each}}", "|", "](javascript:x)", "__proto__", "constructor", "- ", "# ", "> ", "1. ", " "),
), { maxLength: 8 }).map((parts) => parts.join(""));

function parsed(code: string): ts.SourceFile {
  const file = ts.createSourceFile("a.ts", code, ts.ScriptTarget.ES2022, true);
  expect((file as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics, code).toEqual([]);
  return file;
}

/** The value of a text as JavaScript. */
function evaluated(expression: string): unknown {
  return new Function(`"use strict"; return (${expression});`)() as unknown;
}

describe("a literal", () => {
  it("has the value of its text, whatever that is, and no character that an editor hides", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const code = literal(text);
        expect(evaluated(code)).toBe(text);
        expect(code).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]|<\/|<!/);
        expect(parsed(`const a = ${code};`).statements).toHaveLength(1);
      }),
    );
  });

  it("names no file for debuggers and ends no script element", () => {
    expect(literal("//# sourceMappingURL=x </script> <!--")).toBe('"//# sourceMappingURL\\u003dx \\u003c/script> \\u003c!--"');
  });

  it("of a number is the number", () => {
    expect(literal(-1.5)).toBe("-1.5");
  });
});

describe("a property key", () => {
  it("is bare where it can be, and names the property in every case", () => {
    expect(["name", "class", "$x", "content-type", "2nd", "", "__proto__", "constructor"].map(propertyKey)).toEqual(["name", "class", "$x", "\"content-type\"", "\"2nd\"", "\"\"", "[\"__proto__\"]", "constructor"]);
    fc.assert(
      fc.property(nasty, (text) => {
        const object = evaluated(`{ ${propertyKey(text)}: 1 }`) as object;
        expect(Object.keys(object)).toEqual([text]);
        expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
      }),
    );
  });

  it("is one in an interface too", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const [statement] = parsed(`interface A { readonly ${propertyKey(text)}?: string }`).statements;
        expect(statement !== undefined && ts.isInterfaceDeclaration(statement) ? statement.members.length : 0).toBe(1);
      }),
    );
  });
});

describe("an identifier", () => {
  it("is taken when prepare has made one, and refused otherwise", () => {
    expect(identifier("Pet2")).toBe("Pet2");
    for (const name of ["a-b", "2a", "", "a b", "a;b", "größe"]) expect(() => identifier(name)).toThrow("prepare should have renamed it");
  });

  it("is refused or is one, whatever it is made of", () => {
    const identifierOf = (text: string) => {
      try {
        return identifier(text);
      } catch {
        return undefined;
      }
    };
    fc.assert(
      fc.property(nasty, (text) => {
        const name = identifierOf(text);
        if (name !== undefined) expect(name).toMatch(/^[A-Za-z_$][\w$]*$/);
      }),
    );
  });
});

describe("object and list literals", () => {
  it("hold what they are given", () => {
    expect(evaluated(objectLiteral([["a", literal("x")], ["__proto__", literal(1)]]) ?? "")).toEqual(JSON.parse('{"a":"x","__proto__":1}'));
    expect(objectLiteral([])).toBeUndefined();
    expect(evaluated(listLiteral([literal("a"), literal(2)]))).toEqual(["a", 2]);
  });

  it("hold it whatever it is", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(nasty, nasty), { selector: ([key]) => key, minLength: 1, maxLength: 5 }), (entries) => {
        const object = evaluated(objectLiteral(entries.map(([key, value]) => [key, literal(value)])) ?? "") as Readonly<Record<string, string>>;
        expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
        expect(new Map(Object.entries(object))).toEqual(new Map(entries));
        expect(evaluated(listLiteral(entries.map(([, value]) => literal(value))))).toEqual(entries.map(([, value]) => value));
      }),
    );
  });
});

describe("a documentation comment", () => {
  it("is on one line where it fits, and on several otherwise", () => {
    expect(docComment("A pet.", 0)).toEqual(["/** A pet. */"]);
    expect(docComment("One.\n\nTwo.", 0)).toEqual(["/**", " * One.", " *", " * Two.", " */"]);
    expect(docComment("", 0)).toEqual([]);
    expect(docComment("", 0, [{ name: "deprecated", text: "" }])).toEqual(["/** @deprecated */"]);
    expect(docComment("A pet.", 0, [{ name: "deprecated", text: "Use another." }])).toEqual(["/**", " * A pet.", " *", " * @deprecated Use another.", " */"]);
  });

  it("can't be ended by what it says, and gets no tags from it", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const lines = docComment(text, 0, [{ name: "see", text }]);
        const file = parsed(`${lines.join("\n")}\nexport const a = 1;\n`);
        expect(file.statements).toHaveLength(1);
        const tags = ts.getJSDocTags((file.statements[0] as ts.VariableStatement).declarationList.declarations[0] as ts.Node);
        expect(tags.map((tag) => tag.tagName.text).filter((name) => name !== "see")).toEqual([]);
        expect(tags.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has no live HTML, no link but to the Web and to mail, and no code span that ends on another line", () => {
    expect(docComment("a <img src=x> [x](javascript:y) [z](https://z.example) ![i](https://z.example/i.png)", 0)).toEqual(["/** a \\<img src=x> [x]\\(javascript:y) [z](https://z.example) [i](https://z.example/i.png) */".replace("[x]\\(javascript:y)", "x")]);
    expect(docComment("a ` b <b> \\<i>", 0)).toEqual(["/** a \\` b \\<b> \\<i> */"]);
    expect(docComment("`</script>` //# sourceMappingURL=x", 0)).toEqual(["/** `<\\/script>` //# sourceMappingURL\\=x */"]);
    fc.assert(
      fc.property(nasty, fc.nat(60), (text, indent) => {
        const lines = docComment(text, indent).map((line) => line.replace(/^\/\*\*|^ \*(?: |\/$)?/, "").replace(/\*\/$/, ""));
        expect(checkProse(lines)).toEqual([]);
      }),
    );
  });

  it("that a template writes isn't ended by the text in it, either", () => {
    expect(commentText("Zoo */ evil(); /*\n@internal <b>")).toBe("Zoo *\\/ evil(); /* \\@internal \\<b>");
    expect(commentText("```\n# Zoo\n```\n<b>")).toBe("`# Zoo` \\<b>");
    fc.assert(
      fc.property(nasty, (text) => {
        expect(commentText(text)).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(parsed(`/** Options of ${commentText(text)}. */\nexport const a = 1;\n`).statements).toHaveLength(1);
      }),
    );
  });

  it("parts every star from a slash behind it", () => {
    expect(insideComment("a */ b **/ c *\\/")).toBe("a *\\/ b **\\/ c *\\/");
  });

  it("escapes every sign that TypeScript would take for a tag, and leaves addresses alone", () => {
    expect(insideComment("@a see @internal {@link x} me@zoo.example")).toBe("\\@a see \\@internal {\\@link x} me@zoo.example");
  });

  it("shows no character that hides or turns text", () => {
    expect(visible("a\u202eb\u200bc\0d\te\u00adf\u2028g")).toBe("abcd efg");
  });
});

describe("wrapping", () => {
  it("breaks between words, and hangs list items and quotations", () => {
    expect(wrapped("one two three four", 9)).toEqual(["one two", "three", "four"]);
    expect(wrapped("- one two three", 9)).toEqual(["- one two", "  three"]);
    expect(wrapped("> one two three", 9)).toEqual(["> one two", "> three"]);
    expect(wrapped("12. one two three", 11)).toEqual(["12. one two", "    three"]);
  });

  it("leaves code, tables and code spans whole", () => {
    expect(wrapped("```\nvery long line of code\n```", 5)).toEqual(["```", "very long line of code", "```"]);
    expect(wrapped("| a | b | c |", 5)).toEqual(["| a | b | c |"]);
    expect(wrapped("see `one two three` now", 8)).toEqual(["see", "`one two three`", "now"]);
  });

  it("begins no list, heading or tag that wasn't there", () => {
    expect(wrapped("one two - three # four 5. six @seven", 7)).toEqual(["one", "two -", "three #", "four 5.", "six @seven"]);
  });

  it("loses and adds nothing but white space", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("word", "`a b`", "-", "*", ">", "12.", "longerwordthanthewidth", "# x"), { maxLength: 20 }), fc.integer({ min: 5, max: 30 }), (words, width) => {
        const text = words.join(" ");
        const bare = (line: string): string => line.replace(/^[>\s]+/, "").replace(/\s/g, "");
        expect(wrapped(text, width).map(bare).join("").replaceAll(">", "")).toBe(text.replace(/[\s>]/g, ""));
      }),
    );
  });
});

describe("Markdown", () => {
  it("of one line stays on it, also in a table", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(markdownLine(text)).not.toMatch(/[\n\r]/);
        expect(codeSpan(text)).not.toMatch(/[\n\r]/);
      }),
    );
  });

  it("has no live HTML outside of code, and no link to a script", () => {
    const block = markdownBlock("a <img src=x> `<b>` [x](javascript:alert(1)) [y](https://y.example)");
    expect(block).toMatch(/^a &lt;img src=x> `<b>` \[x\].* \[y\]\(https:\/\/y\.example\)$/);
    expect(block).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(markdownBlock("```\n<b>\n```")).toBe("```\n<b>\n```");
  });

  it("can't part pages, and closes what it opens", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const block = markdownBlock(text);
        expect(block).not.toMatch(/^<!-- page: /m);
        expect((block.match(/^\s*(```[^`]*$|~~~)/gm) ?? []).length % 2).toBe(0);
      }),
    );
  });

  it("shows values as JSON", () => {
    expect(jsonText({ a: [1] })).toBe("{\n  \"a\": [\n    1\n  ]\n}");
    expect(jsonText(undefined)).toBe("null");
  });
});
