import type { HttpRequest } from "../call.ts";
import type { Credentials } from "../credentials.ts";
import { type Signing } from "./sigv4.ts";
/** Signs at a time, in milliseconds, with the hash that `payloadHash` gives. */
export type Signer = (request: HttpRequest, credentials: Credentials, time: number, hash: string) => HttpRequest;
/** A signer that remembers what stays the same from one request to the next: date, scope, key and choice of headers. */
export declare function createSigner(signing: Signing): Signer;
