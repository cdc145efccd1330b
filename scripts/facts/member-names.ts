// Pages and waiters name members as the model does; here they get the names that users of a package write.

import { parsePath, printPath, type Path, type Step } from "../prepare/member-path.ts";
import type { Pagination, Protocol, Waiter } from "../prepare/prepared-spec.ts";
import { memberName, type Role } from "./member-facts.ts";
import type { Model, ModelAcceptor, ModelMember, ModelPaginator, ModelShape, ModelWaiter } from "./model.ts";

/** Gives the name of a member of an operation's input or output, or a path to one; nothing for one that isn't there. */
export interface MemberNames {
  readonly input: (operation: string, name: string) => string | undefined;
  readonly output: (operation: string, path: string) => string | undefined;
}

export function memberNames(model: Model, protocol: Protocol): MemberNames {
  function inPath(path: Path, shape: string, role: Role): Path | undefined {
    switch (path.kind) {
      case "literal":
        return path;
      case "length": case "not": {
        const of = inPath(path.of, shape, role);
        return of === undefined ? undefined : { ...path, of };
      }
      case "and": case "or": case "compare": {
        const [left, right] = [inPath(path.left, shape, role), inPath(path.right, shape, role)];
        return left === undefined || right === undefined ? undefined : { ...path, left, right };
      }
      case "steps":
        return inSteps(path.steps, shape, role);
    }
  }

  function inSteps(steps: readonly Step[], start: string, startRole: Role): Path | undefined {
    const found: Step[] = [];
    let [name, role]: [string | undefined, Role] = [start, startRole];
    for (const step of steps) {
      const shape: ModelShape | undefined = name === undefined ? undefined : model.shapes[name];
      switch (step.kind) {
        case "member": {
          const member: ModelMember | undefined = shape?.members?.[step.name];
          if (shape === undefined || member === undefined) return undefined;
          found.push({ ...step, name: memberName(protocol, role, shape, step.name) });
          [name, role] = [member.shape, "nested"];
          break;
        }
        case "index": case "each": case "values":
          // A list of lists that becomes one is rare; what isn't a list stays as it is.
          name = step.kind === "values" ? shape?.value?.shape : shape?.member?.shape;
          found.push(step);
          break;
        case "where": {
          const condition = shape?.member === undefined ? undefined : inPath(step.condition, shape.member.shape, "nested");
          if (condition === undefined) return undefined;
          found.push({ kind: "where", condition });
          name = shape?.member?.shape;
          break;
        }
      }
    }
    return { kind: "steps", steps: found };
  }

  return {
    input(operation, name) {
      const input = model.operations[operation]?.input?.shape;
      const shape = input === undefined ? undefined : model.shapes[input];
      return shape?.members?.[name] === undefined ? undefined : memberName(protocol, "input", shape, name);
    },
    output(operation, text) {
      const output = model.operations[operation]?.output?.shape;
      const parsed = parsePath(text);
      const path = output === undefined || parsed === undefined ? undefined : inPath(parsed, output, "output");
      return path === undefined ? undefined : printPath(path);
    },
  };
}

/** Nothing when it can't be had: when a member isn't there, or its path is beyond what we read. */
export function paginationOf(names: MemberNames, operation: string, paginator: ModelPaginator): Pagination | undefined {
  const inputTokens = list(paginator.input_token).map((name) => names.input(operation, name));
  const outputTokens = list(paginator.output_token).map((path) => names.output(operation, path));
  if (inputTokens.length === 0 || inputTokens.length !== outputTokens.length || [...inputTokens, ...outputTokens].includes(undefined)) return undefined;
  const limit = paginator.limit_key === undefined ? undefined : names.input(operation, paginator.limit_key);
  const more = paginator.more_results === undefined ? undefined : names.output(operation, paginator.more_results);
  return {
    inputTokens: inputTokens.map(String),
    outputTokens: outputTokens.map(String),
    ...(limit === undefined ? {} : { limit }),
    ...(more === undefined ? {} : { moreResults: more }),
    results: list(paginator.result_key).flatMap((path) => names.output(operation, path) ?? []),
  };
}

/** Nothing when one of its conditions can't be checked: a waiter that misses a failure would wait in vain. */
export function waiterOf(names: MemberNames, name: string, waiter: ModelWaiter): Waiter | undefined {
  const acceptors = waiter.acceptors.map((acceptor) => acceptorOf(names, waiter.operation, acceptor));
  if (acceptors.includes(undefined)) return undefined;
  return {
    name, operation: waiter.operation, doc: waiter.description ?? "", delaySeconds: waiter.delay, maxAttempts: waiter.maxAttempts,
    acceptors: acceptors.filter((acceptor) => acceptor !== undefined),
  };
}

function acceptorOf(names: MemberNames, operation: string, { matcher, state, argument = "", expected }: ModelAcceptor): Waiter["acceptors"][number] | undefined {
  if (matcher === "status" && typeof expected === "number") return { state, matcher, expected };
  if (matcher === "error" && typeof expected !== "number") return { state, matcher, expected };
  if (matcher !== "path" && matcher !== "pathAll" && matcher !== "pathAny") return undefined;
  const path = names.output(operation, argument);
  return path === undefined ? undefined : { state, matcher, path, expected };
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}
