// Strings that don't look like names, each as the name of everything that has one.

import type { Made } from "../made.ts";

const alone: readonly string[] = [
  "__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf", "toJSON", "then", "catch", "default", "class", "function", "await", "async", "arguments", "eval", "undefined",
  "NaN", "Infinity", "null", "true", "this", "new", "delete", "import", "export", "type", "any", "never", "string", "Object", "Promise", "Date", "Symbol", "globalThis", "process", "require", "module",
  "CON", "nul", "aux.txt", "COM1", "lpt9", ".", "..", "../../../etc/passwd", "/etc/passwd", "C:\\Windows\\x", "\\\\server\\share", "a/b/c", "a:b", "~root", "-rf", "--help", "index", "client", "errors", "models",
  "package.json", "README", "node_modules", ".git/config", "", " ", "😀", "日本語", "é", "e\u0301", "ﬁ", "İ", "ß", "1", "-1", "1e3", "0x10", "a\u0000b", "a\nb", "\u202ecod", "\ud800", "$", "_", "$&", "#", "%2e%2e%2f", "?", "*", "|", "<b>", "`", "${run()}", "*/run()/*", "\"", "'", "\\",
];

/** Groups whose members are one and the same to somebody: to a file system, or once they are made into identifiers. */
const together: Readonly<Record<string, readonly string[]>> = {
  "names that differ by case only": ["pet", "Pet", "PET", "pEt"],
  "names that become equal": ["pet-name", "pet_name", "pet name", "petName", "PetName", "pet.name", "pet/name", "pet--name"],
  "names without a letter": ["!", "?", "😀", "", " ", "---", "1", "2"],
  "names that numbers would tell apart": ["Pet", "pet", "Pet2", "pet2", "Pet22", "PET2"],
  "names in two forms of Unicode": ["é", "e\u0301", "ﬁ", "fi", "Å", "Å", "A\u030a"],
  "names that the client has": ["PetsClient", "PetsClientOptions", "PetsException", "CallOptions", "ClientOptions", "connect", "layers", "service", "protocol", "Operation", "retry", "createClient"],
  "names that are made from others": ["Pet", "PetError", "PetOperation", "PetRequest", "PetResponse", "PetInput", "PetShape", "isPet", "paginatePet", "waitUntilPet"],
  "all names at once": [...new Set(alone)].filter((name) => !/[\u0000\n\ud800]/.test(name)),
};

/** Schemas, properties, operations, parameters, tags and values of an enumeration, all called so. */
export function called(names: readonly string[]): string {
  const pointer = (name: string): string => `#/components/schemas/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
  const entries = <Value>(value: (name: string, index: number) => Value): Record<string, Value> => Object.fromEntries(names.map((name, index) => [name, value(name, index)]));
  // A control character in a parameter is refused elsewhere, and an operation needs some name.
  const ids = names.filter((name) => name.trim() !== "");
  const response = (name: string): object => ({ 200: { description: "Fine.", content: { "application/json": { schema: { $ref: pointer(name) } } } } });
  return JSON.stringify({
    openapi: "3.0.3",
    info: { title: "Pets", version: "1" },
    tags: names.map((name) => ({ name })),
    paths: Object.fromEntries((ids.length > 0 ? ids : ["only"]).map((name, index) => [`/p${index}`, {
      get: { operationId: name, tags: [name], parameters: names.map((parameter) => ({ name: parameter, in: "query", schema: { type: "string" } })), responses: response(names[index] ?? names[0]!) },
    }])),
    components: { schemas: entries((_name, index) => ({ type: "object", required: names, properties: entries((inner) => ({ type: "string", format: "date-time", enum: index % 2 === 0 || names.length > 20 ? undefined : [inner, ...names] })) })) },
  });
}

/** Half of a character has no form in an address. */
const unreferable = (name: string): boolean => /\p{Cs}/u.test(name);

export const names: readonly Made[] = [
  ...alone.filter((name) => !unreferable(name)).map((name) => ({ what: JSON.stringify(name), document: () => called([name]) })),
  ...Object.entries(together).map(([what, list]) => ({ what, document: () => called(list) })),
  { what: "names of ten thousand characters", document: () => called(["x".repeat(10_000), `${"x".repeat(9_999)}y`, "😀".repeat(5_000), "a/".repeat(5_000)]) },
  { what: "the title is the name of the client", document: () => called(["Pet"]).replace('"title":"Pets"', '"title":"../../__proto__/constructor"') },
  { what: "a title of which no identifier can be made", document: () => called(["Pet"]).replace('"title":"Pets"', '"title":"😀 / ☃"') },
  { what: "a title of ten thousand characters", document: () => called(["Pet"]).replace('"title":"Pets"', `"title":"${"x".repeat(10_000)}"`) },
  { what: "a title that Windows reserves", document: () => called(["Pet"]).replace('"title":"Pets"', '"title":"CON"') },
];
