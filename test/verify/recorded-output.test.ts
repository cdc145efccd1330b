import { expect, it } from "vitest";
import { readRecord, writeRecord } from "../../scripts/verify/recorded-output.ts";

it("gives back what was recorded, whatever it holds", () => {
  const recorded = { inputs: "abc123", files: { "src/a.ts": "--- src/b.ts 3\nx\n", "docs/[service].md": "", "c d.txt": "🎉\r\n\n" } };
  expect(readRecord(writeRecord(recorded, "Title"))).toEqual(recorded);
});

it("refuses a record that was edited", () => {
  const record = writeRecord({ inputs: "abc123", files: { a: "one", b: "two" } }, "Title");
  expect(() => readRecord(record.replace("one", "longer"))).toThrow("The record is broken at character");
  expect(() => readRecord("")).toThrow("The record doesn't begin with a title");
});
