// The groups, in the order of the table.

import type { Group } from "./group.ts";
import { bundles } from "./groups/bundles.ts";
import { calls } from "./groups/calls.ts";
import { codec } from "./groups/codec.ts";
import { generating } from "./groups/generating.ts";
import { memory } from "./groups/memory.ts";
import { otherServices } from "./groups/services.ts";
import { signing } from "./groups/signing.ts";
import { starting } from "./groups/starting.ts";

export const groups: readonly Group[] = [generating, bundles, otherServices, starting, signing, codec, calls, memory];
