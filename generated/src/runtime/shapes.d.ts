/** Says what changes inside a value. */
export type Shape = Scalar | StructureShape | ListShape | MapShape;
/** A shape, or a function that gives it, so that shapes may refer to one another in any order. */
export type Reference = Shape | (() => Shape);
/** A value that has another form on the wire. Both functions throw an InvalidRequestError for what they can't convert. */
export interface Scalar {
    readonly encode: (value: unknown) => unknown;
    readonly decode: (value: unknown) => unknown;
}
export interface StructureShape {
    readonly members: Readonly<Record<string, Reference>>;
}
export interface ListShape {
    readonly list: Reference;
}
export interface MapShape {
    readonly map: Reference;
}
/** A Date that travels as seconds since the epoch. */
export declare const epochSeconds: Scalar;
/** A Date that travels as ISO 8601 text, with milliseconds only where there are any. */
export declare const dateTime: Scalar;
/** A Date that travels as in HTTP's own headers. */
export declare const httpDate: Scalar;
/** Bytes that travel as base64. */
export declare const blob: Scalar;
/** A number that may be NaN or infinite, which JSON has no literals for. */
export declare const float: Scalar;
/** Any value, that travels as a string of JSON. */
export declare const jsonValue: Scalar;
/** Bytes, from any form that JavaScript keeps them in. */
export declare function bytesOf(value: unknown): Uint8Array;
/** Brings a value into its form on the wire. Copies what changes and leaves the value alone. */
export declare function encode(shape: Reference, value: unknown): unknown;
/** Brings a parsed value into its form in JavaScript, in place. */
export declare function decode(shape: Reference, value: unknown): unknown;
