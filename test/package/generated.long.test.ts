// The generated package as its users get it: packed, installed into an empty project, compiled, bundled and called.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { formatMessage } from "publint/utils";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleSize, programOf } from "../../scripts/bench/bundle-size.ts";
import { startVerifyingServer, type VerifyingServer } from "../support/verifying-server.ts";
import { compile, compilers, installCompilers } from "./compilers.ts";
import { borrow, jsonOf, packedInto, ran, readmeBlock, repository, type Project } from "./project.ts";

const name = "@countersign/marketplace-metering";
let project: Project;
let server: VerifyingServer;

beforeAll(async () => {
  project = await packedInto(join(repository, "generated"), { offline: true });
  await installCompilers();
  server = await startVerifyingServer({
    region: "us-east-1",
    answers: {
      MeterUsage: (request) => (request.body.includes("duplicate") ? { status: 400, body: { __type: "com.amazonaws.marketplace#DuplicateRequestException", message: "again" } } : { body: { MeteringRecordId: "record-1" } }),
      ResolveCustomer: { body: { CustomerAWSAccountId: "111122223333", ProductCode: "code" } },
      RegisterUsage: { body: { Signature: "signed" } },
      BatchMeterUsage: { body: { Results: [{ Status: "Success" }, { Status: "DuplicateRecord" }], UnprocessedRecords: [] } },
    },
  });
});

afterAll(async () => {
  await server?.close();
  project?.remove();
});

describe("the packed package", () => {
  it("holds code, types, maps, sources and documentation, and nothing else", () => {
    expect(project.packed).toEqual(expect.arrayContaining(["package.json", "README.md", "openapi.json", "dist/index.js", "dist/index.d.ts", "dist/node.js", "dist/node.d.ts", "dist/index.js.map", "dist/index.d.ts.map", "src/index.ts", "LICENSE", "CHANGELOG.md", "docs/MarketplaceMetering.md"]));
    expect(project.packed.filter((path) => !/^(package\.json|README\.md|LICENSE|CHANGELOG\.md|openapi\.json|dist\/[\w/-]+\.(js|d\.ts)(\.map)?|src\/[\w/-]+\.ts|docs\/[\w/-]+\.md)$/.test(path))).toEqual([]);
  });

  it("brings nothing else into the project", () => {
    const { packages } = jsonOf(join(project.folder, "package-lock.json")) as { packages: object };
    expect(Object.keys(packages)).toEqual(["", `node_modules/${name}`]);
  });

  it("has maps that lead to its sources", () => {
    for (const path of project.packed.filter((file) => file.endsWith(".map"))) {
      const { sources } = jsonOf(join(project.folder, "node_modules", name, path)) as { sources: string[] };
      for (const source of sources) expect(project.packed).toContain(join(path, "..", source).replaceAll("\\", "/"));
    }
  });

  it("names no path of the machine that built it", () => {
    for (const path of project.packed) expect(readFileSync(join(project.folder, "node_modules", name, path), "utf8"), path).not.toContain(repository);
  });

  it("gives publint nothing to complain about", async () => {
    const tarball = readFileSync(project.tarball);
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.length) as ArrayBuffer }, level: "suggestion", strict: true });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([]);
  });

  it("gives attw nothing to complain about", async () => {
    const { code, out } = await ran(process.execPath, [join(repository, "node_modules/@arethetypeswrong/cli/dist/index.js"), project.tarball, "--profile", "esm-only", "--no-color", "--format", "json"], project.folder);
    const { problems } = JSON.parse(out) as { readonly problems: Readonly<Record<string, readonly { readonly resolutionKind?: string }[]>> };
    // An ES module isn't there for `require` of old; the profile leaves these two ways of resolving out, and so do we.
    const counted = Object.values(problems).flat().filter(({ resolutionKind }) => resolutionKind !== "node10" && resolutionKind !== "node16-cjs");
    expect({ code, counted }).toEqual({ code: 0, counted: [] });
  });
});

