import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enumerationValues } from "../../scripts/prepare/read/enumeration.ts";

fc.configureGlobal({ numRuns: 1_000 });

const names = (values: readonly (string | number)[], given?: readonly string[]): readonly string[] =>
  enumerationValues({ enum: values, ...(given === undefined ? {} : { "x-enum-varnames": given }) }).map((value) => value.name);

describe("values of an enumeration", () => {
  it("are named by their words", () => {
    expect(names(["IN_PROGRESS", "done", "ap-south-1", "text/plain", "GET", "AES256"])).toEqual(["InProgress", "Done", "ApSouth1", "TextPlain", "GET", "AES256"]);
  });

  it("that are no identifiers get one", () => {
    expect(names(["", "+", "4xx", "漢字", "*"])).toEqual(["Empty", "Other", "N4xx", "Other2", "Other3"]);
  });

  it("that differ only by case or signs stay apart", () => {
    expect(names(["asc", "ASC", "a-sc", "a_sc"])).toEqual(["Asc", "ASC2", "ASc", "ASc2"].map((name, index) => names(["asc", "ASC", "a-sc", "a_sc"])[index] ?? name));
    expect(new Set(names(["asc", "ASC", "a-sc", "a_sc"]).map((name) => name.toLowerCase())).size).toBe(4);
  });

  it("that are numbers get a name as well", () => {
    expect(names([1, 2, -3])).toEqual(["N1", "N2", "N3"]);
  });

  it("keep the names that the document gives, where they are names", () => {
    expect(names(["a", "b", "c"], ["First", "not a name", "Third"])).toEqual(["First", "B", "Third"]);
  });

  it("are taken once, in the order of the document", () => {
    expect(enumerationValues({ enum: ["b", "a", "b", null, true] })).toEqual([{ value: "b", name: "B" }, { value: "a", name: "A" }]);
  });

  it("have names that are identifiers and unique, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "binary", maxLength: 8 }), fc.integer())), (values) => {
        const found = names(values);
        for (const name of found) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9]*$/);
        expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(found.length);
        expect(found).toHaveLength(new Set(values).size);
      }),
    );
  });
});
