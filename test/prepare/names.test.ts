import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { camelCase, functionName, nameSpace, operationConstant, operationFunction, operationNames, pascalCase, typeNames, wordsOf } from "../../scripts/prepare/names.ts";

fc.configureGlobal({ numRuns: 1_000 });

/** Texts that are the same to many, or mean something to somebody. */
const strange = fc.oneof(fc.string({ unit: "binary", maxLength: 8 }), fc.constantFrom("a", "A", "a-", "_a", "pet list", "PetList", "petList", "pet-LIST", "__proto__", "constructor", "then", "class", "Date", "date", "CON", "nul", "漢", "字", "", "🎉", "x".repeat(500), `${"x".repeat(500)}y`));

describe("names", () => {
  it.each([
    ["list_pets", "ListPets", "listPets"],
    ["pets/list", "PetsList", "petsList"],
    ["ListPets", "ListPets", "listPets"],
    ["DBInstance", "DBInstance", "dbInstance"],
    ["ARN", "ARN", "arn"],
    ["S3Object", "S3Object", "s3Object"],
    ["getEC2", "GetEC2", "getEC2"],
    ["2nd", "N2nd", "n2nd"],
    ["__meta", "Meta", "meta"],
    ["Größe", "GroE", "groE"],
    ["Café", "Cafe", "cafe"],
    ["漢字", "N", "n"],
    ["", "N", "n"],
    ["a.b-c d", "ABCD", "abcd"],
  ])("of %j are %s and %s", (text, pascal, camel) => {
    expect(pascalCase(text)).toBe(pascal);
    expect(camelCase(text)).toBe(camel);
  });

  it("are identifiers, whatever they are made of", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(pascalCase(text)).toMatch(/^[A-Z][A-Za-z0-9]{0,120}$/);
        expect(camelCase(text)).toMatch(/^[a-z][A-Za-z0-9]*$/);
        expect(pascalCase(pascalCase(text))).toBe(pascalCase(text));
      }),
    );
  });

  it("stay readable when they are very long", () => {
    expect(pascalCase("a".repeat(10_000)).length).toBe(120);
  });

  it("that begin with the same 120 letters stay apart, also as functions", () => {
    const names = operationNames();
    const given = ["x", "y", "z"].map((end) => names.take(pascalCase(`${"a".repeat(500)}${end}`)));
    expect(new Set(given.map(operationFunction)).size).toBe(3);
  });

  it("of functions that are reserved words get a suffix", () => {
    expect(functionName("Delete", "Operation")).toBe("deleteOperation");
    expect(functionName("Import", "Operation")).toBe("importOperation");
    expect(functionName("DeletePet", "Operation")).toBe("deletePet");
  });

  it("are parted into words at whatever isn't a letter or digit", () => {
    expect(wordsOf("x-amz:Get  Café_9")).toEqual(["x", "amz", "Get", "Cafe", "9"]);
    expect(wordsOf("__meta--")).toEqual(["meta"]);
    expect(wordsOf("--")).toEqual([]);
  });
});

describe("a name space", () => {
  it("gives the first candidate that is free, without regard to case", () => {
    const names = nameSpace();
    expect(names.take("Pet", "ZooPet")).toBe("Pet");
    expect(names.take("pet", "ZooPet")).toBe("ZooPet");
    expect(names.take("PET", "zoopet")).toBe("zoopet2");
    expect(names.take("PET", "zoopet")).toBe("zoopet3");
    expect(names.isFree("zooPET3")).toBe(false);
  });

  it("gives a name of its own when it is asked for none", () => {
    const names = nameSpace();
    expect([names.take(), names.take()]).toEqual(["Name", "Name2"]);
  });

  it("goes on counting where it stopped, so that many equal names take no longer each", () => {
    let asked = 0;
    const names = nameSpace(new Set(), (name) => (asked++, [name]));
    for (let count = 0; count < 1_000; count++) names.take("Pet");
    expect(names.take("Pet")).toBe("Pet1001");
    expect(asked).toBeLessThan(6_000);
  });

  it("never gives one name twice", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom("a", "A", "a2", "A3", "b"), { minLength: 1, maxLength: 3 })), (requests) => {
        const names = nameSpace();
        const given = requests.map((candidates) => names.take(...candidates).toLowerCase());
        expect(new Set(given).size).toBe(given.length);
      }),
    );
  });

  it("of operations is clear of what the package writes for other operations, and of its errors", () => {
    expect([operationFunction("GetItem"), operationConstant("GetItem")]).toEqual(["getItem", "getItemOperation"]);
    expect([operationFunction("Delete"), operationConstant("Delete")]).toEqual(["deleteOperation", "deleteOperationOperation"]);
    const names = operationNames();
    expect(names.take("Date", "ZooDate")).toBe("Date");
    expect(names.take("Timeout", "ZooTimeout")).toBe("ZooTimeout");
    expect(names.take("GetItem")).toBe("GetItem");
    expect(names.take("GetItemOperation", "Other")).toBe("Other");
    expect(names.take("GetItemError", "Another")).toBe("Another");
  });

  it("of types is clear of globals and of the client's own types", () => {
    const names = typeNames();
    // One of each line of the list at least.
    const taken = ["Any", "ApiResponse", "Date", "Client", "Event", "HttpMethod", "ModelPropertyNaming", "Promise", "Platform", "Record", "Response", "String", "ThisParameterType", "Uint8Array", "WaitError", "AbortError", "CallOptions", "HttpResponse", "RetryReason", "RetryOptions", "UnreadableResponseError"];
    for (const name of taken) expect(names.take(name, `Zoo${name}`), name).toBe(`Zoo${name}`);
  });

  it("of types gives identifiers that no system takes for the same file or for a device", () => {
    fc.assert(
      fc.property(fc.array(strange, { maxLength: 12 }), (texts) => {
        const names = typeNames();
        const given = texts.map((text) => names.take(pascalCase(text)));
        expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(given.length);
        for (const name of given) {
          expect(name).toMatch(/^[A-Za-z][A-Za-z0-9]{0,130}$/);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/i);
        }
      }),
    );
  });

  it("of operations gives functions, constants and types of errors that can stand in one module", () => {
    fc.assert(
      fc.property(fc.array(strange, { maxLength: 12 }), (texts) => {
        const names = operationNames();
        const given = texts.map((text) => names.take(pascalCase(text)));
        const declared = given.flatMap((name) => [operationFunction(name), operationConstant(name), `${name}Error`]);
        expect(new Set(declared).size).toBe(declared.length);
        for (const name of declared) {
          expect(name).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
          // Strict code refuses what is reserved.
          expect(() => new Function(`"use strict"; const ${name} = 1; return ${name};`)).not.toThrow();
        }
      }),
    );
  });
});
