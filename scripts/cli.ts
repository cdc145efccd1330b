#!/usr/bin/env node
// The program: hands the command line and the console to `main`, and its answer to the shell.

import { main } from "./cli/main.ts";

// Whoever reads our output may stop early (`… --stop-after prepare | head`). That isn't a fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  in: process.stdin,
  isTerminal: process.stderr.isTTY === true,
});
