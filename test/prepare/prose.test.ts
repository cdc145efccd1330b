import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlProse, markdownAsItIs, markdownOf } from "../../scripts/prepare/read/prose.ts";

fc.configureGlobal({ numRuns: 1_000 });

describe("HTML", () => {
  it.each([
    ["<p>One.</p><p>Two.</p>", "One.\n\nTwo."],
    ["<p>A <b>bold</b> and <i>slanted</i> <code>word</code>.</p>", "A **bold** and *slanted* `word`."],
    ["<ul><li><p>first</p></li><li>second</li></ul>", "- first\n- second"],
    ["<ol><li>first</li><li>second</li></ol>", "1. first\n2. second"],
    ["<dl><dt>Name</dt><dd>What it is called.</dd></dl>", "- **Name**: What it is called."],
    ["<note><p>Beware.</p></note>", "> **Note**: Beware."],
    ["<important><p>One.</p><p>Two.</p></important>", "> **Important**: One.\n>\n> Two."],
    ["<pre><code>a < b\n  *c*</code></pre>", "```\na < b\n  *c*\n```"],
    ["<a href=\"https://aws.example/a_(b)\">docs</a>", "[docs](https://aws.example/a_%28b%29)"],
    ["<a href=\"https://aws.example/a b\">docs</a>", "docs"],
    ["<fullname>Amazon Zoo</fullname><p>Animals.</p>", "Animals."],
    ["<code>a`b</code>", "`` a`b ``"],
    ["a &lt;b&gt; &amp; c", "a \\<b\\> & c"],
    ["2 * 3 * 4 and a_b _c_", "2 \\* 3 \\* 4 and a_b \\_c\\_"],
    ["one<br>two<br/>three", "one\ntwo\nthree"],
    ["<p>unclosed <b>bold", "unclosed **bold**"],
    ["<table><tr><td>a</td></tr></table>", "a"],
    ["  <p>  much\n   space  </p> ", "much space"],
    ["", ""],
  ])("%j becomes %j", (html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });

  it("loses scripts, and links that aren't to the web", () => {
    expect(markdownOf("<p>Hi<script>alert(1)</script><style>p{}</style></p>")).toBe("Hi");
    for (const href of ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//evil.example", " javascript:x"]) {
      expect(markdownOf(`<a href="${href}">click</a>`)).toBe("click");
    }
  });

  it("never leaves an element or a script link, whatever it is", () => {
    const piece = fc.constantFrom("<p>", "</p>", "<b>", "</b>", "<code>", "</code>", "<script>", "</script>", "<a href=\"javascript:x\">", "</a>", "<img src=x onerror=y>", "<li>", "<pre>", "</pre>", "&lt;script&gt;", "`", "```", "*", "](", "javascript:", "text", " ", "\n", "<!--", "-->", "<note>");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const markdown = markdownOf(pieces.join(""));
        const outside = withoutCode(markdown);
        expect(outside).not.toMatch(/(?<!\\)<[a-z/!]/i);
        expect(outside).not.toMatch(/(?<!\\)\]\(\s*javascript:/i);
      }),
    );
  });

  it("is turned once for each text", () => {
    const prose = htmlProse();
    expect(prose("<p>One.</p>")).toBe("One.");
    expect(prose("<p>One.</p>")).toBe("One.");
    expect(prose(undefined)).toBe("");
    expect(prose(7)).toBe("");
  });
});

describe("Markdown", () => {
  it("stays as it is, but for blanks at line ends and lines without anything", () => {
    expect(markdownAsItIs("# Title  \r\n\r\n\r\n\r\n- a <b>\n")).toBe("# Title\n\n- a <b>");
  });
});

/** What isn't code: a backslash keeps a backtick from opening a span, and a span ends at a run of as many as began it. */
function withoutCode(markdown: string): string {
  let outside = "";
  for (let at = 0; at < markdown.length; ) {
    const run = /^`+/.exec(markdown.slice(at))?.[0];
    if (run === undefined) {
      const length = markdown[at] === "\\" ? 2 : 1;
      outside += markdown.slice(at, at + length);
      at += length;
      continue;
    }
    const rest = markdown.slice(at + run.length);
    const end = new RegExp(`(?<!\`)${run}(?!\`)`).exec(rest);
    outside += end === null ? run : "";
    at += run.length + (end === null ? 0 : end.index + run.length);
  }
  return outside;
}
