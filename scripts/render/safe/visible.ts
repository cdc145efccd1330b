// Takes out of a text what nobody sees.

/** Without control characters, and without characters that hide text or turn its direction. */
export function visible(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\uffff]/g, (character) => (character === "\t" || character === "\u202f" ? " " : ""));
}
