import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { runtimeTree, type Lock } from "../../scripts/verify/runtime-tree.ts";
import { billOf, packages } from "../../scripts/verify/sbom.ts";

it("the bill of the tool lists what users install with it, each with its address and its digest", () => {
  const lock = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")) as Lock;
  const { file, bill } = billOf(packages[0]!);
  expect(file).toMatch(/^countersign-\d+\.\d+\.\d+\.cdx\.json$/);
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "countersign", type: "library" } } });
  const key = ({ name, version }: { readonly name: string; readonly version: string }) => `${name}@${version}`;
  expect(bill.components.map(key).sort()).toEqual([...new Set(runtimeTree(lock).map(key))].sort());
  for (const component of bill.components) {
    expect(component.purl).toBe(`pkg:npm/${component.name.replace("@", "%40")}@${component.version}`);
    expect(component).toMatchObject({ hashes: [{ alg: "SHA-512" }], licenses: [{}] });
  }
});

it("the bill of the generated package lists nothing but itself", () => {
  const { file, bill } = billOf(packages[1]!);
  expect(file).toMatch(/^countersign-marketplace-metering-\d+\.\d+\.\d+\.cdx\.json$/);
  expect(bill).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { purl: expect.stringContaining("pkg:npm/%40countersign/marketplace-metering@") as string } } });
  expect(bill.components).toEqual([]);
});
