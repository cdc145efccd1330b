export const made = {} as Readonly<Record<string, readonly { readonly what: string; readonly document: () => string | Uint8Array; readonly expected: readonly string[] }[]>>;
