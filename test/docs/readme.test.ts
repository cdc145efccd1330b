import { describe, expect, it } from "vitest";
import type { Service } from "../../templates/src/runtime/operation.ts";
import { resolveClientOptions } from "../../templates/src/runtime/resolve-options.ts";
import { standardRetry } from "../../templates/src/runtime/standard-retry.ts";
import { systemClock } from "../../templates/src/runtime/system-clock.ts";
import { brokenLinks, filesOf, publishedFiles, readPage } from "./pages.ts";
import { blocksOf, compile, placeOf, programsOf, signatureProgram } from "./programs.ts";

const readme = publishedFiles()["README.md"] ?? "";

describe("the README", () => {
  it("has the defaults that the client has", () => {
    // Those of connections are the transport's own.
    const told = Object.fromEntries([...readme.replace(/^## Connections on Node$[^]*?^## /m, "## ").matchAll(/^\| `([\w.]+)` \| ([\d,]+) \|/gm)].map((found) => [found[1], Number((found[2] ?? "").replaceAll(",", ""))]));
    const service: Service = { name: "Test", userAgent: "test/1", url: () => "https://example.com" };
    const { timeoutMs, attemptTimeoutMs, connectTimeoutMs, maxResponseBytes, maxAttempts } = resolveClientOptions(service, {}).limits;
    const wait = (reason: "transient" | "throttling", attempt: number) => standardRetry().begin(() => 1, systemClock).failed({ attempt, reason, hintMs: undefined, last: false });
    expect(told).toEqual({
      timeoutMs, attemptTimeoutMs, connectTimeoutMs, maxResponseBytes, "retry.maxAttempts": maxAttempts,
      "retry.baseDelayMs": wait("transient", 1), "retry.throttlingDelayMs": wait("throttling", 1), "retry.maxDelayMs": wait("throttling", 30),
    });
  });

  it("lists every error class that the package exports, and no other", () => {
    const listed = [...readme.matchAll(/^\| `(\w+(?:Error|Exception))` \|/gm)].map((found) => found[1] ?? "");
    const exported = [...(publishedFiles()["src/runtime/errors.ts"] ?? "").matchAll(/^export class (\w+)/gm)].map((found) => found[1] ?? "");
    expect(listed.sort()).toEqual([...exported.filter((name) => !["CallError", "ServiceException"].includes(name)), "MarketplaceMeteringException"].sort());
  });

  it("says which words of the API's own document it is about, and no others", async () => {
    const other = await filesOf(bearer, "bearer-client");
    for (const [path, text] of Object.entries(other)) if (path.endsWith(".md")) expect(text, path).not.toMatch(/marketplace|metering|aws|signature version|credentials/i);
  });
});

describe("a package whose callers send a token", () => {
  it("says so, and shows it in every program", async () => {
    const files = await filesOf(bearer, "bearer-client");
    const text = files["README.md"] ?? "";
    expect(readPage("README.md", text).anchors).toContain("authorization");
    expect(brokenLinks(files)).toEqual([]);
    const programs = programsOf(files);
    // An input that may be left out can't be when options follow.
    expect(text).toContain("client.listBooks();");
    expect(text).toContain("client.listBooks({}, options);");
    expect(programs.filter((program) => program.text.includes("new BooksClient") && !program.text.includes("endpoint:") && !program.text.includes("authorization: `Bearer ")).map(placeOf)).toEqual([]);
    const signatures = blocksOf(files).filter(({ language }) => language === "typescript").map((block) => signatureProgram(block, "bearer-client", "BooksClient"));
    expect(compile(files, "bearer-client", [...programs.map((block) => ({ place: placeOf(block), text: block.text })), ...signatures])).toEqual([]);
  });
});

const bearer = `
openapi: 3.0.3
info: { title: Books, version: "2" , description: "Lends books." }
servers: [{ url: "https://books.example.com" }]
security: [{ token: [] }]
paths:
  /books:
    get:
      operationId: listBooks
      parameters: [{ name: title, in: query, schema: { type: string } }]
      responses:
        "200": { description: Found, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Book" } } } } }
        "400": { description: No such titles. }
  /books/{isbn}:
    get:
      operationId: getBook
      description: Finds a book.
      parameters: [{ name: isbn, in: path, required: true, schema: { type: string, minLength: 10, maxLength: 13 } }]
      responses:
        "200": { description: Found, content: { application/json: { schema: { $ref: "#/components/schemas/Book" } } } }
        "404": { description: There is no such book. }
components:
  securitySchemes: { token: { type: http, scheme: bearer } }
  schemas:
    Book: { type: object, required: [title], properties: { title: { type: string }, lentUntil: { type: string, format: date-time }, kind: { type: string, enum: [novel, poem] } } }
`;
