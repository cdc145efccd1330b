// JSON pointers (RFC 6901): built from keys, taken apart, and written as the fragment of a URI.

export type Segment = string | number;

/** `["paths", "/a"]` becomes `/paths/~1a`. */
export function toPointer(segments: readonly Segment[]): string {
  let pointer = "";
  for (const segment of segments) pointer += `/${escapeSegment(segment)}`;
  return pointer;
}

/** `/paths/~1a` becomes `["paths", "/a"]`; the root, an empty text, becomes `[]`. */
export function fromPointer(pointer: string): readonly string[] {
  return pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeSegment);
}

export function escapeSegment(segment: Segment): string {
  const text = String(segment);
  return text.includes("~") || text.includes("/") ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text;
}

function unescapeSegment(segment: string): string {
  return segment.includes("~") ? segment.replaceAll("~1", "/").replaceAll("~0", "~") : segment;
}

/**
 * Writes a pointer as people read it: `#/paths/~1pets~1{id}`. Only what would break a line, hide itself or be
 * decoded a second time is percent-encoded, so that the text can be pasted into a search.
 */
export function toFragment(pointer: string): string {
  return `#${pointer.replace(/[%\s\p{Cc}\p{Cf}\p{Cs}]/gu, encodeCharacter)}`;
}

/** A pointer as a `$ref`, which is a URI: a percent sign of a name is written `%25` in it. */
export function toReference(pointer: string): string {
  return `#${pointer.replaceAll("%", "%25")}`;
}

/** The pointer in a `$ref` such as `#/paths/~1pets~1%7Bid%7D`, or undefined when its percent signs are broken. */
export function fromFragment(fragment: string): string | undefined {
  const text = fragment.startsWith("#") ? fragment.slice(1) : fragment;
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function encodeCharacter(character: string): string {
  // Half of a surrogate pair can't be encoded.
  return encodeURIComponent(/\p{Cs}/u.test(character) ? "\uFFFD" : character);
}
