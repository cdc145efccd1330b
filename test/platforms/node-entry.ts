// What the package's Node entry must do wherever there are processes: Node, Deno and Bun.

import { MarketplaceMeteringClient } from "../../generated/src/index.ts";
import { nodeTransport } from "../../generated/src/node.ts";
import type { Check } from "./scenario.ts";

export const nodeEntry: Readonly<Record<string, Check>> = {
  async "a transport from the Node entry keeps to two connections, and closes them"({ url }) {
    const transport = nodeTransport({ maxSockets: 2, idleTimeoutMs: 60_000 });
    const client = new MarketplaceMeteringClient({ region: "us-east-1", endpoint: url, allowInsecure: true, transport });
    const name = `own-${Math.random()}`;
    const open = async (): Promise<number> => Number(await (await fetch(`${url}/connections/${name}`)).text());
    const usage = { ProductCode: "code", Timestamp: new Date(), UsageDimension: "seats", UsageQuantity: 1 };
    await Promise.all(Array.from({ length: 20 }, () => client.meterUsage(usage, { headers: { "x-client": name } })));
    const kept = await open();
    if (kept < 1 || kept > 2) throw new Error(`${kept} connections were kept`);
    transport.close();
    for (let tries = 0; (await open()) > 0; tries++) {
      if (tries === 100) throw new Error(`${await open()} connections are left`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  },
};
