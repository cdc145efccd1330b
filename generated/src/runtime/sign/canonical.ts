// What a request looks like in the canonical request, the first step of Signature Version 4.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html#create-canonical-request

/** Path, query and values of headers → their canonical forms. */
export interface Canonical {
  readonly path: (path: string) => string;
  readonly query: (query: string) => string;
  readonly value: (value: string) => string;
}

const same = (text: string): string => text;

/**
 * For protocols that send every request to the root of an endpoint: there is nothing to normalize, and no query. Headers of
 * the caller are canonical from the start, or they are refused.
 */
export const plain: Canonical = { path: (path) => encodeURIComponent(path).replaceAll("%2F", "/"), query: same, value: same };
