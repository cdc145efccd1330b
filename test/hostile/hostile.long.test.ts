// Each document of these folders, with what it is expected to come to. `npm run test:hostile -- --update` records what documents come
// to at their end, and of those that functions make in `made.txt`; read the diff.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { escapesIn } from "./escapes.ts";
import { made } from "./made.ts";
import { outcomeOf, summaryOf, type Outcome } from "./outcome.ts";
import { typeFaults } from "./type-check.ts";

const folder = new URL("./", import.meta.url);
/** All but the functions of `made.ts`. */
const classes = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "made").map(({ name }) => name);
const ending = "\n# ---- expected\n";

const packages = new Map<string, Readonly<Record<string, string>>>();
let documents = 0;

describe.each(classes)("%s", (kind) => {
  it.each(readdirSync(new URL(`${kind}/`, folder)))("%s", async (name) => {
    const file = new URL(`${kind}/${name}`, folder);
    const [document = ""] = readFileSync(file, "utf8").split(ending);
    const outcome = await outcomeOf(name, document, { options: optionsIn(document) });
    expectSound(`${kind}/${name}`, outcome);
    await expect(`${document}${ending}${summaryOf(outcome, name).map((line) => `# ${line}\n`).join("")}`).toMatchFileSnapshot(file.pathname);
  });
});

const recorded: string[] = [];

describe.each(Object.entries(made))("%s", (kind, list) => {
  it.each(list.map((one) => [one.what, one] as const))("%s", async (what, { file = "openapi.json", document, ...given }) => {
    const outcome = await outcomeOf(file, document(), given);
    recorded.push(`${kind}: ${what}\n${summaryOf(outcome, file).map((line) => `    ${line}\n`).join("")}`);
    expectSound(`${kind}/${what}`, outcome);
  });
});

it("come to what is recorded of those that are made by functions", async () => {
  await expect(recorded.join("")).toMatchFileSnapshot("made.txt");
});

it("are two hundred documents and more", () => {
  expect(documents).toBeGreaterThanOrEqual(200);
});

it("what is generated of them type-checks under the strictest flags", () => {
  expect(packages.size).toBeGreaterThan(60);
  expect(typeFaults(packages)).toEqual([]);
}, 120_000);

it("nothing that all objects have was changed", () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

/** `# options: --limit nesting=10` in front of a document. */
function optionsIn(document: string): readonly string[] {
  return /^# options: (.+)$/m.exec(document)?.[1]?.split(" ") ?? [];
}

/** What holds for every document: exit 0 and nothing escapes, or exit 2, in words, and nothing is written. */
function expectSound(name: string, { code, problems, printed, files, beside }: Outcome): void {
  documents += 1;
  expect(beside).toEqual([]);
  if (code === 0) {
    expect(escapesIn(files)).toEqual([]);
    packages.set(name.replaceAll(/[^\w/.-]/g, "_"), files);
    return;
  }
  expect(code).toBe(2);
  expect(files).toEqual({});
  expect(problems.some(({ severity }) => severity === "error")).toBe(true);
  for (const { place, message, fix } of problems) {
    expect(place).toMatchObject({ file: expect.any(String) as string, line: expect.any(Number) as number, column: expect.any(Number) as number, pointer: expect.stringMatching(/^#/) as string });
    expect(message).toMatch(/\S/);
    expect(fix).toMatch(/\S/);
  }
  expect(printed.trimEnd().split("\n").length).toBeLessThanOrEqual(20);
  expect(printed).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  expect(printed).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
  expect(`${printed}${JSON.stringify(problems.map(({ message, fix }) => [message, fix]))}`).not.toContain("hunter2");
}
