// Writes two packages in turn, until it is killed.

import { setTimeout } from "node:timers/promises";
import { writePackage } from "../../scripts/write/write-package.ts";

const [, , folder = ""] = process.argv;

function files(what: string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`src/${index % 3}/${what}-${index}.ts`, `${what} ${index}\n`.repeat(50)]));
}

process.stdout.write("ready");
for (;;) {
  writePackage(folder, files("a"));
  writePackage(folder, files("b"));
  await setTimeout(0);
}
