import { describe, expect, it } from "vitest";

import { countProblems, printProblems } from "../../scripts/problems/print.ts";
import type { Problem } from "../../scripts/problems/problem.ts";
import { Stop, stopOnErrors } from "../../scripts/problems/stop.ts";

function problem(over: Partial<Problem> = {}, line = 12): Problem {
  return {
    severity: "error",
    code: "ref-not-found",
    place: { file: "spec/metering-marketplace.yaml", line, column: 9, pointer: "#/components/schemas/UsageRecord/properties/Tags" },
    message: "`#/components/schemas/TagLst` does not exist. Did you mean `TagList`?",
    fix: "Correct the $ref in spec/metering-marketplace.overlay.yaml.",
    ...over,
  };
}

it("prints what is so, where, and what to do", () => {
  expect(printProblems([problem()])).toBe(`error  ref-not-found  spec/metering-marketplace.yaml:12:9 #/components/schemas/UsageRecord/properties/Tags
       \`#/components/schemas/TagLst\` does not exist. Did you mean \`TagList\`?
  fix  Correct the $ref in spec/metering-marketplace.overlay.yaml.`);
});

it("prints a problem without a place", () => {
  const { place: _place, ...placeless } = problem();
  expect(printProblems([placeless]).split("\n")[0]).toBe("error  ref-not-found");
});

it("prints nothing for no problems", () => {
  expect(printProblems([])).toBe("");
});

it("puts errors first, and then goes by file and line", () => {
  const at = (file: string, line: number, severity: Problem["severity"]): Problem => problem({ severity, place: { file, line, column: 1, pointer: "#" } });
  const printed = printProblems([at("b", 1, "warning"), at("b", 20, "error"), at("b", 3, "error"), at("a", 9, "error"), at("a", 1, "note")], { lines: 100 });
  expect(printed.split("\n").filter((line) => line.includes("ref-not-found"))).toEqual(["error  ref-not-found  a:9:1 #", "error  ref-not-found  b:3:1 #", "error  ref-not-found  b:20:1 #", "warning  ref-not-found  b:1:1 #", "note  ref-not-found  a:1:1 #"]);
});

describe("the length", () => {
  const many = (count: number): readonly Problem[] => Array.from({ length: count }, (_, line) => problem({}, line + 1));

  it("is twenty lines at most", () => {
    const lines = printProblems(many(50)).split("\n");
    expect(lines).toHaveLength(19);
    expect(lines.at(-1)).toBe("… and 44 more (use --json)");
  });

  it("is what it needs when all fit", () => {
    expect(printProblems(many(6)).split("\n")).toHaveLength(18);
    expect(printProblems(many(50), { lines: 1_000 }).split("\n")).toHaveLength(150);
  });

  it("of a line doesn't bury the others", () => {
    expect(printProblems([problem({ message: "x".repeat(10_000) })]).length).toBeLessThan(1_000);
  });
});

it("uses colour only when told to", () => {
  expect(printProblems([problem()])).not.toContain("\u001B");
  expect(printProblems([problem()], { colour: true })).toContain("\u001B[31merror\u001B[0m");
});

it("makes harmless what a document would do to the terminal", () => {
  const printed = printProblems([problem({ message: "a\u001B[2Jb\u0007\rc\nd\u202Ee\u200Bf\u2028g\uD800", place: { file: "a\u001Bb", line: 1, column: 1, pointer: "#/\u202E" } })]);
  expect(printed).toContain("a\\u{1b}[2Jb\\u{7}\\rc\\nd\\u{202e}e\\u{200b}f\\u{2028}g\\u{d800}");
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u202e]/u);
});

it("counts problems by how bad they are", () => {
  expect(countProblems([problem(), problem(), problem({ severity: "note" }), problem({ severity: "warning" })])).toBe("2 errors, 1 warning, 1 note");
  expect(countProblems([])).toBe("");
});

it("stops the run for errors alone", () => {
  expect(() => stopOnErrors([problem({ severity: "warning" })])).not.toThrow();
  expect(() => stopOnErrors([problem({ severity: "warning" }), problem()])).toThrow(Stop);
  try {
    stopOnErrors([problem()]);
  } catch (stop) {
    expect((stop as Stop).problems).toHaveLength(1);
    expect((stop as Stop).message).toContain("ref-not-found");
  }
});
