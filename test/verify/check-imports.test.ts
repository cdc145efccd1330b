import { describe, expect, it } from "vitest";
import { checkDependencies, checkOutside, checkRoad, checkShipped } from "../../scripts/verify/check-imports.ts";
import { importsOf } from "../../scripts/verify/imports.ts";
import { stages } from "../../scripts/verify/stages.ts";

const importsIn = (file: string, text: string) => importsOf(new Map([[file, text]]));
const road = (file: string, text: string) => checkRoad(importsIn(file, text)).map(({ line, column, message }) => `${line}:${column} ${message}`);
const shipped = (file: string, text: string) => checkShipped(importsIn(file, text)).map(({ message }) => message);

describe("the check of the stages", () => {
  it("holds for this repository", async () => {
    expect((await stages.run()).findings).toEqual([]);
  });

  it("lets a stage import what lies to its left, itself, and what all share", () => {
    expect(road("scripts/render/present/a.ts", 'import { x } from "../../prepare/x.ts";\nimport "../../load/y.ts";\nimport "./z.ts";\nimport "../../json.ts";\nimport "../../problems/stop.ts";\nimport "node:fs";')).toEqual([]);
  });

  it("finds a stage that imports what lies to its right, also a type, also later", () => {
    expect(road("scripts/load/a.ts", 'import { x } from "./x.ts";\nimport type { Y } from "../prepare/y.ts";')).toEqual(["2:1 `load` imports from `prepare`, which lies to its right on the road."]);
    expect(road("scripts/render/a.ts", 'const late = () =>\n  import("../weave/x.ts");')).toEqual(["2:3 `render` imports from `weave`, which lies to its right on the road."]);
    expect(road("scripts/render/a.ts", 'export * from "../write/x.ts";')).toEqual(["1:1 `render` imports from `write`, which lies to its right on the road."]);
    expect(road("scripts/render/a.ts", 'type X = import("../write/x.ts").X;')).toEqual(["1:10 `render` imports from `write`, which lies to its right on the road."]);
  });

  it("finds a stage that imports the two ends", () => {
    expect(road("scripts/weave/a.ts", 'import { x } from "../cli.ts";')).toEqual(["1:1 `weave` imports scripts/cli.ts, which is no stage to its left."]);
  });

  it("keeps the runtime to itself, and node: to the files that are for Node", () => {
    expect(shipped("templates/src/runtime/a.ts", 'import * as platform from "#platform";\nimport "./b.ts";')).toEqual([]);
    expect(shipped("templates/src/runtime/platform/node.ts", 'import "node:crypto";\nimport "../transport/node-http.ts";')).toEqual([]);
    expect(shipped("templates/src/runtime/a.ts", 'import "node:crypto";')).toEqual(["Only files whose names begin with `node` import node:crypto; others run in browsers, too."]);
    expect(shipped("templates/src/runtime/a.ts", 'import "./platform/node.ts";')).toEqual(["templates/src/runtime/platform/node.ts runs on Node only; reach it through `#platform`."]);
    expect(shipped("templates/src/runtime/a.ts", 'import "../../../scripts/json.ts";')).toEqual(["templates/src/runtime/ imports nothing outside itself, and this is scripts/json.ts."]);
    expect(shipped("generated/src/a.ts", 'import "aws4";')).toEqual(["The package has no dependencies, and this imports aws4."]);
  });

  it("gives each dependency one room of the road", () => {
    const imports = importsOf(new Map([["scripts/load/a.ts", 'import "yaml";'], ["scripts/load/b.ts", 'import "yaml";'], ["scripts/render/c.ts", 'import "yaml";\nimport "@x/y/z";'], ["scripts/verify/d.ts", 'import "yaml";']]));
    expect(checkDependencies(imports, ["yaml"]).map(({ file, message }) => `${file} ${message}`)).toEqual([
      "scripts/render/c.ts yaml has its room in scripts/load/; ask for what you need there.",
      "scripts/render/c.ts @x/y isn't among the dependencies of package.json, so it isn't there when the tool is installed.",
    ]);
  });

  it("keeps the checks out of the tool", () => {
    expect(checkOutside(importsIn("scripts/cli.ts", 'import "./verify/stages.ts";'))).toHaveLength(1);
  });
});
