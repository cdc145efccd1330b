// What a package offers beside its models is out of reach for the names of a document.

import { readFileSync } from "node:fs";
import { Project } from "ts-morph";
import { describe, expect, it } from "vitest";
import { generate } from "../../scripts/generate.ts";
import { sourceOf } from "../../scripts/load/source.ts";
import { operationFunction, operationNames, typeNames } from "../../scripts/prepare/names.ts";
import { handlebarsEngine } from "../../scripts/render/handlebars.ts";
import { ownTemplates, readTemplates } from "../../scripts/render/read-templates.ts";
import { repository } from "../cli/run.ts";

const answer = (schema: string) => ({ "200": { description: "Done.", content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } } } });
const something = { type: "object", properties: { a: { type: "string" } } };

/** A signed API whose names are the runtime's wherever that is possible. */
const document = {
  openapi: "3.0.3",
  info: { title: "Service", version: "1" },
  servers: [{ url: "https://example.execute-api.eu-west-1.amazonaws.com" }],
  paths: {
    "/presign": { post: { operationId: "presign", responses: answer("Outcome") } },
    "/timeout": { post: { operationId: "Timeout", responses: answer("CallOptions") } },
    "/attempt": { post: { operationId: "attempt", responses: answer("PresignOptions") } },
  },
  security: [{ hmac: [] }],
  components: {
    schemas: { Outcome: something, CallOptions: something, PresignOptions: something },
    securitySchemes: { hmac: { type: "apiKey", name: "Authorization", in: "header", "x-amazon-apigateway-authtype": "awsSigv4" } },
  },
};

const facts = { name: "public-names", version: "1.0.0", license: "MIT", source: "Generated for a test." };
const { files } = await generate(sourceOf(JSON.stringify(document), { file: "spec.json" }), { engine: handlebarsEngine, templates: readTemplates(ownTemplates), package: facts });
const exported = exportsOf(files["src/index.ts"] ?? "");
const fromRuntime = exported.filter(({ module }) => module.startsWith("./runtime/")).map(({ name }) => name);

describe("the public names of a package", () => {
  it("are each exported once", () => {
    const names = exported.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(expect.arrayContaining(["ServiceApiException", "presignOperation", "timeoutOperation", "attemptOperation", "ServiceApiOutcome"]));
  });

  it("hold everything that the runtime offers, and what signing adds", () => {
    const offered = exportsOf(readFileSync(`${repository}templates/src/runtime/index.ts`, "utf8")).map(({ name }) => name);
    const signing = ["Credentials", "CredentialsProvider", "presign", "PresignOptions", "SigningOptions", "signedFetch", "SignedFetchOptions"];
    expect([...fromRuntime].sort()).toEqual([...offered, ...signing].sort());
  });

  it("can't be taken by a shape, an operation or the errors of an operation", () => {
    const isType = (name: string) => /^[A-Z]/.test(name);
    const types = typeNames();
    expect(fromRuntime.filter((name) => isType(name) && types.isFree(name))).toEqual([]);
    expect(fromRuntime.filter((name) => !isType(name) && operationFunction(name) === name)).toEqual([]);
    const operations = operationNames();
    expect(fromRuntime.filter((name) => /^[A-Z].*Error$/.test(name) && operations.isFree(name.slice(0, -"Error".length)))).toEqual([]);
  });
});

/** Every `export { … } from "…"` of a file. */
function exportsOf(text: string): readonly { readonly name: string; readonly module: string }[] {
  const file = new Project({ useInMemoryFileSystem: true }).createSourceFile("index.ts", text);
  return file.getExportDeclarations().flatMap((declaration) =>
    declaration.getNamedExports().map((named) => ({ name: named.getAliasNode()?.getText() ?? named.getName(), module: declaration.getModuleSpecifierValue() ?? "" })),
  );
}
