import type { Clock, Layer } from "../call.ts";
import { type Credentials, type CredentialsProvider } from "../credentials.ts";
import { type Signing } from "./sigv4.ts";
/** What signing adds to the options of a client. */
export interface SigningOptions {
    /** An access key, or a function that loads one. In Node, the environment is read when absent. */
    readonly credentials?: Credentials | CredentialsProvider;
}
/** The options of a client that signing reads. */
export interface SigningClient extends SigningOptions {
    readonly region?: string | undefined;
    readonly allowInsecure: boolean;
    readonly clock: Clock;
}
/** What a service wants of its signatures; the client's region is used unless the service has one of its own. */
export type ServiceSigning = Omit<Signing, "region"> & {
    readonly region?: string;
};
/** Signs every call. Belongs inside `retry`, so that every attempt is signed afresh. */
export declare function signRequests(client: SigningClient, service: ServiceSigning): Layer;
/** Refuses to send a signature in the clear. */
export declare function requireSecure(protocol: string, allowInsecure: boolean | undefined): void;
