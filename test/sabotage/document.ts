// A document with a text of somebody else's at one place, and harmless ones at all others.

/** Texts that mean something at some place of what is generated. */
export const payloads: readonly string[] = [
  '"; evil(); "', '", evil: "x', '"+evil()+"', "';evil();'", "`;evil();`", "${evil()}", "\\", '\\"; evil(); //', '"', "'", "`", '"]: evil(), ["x',
  "*/ evil(); /*", "**/ evil(); /**", "*/ export const evil = 1; /*", "*/ export interface Evil {} /*", "x\n*/\nevil();\n/*", "x\n */\n*evil() {}\n/*", "*//", "// evil", "x\nevil()",
  "@deprecated since ever", "\n@deprecated\n", "@internal", "{@link evil}", "//# sourceMappingURL=https://evil.example/x.map",
  "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</script><script>evil()</script>", "<!-- x -->", "<a href=\"javascript:alert(1)\">x</a>", "\\<b>",
  "[x](javascript:alert(1))", "[x](data:text/html,evil)", "![x](https://evil.example/x.png)", "[x]: javascript:alert(1)", "](javascript:alert(1))", "[x](../../../evil)", "<javascript:alert(1)>",
  "\n# Evil\n", "\n\n<div>x</div>\n", "a | b | c", "x\n| a | b |\n|---|---|", "```\n</code><script>alert(1)</script>", "~~~\n<b>", "` <b> `` <i>", "\n\nx\n===\n",
  "\u202eevil", "e\u200bvil", "e\u2028vil", "e\ufeffvil", "\u0007evil", "__proto__", "constructor", "{{{evil}}}", "{{#each evil}}", "evil: evil()", "[evil()]", "evil = evil()", "evil(); class Evil {}",
  "Evil {} evil(); interface X", "a: string; readonly evil", "evil\" | (() => void) | \"x", "); evil(); (", "../../evil", "CON", "a/../../evil", "import(\"evil\")", "eval",
];

/** A document with `payload` at one of the places. */
export type Planted = Record<string, unknown>;

const place = /@@(\w+)(?::([^@]*))?@@/g;

