// Functions → how much CPU a run of each costs, in seconds: measured in turns, so that what the machine does besides falls on all alike.

export interface Contender {
  readonly run: () => unknown;
  /** Runs in a row; so many that the clock's steps don't matter. */
  readonly times: number;
}

/** The medians of the rounds. The first quarter of them lets the engine compile what it will. */
export async function inTurns<Name extends string>(contenders: Readonly<Record<Name, Contender>>, rounds: number): Promise<Record<Name, number>> {
  const names = Object.keys(contenders) as Name[];
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      // Each round begins with another, so that all meet the same machine. Whose garbage weighs is measured `byItself` instead.
      const name = names[(round + turn) % names.length]!;
      const { run, times } = contenders[name];
      const before = process.cpuUsage();
      for (let time = 0; time < times; time += 1) await run();
      const { user, system } = process.cpuUsage(before);
      if (round >= rounds / 4) measured.get(name)!.push((user + system) / 1e6 / times);
    }
  }
  return Object.fromEntries([...measured].map(([name, costs]) => [name, costs.sort((left, right) => left - right)[costs.length >> 1]])) as Record<Name, number>;
}

/** The mean of the rounds of one that has the process for itself: the time that its own garbage takes is in it, and no other's. */
export async function byItself({ run, times }: Contender, rounds: number): Promise<number> {
  const warmedUp = Math.ceil(rounds / 4);
  let before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    if (round === warmedUp) before = process.cpuUsage();
    for (let time = 0; time < times; time += 1) await run();
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6 / times / (rounds - warmedUp);
}
