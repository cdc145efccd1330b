// Compiles double-billing.test-d.ts as users of the package would, and compares what the compiler says with what the file
// expects, line by line and in the words of the document.

import { resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

import { isLicenseUsageRecord, isProductUsageRecord, type UsageRecord } from "../../generated/src/models.ts";

const file = resolve("test/types/double-billing.test-d.ts");
const models = resolve("generated/src/models.ts");

const strictest: ts.CompilerOptions = {
  strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noImplicitOverride: true,
  noUnusedLocals: true, noUnusedParameters: true, verbatimModuleSyntax: true, erasableSyntaxOnly: true,
};

describe("the compiler of a user", () => {
  it.each<[flags: string, options: ts.CompilerOptions]>([
    ["the strictest flags", strictest],
    ["strict alone", { strict: true }],
  ])("under %s, takes what is legal and quotes the reason against everything else", (_, options) => {
    const expected = expectations();
    expect(expected.length).toBeGreaterThan(20);
    expect(messages(options).map(({ line, text }) => said(line, text, expected))).toEqual(expected.map(({ line, reason }) => ({ line, reason })));
  });

  it("under no flags at all, does the same, though it may quote the other reason", () => {
    const said = messages({ strict: false });
    expect(said.map(({ line }) => line)).toEqual(expectations().filter(({ strictOnly }) => !strictOnly).map(({ line }) => line));
    expect(said.filter(({ text }) => !/"Forbidden: [A-Z][^"]+\."/u.test(text))).toEqual([]);
  });

  it("says otherwise when the models change: nothing where they allow the member, no reason where they say never", () => {
    const declared = (type: string) => (text: string) => text.replaceAll(/Forbidden<"[^"]*">/gu, type);
    const [first] = expectations();
    expect(messages(strictest, declared("string")).filter(({ line }) => line === first!.line)).toEqual([]);
    expect(messages(strictest, declared("never")).filter(({ text }) => text.includes("twice"))).toEqual([]);
  });
});

describe("the guards of a usage record", () => {
  const use = { Timestamp: new Date(0), Dimension: "seats", CustomerAWSAccountId: "111122223333" };
  const license: UsageRecord = { ...use, LicenseArn: "arn:aws:license" };

  it("tell by the LicenseArn how the product is named", () => {
    expect([use, license].map(isLicenseUsageRecord)).toEqual([false, true]);
    expect([use, license].map(isProductUsageRecord)).toEqual([true, false]);
  });
});

interface Expectation {
  readonly line: number;
  readonly reason: string;
}

interface Directive extends Expectation {
  /** Without `strict`, this line compiles. */
  readonly strictOnly: boolean;
}

/** The line below each directive, and the words after it. */
function expectations(): readonly Directive[] {
  const lines = ts.sys.readFile(file)!.split("\n");
  return lines.flatMap((text, index) => {
    const [, strict, reason] = /^\s*\/\/ @ts-expect-error (\(strict\) )?(.+)$/u.exec(text) ?? [];
    return reason === undefined ? [] : [{ line: index + 2, reason, strictOnly: strict !== undefined }];
  });
}

/** The expected reason if the message quotes it, and the message itself if it doesn't. */
function said(line: number, text: string, expected: readonly Expectation[]): Expectation {
  const reason = expected.find((expectation) => expectation.line === line)?.reason;
  return { line, reason: reason !== undefined && text.includes(`"Forbidden: ${reason}"`) ? reason : text };
}

/** TypeScript's own declarations, which are parsed once for all compilations. */
const libraries = new Map<string, ts.SourceFile>();

/** What the compiler says about the file without its directives, and with other models where `change` is given. */
function messages(options: ts.CompilerOptions, change: (models: string) => string = (text) => text): readonly { readonly line: number; readonly text: string }[] {
  const all: ts.CompilerOptions = {
    ...options, noEmit: true, target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [],
    module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, allowImportingTsExtensions: true,
  };
  const host = ts.createCompilerHost(all, true);
  const readFile = host.readFile.bind(host);
  host.readFile = (name) => {
    const text = readFile(name);
    if (resolve(name) === file) return text?.replaceAll("@ts-expect-error", "");
    return resolve(name) === models ? text && change(text) : text;
  };
  host.getSourceFile = (name, languageVersion) => {
    const isLibrary = name.endsWith(".d.ts");
    const known = isLibrary ? libraries.get(name) : undefined;
    if (known !== undefined) return known;
    const text = host.readFile(name);
    if (text === undefined) return undefined;
    const parsed = ts.createSourceFile(name, text, languageVersion, true);
    if (isLibrary) libraries.set(name, parsed);
    return parsed;
  };
  return ts.getPreEmitDiagnostics(ts.createProgram([file], all, host)).map((diagnostic) => ({
    line: diagnostic.file !== undefined && resolve(diagnostic.file.fileName) === file ? diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start!).line + 1 : 0,
    text: ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"),
  }));
}
