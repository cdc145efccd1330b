// Texts that want to break out, each put into every place of a document that takes any text.

import { marker } from "../escapes.ts";
import type { Made } from "../made.ts";

const call = `${marker}()`;

const texts: Readonly<Record<string, string>> = {
  "the end of a comment": `*/ ${call}; /*`,
  "the end of a comment, in pieces": `**//${call};//**/ *\u200b/ ${call} *\u00ad/ ${call} *\u2060/ ${call}`,
  "the end of a comment behind stars": `/***********/ ${call}; /***/`,
  "the end of a line comment": `x\n${call};\r${call};\r\n${call}\u2028${call}\u2029${call}\u0085${call}\u000b${call}\u000c${call}`,
  "quotes of all kinds": `"+${call}+"'+${call}+'\`+${call}+\``,
  "backslashes in front of quotes": `\\"+${call}+\\"\\\\"+${call}\\`,
  "a hole in a template literal": `\${${call}}$\{${call}}\\\${${call}}`,
  "escapes of JavaScript": `\\u0022+${call}+\\x22\\u{22}${call}\\0\\n\\u002a\\u002f`,
  "a regular expression": `/+${call}+/g]/[\\]/${call}(?:`,
  "keys of an object": `},${call},{["x"]:${call}}`,
  "a type": `string; } ${call}; interface X {`,
  "a script element": `</script><script>${call}</script><!--<script>`,
  "HTML with a handler": `<img src=x onerror=${call}><svg/onload=${call}>"><body onload=${call}>`,
  "a link that runs": `[x](javascript:${call}) <javascript:${call}> ![y](data:text/html,<script>${call}</script>)`,
  "Markdown that ends what it stands in": "```\n# Title\n| a | b |\n|---|---|\n~~~\n> - 1. x\n***\n[a]: javascript:x",
  "a template of Handlebars": `{{${marker}}} {{{${marker}}}} {{#each models}}${marker}{{/each}} {{> _doc}} {{{{raw}}}} \\{{x}} {{!--`,
  "a template of Mustache with other tags": `{{=<% %>=}}<% ${marker} %>`,
  "directives of compilers": `@ts-nocheck @ts-ignore @deprecated {@link ${call}} # sourceMappingURL=data:x //# sourceURL=x /// <reference path="x" />`,
  "text that runs backwards": `\u202e${call}\u202c\u2066x\u2069\u200f`,
  "text that nobody sees": `a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u{e0041}h`,
  "controls": "a\u0007b\u001b[31mc\u0008d\u007fe\u009bf",
  "halves of characters": "a\ud800b\udc00c\ud83d",
  "a closing tag of CDATA": `]]>${call}<![CDATA[`,
  "a shell": `$(${call}) \`${call}\` ; rm -rf / && ${call} | ${call} %PATH% !x!`,
  "a format": "%s %n %x ${} $& $1 $` $' $$",
  "nothing but blanks": " \t ",
  "nothing": "",
};

/** Every place that takes any text. Names are a class of their own, and so is what goes on the wire. */
function everywhere(text: string): string {
  const doc = { description: text, title: text, default: text, example: text };
  return JSON.stringify({
    openapi: "3.0.3",
    info: { title: text, version: text, description: text, "x-note": text },
    tags: [{ name: text, description: text }],
    servers: [{ url: "https://pets.example/{a}", description: text, variables: { a: { default: "b", description: text } } }],
    paths: {
      "/pets/{id}": {
        summary: text, description: text,
        post: {
          operationId: "addPet", summary: text, description: text, tags: [text], deprecated: true, "x-deprecated-message": text,
          parameters: [
            { name: "id", in: "path", required: true, description: text, schema: { type: "string", ...doc } },
            { name: "limit", in: "query", description: text, example: text, schema: { type: "string", ...doc } },
            { name: "X-Trace", in: "header", required: true, description: text, example: text, schema: { type: "string" } },
          ],
          requestBody: { description: text, required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" }, example: { name: text, kind: text } } } },
          responses: {
            200: { description: text, content: { "application/json": { schema: { $ref: "#/components/schemas/Pet" }, examples: { one: { summary: text, value: { name: text } } } } } },
            404: { description: text, content: { "application/json": { schema: { $ref: "#/components/schemas/Gone" } } } },
          },
        },
      },
    },
    components: {
      schemas: {
        Pet: { type: "object", ...doc, required: ["name", "kind"], properties: { name: { type: "string", ...doc }, kind: { type: "string", enum: [text, "cat"], description: text }, born: { type: "string", format: "date-time", description: text }, either: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { type: "string", description: text }] } } },
        Cat: { type: "object", description: text, properties: { lives: { type: "integer", description: text, example: text } } },
        Gone: { type: "object", description: text, properties: { message: { type: "string", description: text } } },
      },
    },
  });
}

export const anywhere: readonly Made[] = Object.entries(texts).map(([what, text]) => ({ what, document: () => everywhere(text) }));
