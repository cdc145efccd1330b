import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { convertTimestamps, preparedOperations, preparedSpec, type PreparedOperation } from "../support/prepared-spec.ts";
import { engineDocument, filesOf, publishedFiles, publishedFolder } from "./pages.ts";
import { blocksOf, compile, layOut, placeOf, programsOf, signatureProgram, type Laid } from "./programs.ts";
import type { Plan, Ran, Run } from "./run-programs.ts";

const files = publishedFiles();
const packageName = (JSON.parse(files["package.json"] ?? "{}") as { readonly name: string }).name;
const blocks = blocksOf(files);
const programs = programsOf(files);
const clientOf = (own: typeof files) => /^export class (\w+Client)\b/m.exec(own["src/client.ts"] ?? "")?.[1] ?? "";

describe("programs in the documentation", () => {
  it("are there for every operation, model and exception, and for what the README tells", () => {
    const on = (page: string) => programs.filter((program) => program.page === page);
    expect(Object.keys(files).filter((path) => path.startsWith("docs/models/") && on(path).length !== 1)).toEqual([]);
    expect(on("README.md").map(({ heading }) => heading)).toEqual([
      "First call", "Credentials", "Credentials", "Credentials", "Failures", "Failures", "Failures as values", "Retries and time limits", "Strategies", "Cancelling",
      "Functions instead of the client", "Metadata of an answer", "Watching calls", "OpenTelemetry", "Requests that no document describes", "Connections on Node", "Connections on Node", "A server of your own", "How values look",
    ]);
    const examples = preparedOperations.reduce((sum, operation) => sum + examplesOf(operation).length, 0);
    expect(on("docs/MarketplaceMetering.md")).toHaveLength(examples);
  });

  it("compile under the strictest flags", () => {
    const signatures = blocks.filter(({ language }) => language === "typescript").map((block) => signatureProgram(block, packageName, clientOf(files)));
    expect(signatures).toHaveLength(preparedOperations.length);
    expect(compile(files, packageName, [...programs.map((block) => ({ place: placeOf(block), text: block.text })), ...signatures])).toEqual([]);
  });

  it("wouldn't compile with a member, an exception or a type that doesn't exist", () => {
    const [first] = programs;
    const place = "here";
    const found = compile(files, packageName, [
      { place, text: (first?.text ?? "").replace("RegistrationToken", "RegistrationTokn") },
      { place, text: `import { NoSuchException } from "${packageName}";\nconsole.log(NoSuchException);\n` },
      signatureProgram({ page: "x", line: 1, heading: "", language: "typescript", text: "meterUsage(input: Tag, options?: CallOptions): Promise<Tag>;\nmeterUsage(client: Client): Promise<MeterUsageResult>;\n" }, packageName, clientOf(files)),
    ]);
    expect(found.map((line) => line.split(":")[0])).toEqual(["here", "here", "x", "x"]);
  });

  it.each([["pagination", "for await (const page of paginate"], ["waiters", "await waitUntil"]])("compile where an API has more to show: %s", async (scenario, shown) => {
    const [, spec = ""] = /```yaml spec\n([^]*?)\n```/.exec(readFileSync(new URL(`../scenarios/${scenario}.md`, import.meta.url), "utf8")) ?? [];
    const own = await filesOf(`openapi: 3.0.0\ninfo: { title: Zoo, version: "1" }\nservers: [{ url: "https://zoo.example" }]\n${spec}`, scenario);
    expect(own["README.md"]).toContain(shown);
    expect(compile(own, scenario, programsOf(own).map((block) => ({ place: placeOf(block), text: block.text })))).toEqual([]);
  }, 60_000);

  it.each(["rest", "rest-json", "aws-json-1.0", "nothing-to-take", "edge-cases"])("compile for any service: %s.yaml", async (name) => {
    const own = await filesOf(engineDocument(name), name);
    const signatures = blocksOf(own).filter(({ language }) => language === "typescript").map((block) => signatureProgram(block, name, clientOf(own)));
    expect(compile(own, name, [...programsOf(own).map((block) => ({ place: placeOf(block), text: block.text })), ...signatures])).toEqual([]);
  });
});

// ---------------------------------------------------------------------------------------------------------- running

const environment = { accessKeyId: "AKIDENVIRONMENT", secretAccessKey: "secret-of-the-environment" };
const example = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY" };

/** Keys that occur in the pages. */
const credentialsOf = (program: string) => [
  environment,
  { accessKeyId: "test", secretAccessKey: "test" },
  program.includes("token-of-the-session") ? { ...example, sessionToken: "token-of-the-session" } : example,
];

interface NamedRun extends Run {
  readonly title: string;
  readonly index: number;
}

