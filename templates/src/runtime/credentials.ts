// Credentials as given → credentials that are well formed and not about to expire, loaded once for all who wait.

import { platform } from "#platform";
import type { Clock } from "./call.ts";
import { untilAborted } from "./until-aborted.ts";

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

/** Credentials that can't be used, or that could not be loaded. */
export class CredentialsError extends Error {
  override readonly name: "CredentialsError" = "CredentialsError";
}

/** Where the signer gets its credentials from. */
export interface CredentialSource {
  /** Gives credentials that are still good for a while, at once where they are at hand. */
  get(signal?: AbortSignal): Credentials | Promise<Credentials>;
  /** The service no longer takes these: the next `get` loads others. */
  invalidate(credentials: Credentials): void;
}

/** How long before they expire credentials are loaded anew. */
const refreshAheadMs = 300_000;

/** How long a call waits for new credentials while the old ones are still valid. */
const patienceMs = 1_000;

/** After this long a provider that hasn't answered is asked again. */
const lostAfterMs = 30_000;

/** Refuses what can't be a key, saying which member it is but never what it holds. */
function checked(given: Credentials): Credentials {
  const refuse = (what: string): never => {
    throw new CredentialsError(`The credentials can't be used: ${what}. Nothing was sent.`);
  };
  if (!given || typeof given !== "object") return refuse("they are no object");
  for (const member of ["accessKeyId", "secretAccessKey", "sessionToken"] as const) {
    const value: unknown = given[member];
    if (value === undefined && member === "sessionToken") continue;
    if (typeof value !== "string") refuse(`\`${member}\` is no string`);
    else if (!value && member !== "sessionToken") refuse(`\`${member}\` is empty`);
    else if (/[^!-~]/.test(value) || (member === "accessKeyId" && /[/,]/.test(value)))
      refuse(`\`${member}\` holds a character that no key has, perhaps a space or a line end`);
  }
  // Not instanceof: dates of another realm count.
  if (given.expiration !== undefined && !(+given.expiration >= 0)) refuse("`expiration` is no valid Date");
  return given;
}

/** Remembers what a provider gives, and asks it again in time. */
export function credentialSource(given: Credentials | CredentialsProvider | undefined, clock: Clock): CredentialSource {
  // Static keys are checked at each call, since their owner may put new ones into the same object.
  if (given && typeof given === "object") return { get: () => checked(given), invalidate() {} };

  let current: Credentials | undefined;
  let loading: Promise<Credentials> | undefined;
  let loadingSince = 0;
  /** The provider has kept a call waiting in vain; nobody else waits while the old credentials are valid. */
  let slow = false;

  const load = async (): Promise<Credentials> => {
    const loaded = given ? await given() : platform.environmentCredentials();
    if (given || loaded) return checked(loaded as Credentials);
    throw new CredentialsError(
      "There are no credentials: pass `credentials`, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY where the platform has an environment.",
    );
  };

  const startLoading = (): Promise<Credentials> => {
    loadingSince = clock.now();
    const mine: Promise<Credentials> = load()
      .then(
        (loaded) => (current = loaded),
        (cause: unknown) => {
          throw cause instanceof CredentialsError
            ? cause
            : new CredentialsError("The credentials could not be loaded.", { cause });
        },
      )
      .finally(() => {
        if (loading !== mine) return;
        loading = undefined;
        slow = false;
      });
    return mine;
  };

  return {
    get(signal) {
      const left = current?.expiration ? +current.expiration - clock.now() : Infinity;
      if (current && left > refreshAheadMs) return current;
      if (!loading || clock.now() - loadingSince > lostAfterMs) loading = startLoading();
      if (!current || left <= 0) return untilAborted(loading, signal);

      const valid = current;
      const refreshed = loading.catch(() => valid);
      if (slow) return valid;
      let cancel!: () => void;
      const patience = new Promise<Credentials>((resolve) => {
        cancel = clock.setTimer(() => {
          slow = true;
          resolve(valid);
        }, patienceMs);
      });
      return untilAborted(Promise.race([refreshed, patience]), signal).finally(cancel);
    },
    invalidate(credentials) {
      if (current === credentials) current = undefined;
    },
  };
}
