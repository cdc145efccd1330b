// JSON text → where its values stand and what is wrong with it. Values come from JSON.parse, which is fifty times faster.

import { toPointer, type Segment } from "./pointer.ts";

export interface JsonFault {
  readonly kind: "syntax" | "duplicate-key" | "nesting";
  readonly offset: number;
  readonly pointer: string;
  readonly message: string;
}

/** What one quick pass over a valid JSON text counts. */
export interface JsonShape {
  readonly keys: number;
  readonly depth: number;
}

const [quote, backslash, colon, openBrace, closeBrace, openBracket, closeBracket] = [34, 92, 58, 123, 125, 91, 93];

/** Counts keys and nesting without building anything. Any text is fine; broken JSON gives some number. */
export function measureJson(text: string): JsonShape {
  let keys = 0;
  let depth = 0;
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) i = endOfString(text, i) - 1;
    else if (code === colon) keys++;
    else if (code === openBrace || code === openBracket) {
      open++;
      if (open > depth) depth = open;
    } else if (code === closeBrace || code === closeBracket) open--;
  }
  return { keys, depth };
}

/** Offset behind the closing quote, or the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  let end = start;
  for (;;) {
    end = text.indexOf('"', end + 1);
    if (end < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
}

function skipBlanks(text: string, offset: number): number {
  let i = offset;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) break;
    i++;
  }
  return i;
}

/** A value of a JSON text, with the offset of its key when it is a member. */
export interface JsonSpot {
  readonly start: number;
  readonly key: number | undefined;
}

/** Finds values by pointer in a valid JSON text. Each map or list is indexed once, when a place in it is asked for. */
export function jsonLocator(text: string): (segments: readonly string[]) => JsonSpot | undefined {
  const indexed = new Map<number, Map<string, JsonSpot>>();
  return (segments) => {
    let spot: JsonSpot = { start: skipBlanks(text, 0), key: undefined };
    for (const segment of segments) {
      let children = indexed.get(spot.start);
      if (!children) {
        children = indexChildren(text, spot.start);
        indexed.set(spot.start, children);
      }
      const child = children.get(segment);
      if (!child) return undefined;
      spot = child;
    }
    return spot;
  };
}

function indexChildren(text: string, start: number): Map<string, JsonSpot> {
  const children = new Map<string, JsonSpot>();
  const isMap = text.charCodeAt(start) === openBrace;
  if (!isMap && text.charCodeAt(start) !== openBracket) return children;
  let i = skipBlanks(text, start + 1);
  for (let index = 0; i < text.length && text.charCodeAt(i) !== closeBrace && text.charCodeAt(i) !== closeBracket; index++) {
    let name = String(index);
    let key: number | undefined;
    if (isMap) {
      key = i;
      const end = endOfString(text, i);
      name = parseString(text.slice(i, end));
      i = skipBlanks(text, skipBlanks(text, end) + 1);
    }
    children.set(name, { start: i, key });
    i = skipBlanks(text, endOfValue(text, i));
    if (text.charCodeAt(i) === 44) i = skipBlanks(text, i + 1);
  }
  return children;
}

function endOfValue(text: string, start: number): number {
  let open = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) {
      i = endOfString(text, i) - 1;
      if (open === 0) return i + 1;
    } else if (code === openBrace || code === openBracket) open++;
    else if (code === closeBrace || code === closeBracket) {
      if (open === 0) return i;
      open--;
      if (open === 0) return i + 1;
    } else if (open === 0 && code === 44) return i;
  }
  return text.length;
}

function parseString(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text.slice(1, -1);
  }
}

interface Frame {
  readonly keys: Set<string> | undefined;
  key: string;
  index: number;
}

/**
 * Says what is wrong with a JSON text, in reading order: all duplicate keys, and the first fault of its syntax, which
 * ends the reading. Slow and careful; asked only when something is known to be wrong.
 */