/** One run as documented, and one for each failure that a program names. */
function runsOf(laid: Laid): readonly NamedRun[] {
  const statuses = new Map(preparedOperations.flatMap((operation) => Object.values(operation.errors).map((error) => [error.code, error.status] as const)));
  return programs.flatMap((program, index) => {
    const file = laid.files[index] ?? "";
    const named = [...new Set(program.text.match(/\b\w+Exception\b/g) ?? [])].filter((code) => statuses.has(code));
    const others = /MarketplaceMeteringException|isServiceException|attempt\(/.test(program.text) ? ["NameOfTomorrow"] : [];
    const failures = /catch|attempt\(/.test(program.text) ? [...named, ...others] : [];
    return [
      { title: placeOf(program), index, file },
      ...failures.map((code) => ({ title: `${placeOf(program)} when ${code} is thrown`, index, file, failure: { code, status: statuses.get(code) ?? 400 } })),
    ];
  });
}

function examplesOf({ name, input, output }: PreparedOperation): readonly { readonly input: unknown; readonly output: unknown }[] {
  const operation = Object.values(preparedSpec.paths).map(({ post }) => post).find((post) => post.operationId === name);
  const named = (media: object | undefined): Readonly<Record<string, unknown>> => {
    const { example: single, examples = {} } = (media ?? {}) as { readonly example?: unknown; readonly examples?: Readonly<Record<string, { readonly value: unknown }>> };
    return { ...(single === undefined ? {} : { single }), ...Object.fromEntries(Object.entries(examples).map(([key, { value }]) => [key, value])) };
  };
  const seconds = (timestamp: string) => Date.parse(timestamp) / 1_000;
  const [inputs, outputs] = [named(operation?.requestBody.content["application/json"]), named(operation?.responses[200].content["application/json"])];
  return Object.entries(inputs).map(([key, value]) => ({ input: convertTimestamps(input, value, seconds), output: convertTimestamps(output, outputs[key], seconds) }));
}

async function run(plan: Plan): Promise<readonly Ran[]> {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(new URL("run-programs.ts", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, AWS_ACCESS_KEY_ID: environment.accessKeyId, AWS_SECRET_ACCESS_KEY: environment.secretAccessKey, AWS_SESSION_TOKEN: undefined, AWS_PROFILE: undefined, AWS_REGION: undefined, NODE_OPTIONS: undefined },
  });
  child.stdin.end(JSON.stringify(plan));
  return JSON.parse(await text(child.stdout)) as readonly Ran[];
}

describe("programs in the documentation, run against a local server", () => {
  let laid: Laid;
  let runs: readonly NamedRun[] = [];
  let results: readonly Ran[] = [];

  beforeAll(async () => {
    laid = await layOut(publishedFolder, packageName, programs);
    runs = runsOf(laid);
    const answers = Object.fromEntries(preparedOperations.map((operation) => [operation.headers["x-amz-target"] ?? "", examplesOf(operation)]));
    const [plain, withToken] = [runs.filter(({ index }) => !usesToken(index)), runs.filter(({ index }) => usesToken(index))];
    const ran = await Promise.all([plain, withToken].map((some) => run({ credentials: credentialsOf(programs[some[0]?.index ?? 0]?.text ?? ""), signingName: "aws-marketplace", answers, runs: some })));
    runs = [...plain, ...withToken];
    results = ran.flat();
  });

  afterAll(() => laid.remove());

  const usesToken = (index: number) => programs[index]?.text.includes("token-of-the-session") === true;
  const ended = () => runs.map((each, index) => ({ ...each, result: results[index], text: programs[each.index]?.text ?? "" }));

  it("all end, whether the call succeeds or fails", () => {
    expect(results).toHaveLength(runs.length);
    expect(ended().filter(({ result }) => result?.error !== undefined).map(({ title, result }) => `${title}: ${result?.error}`)).toEqual([]);
  });

  it("send what the document's examples say, with a signature that is right", () => {
    const verdicts = ended().flatMap(({ title, result }) => result?.requests.map(({ verdict }) => `${title}: ${verdict}`) ?? []);
    expect(verdicts.filter((verdict) => !verdict.endsWith(": documented"))).toEqual([]);
    const silent = ended().filter(({ text, result }) => /await|attempt\(/.test(text) && result?.requests.length === 0).map(({ title }) => title);
    expect(silent).toEqual([]);
  });

  it("print the results that stand below them", () => {
    const shown = blocks.filter(({ language, page }) => language === "json" && page === "docs/MarketplaceMetering.md");
    expect(shown).toHaveLength(5);
    for (const answer of shown) {
      const program = programs.findLastIndex(({ page, line }) => page === answer.page && line < answer.line);
      const { result } = ended().find(({ index, failure }) => index === program && failure === undefined) ?? {};
      expect(JSON.stringify(result?.logs.find(({ level }) => level === "log")?.values[0], null, 2), placeOf(answer)).toBe(answer.text.trimEnd());
    }
  });

  it("handle the failures that they name", () => {
    const failed = ended().filter(({ failure }) => failure !== undefined);
    expect(failed.length).toBeGreaterThan(30);
    expect(failed.filter(({ result }) => !result?.logs.some(({ level }) => level === "error")).map(({ title }) => title)).toEqual([]);
    expect(ended().filter(({ failure, result }) => failure === undefined && result?.logs.some(({ level }) => level === "error")).map(({ title }) => title)).toEqual([]);
  });

  it("send the headers that the page lists, and no others", () => {
    const listed = [...(files["docs/MarketplaceMetering.md"] ?? "").matchAll(/^\| `([\w-]+)` \| .* \| (?:the operation|the protocol|the signer.*|the client.*) \|$/gm)].map((found) => (found[1] ?? "").toLowerCase());
    const own = results.flatMap(({ requests }) => requests.filter(({ headers }) => headers.includes("x-amz-target")));
    const sent = new Set(own.flatMap(({ headers }) => headers));
    const ofHttp = ["host", "connection", "content-length", "transfer-encoding", "x-request-source"];
    expect([...sent].filter((name) => !ofHttp.includes(name)).sort()).toEqual([...new Set(listed)].sort());
  });
});
