// Functions → how much CPU a run of each costs, in seconds: measured in turns, so that what the machine does besides falls on all alike.

export interface Contender {
  readonly run: () => unknown;
  /** Runs in a row; so many that the clock's steps don't matter. */
  readonly times: number;
}

/** The median of the rounds. The first third of them lets the engine compile what it will. */
export async function inTurns<Name extends string>(contenders: Readonly<Record<Name, Contender>>, rounds = 21): Promise<Record<Name, number>> {
  const measured = new Map<Name, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(contenders) as Name[]) {
      const { run, times } = contenders[name];
      const before = process.cpuUsage();
      for (let turn = 0; turn < times; turn += 1) await run();
      const { user, system } = process.cpuUsage(before);
      if (round >= rounds / 3) measured.set(name, [...(measured.get(name) ?? []), (user + system) / 1e6 / times]);
    }
  }
  return Object.fromEntries([...measured].map(([name, costs]) => [name, costs.sort((a, b) => a - b)[costs.length >> 1]])) as Record<Name, number>;
}
