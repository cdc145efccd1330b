// A promise and a signal → whichever comes first.

/** Waits for a promise, but no longer than the signal allows; then it fails with the signal's reason. */
export const untilAborted = <T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> =>
  signal
    ? new Promise<T>((resolve, reject) => {
        const abort = () => reject(signal.reason);
        signal.addEventListener("abort", abort);
        if (signal.aborted) abort();
        promise.then(resolve, reject).then(() => signal.removeEventListener("abort", abort));
      })
    : promise;
