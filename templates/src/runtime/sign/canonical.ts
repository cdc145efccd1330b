// The parts of a request → their canonical forms, the first step of Signature Version 4.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request

/** `%` and two hexadecimal digits for each byte of a character that RFC 3986 reserves. */
const percentEncode = (character: string): string =>
  /[!'()*]/.test(character)
    ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
    : encodeURIComponent(/^[\ud800-\udfff]$/.test(character) ? "\ufffd" : character);

/** Encodes everything but the unreserved characters, as AWS's `UriEncode` does. */
export const uriEncode = (text: string): string => text.replace(/[^\w.~-]/gu, percentEncode);

/** Encodes what isn't encoded yet, and writes what is in the one canonical way. */
const completeEncoding = (text: string): string =>
  text.replace(/%[\dA-Fa-f]{2}|[^\w.~-]/gu, (part) => {
    if (part.length < 3) return part === "+" ? "%20" : percentEncode(part);
    const character = String.fromCharCode(parseInt(part.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : part.toUpperCase();
  });

/** Removes dot segments and empty segments. */
const normalizePath = (path: string): string => {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment && segment !== ".") segments.push(segment);
  }
  return `/${segments.join("/")}${segments[0] && path.endsWith("/") ? "/" : ""}`;
};

/** The canonical URI: S3 takes the path as it was sent, every other service encodes it once more. */
export function canonicalUri(path: string, options: { normalize: boolean; encode: boolean }): string {
  const plain = /^(\/[\w~-]+)*\/?$/;
  if (plain.test(path)) return path;
  const normalized = options.normalize ? normalizePath(path) : path;
  return normalized.split("/").map(options.encode ? uriEncode : (segment) => completeEncoding(segment)).join("/");
}

/** The canonical query string: sorted by name, then by value. */
export function canonicalQuery(query: string): string {
  if (!query) return query;
  // A zero byte sorts before every other, as the end of a name must; `=` does not.
  return query
    .split("&")
    .filter(Boolean)
    .map((pair) => {
      const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(pair)!;
      return `${completeEncoding(name)}\0${completeEncoding(value)}`;
    })
    .sort()
    .join("&")
    .replaceAll("\0", "=");
}

/** The canonical header value: trimmed, with single spaces. */
export function canonicalValue(name: string, value: string): string {
  // Most values hold nothing to change or to refuse.
  if (!/^ | $| {2}|[^ -~]/.test(value)) return value;
  if (/[^\t -~\x80-\xff]/.test(value))
    throw new TypeError(`The header \`${name}\` can't be sent: its value holds a line break or another character that headers can't carry.`);
  return value.trim().replace(/\s+/g, " ");
}
