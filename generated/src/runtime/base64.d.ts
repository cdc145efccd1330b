interface Base64Bytes extends Uint8Array {
    toBase64?(): string;
}
/** Uses the engine's own encoder where it has one. */
export declare function toBase64(bytes: Base64Bytes): string;
/** Throws when the text isn't base64. */
export declare function fromBase64(text: string): Uint8Array;
export {};
