// S3 has ways of its own, which converted documents don't mention.

import { isObject, type JsonObject } from "../../json.ts";
import { entries, listAt, objectAt, text } from "../read/access.ts";
import { mapped, said, saying, serviceOf, targetOf, withOperations, withSchemas } from "./document.ts";
import { outputComponents } from "./output-payloads.ts";
import type { Restoration } from "./restore.ts";

/** Answers that begin before the operation has ended, and may turn out to be failures. */
const answersEarly: ReadonlySet<string> = new Set(["CompleteMultipartUpload", "CopyObject", "UploadPartCopy"]);

/** Where S3 lives in every partition. */
const hosts: readonly JsonObject[] = [
  { url: "https://s3.{region}.{suffix}" },
  { variant: "dualstack", url: "https://s3.dualstack.{region}.{suffix}" },
  { variant: "fips", url: "https://s3-fips.{region}.{suffix}" },
  { variant: "fips+dualstack", url: "https://s3-fips.dualstack.{region}.{suffix}" },
];

export const s3Oddities: Restoration = (api) => {
  if (serviceOf(api) !== "s3") return api;
  const outputs = outputComponents(api);
  const restored = withOperations(api, (operation, key) => {
    const [path = ""] = key.split("#");
    return {
      ...operation,
      // Keys of objects hold slashes, and buckets have hosts of their own.
      ...(path.startsWith("/{Bucket}") ? { "x-wire": { ...(path.endsWith("/{Key}") ? { path: path.replace("{Key}", "{Key+}") } : {}), bucket: "Bucket", ...objectAt(operation, "x-wire") } } : {}),
      ...(answersEarly.has(text(operation["operationId"]) ?? "") ? { "x-errors-in-success": true } : {}),
      ...checksumOf(operation),
      ...requestOf(api, operation),
    };
  });
  return withSchemas({ "x-endpoints": hosts, ...restored }, (schema, name) => (outputs.has(name) ? withLonePayload(api, schema) : schema));
};

/** Operations that take a checksum and don't ask for one. */
const takesChecksum: ReadonlySet<string> = new Set(["PutBucketAccelerateConfiguration", "PutObject", "RestoreObject", "UploadPart"]);

/** Parameters tell which operations guard their bodies, and how. */
function checksumOf(operation: JsonObject): JsonObject {
  if (operation["x-checksum"] !== undefined) return {};
  const member = (name: string): string | undefined => {
    const found = listAt(operation, "parameters").filter(isObject).find((parameter) => parameter["in"] === "header" && text(parameter["name"])?.toLowerCase() === name);
    return found === undefined ? undefined : text(found["x-member"]) ?? text(found["name"]);
  };
  const [algorithm, mode] = [member("x-amz-sdk-checksum-algorithm"), member("x-amz-checksum-mode")];
  const id = text(operation["operationId"]) ?? "";
  if (algorithm !== undefined) return { "x-checksum": { ...(takesChecksum.has(id) ? {} : { required: true }), algorithmMember: algorithm } };
  if (id === "GetObject" && mode !== undefined) return { "x-checksum": { validationMember: mode, responseAlgorithms: ["CRC32", "CRC32C", "SHA256", "SHA1"] } };
  return member("content-md5") === undefined ? {} : { "x-checksum": { required: true } };
}

function requestOf(api: JsonObject, operation: JsonObject): JsonObject {
  const request = operation["requestBody"];
  if (!isObject(request)) return {};
  const content = mapped(objectAt(request, "content"), (media) => (isObject(media) && isObject(media["schema"]) ? { ...media, schema: withLonePayload(api, media["schema"]) } : media));
  return { requestBody: { ...request, content } };
}

/** Text or bytes that stand alone are the body itself: S3 wraps none, but for the region of a bucket, which is an enumeration. */
function withLonePayload(api: JsonObject, schema: JsonObject): JsonObject {
  const properties = entries(objectAt(schema, "properties"));
  const unsaid = properties.filter(([, property]) => isObject(property) && said(property)["x-location"] === undefined);
  const [only] = unsaid;
  const target = only === undefined ? {} : targetOf(api, only[1]);
  const isText = target["type"] === "string" && target["enum"] === undefined && target["format"] !== "date-time";
  if (only === undefined || unsaid.length > 1 || !isObject(only[1]) || !isText) return schema;
  return { ...schema, properties: { ...objectAt(schema, "properties"), [only[0]]: saying(only[1], { "x-location": { in: "payload" } }) } };
}
