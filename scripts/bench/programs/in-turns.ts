// Functions → how much CPU a run of each costs, in seconds: measured in turns, so that what the machine does besides falls on all alike.

export interface Contender {
  readonly run: () => unknown;
  /** Runs in a row: so many that the clock's steps don't matter, and that what a run leaves behind is collected before its turn is over. */
  readonly times: number;
}

/** The medians of the rounds. The first quarter of them lets the engine compile what it will. */
export async function inTurns<Name extends string>(contenders: Readonly<Record<Name, Contender>>, rounds: number): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[];
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length]!;
      const { run, times } = contenders[name];
      await cleanedUp();
      const before = process.cpuUsage();
      for (let time = 0; time < times; time += 1) await run();
      const { user, system } = process.cpuUsage(before);
      if (round >= rounds / 4) measured.get(name)!.push((user + system) / 1e6 / times);
    }
  }
  return Object.fromEntries([...measured].map(([name, costs]) => [name, costs.sort((left, right) => left - right)[costs.length >> 1]])) as Record<Name, number>;
}

/** Whoever comes next must not pay for what the one before has left behind. */
async function cleanedUp(): Promise<void> {
  globalThis.gc?.();
  // What was waiting for the collection runs now, and its threads end their work.
  await new Promise((resolve) => setTimeout(resolve, 5));
}
