// The way from a model to pages and waiters that work: imported, generated, called.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../scripts/generate.ts";
import { importModel } from "../../scripts/facts/import/import-model.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import { putInto } from "../folders.ts";
import { operation, structure, zoo } from "./models.ts";

const model = zoo({
  operations: { ListAnimals: operation("ListAnimals", { input: { shape: "In" }, output: { shape: "Out" }, errors: [{ shape: "Closed" }] }) },
  shapes: {
    In: structure({ Start: { shape: "Token" } }), Out: structure({ Next: { shape: "Token" }, Animals: { shape: "Animals" } }),
    Token: { type: "blob" }, Animals: { type: "list", member: { shape: "Animal" } }, Animal: structure({ Name: { shape: "String" } }), Closed: structure({}, { exception: true }),
  },
  paginators: { ListAnimals: { input_token: "Start", output_token: "Next", result_key: "Animals" } },
  waiters: { AllLeos: { operation: "ListAnimals", delay: 1, maxAttempts: 5, acceptors: [{ matcher: "error", expected: "Closed", state: "retry" }, { matcher: "pathAll", argument: "Animals[].Name", expected: "Leo", state: "success" }] } },
});

interface Package {
  readonly connect: (options: object) => object;
  readonly paginateListAnimals: (client: object, input?: object) => AsyncIterable<unknown> & { items(): AsyncIterable<unknown> };
  readonly waitUntilAllLeos: (client: object, input?: object, options?: object) => Promise<unknown>;
}

const folder = mkdtempSync(join(tmpdir(), "countersign-test-"));
let made: Package;

beforeAll(async () => {
  const source = sourceOf(JSON.stringify(importModel(model, "aws-json-1.1")), { file: "zoo.json" });
  const { files } = await generate(source, { engine: handlebarsEngine, templates: readTemplates(ownTemplates), package: { name: "zoo-client", version: "1.0.0", license: "MIT", source: "Generated for a test." } });
  expect(Object.keys(files)).toEqual(expect.arrayContaining(["src/pagination.ts", "src/waiters.ts", "src/runtime/paginate.ts", "src/runtime/wait.ts"]));
  // A published package finds its platform through package.json, which names what was built.
  const here = ([path, text]: readonly [string, string]) => [path, text.replaceAll('"#platform"', JSON.stringify(join(folder, "src/runtime/platform/node.ts")))] as const;
  putInto(folder, Object.fromEntries(Object.entries(files).map(here)));
  made = (await import(`${folder}/src/index.ts`)) as Package;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A client of a service with these answers. */
function client(...answers: readonly { readonly status?: number; readonly body: object }[]) {
  const asked: unknown[] = [];
  const fetch = (_url: unknown, init: { readonly body: string }) => {
    asked.push(JSON.parse(init.body));
    const { status = 200, body } = answers[asked.length - 1] ?? { body: {} };
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { "content-type": "application/x-amz-json-1.1" } }));
  };
  return { asked, client: made.connect({ region: "us-east-1", credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" }, fetch, retry: false }) };
}

describe("a generated package", () => {
  it("asks for page after page, with tokens in their form on the wire", async () => {
    const { asked, client: zooClient } = client({ body: { Animals: [{ Name: "Leo" }], Next: "AQI=" } }, { body: { Animals: [{ Name: "Ella" }] } });
    const names: unknown[] = [];
    for await (const animal of made.paginateListAnimals(zooClient).items()) names.push(animal);
    expect(names).toEqual([{ Name: "Leo" }, { Name: "Ella" }]);
    expect(asked).toEqual([{}, { Start: "AQI=" }]);
  });

  it("waits over failures that its document forgives", async () => {
    const { asked, client: zooClient } = client({ status: 400, body: { __type: "Closed" } }, { body: { Animals: [{ Name: "Leo" }, { Name: "Ella" }] } }, { body: { Animals: [{ Name: "Leo" }] } });
    expect(await made.waitUntilAllLeos(zooClient, {}, { minDelayMs: 1 })).toEqual({ Animals: [{ Name: "Leo" }] });
    expect(asked).toHaveLength(3);
  });
});
