// Keeps what V8 has made of the large packages (two TypeScript compilers, mostly), so that a run needn't compile them again:
// a sixth of its CPU. Node 22 has this built in; for Node 20 it is done here, for CommonJS files of more than 200 kB.

import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import module, { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { arch, version } from "node:process";
import { fileURLToPath } from "node:url";
import { constants, Script } from "node:vm";

const folder = fileURLToPath(new URL("../node_modules/.cache/countersign/", import.meta.url));
const large = 200_000;

if (module.enableCompileCache !== undefined) module.enableCompileCache(folder);
else {
  const compile = module.prototype._compile;
  module.prototype._compile = function (text, file) {
    if (text.length < large || !file.includes("node_modules")) return compile.call(this, text, file);
    const script = compiled(text, file);
    script.runInThisContext().call(this.exports, this.exports, createRequire(file), this, file, dirname(file));
  };
}

/** The wrapped file as a script. What V8 has kept of another version of the file or of Node it refuses by itself. */
function compiled(text, file) {
  const { size, mtimeMs } = statSync(file);
  const kept = join(folder, [basename(file), size, mtimeMs, version, arch].join("-"));
  const cachedData = readIfThere(kept);
  const script = new Script(module.wrap(text), { filename: file, cachedData, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER });
  // At the end V8 knows which functions were called, and keeps those as well.
  if (cachedData === undefined || script.cachedDataRejected) process.once("exit", () => keep(kept, script));
  return script;
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** As one step, for other runs may read it; a disk that can't be written is no reason to fail. */
function keep(file, script) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, script.createCachedData());
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // The next run compiles again.
  }
}
