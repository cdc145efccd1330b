// Time as this process has it. While the machine is busy with something else, a tick of a millisecond takes longer, and so does what
// the process is waiting for; a test that counts ticks finds the same on a busy machine as on a quiet one.

// The global one may be another later on.
const { setTimeout } = globalThis;

/** Waits for so many ticks. */
export async function ticks(count: number): Promise<void> {
  for (let done = 0; done < count; done++) await new Promise((resolve) => void setTimeout(resolve, 1));
}

/** How many ticks a promise takes until it is settled; `Infinity` when it isn't after `limit` of them. */
export async function ticksUntil(promise: Promise<unknown>, limit: number): Promise<number> {
  let isSettled = false;
  const settle = () => void (isSettled = true);
  promise.then(settle, settle);
  // What is settled already counts as no tick.
  await Promise.resolve().then(() => {});
  for (let count = 0; count < limit; count++) {
    if (isSettled) return count;
    await ticks(1);
  }
  return isSettled ? limit : Infinity;
}
