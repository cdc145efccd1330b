// Files that are no text, or no text in UTF-8, and JSON that isn't quite JSON.

import { gzipSync } from "node:zlib";

import type { Made } from "../made.ts";

const sound = '{ "openapi": "3.0.3", "info": { "title": "Pets", "version": "1" }, "paths": { "/pets": { "get": { "operationId": "listPets", "summary": "SUMMARY", "responses": { "200": { "description": "Fine." } } } } } }';
const utf8 = (text: string): Buffer => Buffer.from(text, "utf8");
const around = (...middle: number[]): Buffer => Buffer.concat([utf8(sound.split("SUMMARY")[0]!), Buffer.from(middle), utf8(sound.split("SUMMARY")[1]!)]);
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const json = (text: string): string => sound.replace('"SUMMARY"', text);

export const bytes: readonly Made[] = [
  { what: "a byte order mark in front of UTF-8 is accepted", document: () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(sound)]) },
  { what: "UTF-16, little endian, with its mark", document: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sound, "utf16le")]) },
  { what: "UTF-16, big endian, with its mark", document: () => swapped(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sound, "utf16le")])) },
  { what: "UTF-16, little endian, without a mark", document: () => Buffer.from(sound, "utf16le") },
  { what: "UTF-16, big endian, without a mark", document: () => swapped(Buffer.from(sound, "utf16le")) },
  { what: "UTF-16 in a file of YAML", file: "openapi.yaml", document: () => Buffer.from("openapi: 3.0.3\n", "utf16le") },
  { what: "UTF-32", document: () => Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from([...sound].flatMap((character) => [character.charCodeAt(0), 0, 0, 0]))]) },
  { what: "Latin 1", document: () => around(0xe9) },
  { what: "a character in more bytes than it needs", document: () => around(0xc0, 0xaf) },
  { what: "half of a pair, written as UTF-8", document: () => around(0xed, 0xa0, 0x80) },
  { what: "a character beyond Unicode", document: () => around(0xf5, 0x80, 0x80, 0x80) },
  { what: "a character that the end of the file cuts", document: () => Buffer.concat([utf8(sound), Buffer.from([0xf0, 0x9f])]) },
  { what: "NUL in a text", document: () => around(0) },
  { what: "NUL behind the document", document: () => `${sound}\0` },
  { what: "NUL in YAML", file: "openapi.yaml", document: () => "openapi: 3.0.3\ninfo: a\0b\n" },
  { what: "nothing", document: () => "" },
  { what: "blanks", document: () => " \n\t\n " },
  { what: "a byte order mark alone", document: () => Buffer.from([0xef, 0xbb, 0xbf]) },
  { what: "a compressed file", document: () => gzipSync(sound) },
  { what: "a program of Linux", document: () => Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(64)]) },
  { what: "half of a pair as an escape of JSON", document: () => json('"\\ud800"') },
  { what: "a control as an escape of JSON", document: () => json('"\\u0000\\u001b[31m"') },
  { what: "a comment in JSON", document: () => json('"a" /* b */') },
  { what: "a comma too many in JSON", document: () => json('"a",').replace(', "responses"', ', , "responses"').replace(",, ,", ", ,") },
  { what: "a brace too few in JSON", document: () => sound.slice(0, -3) },
  { what: "something behind the JSON", document: () => `${sound} {}` },
  { what: "words that JSON doesn't have", document: () => json("NaN") },
  { what: "a number beyond all bounds in JSON", document: () => json('"a", "x-a": 1e999') },
  { what: "a key that is there twice in JSON", document: () => json('"a", "summary": "b"') },
  { what: "`__proto__` that is there twice in JSON", document: () => json('"a", "__proto__": {}, "__proto__": {}') },
  { what: "`__proto__` in JSON", document: () => json('"a", "__proto__": { "polluted": true }, "constructor": { "prototype": { "polluted": true } }') },
];
