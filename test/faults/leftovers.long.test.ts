// The faults that take a process of their own, with our client.

import { expect, it } from "vitest";
import { named } from "./matrix.ts";
import { ours, oursOverFetch } from "./our-client.ts";
import { leftovers } from "./rows/leftovers.ts";
import { runFault } from "./trial.ts";

it.each(named(leftovers.faults))("%s", async (_, fault) => {
  expect(await runFault(fault, ours)).toBe(fault.ours);
  expect(await runFault(fault, oursOverFetch)).toBe(fault.ours);
});
