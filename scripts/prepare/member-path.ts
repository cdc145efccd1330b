// Reads the paths that pagination and waiters name members by: the part of JMESPath that they use.
//
//   Table.TableStatus                        a member of a member
//   Reservations[].Instances[].State.Name    of each item, in one list
//   Items[-1].Key, Certificates.*.Status     the last item; every value of a map
//   length(Images[]) > `0`, A || B, !A       a condition

export type Path =
  | { readonly kind: "steps"; readonly steps: readonly Step[] }
  | { readonly kind: "length"; readonly of: Path }
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "compare"; readonly operator: Comparison; readonly left: Path; readonly right: Path }
  | { readonly kind: "and" | "or"; readonly left: Path; readonly right: Path }
  | { readonly kind: "not"; readonly of: Path };

export type Step =
  | { readonly kind: "member"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  /** `[]`: what follows is done with each item, and lists of lists become one. */
  | { readonly kind: "each" }
  /** `*`: what follows is done with each value of a map. */
  | { readonly kind: "values" }
  | { readonly kind: "where"; readonly condition: Path };

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** Nothing for what isn't in this part of JMESPath. */
export function parsePath(text: string): Path | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const reader = pathReader(tokens);
  try {
    const path = reader.either();
    return reader.isAtEnd() ? path : undefined;
  } catch (error) {
    if (error instanceof NotAPath) return undefined;
    throw error;
  }
}

export function printPath(path: Path): string {
  switch (path.kind) {
    case "steps":
      return path.steps.map((step, index) => printStep(step, index === 0)).join("");
    case "length":
      return `length(${printPath(path.of)})`;
    case "literal":
      return typeof path.value === "string" ? `'${path.value.replace(/[\\']/g, "\\$&")}'` : `\`${JSON.stringify(path.value)}\``;
    case "compare":
      return `${grouped(path.left)} ${path.operator} ${grouped(path.right)}`;
    case "and":
      return `${grouped(path.left)} && ${grouped(path.right)}`;
    case "or":
      return `${grouped(path.left)} || ${grouped(path.right)}`;
    case "not":
      return `!${grouped(path.of)}`;
  }
}

/** Conditions inside conditions are set in parentheses, whether they need them or not. */
function grouped(path: Path): string {
  const text = printPath(path);
  return path.kind === "and" || path.kind === "or" || path.kind === "compare" ? `(${text})` : text;
}

function printStep(step: Step, isFirst: boolean): string {
  const dot = isFirst ? "" : ".";
  switch (step.kind) {
    case "member":
      return `${dot}${/^[A-Za-z_][A-Za-z0-9_]*$/.test(step.name) ? step.name : JSON.stringify(step.name)}`;
    case "values":
      return `${dot}*`;
    case "index":
      return `[${step.index}]`;
    case "each":
      return "[]";
    case "where":
      return `[?${printPath(step.condition)}]`;
  }
}

class NotAPath extends Error {}

type Token = { readonly kind: "mark" | "name"; readonly text: string } | { readonly kind: "literal"; readonly value: string | number | boolean | null };

function tokensOf(text: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const pattern = /\s+|([A-Za-z_][A-Za-z0-9_]*)|("(?:[^"\\]|\\.)*")|'((?:[^'\\]|\\.)*)'|`([^`]*)`|(-?\d+)|(&&|\|\||[=!<>]=|\[\?|[[\]().*!<>])/gy;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    end = match.index + match[0].length;
    const [, name, quoted, raw, json, number, mark] = match;
    try {
      if (name !== undefined) tokens.push({ kind: "name", text: name });
      else if (quoted !== undefined) tokens.push({ kind: "name", text: JSON.parse(quoted) as string });
      else if (raw !== undefined) tokens.push({ kind: "literal", value: raw.replace(/\\(['\\])/g, "$1") });
      else if (json !== undefined) tokens.push({ kind: "literal", value: literalIn(json) });
      else if (number !== undefined) tokens.push({ kind: "literal", value: Number(number) });
      else if (mark !== undefined) tokens.push({ kind: "mark", text: mark });
    } catch {
      return undefined;
    }
  }
  return end === text.length && tokens.length > 0 ? tokens : undefined;
}

function literalIn(json: string): string | number | boolean | null {
  const value: unknown = JSON.parse(json);
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw new NotAPath();
}

function pathReader(tokens: readonly Token[]) {
  let position = 0;
  const textAt = (at: number): string | undefined => {
    const token = tokens[at];
    return token !== undefined && token.kind === "mark" ? token.text : undefined;
  };
  const take = (mark: string): boolean => {
    if (textAt(position) !== mark) return false;
    position += 1;
    return true;
  };
  const expect = (mark: string): void => {
    if (!take(mark)) throw new NotAPath();
  };

  function either(): Path {
    let left = both();
    while (take("||")) left = { kind: "or", left, right: both() };
    return left;
  }

  function both(): Path {
    let left = comparison();
    while (take("&&")) left = { kind: "and", left, right: comparison() };
    return left;
  }

  function comparison(): Path {
    const left = single();
    const operator = (["==", "!=", "<=", ">=", "<", ">"] as const).find(take);
    return operator === undefined ? left : { kind: "compare", operator, left, right: single() };
  }

  function single(): Path {
    if (take("!")) return { kind: "not", of: single() };
    if (take("(")) {
      const inner = either();
      expect(")");
      return inner;
    }
    const token = tokens[position];
    if (token?.kind === "literal") {
      position += 1;
      return { kind: "literal", value: token.value };
    }
    if (token?.kind === "name" && textAt(position + 1) === "(") {
      if (token.text !== "length") throw new NotAPath();
      position += 2;
      const of = either();
      expect(")");
      return { kind: "length", of };
    }
    return steps();
  }

  function steps(): Path {
    const found: Step[] = [];
    do {
      if (found.length === 0 || take(".")) found.push(named());
      else found.push(bracket());
    } while (textAt(position) === "." || textAt(position) === "[" || textAt(position) === "[?");
    return { kind: "steps", steps: found };
  }

  function named(): Step {
    if (take("*")) return { kind: "values" };
    const token = tokens[position];
    if (token?.kind !== "name") throw new NotAPath();
    position += 1;
    return { kind: "member", name: token.text };
  }

  function bracket(): Step {
    if (take("[?")) {
      const condition = either();
      expect("]");
      return { kind: "where", condition };
    }
    expect("[");
    if (take("]")) return { kind: "each" };
    const token = tokens[position];
    if (token?.kind !== "literal" || typeof token.value !== "number" || !Number.isInteger(token.value)) throw new NotAPath();
    position += 1;
    expect("]");
    return { kind: "index", index: token.value };
  }

  return { either, isAtEnd: () => position === tokens.length };
}
