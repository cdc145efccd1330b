import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { layout } from "../../scripts/weave/layout.ts";

describe("the layout", () => {
  it("sets one blank line before each declaration with its comment, and none elsewhere", () => {
    expect(layout('// Header.\n\n\nimport { a } from "./a.ts";\nimport { b } from "./b.ts";\n/** One. */\nexport const one = 1;\n/**\n * Two.\n */\nexport interface Two {\n\n  /** Member. */\n  readonly a: string;\n\n\n  readonly b: string;\n}\nexport type Three =\n  | "x"\n\n;\n')).toBe(
      '// Header.\n\nimport { a } from "./a.ts";\nimport { b } from "./b.ts";\n\n/** One. */\nexport const one = 1;\n\n/**\n * Two.\n */\nexport interface Two {\n  /** Member. */\n  readonly a: string;\n  readonly b: string;\n}\n\nexport type Three =\n  | "x";\n',
    );
  });

  it("sets methods apart", () => {
    expect(layout("class A {\n  readonly #a: string;\n  constructor() {\n    this.#a = \"\";\n  }\n  /** B. */\n  b(): void {\n  }\n  c(): void {\n  }\n}\n")).toBe(
      "class A {\n  readonly #a: string;\n\n  constructor() {\n    this.#a = \"\";\n  }\n\n  /** B. */\n  b(): void {\n  }\n\n  c(): void {\n  }\n}\n",
    );
  });

  it("puts imports in order: the runtime's, then the package's own", () => {
    expect(layout('import { z } from "./z.ts";\nimport type { b } from "./runtime/b.ts";\nimport {\n  a,\n} from "./runtime/a.ts";\nconst x = 1;\n')).toBe(
      'import {\n  a,\n} from "./runtime/a.ts";\nimport type { b } from "./runtime/b.ts";\nimport { z } from "./z.ts";\n\nconst x = 1;\n',
    );
  });

  it("takes blanks from the ends of lines, and ends with one line break", () => {
    expect(layout("const a = 1;   \n\n\n\n")).toBe("const a = 1;\n");
  });

  it("of what is laid out changes nothing", () => {
    const folder = new URL("../../generated/src/", import.meta.url);
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".ts") && file !== "wire.ts")) {
      const text = readFileSync(new URL(name, folder), "utf8");
      expect(layout(text), name).toBe(text);
    }
  });
});
