import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepReachable } from "../../scripts/weave/keep-reachable.ts";
import { applied, insertion, openSources } from "../../scripts/weave/sources.ts";

describe("edits", () => {
  it("are applied together, each where the file was read", () => {
    expect(applied("abcdef", [{ start: 4, end: 5, text: "E" }, insertion(0, ">"), { start: 1, end: 3, text: "" }, insertion(6, "<")])).toBe(">adEf<");
  });

  it("at one place keep their order", () => {
    expect(applied("ab", [insertion(1, "1"), insertion(1, "2"), insertion(1, "3")])).toBe("a123b");
  });

  it("that overlap are a mistake", () => {
    expect(() => applied("abc", [{ start: 0, end: 2, text: "x" }, { start: 1, end: 3, text: "y" }])).toThrow("Two edits overlap at 1");
  });

  it("in any order give one text", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 10, maxLength: 20 }), fc.shuffledSubarray([0, 2, 4, 6, 8], { minLength: 1 }), (text, places) => {
        const edits = places.map((start) => ({ start, end: start + 1, text: `<${start}>` }));
        expect(applied(text, edits)).toBe(applied(text, edits.toSorted((left, right) => left.start - right.start)));
      }),
    );
  });
});

describe("sources", () => {
  it("are read anew after each change", () => {
    const { sources, result } = openSources({ "a.ts": "const a = 1;\n", "b.md": "b" });
    sources.edit("a.ts", (file) => [insertion(file.getEnd(), "const b = 2;\n")]);
    expect(sources.get("a.ts").getVariableDeclarations().map((declaration) => declaration.getName())).toEqual(["a", "b"]);
    sources.write("c.ts", "const c = 3;\n");
    expect(sources.paths()).toEqual(["a.ts", "b.md", "c.ts"]);
    expect(result()).toEqual({ "a.ts": "const a = 1;\nconst b = 2;\n", "b.md": "b", "c.ts": "const c = 3;\n" });
  });
});

describe("what is reachable", () => {
  const runtime = (name: string, text = ""): Record<string, string> => ({ [`src/runtime/${name}.ts`]: text });

  it("stays, and runtime files that nothing imports go", () => {
    const files = {
      "package.json": "{}", "src/client.ts": 'import { a } from "./runtime/a.ts";\nimport type {\n  B,\n} from "./runtime/b.ts";\n',
      ...runtime("a", 'export { c } from "./deep/c.ts";\n'), ...runtime("b"), ...runtime("deep/c", 'import "../d.ts";\n'), ...runtime("d"), ...runtime("unused", 'import "./also-unused.ts";\n'), ...runtime("also-unused"),
    };
    expect(Object.keys(keepReachable(files)).sort()).toEqual(["package.json", "src/client.ts", "src/runtime/a.ts", "src/runtime/b.ts", "src/runtime/d.ts", "src/runtime/deep/c.ts"]);
  });

  it("includes both platforms where one is imported", () => {
    const files = { "src/client.ts": 'import { platform } from "#platform";\n', ...runtime("platform/node"), ...runtime("platform/web") };
    expect(Object.keys(keepReachable(files))).toHaveLength(3);
  });
});
