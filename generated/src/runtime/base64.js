// Bytes ↔ base64, on Web standards alone.
/** Uses the engine's own encoder where it has one. */
export function toBase64(bytes) {
    if (bytes.toBase64)
        return bytes.toBase64();
    let text = "";
    // In pieces, since a call takes only so many arguments.
    for (let at = 0; at < bytes.length; at += 8_192) {
        text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
    }
    return btoa(text);
}
/** Throws when the text isn't base64. */
export function fromBase64(text) {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
