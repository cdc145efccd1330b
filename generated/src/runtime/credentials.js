// Credentials as given → credentials that are well formed and not about to expire, loaded once for all who wait.
import * as platform from "#platform";
import { CredentialsError } from "./errors.js";
/** How long before they expire credentials are loaded anew. */
const refreshAheadMs = 300_000;
/** How long a call waits for new credentials while the old ones are still valid. */
const patienceMs = 1_000;
/** After this long, a provider that hasn't answered is asked again. */
const lostAfterMs = 30_000;
/** Refuses what can't be a key, saying which member it is but never what it holds. */
function checked(given) {
    for (const member of ["accessKeyId", "secretAccessKey", "sessionToken"]) {
        const value = given?.[member];
        if (!value && member === "sessionToken")
            continue;
        if (typeof value !== "string" || !/^[!-~]+$/.test(value))
            throw new CredentialsError({ message: `the credentials' ${member} is ${value ? "malformed" : "missing"}` });
    }
    return given;
}
/** Remembers what a provider gives, and asks it again in time. */
export function credentialSource(given, clock) {
    // Fixed keys are checked at each call, since their owner may put new ones into the same object.
    if (given && typeof given !== "function")
        return { get: () => checked(given), invalidate: () => false };
    let current;
    let loading;
    let since;
    const load = () => {
        const mine = Promise.resolve()
            .then(given ?? platform.environmentCredentials)
            .catch((cause) => {
            throw new CredentialsError({ message: `the credentials could not be loaded: ${cause?.message}`, cause });
        })
            .then((loaded) => (current = checked(loaded)))
            .finally(() => {
            if (loading === mine)
                loading = undefined;
        });
        return mine;
    };
    return {
        get() {
            const now = clock.now();
            // An expiration that is no date counts as none.
            const left = +(current?.expiration ?? NaN) - now;
            if (current && !(left <= refreshAheadMs))
                return current;
            if (!loading || now - since > lostAfterMs) {
                since = now;
                loading = load();
            }
            const valid = left > 0 && current;
            if (!valid)
                return loading;
            if (now - since > patienceMs)
                return valid;
            return new Promise((resolve) => {
                const keep = () => resolve(valid);
                const cancel = clock.setTimer(keep, patienceMs);
                loading.then(resolve, keep).then(cancel);
            });
        },
        invalidate(credentials) {
            if (current === credentials)
                current = undefined;
            return true;
        },
    };
}
