import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { help } from "../scripts/cli/arguments.ts";
import { factsHelp } from "../scripts/cli/facts.ts";
import { importHelp } from "../scripts/cli/import.ts";
import { limitTable } from "../scripts/load/limits.ts";
import { replaceBetween, textBetween } from "../scripts/markers.ts";
import { catalogue } from "../scripts/problems/catalogue.ts";

const root = new URL("../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");
const { scripts } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as { readonly scripts: Readonly<Record<string, string>> };

function problemTable(): string {
  const rows = Object.entries(catalogue).map(([code, { title, explanation }]) => `| \`${code}\` | **${title}.** ${explanation.replaceAll("|", "\\|")} |`);
  return ["| code | what it means |", "|---|---|", ...rows].join("\n");
}

/** `## Two engines` → `two-engines`, as web sites make anchors. */
function anchors(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map((match) => (match[1] ?? "").toLowerCase().replace(/[^\w\- ]/g, "").replaceAll(" ", "-"));
}

describe("the README", () => {
  it("lists every problem and every limit (npm run test:update writes the tables)", async () => {
    await expect(replaceBetween(replaceBetween(readme, "problems", problemTable()), "limits", limitTable())).toMatchFileSnapshot("../README.md");
  });

  it("has the figures of a benchmark", () => {
    expect(textBetween(readme, "bench")).toContain("| measured | figure | at most |");
  });

  it("names only commands that exist, and all of them", () => {
    const named = new Set([...readme.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? ""));
    expect([...named].filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(Object.keys(scripts).filter((name) => !named.has(name) && !["test", "build", "prepack"].includes(name))).toEqual([]);
  });

  it("names only options that exist, and all of them", () => {
    const named = (text: string): readonly string[] => [...new Set([...text.matchAll(/(?<![\w-])--[a-z][\w-]*/g)].map(([option]) => option))].sort();
    const existing = new Set([...named(help), ...named(factsHelp), ...named(importHelp)]);
    // Options of the checks stand in the table of commands, behind `--`.
    expect(named(readme.replace(/`-- --[^`]*`/g, "")).filter((option) => !existing.has(option))).toEqual([]);
    expect(named(help).filter((option) => !named(readme).includes(option))).toEqual([]);
  });

  it("has no link that leads nowhere", () => {
    for (const [, target = ""] of readme.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https:/.test(target)) continue;
      const [file = "", anchor] = target.split("#");
      if (file !== "") expect(existsSync(new URL(file, root)), target).toBe(true);
      else expect(anchors(readme), target).toContain(anchor);
    }
  });

  it("says where things are as they are", () => {
    for (const stage of ["load", "prepare", "render", "weave", "write"]) expect(readdirSync(new URL("scripts/", root))).toContain(stage);
  });
});
