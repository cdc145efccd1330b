// Counts what holds and tells what doesn't.

export interface Checks {
  /** A statement that has to have no exceptions. */
  readonly none: (statement: string, exceptions: readonly string[]) => void;
  /** A figure that may reach its limit. */
  readonly atMost: (statement: string, figure: number, limit: number, unit: string) => void;
  readonly passed: () => number;
  readonly failed: () => number;
}

const shown = 20;

export function openChecks(say: (line: string) => void): Checks {
  let [passed, failed] = [0, 0];
  const count = (holds: boolean, line: string): void => {
    if (holds) passed += 1;
    else failed += 1;
    say(`${holds ? "passed" : "FAILED"}  ${line}`);
  };
  return {
    none: (statement, exceptions) => {
      count(exceptions.length === 0, statement);
      for (const exception of exceptions.slice(0, shown)) say(exception.replace(/^/gm, "          "));
      if (exceptions.length > shown) say(`          and ${exceptions.length - shown} more`);
    },
    atMost: (statement, figure, limit, unit) => count(figure <= limit, `${statement}: ${figure.toFixed(2)} ${unit} (at most ${limit})`),
    passed: () => passed,
    failed: () => failed,
  };
}
