import type { HttpRequest } from "../call.ts";
/** What a service wants of its signatures. What is left out follows from the signing name: S3 differs from all others. */
export interface Signing {
    readonly signingName: string;
    readonly region: string;
    /** Encode the path once more before signing. */
    readonly doubleEncodePath?: boolean;
    /** Remove dot segments and empty segments from the path before signing. */
    readonly normalizePath?: boolean;
    /** Leave the body out of the signature; then only TLS protects it. */
    readonly unsignedPayload?: boolean;
    /** Send the hash of the body as `x-amz-content-sha256`, too. */
    readonly contentSha256Header?: boolean;
    /** Names of headers to sign that usually aren't, since proxies change them; in lower case. */
    readonly signedHeaders?: readonly string[];
}
export declare const algorithm = "AWS4-HMAC-SHA256";
/** The hash that goes into the signature; a promise where a large body is hashed sooner that way. */
export declare const payloadHash: (request: HttpRequest, signing: Signing) => string | Promise<string>;
/** `20150830T123600Z` */
export declare const amzDate: (time: number) => string;
/** `20150830/us-east-1/service/aws4_request` */
export declare const credentialScope: (date: string, { region, signingName }: Signing) => string;
/** Chooses the names of the headers to sign, in order, and refuses those that the signature itself needs. */
export declare function headersToSign(given: readonly string[], ours: readonly string[], { signedHeaders }: Signing): string[];
/** The canonical request: what client and service must agree on, to the byte. `list` holds the names, joined. */
export declare function canonicalRequest(request: HttpRequest, names: readonly string[], list: string, hash: string, signing: Signing): string;
/** The string to sign. */
export declare const stringToSign: (date: string, scope: string, canonical: string) => string;
/** The signing key: HMAC upon HMAC over date, region, service and `aws4_request`. */
export declare const signingKey: (secretAccessKey: string, scope: string) => Uint8Array;
