// The checks of meaning: each is one function in one file. They know nothing of each other, and their order has no
// effect; a new one is a file and a line.

import type { Finding } from "../finding.ts";
import { gatherFindings } from "../findings.ts";
import type { Check, Checked } from "./check.ts";
import { circularComposition } from "./circular-composition.ts";
import { controlCharacters } from "./control-characters.ts";
import { discriminators } from "./discriminators.ts";
import { expansion } from "./expansion.ts";
import { operationIds } from "./operation-ids.ts";
import { parameters } from "./parameters.ts";
import { pathTemplates } from "./path-templates.ts";
import { patterns } from "./patterns.ts";
import { security } from "./security.ts";
import { servers } from "./servers.ts";
import { size } from "./size.ts";

const checks: readonly Check[] = [size, servers, security, pathTemplates, operationIds, parameters, discriminators, circularComposition, expansion, patterns, controlCharacters];

export function runChecks(document: Checked): readonly Finding[] {
  return checks.flatMap((check) => {
    const findings = gatherFindings(document.limits);
    for (const finding of check(document)) {
      findings.add(finding);
      if (findings.isFull()) break;
    }
    return findings.list;
  });
}
