// Credentials as given → credentials that are well formed and not about to expire, loaded once for all who wait.

import * as platform from "#platform";
import type { Clock } from "./call.ts";
import { CredentialsError } from "./errors.ts";

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

/** How long before they expire credentials are loaded anew. */
const refreshAheadMs = 300_000;

/** After this long, a provider that hasn't answered is asked again. */
const lostAfterMs = 30_000;

/** Refuses what can't be a key, saying which member it is but never what it holds. */
function checked(given: Credentials | undefined): Credentials {
  for (const member of ["accessKeyId", "secretAccessKey", "sessionToken"] as const) {
    const value = given?.[member] ?? "";
    if (/[^!-~]/.test(value) || (!value && member !== "sessionToken")) throw new CredentialsError({ message: `${member} is missing or malformed` });
  }
  return given!;
}

/** Remembers what a provider gives, and asks it again in time. */
export function credentialSource(given: Credentials | CredentialsProvider | undefined, clock: Clock): CredentialSource {
  // Fixed keys are checked at each call, since their owner may put new ones into the same object.
  if (given && typeof given !== "function") return { get: () => checked(given), invalidate: () => false };

  let current: Credentials | undefined;
  let loading: Promise<Credentials> | undefined;
  let since: number;

  return {
    get() {
      const now = clock.now();
      // An expiration that is no date counts as none.
      const left = +(current?.expiration ?? NaN) - now;
      if (current && !(left <= refreshAheadMs)) return current;
      if (!loading || now - since > lostAfterMs) {
        since = now;
        loading = Promise.resolve()
          .then(given ?? platform.environmentCredentials)
          .catch((cause: Error) => {
            throw new CredentialsError({ message: `no credentials: ${cause?.message ?? cause}`, cause });
          })
          .then((loaded) => (current = checked(loaded)))
          .finally(() => (loading = undefined));
        // While the old ones are valid nobody waits for new ones, and nobody needs to hear that there are none.
        loading.catch(() => {});
      }
      return left > 0 ? current! : loading;
    },
    invalidate(credentials) {
      if (current === credentials) current = undefined;
      return true;
    },
  };
}
