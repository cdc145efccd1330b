import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { manifestOf, parseManifest } from "../../scripts/write/manifest.ts";
import { writePackage } from "../../scripts/write/write-package.ts";
import { filesIn, folderWith, putInto } from "../folders.ts";

const loader = new URL("../../scripts/typescript.mjs", import.meta.url).href;

async function killedWhileWriting(folder: string, ms: number): Promise<void> {
  const child = spawn(process.execPath, ["--import", loader, fileURLToPath(new URL("./endless-writer.ts", import.meta.url)), folder], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  await setTimeout(ms);
  child.kill("SIGKILL");
  await once(child, "close");
}

/** Every file that the manifest lists, as it lists it, and none else below `src`. */
function isWhole(folder: string): boolean {
  const manifest = parseManifest(readFileSync(`${folder}/.countersign.json`, "utf8"));
  const names = filesIn(folder).filter((name) => name.startsWith("src/"));
  const found = manifestOf(Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")])));
  return JSON.stringify(found) === JSON.stringify(manifest);
}

it("leaves the old package or the new one, whole, and nobody's file is lost, whenever it is killed (100 times)", { timeout: 900_000 }, async () => {
  const parent = folderWith();
  const folder = `${parent}/client`;
  writePackage(folder, { "src/first.ts": "first\n" });
  putInto(folder, { "dist/mine.js": "mine", "notes.md": "mine too" });
  let between = 0;
  for (let round = 0; round < 100; round += 1) {
    await killedWhileWriting(folder, Math.random() * 40);
    const places = [folder, `${parent}/.client.countersign-old`].filter((place) => existsSync(place));
    if (!existsSync(folder)) between += 1;
    expect(places.some(isWhole), `round ${round}: ${readdirSync(parent).join(", ")}`).toBe(true);
    writePackage(folder, { "src/first.ts": `round ${round}\n` });
    expect(readdirSync(parent), `round ${round}`).toEqual(["client"]);
    expect(filesIn(folder), `round ${round}`).toEqual([".countersign.json", "dist/mine.js", "notes.md", "src/first.ts"]);
  }
  console.log(`100 kills, ${between} of them between the two renames; every package was whole and every foreign file in its place.`);
});
