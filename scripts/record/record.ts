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
  let moto: MotoServer | MissingTool | undefined;
  const changed: Exchange[] = [];
  const left: Exchange[] = [];
  const send = async (exchange: Exchange): Promise<Exchange> => {
    const { request, officialSdk } = await recordOfficialSdk(exchange, server);
    return { ...exchange, facts: { ...exchange.facts, request: `recorded; ${sdkName}` }, request, officialSdk };
  };
  try {
    for (const before of exchanges) {
      let after = before.origins.request.origin === "recorded" ? await send(before) : before;
      if (before.facts["answered by"] === "moto") {
        moto ??= await startMoto().catch(missing);
        if (moto instanceof MissingTool) left.push(before);
        // Once more, for what the SDK makes of the new answer.
        else after = await send(await recordMoto(after, moto));
      }
      if (write(before, after)) changed.push(after);
    }
  } finally {
    await server.close();
    if (moto && "close" in moto) await moto.close();
  }
  console.log(`${exchanges.length} exchanges, ${changed.length} changed.`);
  if (moto instanceof MissingTool) {
    console.error(`${left.length} answers of moto stay as they are: ${moto.message}`);
    process.exitCode = 1;
  }
}

function missing(error: unknown): MissingTool {
  if (error instanceof MissingTool) return error;
  throw error;
}

function write(before: Exchange, after: Exchange): boolean {
  const text = formatExchange(after);
  if (text === formatExchange(before)) return false;
  writeFileSync(fileOf(after), text);
  console.log(`  ${after.name}`);
  return true;
}

await record();
