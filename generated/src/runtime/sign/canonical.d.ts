import type { Signing } from "./sigv4.ts";
/** Encodes everything but the unreserved characters, as AWS's `UriEncode` does. */
export declare const uriEncode: (text: string) => string;
/** S3 and its kin take the path as it is, and always want the hash of the body. */
export declare const isS3: ({ signingName }: Signing) => boolean;
/** The canonical URI: S3 takes the path as it was sent, every other service encodes it once more. */
export declare function canonicalUri(path: string, signing: Signing): string;
/** The canonical query string: sorted by name, then by value. */
export declare function canonicalQuery(query: string): string;
/** The canonical header value: trimmed, with single spaces. Most values are so already. */
export declare const canonicalValue: (value: string) => string;