describe("the types", () => {
  const flags = {
    target: "es2022", strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, isolatedDeclarations: true, erasableSyntaxOnly: true,
    declaration: true, noUnusedLocals: true, noUnusedParameters: true, noImplicitOverride: true, noPropertyAccessFromIndexSignature: true, skipLibCheck: false, noEmit: true,
  };
  const node = { module: "nodenext", lib: ["es2022"], types: ["node"] };
  const browser = { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"], types: [] };

  /** A folder of the project with these files and this configuration. */
  function consumer(folder: string, files: readonly string[], options: object): string {
    mkdirSync(join(project.folder, folder), { recursive: true });
    for (const file of files) cpSync(join(repository, "test/fixtures/consumer", file), join(project.folder, folder, file));
    writeFileSync(join(project.folder, folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...flags, ...options }, include: ["*.ts"] }));
    return folder;
  }

  describe.each(compilers)("with TypeScript %s", (version) => {
    it("serve a program for browsers, without Node's types", async () => {
      expect(await compile(version, consumer(`browser-${version}`, ["calls.ts"], browser), project.folder)).toEqual({ code: 0, out: "" });
    });

    it("serve a program for Node, without the browser's types", async () => {
      borrow(project.folder, ["@types/node", "undici-types"]);
      expect(await compile(version, consumer(`node-${version}`, ["calls.ts", "own-transport.ts"], node), project.folder)).toEqual({ code: 0, out: "" });
    });

    it("serve the first program of the README", async () => {
      borrow(project.folder, ["@types/node", "undici-types"]);
      const folder = consumer(`readme-${version}`, [], node);
      writeFileSync(join(project.folder, folder, "first.ts"), readmeBlock("DuplicateRequestException"));
      expect(await compile(version, folder, project.folder)).toEqual({ code: 0, out: "" });
    });

    it("take the credential providers of AWS as they are", async () => {
      borrow(project.folder, ["@types/node", "undici-types"]);
      borrow(project.folder, ["@aws-sdk/credential-providers"], "link");
      // AWS's own declarations aren't ours to check.
      expect(await compile(version, consumer(`aws-${version}`, ["credentials.ts"], { ...node, lib: ["es2022", "dom"], skipLibCheck: true }), project.folder)).toEqual({ code: 0, out: "" });
    });

    it("of the package's own sources have no fault under the same flags", async () => {
      borrow(project.folder, ["@types/node", "undici-types"]);
      const own = join(project.folder, `own-${version}`);
      cpSync(join(project.folder, "node_modules", name, "src"), join(own, "src"), { recursive: true });
      cpSync(join(project.folder, "node_modules", name, "package.json"), join(own, "package.json"));
      writeFileSync(join(own, "tsconfig.json"), JSON.stringify({ compilerOptions: { ...flags, ...node, lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"], allowImportingTsExtensions: true }, include: ["src"] }));
      expect(await compile(version, `own-${version}`, project.folder)).toEqual({ code: 0, out: "" });
    });
  });
});

describe("the code", () => {
  const expected = { names: ["string", "1", "string", "string"], record: "record-1", customer: "111122223333", signature: "signed", failure: "DuplicateRequestException", caught: "DuplicateRequestException 400 1", requestId: expect.any(String) as string };

  /** Compiles the consumer to JavaScript and calls it in a Node of its own. */
  async function reportOf(script: string): Promise<unknown> {
    const { out } = await ran(process.execPath, ["--input-type=module", "-e", `const { callEverything } = await import(${JSON.stringify(pathToFileURL(script).href)}); console.log(JSON.stringify(await callEverything(${JSON.stringify(server.url)})))`], project.folder);
    try {
      return JSON.parse(out) as unknown;
    } catch {
      return out;
    }
  }

  it("calls all four operations against a server that verifies signatures, on Node", async () => {
    const { build } = await import("esbuild");
    const outfile = join(project.folder, "calls.mjs");
    await build({ entryPoints: [join(repository, "test/fixtures/consumer/calls.ts")], outfile, format: "esm", bundle: false });
    const before = server.requests.length;
    expect(await reportOf(outfile)).toEqual(expected);
    expect(server.requests.slice(before).map(({ operation, signature }) => `${operation} ${signature}`)).toEqual(["MeterUsage right", "BatchMeterUsage right", "RegisterUsage right", "ResolveCustomer right", "MeterUsage right", "MeterUsage right"]);
  });

  it("sends over a transport from the Node entry, with options", async () => {
    const { build } = await import("esbuild");
    const outfile = join(project.folder, "own-transport.mjs");
    await build({ entryPoints: [join(repository, "test/fixtures/consumer/own-transport.ts")], outfile, format: "esm", bundle: false });
    const { out } = await ran(process.execPath, ["--input-type=module", "-e", `const { callOverOwnTransport } = await import(${JSON.stringify(pathToFileURL(outfile).href)}); console.log(JSON.stringify(await callOverOwnTransport(${JSON.stringify(server.url)})))`], project.folder);
    expect(out.trim()).toBe(JSON.stringify(Array.from({ length: 10 }, () => "record-1")));
  });

  it("calls them from a bundle for browsers, with nothing but what the Web offers", async () => {
    const { build } = await import("esbuild");
    const outfile = join(project.folder, "bundle.mjs");
    const { metafile } = await build({ stdin: { contents: readFileSync(join(repository, "test/fixtures/consumer/calls.ts"), "utf8"), loader: "ts", resolveDir: project.folder }, outfile, format: "esm", bundle: true, minify: true, platform: "browser", metafile: true });
    expect(Object.values(metafile.outputs).flatMap((output) => output.imports)).toEqual([]);
    expect(await reportOf(outfile)).toEqual(expected);
  });

  it("of one operation stays below 8,000 bytes for browsers, with signing, retry and exceptions", async () => {
    const { gzip, bytes, text, inputs } = await bundleSize(programOf("meterUsage"), project.folder);
    console.log(`One operation, bundled for browsers: ${gzip} bytes after gzip, ${bytes} before.`);
    for (const part of ["MeterUsage", "DuplicateRequestException", "AWS4-HMAC-SHA256", "amz-sdk-request"]) expect(text).toContain(part);
    for (const other of ["BatchMeterUsage", "RegisterUsage", "ResolveCustomer", "InvalidTokenException", "node:"]) expect(text).not.toContain(other);
    expect(inputs.filter((path) => /platform\/node|node-http/.test(path))).toEqual([]);
    expect(gzip).toBeLessThanOrEqual(8_000);
  });
});
