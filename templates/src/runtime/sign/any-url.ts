// Any path, query and header → their canonical forms, for requests of which members or users choose them.

import * as platform from "#platform";
import type { HttpRequest } from "../call.ts";
import type { Canonical } from "./canonical.ts";
import type { Signing } from "./sigv4.ts";

/** Encodes everything but the unreserved characters, as AWS's `UriEncode` does. */
export const uriEncode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Encodes what isn't encoded yet, and writes what is in the one canonical way. */
function reencode(text: string): string {
  try {
    return uriEncode(decodeURIComponent(text));
  } catch {
    // Encoded bytes that are no UTF-8 can only stay as they are.
    return text;
  }
}

/** Removes dot segments and empty segments. */
function normalize(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment && segment !== ".") segments.push(segment);
  }
  return `/${segments.join("/")}${segments[0] && path.endsWith("/") ? "/" : ""}`;
}

/** S3 and its kin take the path as it is, and always want the hash of the body. */
export const isS3 = ({ signingName }: Pick<Signing, "signingName">): boolean => /^s3($|-|express$)/.test(signingName);

const unsignedPayload = "UNSIGNED-PAYLOAD";

/** What goes into the signature for the body. Bodies may be large, and a platform may have a quicker way for these. */
export const payloadHash = ({ body = "" }: HttpRequest, unsigned: boolean | undefined): string | Promise<string> =>
  unsigned ? unsignedPayload : platform.hashBody(body as string | Uint8Array);

/** S3 takes the path as it was sent, every other service encodes it once more. */
export function anyUrl(signing: Signing): Canonical {
  const { normalizePath = !isS3(signing), doubleEncodePath = !isS3(signing) } = signing;
  return {
    path(given) {
      const path = normalizePath ? normalize(given) : given;
      return path.split("/").map(doubleEncodePath ? uriEncode : reencode).join("/");
    },
    query: canonicalQuery,
    // Trimmed, with single spaces. Most values are so already.
    value: (value) => (/^\s|\s$|\s\s|[^\S ]/.test(value) ? value.trim().replace(/\s+/g, " ") : value),
    payload: (request) => payloadHash(request, request.unsigned ?? signing.unsignedPayload),
    // Nobody could tell otherwise that the body isn't signed.
    added: (payload) => (signing.contentSha256Header ?? payload === unsignedPayload) && { "x-amz-content-sha256": payload },
  };
}

/** The canonical query string: sorted by name, then by value. */
function canonicalQuery(query: string): string {
  const pairs = query.replace(/\+/g, "%20").split("&").filter(Boolean);
  return pairs
    .map((pair) => {
      const [name, ...value] = pair.split("=");
      // Unlike `=`, a zero byte sorts before every other character, as the end of a name must.
      return `${reencode(name!)}\0${reencode(value.join("="))}`;
    })
    .sort()
    .join("&")
    .replace(/\0/g, "=");
}
