// Writes `src/wire.ts`: the wire types as openapi-typescript reads the prepared spec, an independent reader that our models
// have to agree with.

import type { GlobalContext, OpenAPI3, OpenAPITSOptions } from "openapi-typescript";
import type { ExceptionShape, Member, PreparedSpec, Shape } from "../prepare/prepared-spec.ts";
import { toOpenApi } from "../prepare/write/openapi.ts";
import { visible } from "../render/safe/visible.ts";
import { openapiTypescript } from "./packages.ts";

export function wireTypes(spec: PreparedSpec, header: string): string {
  const { astToString, resolveRef, scanDiscriminators, transformSchema } = openapiTypescript();
  const schema = toOpenApi(withoutProse(spec)) as unknown as OpenAPI3;
  // The document was checked when it was loaded, so the reader's own checks, which cost more than the rest, are left out.
  const context = {
    ...plain,
    // Only schemas have any; what a document keeps in extensions of its own would be taken for one.
    discriminators: scanDiscriminators({ components: { schemas: schema.components?.schemas } } as unknown as OpenAPI3, plain as unknown as OpenAPITSOptions),
    injectFooter: [],
    resolve: ($ref: string) => resolveRef(schema, $ref, { silent: true }),
  } as unknown as GlobalContext;
  return `${header}\n// The service's JSON as it travels, with timestamps as the prepared spec describes them. Types only.\n\n${harmless(astToString(transformSchema(schema, context), { formatOptions: { removeComments: true } }))}`;
}

/** The printer writes texts as they are, but for line ends; what nobody sees, and what browsers and debuggers would see, is written as escapes. */
function harmless(text: string): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const plain = text.replace(/<(?=[/!])/g, escaped).replace(/(?<=source(?:Mapping)?URL\s*)=/gi, escaped);
  return visible(plain) === plain ? plain : plain.replace(/[^\n]/gu, (character) => (visible(character) === character ? character : escaped(character)));
}

/** openapi-typescript's own defaults. */
const plain = {
  additionalProperties: false, alphabetize: false, arrayLength: false, conditionalEnums: false, dedupeEnums: false, defaultNonNullable: true, emptyObjectsUnknown: false,
  enum: false, enumValues: false, excludeDeprecated: false, exportType: false, generatePathParams: false, immutable: false, inject: undefined, makePathsEnum: false,
  pathParamsAsTypes: false, postTransform: undefined, propertiesRequiredByDefault: false, readWriteMarkers: false, redoc: undefined as never, rootTypes: false,
  rootTypesKeepCasing: false, rootTypesNoSchemaPrefix: false, silent: true, transform: undefined, transformProperty: undefined,
} as const;

/** The models carry the prose; these types are for compilers. */
function withoutProse(spec: PreparedSpec): PreparedSpec {
  const bareMember = ({ example: _example, default: _default, ...member }: Member): Member => ({ ...member, doc: "" });
  const bareShape = <Some extends Shape | ExceptionShape>(shape: Some): Some => {
    const { example: _example, ...bare } = shape;
    return { ...bare, doc: "", ...("members" in shape ? { members: shape.members.map(bareMember) } : {}) } as unknown as Some;
  };
  const bareAll = <Some extends Shape | ExceptionShape>(shapes: Readonly<Record<string, Some>>): Readonly<Record<string, Some>> =>
    Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, bareShape(shape)]));
  return {
    ...spec,
    operations: spec.operations.map((operation) => ({ ...operation, doc: "", examples: [], errors: operation.errors.map((error) => ({ ...error, doc: "" })) })),
    shapes: bareAll(spec.shapes),
    exceptions: bareAll(spec.exceptions),
  };
}
