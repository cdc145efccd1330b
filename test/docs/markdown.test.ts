import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeCell, codeSpan, jsonText, linkLabel, linkTo, markdownBlock, markdownCell, markdownLine, webAddress } from "../../scripts/render/safe/markdown.ts";
import { cellsOf, withoutCode } from "./pages.ts";

describe("prose on a page", () => {
  it.each([
    ["text stays text", "Plain *text* with `code`.", "Plain *text* with `code`."],
    ["HTML is made visible", "<b>bold</b> <img src=x onerror=alert(1)>", "&lt;b>bold&lt;/b> &lt;img src=x onerror=alert(1)>"],
    ["HTML in code stays as it is", "`<b>` and ``a ` <i>``", "`<b>` and ``a ` <i>``"],
    ["an entity stays the text that it was", "&lt;b> &#60; R&D", "&amp;lt;b> &amp;#60; R&D"],
    ["a backtick that nothing closes opens no code", "a ` b\n`<img>`", "a \\` b\n`<img>`"],
    ["code that a line break parts comes onto one line", "see `a\nb` there", "see `a b` there"],
    ["a heading is no heading", "# One\n> ## Two\n- # Three", "\\# One\n> \\## Two\n- \\# Three"],
    ["a line below a text makes no heading of it", "Text\n===\nText\n-", "Text\n\\===\nText\n\\-"],
    ["a link to the Web stays", "[a](https://example.com/x) [b](mailto:x@example.com)", "[a](https://example.com/x) [b](mailto:x@example.com)"],
    ["a link to the original's own pages is only its text", "[a `b`](API_Thing.html) [c](#d)", "a `b` c"],
    ["a link to a script is only its text", "[a](javascript:alert(1)) [b](JavaScript&#58;x) [c](data:text/html,x)", "[a]\\(javascript:alert(1)) b c"],
    ["brackets that a backslash makes text are no link", "\\[`](x) and [a\\](y)", "\\[\\`]\\(x) and [a\\]\\(y)"],
    ["a link over two lines is none", "[a](\njavascript:x)", "[a]\\(\njavascript:x)"],
    ["a definition gives no address to links", "[a]\n\n[a]: javascript:x", "[a]\n\n[a]\\: javascript:x"],
    ["an image is a link", "![a](https://example.com/a.png)", "[a](https://example.com/a.png)"],
    ["characters that hide or turn text vanish", "a\u202eb\u200bc\u0007", "abc"],
  ])("%s", (_what, prose, expected) => {
    expect(markdownBlock(prose)).toBe(expected);
  });

  it("keeps code blocks, with fences that every reader closes at the same place", () => {
    expect(markdownBlock("Text\n```html\n<b>\n# x\n```\nText")).toBe("Text\n```html\n<b>\n# x\n```\nText");
    expect(markdownBlock("~~~\n```\n<b>\n~~~\n<i>")).toBe("````\n```\n<b>\n````\n&lt;i>");
    expect(markdownBlock("- item\n\n  ```\n  code\n<b>\n  ```")).toBe("- item\n\n  ```\n  code\n  <b>\n  ```");
    expect(markdownBlock("> ```\n> <b>\n<i>")).toBe("> ```\n> <b>\n> ```\n&lt;i>");
  });

  it("closes what is left open, and knows a fence that is none", () => {
    expect(markdownBlock("```\n<b>")).toBe("```\n<b>\n```");
    expect(markdownBlock("text\n``` a`b\n<img>")).toBe("text\n\\`\\`\\` a\\`b\n&lt;img>");
    // Four blanks behind a paragraph go on with it.
    expect(markdownBlock("text\n    ```\n<img>\n    ```")).toBe("text\n   ```\n   <img>\n   ```");
  });

  it("can't part the pages of models", () => {
    expect(markdownBlock("<!-- page: Tag -->")).not.toMatch(/^<!-- page/m);
    expect(markdownBlock("```\n<!-- page: Tag -->\n```")).not.toMatch(/^<!-- page/m);
  });

  it("escapes pipes in code where there are tables, whose cells end inside of code, too", () => {
    expect(markdownBlock("| a |\n|---|\n| `x|<img>` |")).toBe("| a |\n|---|\n| `x\\|<img>` |".replace("| a |", "&#124; a &#124;").replace("|---|", "&#124;---&#124;").replace("| `x\\|<img>` |", "&#124; `x\\|<img>` &#124;"));
  });
});

