// Writes the package.json of a generated package, ready to publish.

import type { PreparedSpec } from "../../prepare/prepared-spec.ts";
import type { PackageFacts } from "../package-facts.ts";

export function packageJson(spec: PreparedSpec, facts: PackageFacts): Record<string, unknown> {
  const entry = (name: string) => ({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` });
  return {
    name: facts.name,
    version: facts.version,
    description: facts.description ?? `Typed client of ${spec.service.title}: signed requests, typed exceptions, no dependencies.`,
    ...(facts.keywords === undefined ? {} : { keywords: facts.keywords }),
    license: facts.license,
    ...(facts.author === undefined ? {} : { author: facts.author }),
    ...(facts.homepage === undefined ? {} : { homepage: facts.homepage }),
    ...(facts.repository === undefined ? {} : { repository: facts.repository }),
    ...(facts.bugs === undefined ? {} : { bugs: facts.bugs }),
    type: "module",
    sideEffects: false,
    engines: { node: ">=20" },
    exports: { ".": entry("index"), "./node": entry("node"), "./openapi.json": "./openapi.json", "./package.json": "./package.json" },
    // Node signs with `node:crypto` and sends over `node:http`; everything else uses Web standards.
    imports: {
      "#platform": {
        node: { types: "./src/runtime/platform/node.ts", default: "./dist/runtime/platform/node.js" },
        default: { types: "./src/runtime/platform/web.ts", default: "./dist/runtime/platform/web.js" },
      },
    },
    files: ["dist", "src", "docs", "openapi.json", ...Object.keys(facts.alongside ?? {})],
    // What an earlier build left of files that are gone would be published with the rest.
    scripts: { build: "node -e \"fs.rmSync('dist', { recursive: true, force: true })\" && tsc -p tsconfig.json", prepack: "npm run build" },
    devDependencies: { "@types/node": "^20.19.0", typescript: "^5.9.0" },
  };
}
