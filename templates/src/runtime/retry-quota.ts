// Keeps the clients of a failing service from making it worse: retries cost tokens, and only successes bring them back.

/** Tokens shared by all calls of a client. */
export interface RetryQuota {
  /** Takes so many tokens; false when there are too few. */
  take(tokens: number): boolean;
  give(tokens: number): void;
}

export function retryQuota(capacity = 500): RetryQuota {
  let left = capacity;
  return {
    take(tokens) {
      if (tokens > left) return false;
      left -= tokens;
      return true;
    },
    give(tokens) {
      left = Math.min(capacity, left + tokens);
    },
  };
}
