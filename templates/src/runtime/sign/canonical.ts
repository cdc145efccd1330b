// The parts of a request → their canonical forms, the first step of Signature Version 4.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request

/** How path and query look in the canonical request. */
export interface CanonicalUrl {
  readonly path: (path: string) => string;
  readonly query: (query: string) => string;
}

/** Encodes everything but the unreserved characters, as AWS's `UriEncode` does. */
export const uriEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Encodes every segment of a path. */
export const encodeSegments = (path: string): string => (path === "/" ? path : path.split("/").map(uriEncode).join("/"));

/** For protocols that send every request to the root of an endpoint: there is nothing to normalize, and no query. */
export const plainUrl: CanonicalUrl = { path: (path) => encodeURIComponent(path).replaceAll("%2F", "/"), query: (query) => query };

/** The canonical header value: trimmed, with single spaces. Most values are so already. */
export const canonicalValue = (value: string): string =>
  /^\s|\s$|\s\s|[^\S ]/.test(value) ? value.trim().replace(/\s+/g, " ") : value;