describe("prose in a table cell", () => {
  it("is one line, whatever it was", () => {
    expect(markdownCell("One:\n\n- a\n- b\n\n> **Note**: c\n\n```\nd\ne\n```")).toBe("One: a · b **Note**: c `d e`");
  });

  it.each([
    ["a | b", "a &#124; b"],
    ["a \\| b", "a &#124; b"],
    ["`a|b`", "`a\\|b`"],
    ["`a\\|b`", "a&#92;&#124;b"],
    ["` | <b>", "\\` &#124; &lt;b>"],
  ])("%s becomes %s", (prose, expected) => {
    expect(markdownCell(prose)).toBe(expected);
  });

  it("never ends the cell, and holds no HTML", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", " ", "|", "`", "``", "\\", "<", ">", "[", "](", ")", "!", "#", "\n", "- ", "> ", "```", "~~~", "&", "&#60;", "javascript:", "https://x/", ":", "|---|\n"), { maxLength: 40 }), (pieces) => {
        const cell = markdownCell(pieces.join(""));
        expect(cell).not.toContain("\n");
        const [only, ...others] = cellsOf(`|${cell}|`);
        expect(others).toEqual([]);
        expect(withoutCode(only ?? "")).not.toContain("<");
        expect(withoutCode(cell)).not.toMatch(/\]\((?!\s*(https?:|mailto:))/);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("a block of prose", () => {
  it("holds no HTML, heading or foreign link, whatever it is made of", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", " ", "    ", "`", "``", "\\", "<", ">", "[", "](", ")", "!", "# ", "\n", "\n\n", "- ", "> ", "1. ", "\n```\n", "\n~~~\n", "===", "---", "&", "javascript:", "https://x/", ":"), { maxLength: 40 }), (pieces) => {
        let fence: string | undefined;
        for (const line of markdownBlock(pieces.join("")).split("\n")) {
          const [, mark] = /^(?:> )*( {0,3}`{3,})[\w+#.-]*$/.exec(line) ?? [];
          if (mark !== undefined) fence = fence === undefined ? mark : fence === mark ? undefined : fence;
          if (fence !== undefined || mark !== undefined) continue;
          const shown = withoutCode(line);
          expect(shown).not.toContain("<");
          expect(shown).not.toMatch(/\]\((?!\s*(https?:|mailto:))/);
          expect(shown).not.toMatch(/^[\s>]*#{1,6}(\s|$)/);
          expect(shown).not.toContain("`");
        }
        expect(fence).toBeUndefined();
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("code and values", () => {
  it.each([
    ["plain", "`plain`"],
    ["a`b", "`` a`b ``".replace("`` a`b ``", "``a`b``")],
    ["`", "`` ` ``"],
    ["", "`  `"],
    [" ", "`   `"],
    ["a\nb", "`a b`"],
  ])("%j is shown as %s", (text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });

  it("escapes pipes in cells, and in no other place", () => {
    expect(codeSpan("a|b")).toBe("`a|b`");
    expect(codeCell("a|b")).toBe("`a\\|b`");
    expect(codeCell("^a\\|b$")).toBe("&#94;a&#92;&#124;b&#36;");
  });

  it("shows hidden characters of values as escapes, so that the JSON stays the same value", () => {
    const value = { text: "a\u202eb\u200b" };
    expect(jsonText(value)).toBe('{\n  "text": "a\\u202eb\\u200b"\n}');
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });

  it("keeps a title on its line", () => {
    expect(markdownLine("A <title>\nwith `code|pipes`")).toBe("A &lt;title> with `code|pipes`");
  });
});

describe("a link of ours", () => {
  const addresses: readonly (readonly [string | undefined, string | undefined])[] = [
    [undefined, undefined],
    ["javascript:alert(1)", undefined],
    [" https://zoo.example", undefined],
    ["ftp://zoo.example/", undefined],
    ["https://", undefined],
    ["HTTPS://Zoo.example/a b", "https://zoo.example/a%20b"],
    ["http://zoo.example/?a=(b)#[c]", "http://zoo.example/?a=%28b%29#%5Bc%5D"],
    ["https://zoo.example/a)*'|`<b>", "https://zoo.example/a%29%2A%27%7C%60%3Cb%3E"],
    ["mailto:me@zoo.example", "mailto:me@zoo.example"],
  ];

  it.each(addresses)("leads to %j as %j", (address, written) => {
    expect(webAddress(address)).toBe(written);
  });

  it("leads to the Web or to mail in characters that end nothing, or nowhere", () => {
    const tail = fc.array(fc.oneof(fc.string({ unit: "binary", maxLength: 4 }), fc.constantFrom("(", ")", "[", "]", "<", ">", "`", "|", "*/", "'", '"', "\\", " ", "\n", "%", "{{", "@")), { maxLength: 6 }).map((parts) => parts.join(""));
    fc.assert(fc.property(fc.constantFrom("https://zoo.example/", "http://", "mailto:", "javascript:", "data:", ""), tail, (head, rest) => {
      const address = webAddress(`${head}${rest}`);
      if (address !== undefined) expect(address).toMatch(/^(?:https?:\/\/|mailto:)[\w\-.~:/?#@!$&+,;=%]*$/);
    }), { numRuns: 1_000 });
  });

  it("is called by a text that can't end its brackets", () => {
    expect(linkTo(linkLabel("a [b](javascript:x) ]( <c> `[d]`"), "https://zoo.example/")).toBe("[a b(javascript:x) ( &lt;c> `d`](https://zoo.example/)");
    expect(linkLabel("x\nevil()")).toBe("x evil()");
  });
});
