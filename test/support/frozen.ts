// What is the same in every exchange, so that its bytes are.

import { type Credentials, exampleCredentials } from "./verify-signature.ts";

export const region = "us-east-1";
export const host: string = `metering.marketplace.${region}.amazonaws.com`;

/** The only UUID there is. */
export const uuid = "6f1c0e0e-4f4b-4b8e-9d7c-0a9b7a3f2d51";

/** The session token that AWS's documentation shows; shortened. */
const sessionToken = "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGd";

/** The keys of an exchange: AWS's example key, with its token where the exchange says `session token: yes`. */
export function credentialsOf({ facts }: { readonly facts: Readonly<Record<string, string>> }): Credentials {
  return facts["session token"] === "yes" ? { ...exampleCredentials, sessionToken } : exampleCredentials;
}
