import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "node:http";
import { isIP, type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";

import { fetcher, PrivateAddress, type Answer, type FetchUrl } from "../../scripts/load/fetch-url.ts";
import { load } from "../../scripts/load/load.ts";
import { isPublicAddress } from "../../scripts/load/public-address.ts";
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

/** Nothing is kept from root, so that whoever runs tests as root is somebody else for a moment. */
async function asAnybody<Value>(call: () => Promise<Value>): Promise<Value> {
  if (process.geteuid?.() !== 0) return call();
  chmodSync(folder, 0o755);
  process.seteuid?.(65_534);
  try {
    return await call();
  } finally {
    process.seteuid?.(0);
  }
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

  it.skipIf(process.platform === "win32")("for a file without permission", async () => {
    writeFileSync(inFolder("spec/locked.yaml"), "a: 1");
    chmodSync(inFolder("spec/locked.yaml"), 0);
    expect(await asAnybody(() => faults(inFolder("spec/locked.yaml")))).toEqual(["/spec/locked.yaml:1:1 source-unreadable The file may not be read by this user."]);
  });

  it("for what is too big, before it is read to its end", async () => {
    const endless = async function* (): AsyncIterable<string> {
      for (;;) yield "x".repeat(100);
    };
    expect(await faults("-", { stdin: endless(), limits: { documentBytes: 1_000 } })).toEqual(["stdin:1:1 source-unreadable The file is bigger than the limit `documentBytes`, or than what other files leave of it."]);
    expect(await faults(inFolder("spec/api.json"), { limits: { documentBytes: 10 } })).toEqual(["/spec/api.json:1:1 source-unreadable The file is bigger than the limit `documentBytes`, or than what other files leave of it."]);
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
    const fetch: FetchUrl = () => {
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
  const page = (body: string, status = 200): Answer => ({ status, body: stream(body) as AsyncIterable<Uint8Array> });
  const pages: Readonly<Record<string, () => Answer>> = {
    "https://example.com/api/openapi.json": () => page(JSON.stringify(withSchemas({ A: { $ref: "parts/tag.yaml" } }))),
    "https://example.com/api/parts/tag.yaml": () => page("type: array\nitems: { $ref: ../name.yaml }\n"),
    "https://example.com/api/name.yaml": () => page("type: string\n"),
    "https://example.com/moved": () => page("", 302),
    "https://example.com/broken": () => page("no", 500),
    "https://example.com/inside": () => {
      throw new PrivateAddress("https://example.com/inside");
    },
  };
  const asked: string[] = [];
  const fetch: FetchUrl = async (url) => {
    asked.push(url);
    const found = pages[url];
    if (found === undefined) throw new TypeError("fetch failed");
    return found();
  };

  it("is fetched from, also what its files name", async () => {
    const document = load(await readSpec("https://example.com/api/openapi.json", { allowOrigins, fetch }));
    expect(document.problems).toEqual([]);
    expect(document.api["components"]).toMatchObject({ schemas: { A: { type: "array", items: { $ref: "#/components/schemas/name" } }, name: { type: "string" } } });
    expect(asked).toEqual(["https://example.com/api/openapi.json", "https://example.com/api/parts/tag.yaml", "https://example.com/api/name.yaml"]);
  });

  it.each([
    ["https://example.com/moved", "redirects aren't followed"],
    ["https://example.com/broken", "couldn't be fetched"],
    ["https://example.com/gone", "couldn't be fetched"],
    ["https://example.com/inside", "leads to this machine or into a private network"],
    ["https://example.com.evil.example/", "nothing is fetched"],
    ["http://example.com/", "nothing is fetched"],
    ["https://user:hunter2@example.com/api/name.yaml", "nothing is fetched"],
    ["https://example.com:8443/", "nothing is fetched"],
  ])("doesn't make %s readable", async (url, reason) => {
    const found = await faults(url, { allowOrigins, fetch });
    expect(found).toMatchObject([expect.stringContaining(reason)]);
    expect(found.join()).not.toContain("hunter2");
  });

  it("may be named in a file of the disk", async () => {
    writeFileSync(inFolder("spec/remote.json"), JSON.stringify(withSchemas({ A: { $ref: "parts/far.yaml" } })));
    writeFileSync(inFolder("spec/parts/far.yaml"), "$ref: https://example.com/api/name.yaml\n");
    expect(await faults(inFolder("spec/remote.json"), { allowOrigins, fetch })).toEqual([]);
  });
});

describe("a server", () => {
  /** Answers on this machine, as what an attacker wants to reach does. */
  async function serving(answer: (path: string) => readonly [status: number, body: string, location?: string]): Promise<{ readonly port: number; readonly asked: string[] }> {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization ?? "-"} ${request.headers.cookie ?? "-"}`);
      const [status, body, location] = answer(request.url ?? "");
      response.writeHead(status, location === undefined ? {} : { location }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    return { port: (server.address() as AddressInfo).port, asked };
  }

  /** A resolver of names that an attacker owns. */
  const resolvingTo = (...addresses: string[]): FetchUrl => fetcher((_name, _options, done) => done(null, addresses.map((address) => ({ address, family: isIP(address) }))));

  it("that is named by its address, or as this machine, is allowed by its origin", async () => {
    const { port, asked } = await serving(() => [200, JSON.stringify(spec())]);
    expect(await faults(`http://127.0.0.1:${port}/api.json`, { allowOrigins: [`http://127.0.0.1:${port}`] })).toEqual([]);
    expect(asked).toEqual(["/api.json - -"]);
    expect(await faults(`http://127.0.0.1:${port}/api.json`, {})).toMatchObject([expect.stringContaining("nothing is fetched")]);
    expect(asked).toHaveLength(1);
  });

  it("behind a redirect isn't asked", async () => {
    const inner = await serving(() => [200, JSON.stringify(spec())]);
    const outer = await serving(() => [302, "", `http://127.0.0.1:${inner.port}/`]);
    const allowOrigins = [outer, inner].map(({ port }) => `http://127.0.0.1:${port}`);
    expect(await faults(`${allowOrigins[0]}/`, { allowOrigins })).toMatchObject([expect.stringContaining("redirects aren't followed")]);
    expect(inner.asked).toEqual([]);
  });

  it.each(["127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2001:0:7f00:1::"])("whose name leads to %s isn't asked", async (address) => {
    const { port, asked } = await serving(() => [200, JSON.stringify(spec())]);
    const options = { allowOrigins: [`http://rebound.example:${port}`], fetch: resolvingTo("93.184.215.14", address) };
    expect(await faults(`http://rebound.example:${port}/`, options)).toMatchObject([expect.stringContaining("leads to this machine or into a private network")]);
    expect(asked).toEqual([]);
  });

  it("in a private network may be asked when that is allowed", async () => {
    const { port, asked } = await serving(() => [200, JSON.stringify(spec())]);
    expect(await faults(`http://specs.corp.example:${port}/`, { allowOrigins: [`http://specs.corp.example:${port}`], allowPrivateAddresses: true, fetch: resolvingTo("127.0.0.1") })).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it("that sends without end is cut off at the limit", async () => {
    const { port } = await serving(() => [200, " ".repeat(100_000)]);
    expect(await faults(`http://127.0.0.1:${port}/`, { allowOrigins: [`http://127.0.0.1:${port}`], limits: { documentBytes: 10_000 } })).toMatchObject([expect.stringContaining("bigger than the limit")]);
  });

  it.each(["http://2130706433/", "http://0x7f.1/", "http://[::ffff:169.254.169.254]/", "http://127.1/"])("written as %s is told by its address", async (url) => {
    await expect(fetcher()(url, { signal: AbortSignal.timeout(5_000), allowPrivate: false })).rejects.toThrow(PrivateAddress);
  });
});

it.each(["8.8.8.8", "172.32.0.1", "192.169.0.1", "2606:4700::1111"])("%s is an address of the internet", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
