// Bytes → text. A document is UTF-8; anything else is a fault that names the encoding.

import type { ProblemCode } from "../problems/catalogue.ts";

export type Decoded =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "fault"; readonly code: ProblemCode; readonly text: string; readonly offset: number; readonly message: string; readonly fix: string };

const saveAsUtf8 = "Save the file as UTF-8.";

/** Reads UTF-8. A byte order mark at the beginning is harmless and left out. */
export function decode(bytes: Uint8Array): Decoded {
  const foreign = foreignEncoding(bytes);
  if (foreign) return { kind: "fault", code: "source-not-utf8", text: "", offset: 0, message: `The file is ${foreign}, and an OpenAPI document is UTF-8.`, fix: saveAsUtf8 };

  // `fatal` only says that something is wrong; the replacement character that the lenient decoder leaves says where.
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const valid = validPrefix(bytes);
    return { kind: "fault", code: "source-not-utf8", text: valid, offset: valid.length, message: `Byte ${byteLength(valid) + 1} of the file isn't UTF-8.`, fix: saveAsUtf8 };
  }

  if (text.trim() === "") return { kind: "fault", code: "source-empty", text, offset: 0, message: "The file is empty.", fix: "Write an OpenAPI document into it, or name another file." };
  const nul = text.indexOf("\0");
  if (nul >= 0) return { kind: "fault", code: "source-not-text", text, offset: nul, message: "The file holds a NUL character, so it isn't a text.", fix: "Remove the NUL character, or name the file that holds the document." };
  return { kind: "text", text };
}

/** UTF-16 and UTF-32, by a byte order mark or by the NULs beside ASCII characters. */
function foreignEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0 && second === 0 && fourth !== 0 && (third === 0 || (third === 0xfe && fourth === 0xff))) return "UTF-32 (big endian)";
  if (third === 0 && fourth === 0 && first !== 0 && (second === 0 || (first === 0xff && second === 0xfe))) return "UTF-32 (little endian)";
  if (first === 0xff && second === 0xfe) return "UTF-16 (little endian)";
  if (first === 0xfe && second === 0xff) return "UTF-16 (big endian)";
  // JSON and YAML begin with an ASCII character, which UTF-16 pads with a NUL.
  if (bytes.length >= 4 && first !== 0 && second === 0 && third !== 0 && fourth === 0) return "UTF-16 (little endian)";
  if (bytes.length >= 4 && first === 0 && second !== 0 && third === 0 && fourth !== 0) return "UTF-16 (big endian)";
  return undefined;
}

/** The longest text at the beginning that is valid, found by halving. */
function validPrefix(bytes: Uint8Array): string {
  const isValid = (end: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValid(middle)) valid = middle;
    else invalid = middle;
  }
  return new TextDecoder("utf-8").decode(bytes.subarray(0, valid), { stream: true });
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
