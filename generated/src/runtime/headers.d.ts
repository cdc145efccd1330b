type Headers = Readonly<Record<string, string>>;
/** Adds the caller's headers, which can't replace the request's own, and refuses what would break the request. */
export declare function mergeHeaders(userAgent: string, added: readonly (Headers | undefined)[], own: Headers): Headers;
export {};
