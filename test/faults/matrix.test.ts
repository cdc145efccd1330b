// Every fault with our client, over both transports, to the letter; and a document that says so.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { matrix, named } from "./matrix.ts";
import { ours, oursOverFetch } from "./our-client.ts";
import { readmeFile, readRecorded, withMatrix } from "./readme.ts";
import { leftovers } from "./rows/leftovers.ts";
import { runFault } from "./trial.ts";

/** What `fetch` calls the causes of its failures differs from version to version. */
const withoutCode = (ending: string): string => ending.replace(/ \([A-Z_]+\)/, "");

describe.each(matrix.map((section) => [section.title, section] as const))("%s", (_, { faults }) => {
  it.each(named(faults))("%s", async (_title, fault) => {
    expect(await runFault(fault, ours)).toBe(fault.ours);
  });

  it.each(named(faults.filter(({ overFetch }) => overFetch !== false)))("%s, over fetch", async (_title, fault) => {
    expect(withoutCode(await runFault(fault, oursOverFetch))).toBe(withoutCode(fault.overFetch || fault.ours));
  });
});

describe("the document", () => {
  it("tells of every fault once", () => {
    const names = matrix.flatMap(({ faults }) => faults.map(({ fault }) => fault));
    expect(names).toEqual([...new Set(names)]);
  });

  it.skipIf(process.env["UPDATE_FAULTS"] === "yes")("is current; npm run test:faults -- --update writes it", () => {
    const text = readFileSync(readmeFile, "utf8");
    expect(withMatrix(text, [...matrix, leftovers], readRecorded())).toBe(text);
  });
});
