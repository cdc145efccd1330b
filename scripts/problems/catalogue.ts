// Every problem code with its title and explanation; the problem catalogue of the README is printed from it.

/** What a problem code stands for. */
export interface ProblemKind {
  /** A few words, without the particulars. */
  readonly title: string;
  /** Why it matters and how it usually comes about. Markdown. */
  readonly explanation: string;
}

export const catalogue = {
  "source-unreadable": {
    title: "The document can't be read",
    explanation: "The file doesn't exist, is a directory, or may not be read.",
  },
  "source-not-utf8": {
    title: "The file isn't UTF-8",
    explanation: "JSON and OpenAPI documents are exchanged as UTF-8. Some editors save as UTF-16 or in an older encoding; a byte order mark in front of UTF-8 is accepted.",
  },
  "source-not-text": {
    title: "The file isn't a text",
    explanation: "It holds a NUL character, which no JSON or YAML document may. Usually another kind of file was named.",
  },
  "source-empty": {
    title: "The file is empty",
    explanation: "It holds nothing, only blanks, or only comments. Often the command that should have written it failed.",
  },
  "json-broken": {
    title: "The JSON is broken",
    explanation: "The file can't be read as JSON. The place is the first character that doesn't fit.",
  },
  "yaml-broken": {
    title: "The YAML is broken",
    explanation: "The file can't be read as YAML 1.2. The place is where the reader lost the thread; the cause is there or on the line above.",
  },
  "yaml-key-not-text": {
    title: "A key isn't a text",
    explanation: "YAML allows lists and maps as keys, JSON doesn't, and an OpenAPI document has to have a JSON form. Numbers such as `200` are taken as they are written.",
  },
  "yaml-tag-refused": {
    title: "A YAML tag is refused",
    explanation: "Tags such as `!include` or `!!python/object` make a reader do something. Only the tags of YAML's core (`!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!map`, `!!seq`) are read.",
  },
  "yaml-alias-unknown": {
    title: "An alias has no anchor",
    explanation: "`*name` repeats what was marked `&name` further up in the same file.",
  },
  "yaml-alias-circular": {
    title: "An alias repeats what it is part of",
    explanation: "Written out, it would have no end. Recursive schemas are made with `$ref`.",
  },
  "duplicate-key": {
    title: "A key is there twice",
    explanation: "Readers differ in which of the two they keep, so the document means different things to different tools.",
  },
  "not-json": {
    title: "A value has no JSON form",
    explanation: "Infinite numbers, `.nan`, and numbers beyond the range of a double can't be written in JSON.",
  },
  "over-limit": {
    title: "A limit is exceeded",
    explanation: "Limits keep a broken or hostile document from eating time and memory. Each has a name and can be raised.",
  },
  "not-a-document": {
    title: "This isn't an OpenAPI document",
    explanation: "The file can be read, but it is something else: another description language, an overlay, or not a map at all.",
  },
  "swagger-2": {
    title: "The document is Swagger 2.0",
    explanation: "OpenAPI 3 places bodies, media types and servers differently. A converter does the translation better than a guess would.",
  },
  "openapi-version-missing": {
    title: "The OpenAPI version is missing",
    explanation: "Every OpenAPI document says its version in the field `openapi`.",
  },
  "openapi-version-unknown": {
    title: "The OpenAPI version is unknown",
    explanation: "The field `openapi` is a text with three numbers; 3.0.x and 3.1.x are understood. Without quotes YAML reads `3.1` as a number.",
  },
  "openapi-version-unsupported": {
    title: "The OpenAPI version isn't supported yet",
    explanation: "OpenAPI 3.2 adds things that a 3.1 reader would misread, so it is refused rather than half understood.",
  },
  "overlay-invalid": {
    title: "An overlay is invalid",
    explanation: "An overlay follows the OpenAPI Overlay Specification 1.0: `overlay`, `info` and `actions`, each action with a `target` (JSONPath, RFC 9535) and `update` or `remove`. An overlay with a fault isn't applied.",
  },
  "overlay-action-unmatched": {
    title: "An overlay action matches nothing",
    explanation: "The target of the action selects no part of the document. Either the target has a slip, or upstream has changed and the correction is no longer needed.",
  },
  "overlay-extends-other": {
    title: "An overlay is for another document",
    explanation: "The field `extends` of an overlay names the document that it was written for.",
  },
  "ref-not-found": {
    title: "A reference leads nowhere",
    explanation: "The `$ref` names a part that doesn't exist. References in examples, defaults, enumerations and `x-` extensions are data and aren't followed.",
  },
  "ref-unreadable": {
    title: "The file of a reference can't be read",
    explanation: "References may name files in the folder of the document and below. Other folders and URLs have to be allowed, so that a foreign document can't read or fetch what it shouldn't.",
  },
  "ref-circular": {
    title: "References lead in a circle",
    explanation: "A reference to a reference has to arrive at a thing at last. (A schema that contains itself in a property is fine.)",
  },
  "ref-wrong-kind": {
    title: "A reference names the wrong kind of thing",
    explanation: "A schema is wanted and the reference names a parameter, or the like.",
  },
  "field-missing": {
    title: "A field is missing",
    explanation: "OpenAPI requires the field. A missing one that nothing depends on is only a warning.",
  },
  "field-unknown": {
    title: "A field is unknown",
    explanation: "OpenAPI has no such field at this place, so it has no effect. Usually it is a slip, or the indentation put it one level too high or too low.",
  },
  "field-wrong-type": {
    title: "A value has the wrong type",
    explanation: "For example a text where a list is wanted.",
  },
  "field-wrong-value": {
    title: "A value isn't one of those allowed",
    explanation: "The field knows a fixed set of values, or a smallest number.",
  },
  "operation-id-missing": {
    title: "An operation has no id",
    explanation: "`operationId` names the method of the client. A name made up from method and path would change whenever the path does.",
  },
  "operation-id-duplicate": {
    title: "Two operations have the same id",
    explanation: "`operationId` names the method of the client, so it has to be unique in the document.",
  },
  "parameter-without-schema": {
    title: "A parameter has no schema",
    explanation: "Without `schema` or `content` nobody knows what the value may be or how it is written.",
  },
  "parameter-duplicate": {
    title: "A parameter is there twice",
    explanation: "Two parameters of one operation have the same name and the same place (`in`).",
  },
  "path-broken": {
    title: "A path template is broken",
    explanation: "A label is written `{name}`; a brace is missing, is one too many, or holds nothing.",
  },
  "path-label-undefined": {
    title: "A label of the path has no parameter",
    explanation: "Each `{label}` of a path needs a parameter of the same name with `in: path`.",
  },
  "path-parameter-unused": {
    title: "A path parameter isn't in the path",
    explanation: "A parameter with `in: path` has no `{label}` of its name in the path, so its value would be lost.",
  },
  "security-scheme-undefined": {
    title: "A security scheme isn't defined",
    explanation: "`security` names a scheme that `components/securitySchemes` doesn't have. Calls would go out unsigned.",
  },
  "server-invalid": {
    title: "A server's address is invalid",
    explanation: "The URL of a server can't be read as one, or has a variable that isn't defined.",
  },
  "server-scheme": {
    title: "A server is neither http nor https",
    explanation: "A client speaks HTTP. Addresses such as `ftp:` or `javascript:` are mistakes or attacks.",
  },
  "server-credentials": {
    title: "A server's address carries credentials",
    explanation: "A name and password in the URL would be published with the client. They aren't printed here.",
  },
  "discriminator-unresolved": {
    title: "A discriminator leads nowhere",
    explanation: "A discriminator tells alternatives apart by a property that each of them has, and by names: those of `components/schemas`, or those that its `mapping` gives. An alternative lacks the property, or a value leads to no schema. An alternative without a name is only a warning.",
  },
  "one-of-circular": {
    title: "A schema is one of its own alternatives",
    explanation: "`oneOf` and `anyOf` list what a value may be; a schema that leads back to itself there says nothing. A base with a `discriminator` may list the schemas that extend it.",
  },
  "all-of-circular": {
    title: "A schema is part of itself",
    explanation: "`allOf` takes over all of another schema; in a circle it would never be done.",
  },
  "pattern-invalid": {
    title: "A regular expression is invalid",
    explanation: "`pattern` holds a regular expression of ECMA-262, the one of JavaScript.",
  },
  "pattern-foreign": {
    title: "A regular expression is written for another language",
    explanation: "Documents that were made from Java models hold Java's regular expressions. Such a pattern is told to the reader and not checked.",
  },
  "control-character": {
    title: "A control character in a name",
    explanation: "A line break or NUL in a header name, media type, path, target or server would let a document add headers or requests of its own.",
  },
  "header-name-invalid": {
    title: "A header has a name that HTTP doesn't allow",
    explanation: "Names of headers consist of letters, digits and ``!#$%&'*+-.^_`|~``.",
  },
  "no-operations": {
    title: "The document has no operations",
    explanation: "A client without methods is of no use; perhaps an overlay removed too much, or the paths are in another file.",
  },
  "java-missing": {
    title: "There is no Java",
    explanation: "`--engine openapi-generator` renders the templates by openapi-generator itself, a Java program. The default engine needs no Java and gives the same bytes.",
  },
  "java-too-old": {
    title: "The Java is too old",
    explanation: "openapi-generator runs on Java 11 and newer. `JAVA_HOME` is looked at first, then the `PATH`.",
  },
  "java-engine-missing": {
    title: "openapi-generator isn't there",
    explanation: "The npm package `@openapitools/openapi-generator-cli` fetches the pinned JAR from Maven when it is first used. Without a network, or without the package, the default engine does the same work.",
  },
  "java-engine-failed": {
    title: "openapi-generator couldn't render",
    explanation: "Usually a template of one's own uses something that only one of the two engines understands. The README lists what both do.",
  },
  "template-broken": {
    title: "A template can't be rendered",
    explanation: "Handlebars doesn't understand it, or it uses a helper or partial that doesn't exist. Templates keep to what both engines know, which the README lists.",
  },
  "seam-missing": {
    title: "A pass finds no place to tie into",
    explanation: "Passes look for declarations in the rendered code, such as the function `layers` of `src/client.ts`. A template of one's own has to keep those that the passes for this API need.",
  },
  "pass-failed": {
    title: "A pass failed",
    explanation: "A pass of the configuration threw an error, or stands in front of one that it comes after.",
  },
  "output-refused": {
    title: "The package would hold what no package may",
    explanation: "Before anything is written, every file is read once more and held to a list of what its kind may hold: statements, calls, imports, links. What isn't on the list is either an attack that got through, which please report, or the work of a template or pass of your own, which the configuration can allow.",
  },
  "not-a-model": {
    title: "This isn't a model of an AWS service",
    explanation: "`facts` and `import` read the `service-2.json` of a service, in the format that botocore carries, as it is or compressed with gzip. Everything that an operation or shape mentions has to be in it.",
  },
  "model-foreign": {
    title: "The model is of another service",
    explanation: "None of the document's operations is in the model, so that what the model says doesn't hold for the document.",
  },
  "protocol-unknown": {
    title: "The service speaks a protocol that isn't known",
    explanation: "A few services of AWS speak CBOR only.",
  },
  "option-wrong": {
    title: "An option can't be used like this",
    explanation: "The command line or the configuration names something that doesn't exist, or misses something that is needed.",
  },
  "output-not-ours": {
    title: "The output folder belongs to somebody else",
    explanation: "A folder that holds files and no `.countersign.json` wasn't written by Countersign. Replacing it could delete somebody's work, so it is refused.",
  },
  "output-unwritable": {
    title: "The output folder can't be written",
    explanation: "The new package is made beside the old one and takes its place as one step. When that fails, the old one is still there, whole.",
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof catalogue;
