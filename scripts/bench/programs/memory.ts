// Prints what 20,000 calls do to the memory of their client: the peak, and how much the heap has grown once the first thousands are
// over. Arguments: the server's port, and whose client.

import { credentials, region } from "./sample.ts";

const [, , port, whose] = process.argv;
const input = { RegistrationToken: "x".repeat(900) };
const options = { region, credentials, endpoint: `http://127.0.0.1:${port}` };
const call = whose === "ours" ? await ours() : await theirs();

// Only one of the two is ever imported, since the other would take memory, too.
async function ours(): Promise<() => Promise<unknown>> {
  const { connect, resolveCustomer } = await import("../../../generated/src/index.ts");
  const client = connect({ ...options, allowInsecure: true });
  return () => resolveCustomer(client, input);
}

async function theirs(): Promise<() => Promise<unknown>> {
  const { MarketplaceMeteringClient, ResolveCustomerCommand } = await import("@aws-sdk/client-marketplace-metering");
  const client = new MarketplaceMeteringClient(options);
  return () => client.send(new ResolveCustomerCommand(input));
}

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
