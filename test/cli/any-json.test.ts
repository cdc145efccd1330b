// Whatever comes in, what goes out is an exit code that says whose fault it is.

import { existsSync, rmSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { folderWith } from "../folders.ts";
import { petsDocument } from "./documents.ts";
import { run } from "./run.ts";

it("ends with 0 or 2 for any JSON, says why in few lines, and writes nothing for 2", { timeout: 600_000 }, async () => {
  const out = `${folderWith({ "pets.yaml": petsDocument })}/client`;
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json({ maxDepth: 5 }), fc.json({ maxDepth: 4 }).map((paths) => `{"openapi":"3.0.3","info":{"title":"a","version":"1"},"paths":${paths}}`)), async (stdin) => {
      const { code, err } = await run(["--spec", "-", "--out", out], { stdin });
      expect([0, 2], err).toContain(code);
      if (code !== 2) return rmSync(out, { recursive: true });
      expect(err).not.toMatch(/^\s+at /m);
      expect(err.trimEnd().split("\n").length).toBeLessThanOrEqual(20);
      expect(existsSync(out)).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});
