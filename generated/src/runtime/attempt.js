// A call that may throw → a value that says how it ended.
import { isCallError } from "./errors.js";
/** Gives failures of a call as values. Mistakes in the program itself are still thrown. */
export async function attempt(promise) {
    try {
        return { ok: true, value: await promise };
    }
    catch (error) {
        if (!isCallError(error))
            throw error;
        return { ok: false, error: error };
    }
}