/** `@@name:usual@@` marks a place. The usual names have the form that code gives them, so that only a planted one shows what a namer does. */
const base = {
  openapi: "3.0.3",
  info: { title: "@@title:Zoo@@", version: "@@version:1@@", description: "@@apiDescription:All of it.@@", license: { name: "@@license:MIT@@" } },
  externalDocs: { url: "https://example.com/@@docsPath@@", description: "@@docsDescription:More@@" },
  "x-service-name": "@@serviceName:Zoo@@", "x-signing-name": "@@signingName:zoo@@",
  servers: [{ url: "https://zoo.example.com/@@serverPath@@", description: "@@serverDescription:There@@", "x-partition": "@@partition:default@@" }],
  security: [{ hmac: [] }],
  tags: [{ name: "@@tag:animals@@", description: "@@tagDescription:About them@@" }],
  "x-waiters": {
    "@@waiter:Asleep@@": { operation: "ListAnimals", delay: 1, maxAttempts: 3, description: "@@waiterDescription:Waits@@", acceptors: [{ state: "success", matcher: "path", path: "animals[0].name", expected: "@@expected:Leo@@" }, { state: "failure", matcher: "error", expected: "@@expectedError:Gone@@" }] },
  },
  paths: {
    "/animals/@@path:here@@": {
      get: {
        operationId: "ListAnimals", tags: ["@@tag:animals@@"], summary: "@@summary:Lists@@", description: "@@operationDescription:Lists all.@@", externalDocs: { url: "https://example.com/@@operationDocs@@" },
        "x-pagination": { inputTokens: ["from"], outputTokens: ["next"], results: ["animals"] },
        "x-wire": { path: "/animals/@@wirePath:here@@", headers: { "x-const": "@@constantHeader:a@@", "@@constantHeaderName:x-other@@": "b" }, query: { "@@constantQuery:version@@": "@@constantQueryValue:2@@" } },
        parameters: [
          { name: "from", in: "query", description: "@@parameterDescription:From here@@", schema: { type: "string" } },
          { name: "@@queryName:limit@@", in: "query", schema: { type: "integer" } },
          { name: "@@headerName:x-trace@@", in: "header", schema: { type: "string", pattern: "@@pattern:a+@@", format: "@@format:uuid@@" } },
        ],
        responses: {
          200: { description: "@@answer:Found.@@", content: { "application/json": { schema: { $ref: "#/components/schemas/Animals" } } } },
          404: { description: "@@failure:None.@@", content: { "application/json": { schema: { $ref: "#/components/schemas/Missing" } } } },
        },
      },
    },
    "/keepers/{keeper}": {
      post: {
        operationId: "@@operation:AddKeeper@@", deprecated: true, "x-deprecated-message": "@@deprecation:Gone soon@@", "x-deprecated-since": "@@since:2026-01-01@@",
        parameters: [{ name: "keeper", in: "path", required: true, schema: { type: "string" } }],
        requestBody: { description: "@@bodyDescription:The keeper@@", content: { "application/json": { schema: { $ref: "#/components/schemas/Keeper" }, example: { "@@member:name@@": "@@example:Ada@@", born: "2026-01-01T00:00:00Z" } } } },
        responses: { 204: { description: "Done." } },
      },
    },
  },
  components: {
    securitySchemes: { hmac: { type: "apiKey", name: "Authorization", in: "header", "x-amazon-apigateway-authtype": "awsSigv4", description: "@@schemeDescription:Signed@@" } },
    schemas: {
      Animals: { type: "object", properties: { animals: { type: "array", items: { $ref: "#/components/schemas/Animal" } }, next: { type: "string" } } },
      Animal: { oneOf: [{ $ref: "#/components/schemas/Tame" }, { $ref: "#/components/schemas/Wild" }] },
      Tame: { type: "object", required: ["name"], properties: { name: { type: "string", description: "@@memberDescription:Its name@@", example: "@@memberExample:Leo@@", default: "@@default:Leo@@" }, "@@secondMember:kind@@": { type: "string", format: "date-time" }, teeth: { not: {}, "x-forbidden": "@@reason:It is tame@@" } } },
      Wild: { type: "object", required: ["teeth"], properties: { name: { type: "string" }, teeth: { $ref: "#/components/schemas/@@referred:Teeth@@" } } },
      "@@referred:Teeth@@": { type: "string", description: "@@enumDescription:How they are@@", enum: ["Sharp", "@@value:Blunt@@"] },
      Keeper: { type: "object", description: "@@modelDescription:Keeps@@", properties: { "@@member:name@@": { type: "string" }, born: { type: "string", format: "date-time", deprecated: true, "x-deprecated-message": "@@memberDeprecation:No more@@" } } },
      "@@schema:Unused@@": { type: "object", properties: { a: { type: "string" } } },
      Missing: { type: "object", "x-exception": "@@exception:MissingException@@", "x-error": { code: "@@code:Missing@@", status: 404 }, description: "@@exceptionDescription:Nothing there.@@", properties: { "@@exceptionMember:id@@": { type: "string" } } },
    },
  },
};

/** The names of all places. */
export const places: readonly string[] = [...new Set([...JSON.stringify(base).matchAll(place)].map(([, name = ""]) => name))];

export function planted(where: string, payload: string): string {
  const filled = (text: string) => text.replace(place, (_, name: string, usual = "") => (name === where ? payload : usual));
  return JSON.stringify(walked(base, filled));
}

/** The same with the payload wherever a document may say what it likes: not where HTTP decides what names and addresses are. */
export function plantedEverywhere(payload: string): string {
  let count = 0;
  return JSON.stringify(walked(base, (text) => text.replace(place, (_, name: string, usual = "") => (strict.has(name) ? usual : steady.has(name) ? `${usual}${payload}` : `${usual}${payload}${(count += 1)}`))));
}

const strict: ReadonlySet<string> = new Set(["path", "wirePath", "serverPath", "partition", "constantHeader", "constantHeaderName", "constantQuery", "constantQueryValue", "headerName", "queryName", "signingName", "pattern", "docsPath", "operationDocs"]);

/** Places that name one another. */
const steady: ReadonlySet<string> = new Set(["tag", "member", "referred"]);

function walked(value: unknown, filled: (text: string) => string): unknown {
  if (typeof value === "string") return filled(value);
  if (Array.isArray(value)) return value.map((item: unknown) => walked(item, filled));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [filled(key), key === "$ref" ? `#/components/schemas/${filled((item as string).slice(21)).replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25")}` : walked(item, filled)]));
}
