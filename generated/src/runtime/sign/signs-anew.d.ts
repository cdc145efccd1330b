import type { HttpRequest } from "../call.ts";
/** What the signing layer remembers of a request that was refused. */
interface SigningRecord {
    /** It was signed with a wrong time; the offset is right by now. */
    readonly clockWasWrong: boolean;
    /** Has the credentials loaded anew for the next attempt; false when they are fixed. */
    readonly renewCredentials: () => boolean;
}
export declare const remember: (request: HttpRequest, record: SigningRecord) => void;
/**
 * Whether a refused request deserves another attempt because that one will carry the right time or new credentials.
 * `code` is the wire name; don't ask for names that the operation itself documents.
 */
export declare function signsAnew(request: HttpRequest, code: string | undefined): boolean;
export {};
