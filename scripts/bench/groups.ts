// The groups, in the order of the table.

import type { Group } from "./group.ts";
import { bundles } from "./groups/bundles.ts";
import { generating } from "./groups/generating.ts";

export const groups: readonly Group[] = [generating, bundles];
