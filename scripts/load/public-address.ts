// Tells addresses of the public internet from all others: this machine, the networks around it, and what has no hosts.

import { BlockList, isIP } from "node:net";

/** RFC 6890 and its successors; `169.254.169.254` in here hands out a cloud machine's keys. */
const special = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8], ["10.0.0.0", 8], ["100.64.0.0", 10], ["127.0.0.0", 8], ["169.254.0.0", 16], ["172.16.0.0", 12], ["192.0.0.0", 24], ["192.0.2.0", 24],
  ["192.88.99.0", 24], ["192.168.0.0", 16], ["198.18.0.0", 15], ["198.51.100.0", 24], ["203.0.113.0", 24], ["224.0.0.0", 4], ["240.0.0.0", 4],
] as const) special.addSubnet(network, prefix, "ipv4");
// Teredo, documentation and 6to4 lie among the addresses that hosts have, and carry others inside.
for (const [network, prefix] of [["2001::", 23], ["2001:db8::", 32], ["2002::", 16], ["3fff::", 20]] as const) special.addSubnet(network, prefix, "ipv6");

const hosts = new BlockList();
hosts.addSubnet("2000::", 3, "ipv6");

/** Whether anybody on the internet can be reached by it. All of IPv6 but `2000::/3` isn't: loopback, link-local, unique local, mapped IPv4. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, "ipv4");
    case 6:
      return hosts.check(address, "ipv6") && !special.check(address, "ipv6");
    default:
      return false;
  }
}
