// How big a document may be: every limit with its name, what it counts, and the value that holds unless told otherwise.

/**
 * What each limit counts, and where it lies: with all that one of them allows, a run takes 20 seconds of CPU and 1 GB at most. The
 * largest document of AWS, EC2's, comes to nine tenths of them at most. The table of the README is printed from this.
 */
const table = {
  documentBytes: [16 * 1024 * 1024, "Bytes of the document, its overlays and the files that references name, together."],
  nesting: [200, "Maps and lists inside each other."],
  values: [2_000_000, "Values of these files, together, after their YAML aliases and merge keys are written out."],
  yamlTokens: [3_000_000, "Words and marks of those of them that are YAML. Reading them takes about 250 bytes of memory each."],
  nameLength: [20_000, "Characters of one key: a path, or the name of a schema, property or header."],
  textLength: [1_000_000, "Characters of one text: a description, an example, a value."],
  referenceChain: [50, "References that lead to a reference that leads to a reference …; also schemas that take over or hold each other."],
  externalFiles: [1_000, "Other files that references name."],
  operations: [2_000, "Operations of all paths."],
  responses: [15_000, "Responses of all operations."],
  schemas: [3_500, "Entries of `components/schemas`."],
  members: [45_000, "Members of all schemas, with those that `allOf`, `oneOf` and `anyOf` bring in, values of enumerations, and parameters."],
  problems: [1_000, "Problems that are collected; the rest isn't told."],
} as const satisfies Readonly<Record<string, readonly [usual: number, counts: string]>>;

/** A limit keeps a hostile or broken document from eating time and memory. */
export type Limits = { readonly [Name in keyof typeof table]: number };

export const defaultLimits: Limits = Object.fromEntries(Object.entries(table).map(([name, [usual]]) => [name, usual])) as Limits;

/** The table of the README. */
export function limitTable(): string {
  return ["| limit | usually | counts |", "|---|---|---|", ...Object.entries(table).map(([name, [usual, counts]]) => `| \`${name}\` | ${usual.toLocaleString("en-US")} | ${counts} |`)].join("\n");
}
