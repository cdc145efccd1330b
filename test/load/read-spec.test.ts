import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { load } from "../../scripts/load/load.ts";
import { readSpec, type ReadOptions } from "../../scripts/load/read-spec.ts";
import { spec, withSchemas } from "./specs.ts";

let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "read-spec-"));
  mkdirSync(inFolder("spec/parts"), { recursive: true });
  mkdirSync(inFolder("outside"));
  writeFileSync(inFolder("spec/api.json"), JSON.stringify(spec()));
  writeFileSync(inFolder("spec/fix.yaml"), 'overlay: 1.0.0\ninfo: { title: a, version: "1" }\nactions: [{ target: $.info, update: { title: Fixed } }]\n');
  writeFileSync(inFolder("spec/empty.yaml"), "");
  writeFileSync(inFolder("spec/parts/tag.yaml"), "type: string\n");
  writeFileSync(inFolder("outside/secret.yaml"), "type: string\ndescription: hunter2\n");
  symlinkSync(inFolder("outside/secret.yaml"), inFolder("spec/link.yaml"));
  symlinkSync(inFolder("outside"), inFolder("spec/way-out"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function faults(name: string, options: ReadOptions = {}): Promise<readonly string[]> {
  const document = load(await readSpec(name, options));
  return document.problems.map(({ code, message, place }) => `${place?.file.replace(folder, "")}:${place?.line}:${place?.column} ${code} ${message}`);
}

async function* stream(...chunks: (string | Uint8Array)[]): AsyncIterable<string | Uint8Array> {
  yield* chunks;
}

it("reads a file and its overlays, under the names that they were given", async () => {
  const document = load(await readSpec(inFolder("spec/api.json"), { overlays: [inFolder("spec/fix.yaml")] }));
  expect(document.problems).toEqual([]);
  expect(document.api["info"]).toMatchObject({ title: "Fixed" });
  expect(document.sources.map(({ file }) => file)).toEqual([inFolder("spec/api.json"), inFolder("spec/fix.yaml")]);
});

it("reads standard input, also when a character is cut in two", async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(spec({ info: { title: "Größe", version: "1" } })));
  const document = load(await readSpec("-", { stdin: stream(bytes.slice(0, 50), bytes.slice(50, 51), bytes.slice(51)) }));
  expect(document.sources[0]?.file).toBe("stdin");
  expect(document.api["info"]).toMatchObject({ title: "Größe" });
});

describe("what can't be read is one problem", () => {
  it.each<[string, string]>([
    ["spec", "/spec:1:1 source-unreadable It is a directory, and a document is a file."],
    ["spec/gone.yaml", "/spec/gone.yaml:1:1 source-unreadable The file doesn't exist."],
    ["spec/api.json/x", "/spec/api.json/x:1:1 source-unreadable The file doesn't exist."],
    ["spec/empty.yaml", "/spec/empty.yaml:1:1 source-empty The file is empty."],
    ["spec/a\0b", "/spec/a\0b:1:1 source-unreadable The file doesn't exist."],
  ])("for %j", async (name, problem) => {
    expect(await faults(`${folder}/${name}`)).toEqual([problem]);
  });

  it("for an empty name, and for a device", async () => {
    expect(await faults("")).toHaveLength(1);
    expect(await faults("/dev/zero")).toEqual(["/dev/zero:1:1 source-unreadable It isn't an ordinary file."]);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")("for a file without permission", async () => {
    writeFileSync(inFolder("spec/locked.yaml"), "a: 1");
    chmodSync(inFolder("spec/locked.yaml"), 0);
    expect(await faults(inFolder("spec/locked.yaml"))).toEqual(["/spec/locked.yaml:1:1 source-unreadable The file may not be read by this user."]);
  });

  it("for what is too big, before it is read to its end", async () => {
    const endless = async function* (): AsyncIterable<string> {
      for (;;) yield "x".repeat(100);
    };
    expect(await faults("-", { stdin: endless(), limits: { documentBytes: 1_000 } })).toEqual(["stdin:1:1 source-unreadable The file is bigger than the limit `documentBytes`."]);
    expect(await faults(inFolder("spec/api.json"), { limits: { documentBytes: 10 } })).toEqual(["/spec/api.json:1:1 source-unreadable The file is bigger than the limit `documentBytes`."]);
  });

  it("for an overlay", async () => {
    expect(await faults(inFolder("spec/api.json"), { overlays: [inFolder("spec")] })).toEqual(["/spec:1:1 source-unreadable It is a directory, and a document is a file."]);
  });

  it("for an input that breaks off", async () => {
    const broken = async function* (): AsyncIterable<string> {
      yield "a";
      throw new Error("broken pipe");
    };
    expect(await faults("-", { stdin: broken() })).toEqual(["stdin:1:1 source-unreadable The file couldn't be read."]);
  });
});

