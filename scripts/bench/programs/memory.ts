// Prints what 20,000 calls do to the memory of their client: the peak, and how much the heap has grown between the first and the last
// thousands. Arguments: the server's port and whose client.

import { MarketplaceMeteringClient as TheirClient, ResolveCustomerCommand } from "@aws-sdk/client-marketplace-metering";
import { connect, resolveCustomer } from "../../../generated/src/index.ts";
import { credentials, region } from "./sample.ts";

const [, , port, whose] = process.argv;
const input = { RegistrationToken: "x".repeat(900) };
const options = { region, credentials, endpoint: `http://127.0.0.1:${port}` };
const ours = connect({ ...options, allowInsecure: true });
const theirs = new TheirClient(options);
const call: () => Promise<unknown> = whose === "ours" ? () => resolveCustomer(ours, input) : () => theirs.send(new ResolveCustomerCommand(input));

/** Bytes in use once all garbage is gone. */
function heap(): number {
  for (let time = 0; time < 3; time += 1) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const settled: number[] = [];
for (let thousand = 1; thousand <= 20; thousand += 1) {
  for (let batch = 0; batch < 50; batch += 1) await Promise.all(Array.from({ length: 20 }, call));
  if (thousand === 4 || thousand === 20) settled.push(heap());
}
const [early = 0, late = 0] = settled;
console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024, growth: late / early }));
process.exit();
