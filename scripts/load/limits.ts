// How big a document may be: every limit with its name, what it counts, and the value that holds unless told otherwise.

/** A limit keeps a hostile or broken document from eating time and memory. Real documents stay far below each. */
export interface Limits {
  /** Bytes of one file: the document, an overlay, or a file that a `$ref` names. */
  readonly documentBytes: number;
  /** Maps and lists inside each other. */
  readonly nesting: number;
  /** Values of one file after its YAML aliases and merge keys are written out. */
  readonly values: number;
  /** Words and marks of one YAML file. Reading them takes about 250 bytes of memory each. */
  readonly yamlTokens: number;
  /** Characters of one key: a path, or the name of a schema, property or header. */
  readonly nameLength: number;
  /** Characters of one text: a description, an example, a value. */
  readonly textLength: number;
  /** References that lead to a reference that leads to a reference …; also schemas that take over or hold each other. */
  readonly referenceChain: number;
  /** Other files that references name. */
  readonly externalFiles: number;
  /** Operations of all paths. */
  readonly operations: number;
  /** Entries of `components/schemas`. */
  readonly schemas: number;
  /** Members of all schemas, with those that `allOf`, `oneOf` and `anyOf` bring in, and values of enumerations. */
  readonly members: number;
  /** Problems that are collected; the rest is counted and not told. */
  readonly problems: number;
}

export const defaultLimits: Limits = {
  documentBytes: 32 * 1024 * 1024,
  nesting: 200,
  values: 2_000_000,
  yamlTokens: 3_000_000,
  nameLength: 20_000,
  textLength: 1_000_000,
  referenceChain: 50,
  externalFiles: 1_000,
  operations: 10_000,
  schemas: 30_000,
  members: 200_000,
  problems: 1_000,
};
