// Prints how much CPU a process has used that does nothing, or that imports a client and makes one call. Arguments: the server's port,
// and whose client.

import { credentials, region } from "./sample.ts";

const [, , port, whose] = process.argv;
const options = { region, credentials, endpoint: `http://127.0.0.1:${port}` };
const input = { RegistrationToken: "x".repeat(900) };

if (whose === "ours") {
  const { connect, resolveCustomer } = await import("../../../generated/src/index.ts");
  await resolveCustomer(connect({ ...options, allowInsecure: true }), input);
} else if (whose === "theirs") {
  const { MarketplaceMeteringClient, ResolveCustomerCommand } = await import("@aws-sdk/client-marketplace-metering");
  await new MarketplaceMeteringClient(options).send(new ResolveCustomerCommand(input));
}
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ cpu: (user + system) / 1e6 }));
process.exit();
