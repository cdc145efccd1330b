// A process that makes calls, says when the last is over, and closes nothing. It must end by itself.

import { MarketplaceMeteringClient } from "../../generated/src/index.ts";
import type { Surroundings } from "./scenario.ts";

const { url, transport } = JSON.parse(process.argv[2] ?? "") as Surroundings;
const client = new MarketplaceMeteringClient({
  region: "us-east-1",
  endpoint: url,
  allowInsecure: true,
  ...(transport === "fetch" && { fetch: (input, init) => fetch(input, init) }),
});
await Promise.all(Array.from({ length: 5 }, () => client.resolveCustomer({ RegistrationToken: "example" })));
console.log("the last call is over");