export function findJsonFaults(text: string, limits: { readonly nesting: number; readonly problems: number }): readonly JsonFault[] {
  const faults: JsonFault[] = [];
  const stack: Frame[] = [];
  const pointer = (): string => toPointer(stack.map((frame): Segment => (frame.keys ? frame.key : frame.index)));
  const fault = (kind: JsonFault["kind"], offset: number, message: string): void => {
    faults.push({ kind, offset, pointer: pointer(), message });
  };
  const syntax = (offset: number, expected: string): readonly JsonFault[] => {
    const found = offset >= text.length ? "the text ends" : `there is ${describeCharacter(text, offset)}`;
    fault("syntax", offset, `The JSON is broken: ${found} where ${expected} is expected.`);
    return faults;
  };

  let i = skipBlanks(text, 0);
  for (;;) {
    // At a value.
    const code = text.charCodeAt(i);
    if (code === openBrace || code === openBracket) {
      if (stack.length >= limits.nesting) {
        fault("nesting", i, "");
        return faults;
      }
      const isMap = code === openBrace;
      stack.push({ keys: isMap ? new Set() : undefined, key: "", index: 0 });
      i = skipBlanks(text, i + 1);
      if (text.charCodeAt(i) !== (isMap ? closeBrace : closeBracket)) {
        if (!isMap) continue;
        const next = readKey();
        if (typeof next !== "number") return next;
        i = next;
        continue;
      }
      stack.pop();
      i++;
    } else {
      const end = endOfScalar(text, i);
      if (typeof end !== "number") return syntax(end.offset, end.expected);
      i = end;
    }

    // Behind a value: close what ends here, then go on to the next value.
    for (;;) {
      i = skipBlanks(text, i);
      const frame = stack.at(-1);
      if (!frame) return i < text.length ? syntax(i, "the end of the document") : faults;
      const next = text.charCodeAt(i);
      if (next === (frame.keys ? closeBrace : closeBracket)) {
        stack.pop();
        i++;
        continue;
      }
      if (next !== 44) return syntax(i, frame.keys ? "`,` or `}`" : "`,` or `]`");
      i = skipBlanks(text, i + 1);
      if (frame.keys) {
        const value = readKey();
        if (typeof value !== "number") return value;
        i = value;
      } else frame.index++;
      break;
    }
  }

  /** Reads `"key":` and gives the offset of the value. */
  function readKey(): number | readonly JsonFault[] {
    const frame = stack.at(-1)!;
    if (text.charCodeAt(i) !== quote) return syntax(i, "a key in double quotes");
    const end = endOfScalar(text, i);
    if (typeof end !== "number") return syntax(end.offset, end.expected);
    frame.key = parseString(text.slice(i, end));
    if (frame.keys!.has(frame.key) && faults.length < limits.problems) fault("duplicate-key", i, "The key is there twice; the first one would be lost.");
    frame.keys!.add(frame.key);
    const behind = skipBlanks(text, end);
    if (text.charCodeAt(behind) !== colon) return syntax(behind, "`:`");
    return skipBlanks(text, behind + 1);
  }
}

/** Offset behind a string, number or word; or where it is wrong and what should be there. */
function endOfScalar(text: string, start: number): number | { offset: number; expected: string } {
  if (text.charCodeAt(start) === quote) return endOfStrictString(text, start);
  const scalar = /(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-])/uy;
  scalar.lastIndex = start;
  return scalar.test(text) ? scalar.lastIndex : { offset: start, expected: "a value" };
}

function endOfStrictString(text: string, start: number): number | { offset: number; expected: string } {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === quote) return i + 1;
    if (code < 32) return { offset: i, expected: "the end of a string or an escaped control character" };
    if (code !== backslash) continue;
    const escape = /["\\/bfnrt]|u[0-9a-fA-F]{4}/uy;
    escape.lastIndex = i + 1;
    if (!escape.test(text)) return { offset: i, expected: "a valid escape such as `\\n` or `\\\\`" };
    i = escape.lastIndex - 1;
  }
  return { offset: text.length, expected: 'a closing `"`' };
}

/** Names one character; never more of the file, which may be one that nobody should see. */
function describeCharacter(text: string, offset: number): string {
  const character = String.fromCodePoint(text.codePointAt(offset)!);
  if (character === "\n" || character === "\r") return "the end of the line";
  if (character === "\t") return "a tab";
  if (character === "'") return "a single quote";
  return `\`${character}\``;
}
