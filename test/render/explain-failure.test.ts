import { expect, it } from "vitest";
import { explainFailure } from "../../scripts/render/openapi-generator/explain-failure.ts";

const pathOf = (name: string) => (name === "3.hbs" ? "src/models.ts.hbs" : undefined);

it("names the template that the engine can't read, with the place in it", () => {
  const output = "[pool-1-thread-1] Generation failed for typescript-fetch: (RuntimeException) Could not generate\n\tat java.base\nCaused by: com.github.jknack.handlebars.HandlebarsException: 3.hbs:13:3: found: '-first', expected: 'id'\n{{#-first}}";
  expect(explainFailure(output, pathOf)).toMatchObject({ code: "java-engine-failed", message: "openapi-generator can't read templates/src/models.ts.hbs, line 13, column 3: found: '-first', expected: 'id'" });
});

it("tells anything else by its first words, without a stack", () => {
  const output = "[pool-1-thread-1] Generation failed for typescript-fetch: (RuntimeException) No space left\njava.lang.RuntimeException: No space left\n\tat java.base";
  expect(explainFailure(output, pathOf).message).toBe("openapi-generator gave up: No space left");
  expect(explainFailure("Error: Unable to access jarfile x.jar\n", pathOf).message).toBe("openapi-generator gave up: Error: Unable to access jarfile x.jar");
});
