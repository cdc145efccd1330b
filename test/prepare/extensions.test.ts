import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { extensions, extensionTable } from "../../scripts/prepare/extensions.ts";

const prepare = new URL("../../scripts/prepare/", import.meta.url);

/** Headers of requests, and what API Gateway calls a scheme. */
const others = /^x-(amz-|amazon-apigateway-|\.|$)/;

it("lists every extension that is read or written, and no other", () => {
  const sources = readdirSync(prepare, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && name !== "extensions.ts");
  const named = sources.flatMap((name) => [...readFileSync(new URL(name.replaceAll("\\", "/"), prepare), "utf8").matchAll(/"(x-[a-z-]*)"/g)].map((found) => found[1] ?? ""));
  expect([...new Set(named.filter((name) => !others.test(name)))].sort()).toEqual(extensions.map(({ name }) => name).sort());
});

it("is what the README shows", () => {
  expect(readFileSync(new URL("../../README.md", import.meta.url), "utf8")).toContain(extensionTable());
});
