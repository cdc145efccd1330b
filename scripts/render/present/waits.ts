// What templates need for functions that wait until something has come about.

import { operationFunction } from "../../prepare/names.ts";
import { parsePath } from "../../prepare/member-path.ts";
import type { Acceptor, Operation, PreparedSpec, Waiter } from "../../prepare/prepared-spec.ts";
import type { WaitView } from "../context.ts";
import { identifier, literal } from "../safe/code.ts";
import { docComment } from "../safe/comment.ts";
import { safe, type Expression } from "../safe/safe.ts";
import { pathCode } from "./path-code.ts";
import { shapesIn, typeText } from "./types.ts";

export interface Waited {
  readonly operation: Operation;
  readonly view: WaitView;
  readonly models: readonly string[];
}

/** The waiters whose every condition can be checked, by name. */
export function waiters(spec: PreparedSpec): readonly Waited[] {
  const taken = new Set(spec.operations.map((operation) => operationFunction(operation.name)));
  return spec.waiters.flatMap((waiter) => waitOf(spec, waiter, taken) ?? []).sort((left, right) => (left.view.functionName < right.view.functionName ? -1 : 1));
}

function waitOf(spec: PreparedSpec, waiter: Waiter, taken: ReadonlySet<string>): Waited | undefined {
  const operation = spec.operations.find((one) => one.name === waiter.operation);
  const acceptors = operation === undefined ? [] : waiter.acceptors.map((acceptor) => acceptorCode(spec, operation, acceptor));
  if (operation === undefined || acceptors.length === 0 || acceptors.includes(undefined)) return undefined;
  const { input, output } = operation;
  const plain = `waitUntil${waiter.name}`;
  const inputType = input === undefined ? safe<"type">("void") : input.kind === "members" ? safe<"type">(identifier(input.shape)) : typeText(input.type);
  const outputType = output === undefined ? safe<"type">("void") : output.kind === "members" ? safe<"type">(identifier(output.shape)) : typeText(output.type);
  // Only an answer that is a success can be given back.
  const mayFail = waiter.acceptors.some(({ state, matcher, ...rest }) => state === "success" && ((matcher === "status" && !isSuccess(rest)) || (matcher === "error" && "expected" in rest && rest.expected !== false)));
  const delayMs = Math.round(waiter.delaySeconds * 1_000);
  return {
    operation,
    models: [input, output].flatMap((message) => (message === undefined ? [] : message.kind === "members" ? [message.shape] : shapesIn(message.type))),
    view: {
      doc: docComment(waiter.doc === "" ? `Waits for \`${waiter.name}\`, which \`${operation.name}\` tells.` : waiter.doc, 0),
      functionName: identifier(taken.has(plain) ? `${plain}Reached` : plain),
      constant: identifier(`until${waiter.name}`),
      operationFunction: identifier(operationFunction(operation.name)),
      nameLiteral: literal(waiter.name),
      hasInput: input !== undefined,
      inputType,
      inputOptional: input?.kind === "members" && !input.required,
      outputType,
      mayFail: mayFail || output === undefined,
      resultType: mayFail ? safe(`${outputType} | undefined`) : outputType,
      delayMs: literal(delayMs),
      maxWaitMs: literal(delayMs * waiter.maxAttempts),
      acceptors: acceptors.filter((acceptor) => acceptor !== undefined),
    },
  };
}

function isSuccess(rest: object): boolean {
  return "expected" in rest && typeof rest.expected === "number" && rest.expected >= 200 && rest.expected < 300;
}

function acceptorCode(spec: PreparedSpec, { output }: Operation, acceptor: Acceptor): Expression | undefined {
  const state = literal(acceptor.state);
  const expected = literal(acceptor.expected as string | number);
  switch (acceptor.matcher) {
    case "status":
      return safe(`{ state: ${state}, status: ${expected} }`);
    case "error":
      return safe(`{ state: ${state}, error: ${expected} }`);
    case "path": case "pathAll": case "pathAny": {
      const path = parsePath(acceptor.path);
      const value = path === undefined || output?.kind !== "members" ? undefined : pathCode(spec, path, { code: "output", type: { kind: "shape", name: output.shape }, optional: false });
      if (value === undefined) return undefined;
      const of = acceptor.matcher === "path" ? "" : `, of: ${literal(acceptor.matcher === "pathAll" ? "all" : "any")}`;
      return safe(`{ state: ${state}, at: (output) => ${value.code.replace(/^\((.*)\)$/s, (whole, inner: string) => (isBalanced(inner) ? inner : whole))}, is: ${expected}${of} }`);
    }
  }
}

/** Whether the parentheses in a text close what they open. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text.replace(/"(?:[^"\\]|\\.)*"/g, "")) {
    depth += character === "(" ? 1 : character === ")" ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}
