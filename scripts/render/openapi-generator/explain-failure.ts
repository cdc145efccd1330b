// What openapi-generator printed before it gave up comes in, a problem goes out. It prints hundreds of lines of stack.

import type { Problem } from "../../problems/problem.ts";

/** `pathOf` gives the template that the engine knows under a name of its own. */
export function explainFailure(output: string, pathOf: (name: string) => string | undefined): Problem {
  const [, name = "", line, column, reason] = /HandlebarsException: (?:file:\S*\/)?([\w.-]+\.hbs):(\d+):(\d+): (.*)/.exec(output) ?? [];
  const path = pathOf(name);
  if (path !== undefined) {
    return {
      severity: "error", code: "java-engine-failed",
      message: `openapi-generator can't read templates/${path}, line ${line}, column ${column}: ${reason}`,
      fix: `Keep to what both engines understand, or render templates/${path} by the default engine only.`,
    };
  }
  const lines = output.trim().split("\n");
  const said = /Generation failed for [^(]*\(\w+\) (.*)/.exec(output)?.[1] ?? lines.find((text) => /exception|error/i.test(text)) ?? lines.at(-1) ?? "";
  return {
    severity: "error", code: "java-engine-failed",
    message: `openapi-generator gave up: ${said.trim().slice(0, 300)}`,
    fix: "Render by the default engine, --engine handlebars, and tell us what the document has that the other one doesn't.",
  };
}
