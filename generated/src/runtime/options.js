// What users can set: for a client, for a region, for one call. The resolved forms are what layers see.
export {};
