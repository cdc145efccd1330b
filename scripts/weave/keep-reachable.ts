// Leaves out the runtime files that nothing imports, and modules without content: a package carries only the protocol that it
// speaks, and has a module for pages only when there are any.

import type { Files } from "../render/engine.ts";

const runtime = "src/runtime/";
const platforms = ["src/runtime/platform/node.ts", "src/runtime/platform/web.ts"];

export function keepReachable(files: Files): Files {
  const reached = new Set<string>();
  const queue = Object.entries(files).filter(([path, text]) => !path.startsWith(runtime) && !isEmptyModule(path, text)).map(([path]) => path);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    if (path.endsWith(".ts")) queue.push(...importedBy(path, files[path] ?? "").filter((imported) => Object.hasOwn(files, imported)));
  }
  return Object.fromEntries(Object.entries(files).filter(([path]) => reached.has(path)));
}

/** A module that has nothing to say, because the API has no pages or no waiters. */
function isEmptyModule(path: string, text: string): boolean {
  return path.endsWith(".ts") && text.replace(/^\s*\/\/.*$/gm, "").trim() === "";
}

function importedBy(path: string, text: string): readonly string[] {
  const specifiers = [...text.matchAll(/(?:^|\n)(?:import|export|\})[^"\n]*?(?:from )?"([^"\n]+)";/g)].map((match) => match[1] ?? "");
  return specifiers.flatMap((specifier) => (specifier === "#platform" ? platforms : specifier.startsWith(".") ? [joined(path, specifier)] : []));
}

function joined(path: string, specifier: string): string {
  const parts = path.split("/").slice(0, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
