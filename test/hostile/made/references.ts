// References that lead out of the folder of the document, or to where nobody should be asked.

import type { Made } from "../made.ts";

const referring = ($ref: string): string => JSON.stringify({
  openapi: "3.0.3", info: { title: "Pets", version: "1" },
  paths: { "/pets": { get: { operationId: "listPets", responses: { 200: { description: "Fine.", content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" } } } } } } } },
  components: { schemas: { Pet: { type: "object", properties: { name: { $ref } } } } },
}, null, 1);

/** Places that exist on many machines, and addresses that answer on some. */
const elsewhere: readonly string[] = [
  "/etc/passwd", "../secret.yaml", "../../../../../../../../etc/passwd", "parts/../../secret.yaml", "..%2Fsecret.yaml", "%2e%2e/secret.yaml", "./%2e%2e/%2e%2e/etc/passwd", "/proc/self/environ", "~/.aws/credentials",
  "file:///etc/passwd", "FILE:///etc/passwd", "file://localhost/etc/passwd", "http://169.254.169.254/latest/meta-data/iam/", "http://[fd00:ec2::254]/latest/", "http://metadata.google.internal/", "http://127.0.0.1:22/", "http://[::1]/",
  "http://0/", "https://evil.example/openapi.json", "https://admin:hunter2@evil.example/x.yaml", "//evil.example/x.yaml", "\\\\evil.example\\share\\x.yaml", "ftp://evil.example/x", "gopher://127.0.0.1:6379/_FLUSHALL", "data:application/json,{}", "javascript:pwned()", "jar:file:///x!/y", "php://filter/x", "CON", "\\\\.\\pipe\\x",
];

const secret = "password: hunter2\n";

export const references: readonly Made[] = [
  ...elsewhere.map(($ref) => ({ what: $ref, document: () => referring($ref) })),
  { what: "a file that isn't there", document: () => referring("gone.yaml") },
  { what: "a folder", document: () => referring("parts"), files: { "parts/a.yaml": "type: string\n" } },
  { what: "a file beside the document", document: () => referring("parts/name.yaml#/Name"), files: { "parts/name.yaml": "Name: { type: string }\n" } },
  { what: "a file that leads on to another outside", document: () => referring("parts/name.yaml"), files: { "parts/name.yaml": "$ref: ../../secret.yaml\n" } },
  { what: "a file that leads back to the document", document: () => referring("parts/name.yaml"), files: { "parts/name.yaml": "$ref: ../openapi.json#/components/schemas/Pet/properties/name\n" } },
  { what: "a broken file, of which no message tells what it holds", document: () => referring("parts/.env"), files: { "parts/.env": "TOKEN=hunter2\n- *hunter2\n\t!hunter2 x: y: hunter2\n" } },
  { what: "a file with a password, of which no message tells what it holds", document: () => referring("parts/secret.yaml#/gone"), files: { "parts/secret.yaml": secret } },
  { what: "a file of aliases, of which no message tells what it holds", document: () => referring("parts/secret.yaml"), files: { "parts/secret.yaml": "a: *hunter2\nb: !hunter2 c\n" } },
  { what: "a file that is no text", document: () => referring("parts/image.png"), files: { "parts/image.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]) } },
  { what: "two thousand files", document: () => JSON.stringify({ openapi: "3.0.3", info: { title: "Pets", version: "1" }, paths: {}, components: { schemas: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`S${index}`, { $ref: `f${index}.yaml` }])) } }), files: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}.yaml`, "type: string\n"])), options: ["--limit", "externalFiles=20"] },
  { what: "a hundred files, of which each writes out as many values as one may", document: () => JSON.stringify({ openapi: "3.0.3", info: { title: "Pets", version: "1" }, paths: {}, components: { schemas: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`S${index}`, { $ref: `f${index}.yaml` }])) } }), files: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`f${index}.yaml`, `type: string\nx-a: &a [${"0,".repeat(1_400)}]\nx-b: [${"*a,".repeat(1_400)}]\n`])) },
  { what: "a hundred files of a megabyte", document: () => JSON.stringify({ openapi: "3.0.3", info: { title: "Pets", version: "1" }, paths: {}, components: { schemas: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`S${index}`, { $ref: `f${index}.yaml` }])) } }), files: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`f${index}.yaml`, `type: string\n# ${"x".repeat(1_000_000)}\n`])) },
  { what: "a reference in an example, which is a text", document: () => referring("#/components/schemas/Pet").replace('"type": "object"', '"example": { "$ref": "/etc/passwd", "name": { "$ref": "http://169.254.169.254/" } }, "type": "object"').replace('"$ref": "#/components/schemas/Pet"\n    }\n   }', '"type": "string"\n    }\n   }') },
];
