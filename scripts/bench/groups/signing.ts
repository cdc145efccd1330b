// What signing a request of 1 KB costs: in Node, and on Web standards alone.

import type { Group } from "../group.ts";
import { runProgram } from "../run-program.ts";

export const signing: Group = {
  name: "signing",
  title: "Signing a POST of 1 KB, CPU",
  rows: [
    { what: "In Node, against two SHA-256 and one HMAC of `node:crypto`", figure: ["in Node", "ours"], against: ["in Node", "least"], unit: "s", limit: 1.5 },
    { what: "In Node, against the SDK's `@smithy/signature-v4`", figure: ["in Node", "ours"], against: ["in Node", "AWS's signer"], unit: "s", limit: 0.167 },
    { what: "In Node, against `aws4`", figure: ["in Node", "ours"], against: ["in Node", "aws4"], unit: "s", limit: 0.5 },
    { what: "On Web standards alone, against `aws4fetch`, both run by Node", figure: ["for the Web", "ours"], against: ["for the Web", "aws4fetch"], unit: "s", limit: 0.125 },
    { what: "On Web standards alone, against `aws4`, which has `node:crypto`", figure: ["for the Web", "ours"], against: ["for the Web", "aws4"], unit: "s", limit: 3 },
  ],
  async subjects(workshop) {
    const inNode = await workshop.program("signing", "node");
    const forTheWeb = await workshop.program("signing-web", "web");
    return [
      { name: "in Node", rounds: 3, run: () => runProgram(inNode) },
      { name: "for the Web", rounds: 3, run: () => runProgram(forTheWeb) },
    ];
  },
};