describe("references", () => {
  const withReference = ($ref: string): string => {
    writeFileSync(inFolder("spec/referring.json"), JSON.stringify(withSchemas({ A: { $ref } })));
    return inFolder("spec/referring.json");
  };

  it("are read in the folder of the document and below", async () => {
    expect(await faults(withReference("parts/tag.yaml"))).toEqual([]);
    expect(await faults(withReference("./parts/../parts/tag.yaml"))).toEqual([]);
    expect(await faults(withReference("parts%2Ftag.yaml"))).toEqual([]);
  });

  it.each(["../outside/secret.yaml", "/etc/passwd", "link.yaml", "way-out/secret.yaml", "parts/../../outside/secret.yaml", "..%2Foutside%2Fsecret.yaml", "../outside/gone.yaml"])("can't leave it: %s", async ($ref) => {
    const [fault, ...others] = await faults(withReference($ref));
    expect(fault).toContain("ref-unreadable");
    expect(fault).toContain("The file lies outside the folder of the document");
    expect(fault).not.toContain("hunter2");
    expect(others).toEqual([]);
  });

  it("may go to a folder that is allowed", async () => {
    expect(await faults(withReference("../outside/secret.yaml"), { allowFolders: [inFolder("outside")] })).toEqual([]);
  });

  it.each(["https://example.com/a.yaml", "http://169.254.169.254/latest/meta-data", "file:///etc/passwd", "data:text/plain,x", "javascript:1"])("aren't fetched: %s", async ($ref) => {
    const fetch = (): never => {
      throw new Error("fetched");
    };
    const [fault, ...others] = await faults(withReference($ref), { fetch });
    expect(fault).toContain("nothing is fetched unless its origin is allowed");
    expect(others).toEqual([]);
  });

  it("can be directories or missing", async () => {
    expect(await faults(withReference("parts"))).toMatchObject([expect.stringContaining("It is a directory")]);
    expect(await faults(withReference("gone.yaml"))).toMatchObject([expect.stringContaining("The file doesn't exist")]);
  });
});

describe("an allowed origin", () => {
  const allowOrigins = ["https://example.com"];
  const pages: Readonly<Record<string, () => Response>> = {
    "https://example.com/api/openapi.json": () => Response.json(withSchemas({ A: { $ref: "parts/tag.yaml" } })),
    "https://example.com/api/parts/tag.yaml": () => new Response("type: array\nitems: { $ref: ../name.yaml }\n"),
    "https://example.com/api/name.yaml": () => new Response("type: string\n"),
    "https://example.com/moved": () => new Response(null, { status: 302, headers: { location: "http://169.254.169.254/" } }),
    "https://example.com/broken": () => new Response("no", { status: 500 }),
  };
  const asked: string[] = [];
  const fetch = ((url: string, init: RequestInit) => {
    asked.push(url);
    expect(init).toMatchObject({ redirect: "manual", credentials: "omit" });
    const page = pages[url];
    return page ? Promise.resolve(page()) : Promise.reject(new TypeError("fetch failed"));
  }) as typeof globalThis.fetch;

  it("is fetched from, also what its files name", async () => {
    const document = load(await readSpec("https://example.com/api/openapi.json", { allowOrigins, fetch }));
    expect(document.problems).toEqual([]);
    expect(document.api["components"]).toMatchObject({ schemas: { A: { type: "array", items: { $ref: "#/components/schemas/name" } }, name: { type: "string" } } });
    expect(asked).toEqual(["https://example.com/api/openapi.json", "https://example.com/api/parts/tag.yaml", "https://example.com/api/name.yaml"]);
  });

  it.each([
    ["https://example.com/moved", "couldn't be fetched"],
    ["https://example.com/broken", "couldn't be fetched"],
    ["https://example.com/gone", "couldn't be fetched"],
    ["https://example.com.evil.example/", "nothing is fetched"],
    ["http://example.com/", "nothing is fetched"],
    ["https://user:hunter2@example.com/api/name.yaml", "nothing is fetched"],
    ["https://example.com:8443/", "nothing is fetched"],
  ])("doesn't make %s readable", async (url, reason) => {
    expect(await faults(url, { allowOrigins, fetch })).toMatchObject([expect.stringContaining(reason)]);
  });

  it("may be named in a file of the disk", async () => {
    writeFileSync(inFolder("spec/remote.json"), JSON.stringify(withSchemas({ A: { $ref: "parts/far.yaml" } })));
    writeFileSync(inFolder("spec/parts/far.yaml"), "$ref: https://example.com/api/name.yaml\n");
    expect(await faults(inFolder("spec/remote.json"), { allowOrigins, fetch })).toEqual([]);
  });
});
