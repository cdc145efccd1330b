// The fault matrix: every row, by what it is about.

import type { Fault, Section } from "./fault.ts";
import { answers } from "./rows/answers.ts";
import { attempts } from "./rows/attempts.ts";
import { connections } from "./rows/connections.ts";
import { endings } from "./rows/endings.ts";
import { keys } from "./rows/keys.ts";
import { requests } from "./rows/requests.ts";
import { secrets } from "./rows/secrets.ts";

export const matrix: readonly Section[] = [connections, answers, requests, attempts, keys, endings, secrets];

/** Faults with their names, as titles of tests want them. */
export const named = (faults: readonly Fault[]): (readonly [string, Fault])[] => faults.map((fault) => [fault.fault, fault]);
