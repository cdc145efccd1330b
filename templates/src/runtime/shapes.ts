// How members change their form between JavaScript and JSON. Only what changes is described, the rest passes as it is.

/** Says what changes inside a value. */
export type Shape = Scalar | StructureShape | ListShape | MapShape;

/** A shape, or a function that gives it, so that shapes may refer to one another in any order. */
export type Reference = Shape | (() => Shape);

/** A value that has another form on the wire. Both functions throw a ValueError for what they can't convert. */
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
