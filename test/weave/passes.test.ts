// Each pass is shown by a pair of files: what the templates made, and what the pass made of it.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadChecked, prepareChecked, renderChecked } from "../../scripts/generate.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import type { PreparedSpec } from "../../scripts/prepare/prepared-spec.ts";
import { Stop } from "../../scripts/problems/stop.ts";
import type { Files } from "../../scripts/render/engine.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import type { Pass } from "../../scripts/weave/pass.ts";
import { openSources } from "../../scripts/weave/sources.ts";
import { ownPasses, weave } from "../../scripts/weave/weave.ts";

const fixtures = new URL("../fixtures/weave/", import.meta.url);

/** The file that a pass of a pair looks at. */
const files: Readonly<Record<string, string>> = {
  "sign-requests": "src/client.ts", "announce-attempts": "src/client.ts", "reveal-failures": "src/client.ts", "compress-bodies": "src/client.ts", "throw-exceptions": "src/client.ts", "error-tables": "src/operations.ts", "error-types": "src/operations.ts",
};

let spec: PreparedSpec;
let rendered: Files;

beforeAll(async () => {
  const facts = { name: "zoo", version: "1.0.0", license: "MIT", source: "Generated for a test." };
  const document = loadChecked(sourceOf(readFileSync(new URL("zoo.yaml", fixtures), "utf8"), { file: "zoo.yaml" }), {});
  const prepared = prepareChecked(document);
  spec = prepared.spec;
  rendered = await renderChecked(prepared, { engine: handlebarsEngine, templates: readTemplates(ownTemplates), package: facts });
});

function applied(before: Files, ...passes: readonly Pass[]): Files {
  const { sources, result } = openSources(before);
  for (const pass of passes) if (pass.appliesTo(spec)) pass.apply(sources, spec);
  return result();
}

function pass(name: string): Pass {
  const found = ownPasses.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no pass ${name}.`);
  return found;
}

/** Every order in which each pass stands behind those that it comes after. */
function orders(passes: readonly Pass[]): readonly (readonly Pass[])[] {
  if (passes.length === 0) return [[]];
  const later = new Set(passes.map(({ name }) => name));
  const first = passes.filter(({ after }) => after?.some((name) => later.has(name)) !== true);
  return first.flatMap((one) => orders(passes.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

describe("a pass", () => {
  it("of ours has a pair each", () => {
    expect(readdirSync(fixtures).filter((name) => !name.includes(".")).sort()).toEqual(ownPasses.map(({ name }) => name).sort());
  });

  it.each(ownPasses.map(({ name }) => name))("%s makes after.ts of before.ts, and of after.ts nothing else", async (name) => {
    const folder = new URL(`${name}/`, fixtures);
    const path = files[name] ?? "";
    expect(existsSync(new URL("before.ts", folder))).toBe(true);
    const before = readFileSync(new URL("before.ts", folder), "utf8");
    const after = applied({ ...rendered, [path]: before }, pass(name))[path] ?? "";
    await expect(after).toMatchFileSnapshot(`../fixtures/weave/${name}/after.ts`);
    expect(after).not.toBe(before);
    expect(applied({ ...rendered, [path]: after }, pass(name))[path]).toBe(after);
  });

  it.each(ownPasses.map(({ name }) => name))("%s finds its place in what the templates make", (name) => {
    const order = [...(pass(name).after ?? []).map(pass), pass(name)];
    const once = applied(rendered, ...order);
    expect(once).not.toEqual(rendered);
    expect(applied(once, pass(name))).toEqual(once);
  });
});

describe("weaving", () => {
  it("gives the same files in every order that the passes allow", () => {
    const all = orders(ownPasses);
    expect(all.length).toBeGreaterThan(30);
    const [expected, ...others] = all.map((order) => normal(applied(rendered, ...order)));
    for (const files of others) expect(files).toEqual(expected);
  });

  it("twice is the same as once", () => {
    const once = weave(rendered, spec);
    expect(weave(once, spec)).toEqual(once);
  });

  it("leaves alone what isn't rendered code", () => {
    const odd = { "src/runtime/odd.ts": "const   a=1\n\n\n\nconst b =2", "README.md": "a\n\n\n\nb", "src/data.json": "{ }" };
    expect(weave({ ...rendered, ...odd }, spec)).toMatchObject(odd);
  });

  it("is linear in the size of a file", () => {
    const size = (count: number): number => {
      const operations = Array.from({ length: count }, (_, index) => ({ ...spec.operations[0]!, name: `Feed${index}` }));
      const big = { ...spec, operations };
      const unit = /const feedOperation[\s\S]*?^\}\n$/m.exec(rendered["src/operations.ts"] ?? "")?.[0] ?? "";
      const text = (rendered["src/operations.ts"] ?? "").replace(unit, operations.map(({ name }) => unit.replaceAll("feedOperation", `feed${name.slice(4)}Operation`).replaceAll('"Feed"', `"${name}"`).replace("function feed(", `function feed${name.slice(4)}(`)).join("\n"));
      const { sources } = openSources({ ...rendered, "src/operations.ts": text });
      const start = process.cpuUsage();
      pass("error-tables").apply(sources, big);
      pass("error-types").apply(sources, { ...big, service: spec.service });
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    size(50);
    const [small, large] = [Math.min(size(100), size(100)), Math.min(size(800), size(800))];
    // Eight times as much may take a good deal more than eight times as long on a busy machine, and never sixty-four times.
    expect(large / small).toBeLessThan(30);
  });
});

describe("a pass that finds no place", () => {
  it.each([
    ["sign-requests", "src/client.ts", "export {};\n", "src/client.ts has no function layers() that returns a list, which a pass ties into."],
    ["sign-requests", "src/client.ts", "function layers() { return []; }\nexport interface ZooClientOptions {}\n", "src/client.ts has no layer retry to put signRequests behind, which a pass ties into."],
    ["throw-exceptions", "src/client.ts", "function layers() { return [retry]; }\n", "src/client.ts has no layer deadline to put throwErrors behind, which a pass ties into."],
    ["error-types", "src/client.ts", "export {};\n", "src/client.ts has no class ZooClient, which a pass ties into."],
  ])("%s says which, in which file, and which template makes it", (name, path, text, message) => {
    try {
      applied({ ...rendered, [path]: text }, pass(name));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Stop);
      expect((error as Stop).problems).toMatchObject([{ code: "seam-missing", message, fix: expect.stringContaining(`templates/${path}.hbs`) as string }]);
    }
  });

  it("says which file is missing", () => {
    const { "src/client.ts": _, ...without } = rendered;
    expect(() => applied(without, pass("sign-requests"))).toThrow("The templates made no src/client.ts, and a pass needs it.");
  });
});

/** Imports and exports may come in another order, until `layout` sorts them; what is imported may not differ. */
function normal(woven: Files): Files {
  return Object.fromEntries(Object.entries(woven).map(([path, text]) => [path, /^src\/(client|operations|index)\.ts$/.test(path) ? text.split("\n").sort().join("\n") : text]));
}
