// What options, shapes and protocols throw for a value that can't be used; the client makes a public error of it.

/** A value that can't be sent, or an answer that can't be read. */
export class ValueError extends TypeError {
  /** Where in the input or the answer, such as `UsageRecords[3].Timestamp`. */
  readonly path: string;
  /** What is wrong there. */
  readonly problem: string;

  constructor(problem: string, path = "") {
    super(path ? `${path}: ${problem}` : problem);
    this.problem = problem;
    this.path = path;
  }
}

/** The same error, seen from the value that holds the broken one. Others pass as they are. */
export function inside(key: string | number, error: unknown): unknown {
  if (!(error instanceof ValueError)) return error;
  const place = typeof key === "number" ? `[${key}]` : key;
  const separator = error.path === "" || error.path.startsWith("[") ? "" : ".";
  return new ValueError(error.problem, place + separator + error.path);
}
