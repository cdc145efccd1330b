// The library: what `import { … } from "countersign"` gives.

export { generate, type Options, type Outcome, type Stage } from "./generate.ts";
export type { Document } from "./load/document.ts";
export { readSpec, type ReadOptions } from "./load/read-spec.ts";
export { sourceOf, type Source } from "./load/source.ts";
export type { Prepared } from "./prepare/prepare.ts";
export type { PreparedSpec } from "./prepare/prepared-spec.ts";
export { toOpenApi } from "./prepare/write/openapi.ts";
export type { Place, Problem, Severity } from "./problems/problem.ts";
export { printProblems } from "./problems/print.ts";
export { Stop } from "./problems/stop.ts";
export type { Engine, Files, Template, TemplateSet } from "./render/engine.ts";
export { handlebarsEngine } from "./render/handlebars.ts";
export type { PackageFacts } from "./render/package-facts.ts";
export { ownTemplates, readTemplates } from "./render/read-templates.ts";
export { defineServices, type PackageConfiguration, type ServiceConfiguration } from "./services.ts";
export type { Pass } from "./weave/pass.ts";
export * as seams from "./weave/seam.ts";
export type { Allowances } from "./weave/verify-output.ts";
export type { Allowance } from "./weave/verify-output/check-code.ts";
export { insertion, type Edit, type Sources } from "./weave/sources.ts";
export { compare } from "./write/compare.ts";
export { writePackage } from "./write/write-package.ts";
