import { expect, it } from "vitest";
import { ticks, ticksUntil } from "./ticks.ts";

it("a promise takes as many ticks as it waits for, whether it is kept or broken", async () => {
  expect(await ticksUntil(Promise.resolve(), 10)).toBe(0);
  expect(await ticksUntil(Promise.reject(new Error("no")), 10)).toBe(0);
  expect(await ticksUntil(ticks(5), 100)).toBeGreaterThanOrEqual(4);
  expect(await ticksUntil(ticks(5), 100)).toBeLessThanOrEqual(6);
  expect(await ticksUntil(new Promise(() => {}), 10)).toBe(Infinity);
});

it("a tick is one however long the process is halted", async () => {
  const halted = ticks(1).then(() => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100));
  expect(await ticksUntil(halted, 100)).toBeLessThanOrEqual(3);
});
