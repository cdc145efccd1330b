// npm run record [-- NAME…]: makes the recorded parts of test/fixtures/exchanges again. What isn't recorded stays as it is.

import { writeFileSync } from "node:fs";
import { startAnsweringServer } from "../../test/support/answering-server.ts";
import { type Exchange, fileOf, formatExchange, readExchanges } from "../../test/support/exchange-file.ts";
import { MissingTool, type MotoServer, startMoto } from "./moto-server.ts";
import { recordMoto } from "./moto.ts";
import { recordOfficialSdk, sdkName } from "./official-sdk.ts";

const names = process.argv.slice(2);
const exchanges = readExchanges().filter(({ name }) => !names.length || names.some((wanted) => name.startsWith(wanted)));

async function record(): Promise<void> {
  const server = await startAnsweringServer();
  let moto: MotoServer | undefined;
  let changed = 0;
  try {
    const send = async (exchange: Exchange): Promise<Exchange> => {
      const { request, officialSdk } = await recordOfficialSdk(exchange, server);
      return { ...exchange, facts: { ...exchange.facts, request: `recorded; ${sdkName}` }, request, officialSdk };
    };
    for (const before of exchanges) {
      let after = before.origins.request.origin === "recorded" ? await send(before) : before;
      // Once more, for what the SDK makes of the new answer.
      if (before.facts["answered by"] === "moto") after = await send(await recordMoto(after, (moto ??= await startMoto())));
      if (write(before, after)) changed++;
    }
  } finally {
    await server.close();
    await moto?.close();
  }
  console.log(`${exchanges.length} exchanges, ${changed} changed.`);
}

function write(before: Exchange, after: Exchange): boolean {
  const text = formatExchange(after);
  if (text === formatExchange(before)) return false;
  writeFileSync(fileOf(after), text);
  console.log(`  ${after.name}`);
  return true;
}

try {
  await record();
} catch (error) {
  if (!(error instanceof MissingTool)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
