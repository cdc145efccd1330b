import type { Clock } from "./call.ts";
/** An AWS access key. Objects of AWS's own credential providers fit. */
export interface Credentials {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
    /** When the key ends; without it the key is kept for good. */
    readonly expiration?: Date | undefined;
}
/** Loads credentials; called again shortly before they expire. AWS's own providers fit. */
export type CredentialsProvider = () => Promise<Credentials>;
/** Where the signer gets its credentials from. */
export interface CredentialSource {
    /** Gives credentials that are still good for a while, at once where they are at hand. Who asks limits the wait. */
    get(): Credentials | Promise<Credentials>;
    /** The service no longer takes these: the next `get` loads others. False when there are no others. */
    invalidate(credentials: Credentials): boolean;
}
/** Remembers what a provider gives, and asks it again in time. */
export declare function credentialSource(given: Credentials | CredentialsProvider | undefined, clock: Clock): CredentialSource;
