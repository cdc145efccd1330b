// What goes out and comes in piece by piece, many pages, and waiting: S3 and Lambda, with the facts of their models.

import { deepStrictEqual as same, match, ok, rejects, strictEqual as equal } from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Answer } from "../support/aws-packages.ts";
import { bytes, type LiveService, text } from "./service.ts";
import { zip } from "./zip.ts";

const Bucket = "countersign-streams";
const megabyte = 1_024 * 1_024;

/** Bytes that don't repeat, in pieces that nobody would choose. */
function* pieces(size: number): Generator<Uint8Array> {
  for (let at = 0; at < size; at += 70_001) yield Uint8Array.from({ length: Math.min(70_001, size - at) }, (_, index) => ((at + index) * 7_919) >>> 5);
}

function streamOf(size: number): ReadableStream<Uint8Array> {
  const source = pieces(size);
  return new ReadableStream({
    pull(controller) {
      const { value, done } = source.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
  });
}

async function hashOf(all: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of all) hash.update(piece);
  return hash.digest("hex");
}

async function listOf<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const streams: LiveService = {
  title: "S3, streaming,", document: "s3", model: "s3", harmless: "listBuckets", server: "moto", host: "s3.us-east-1.amazonaws.com",
  operations: ["CreateBucket", "HeadBucket", "ListBuckets", "PutObject", "GetObject", "HeadObject", "ListObjectsV2", "ListParts", "CreateMultipartUpload", "UploadPart", "CompleteMultipartUpload", "AbortMultipartUpload", "DeleteObject", "DeleteObjects", "DeleteBucket"],
  steps: {
    "waits until a bucket is there": async (call) => {
      const waiting = call("waitUntilBucketExists", { Bucket }, { minDelayMs: 5 });
      equal((await call.failing("headBucket", { Bucket })).status, 404);
      await call("createBucket", { Bucket });
      await waiting;
    },
    "puts a stream and gets a stream, byte for byte": async (call) => {
      const size = 8 * megabyte + 1;
      await call("putObject", { Bucket, Key: "large", Body: streamOf(size), ContentLength: size, ContentType: "application/x-large", Metadata: { kind: "stream" } });
      const { Body, ContentLength, ContentType, Metadata } = await call("getObject", { Bucket, Key: "large" });
      same([ContentLength, ContentType, Metadata], [size, "application/x-large", { kind: "stream" }]);
      equal(await hashOf(Body.stream()), await hashOf(pieces(size)));
    },
    "puts a Blob, and gets bytes and text": async (call) => {
      await call("putObject", { Bucket, Key: "blob", Body: new Blob([bytes("blöb "), bytes("two")]) });
      equal(await (await call("getObject", { Bucket, Key: "blob" })).Body.text(), "blöb two");
      equal(text(await (await call("getObject", { Bucket, Key: "blob", Range: "bytes=-3" })).Body.bytes()), "two");
    },
    "refuses a stream whose length nobody knows, before anything is sent": async (call) => {
      const before = call.answers.length;
      const error = await call.failing("putObject", { Bucket, Key: "unknown", Body: streamOf(3) });
      same([error.name, call.answers.length], ["InvalidRequestError", before]);
    },
    "gives up a stream of which the beginning is enough": async (call) => {
      const { Body } = await call("getObject", { Bucket, Key: "large" });
      const reader = Body.stream().getReader();
      const { value } = await reader.read();
      await reader.cancel();
      same([...value.slice(0, 9)], [...pieces(9).next().value!]);
      equal((await call("headObject", { Bucket, Key: "large" })).ContentLength, 8 * megabyte + 1);
    },
    "puts an object with its checksum, and verifies it as it comes": async (call) => {
      for (const ChecksumAlgorithm of ["SHA256", "CRC32", "SHA1"]) {
        await call("putObject", { Bucket, Key: "checked", Body: bytes("checked"), ChecksumAlgorithm });
        const output = await call("getObject", { Bucket, Key: "checked", ChecksumMode: "ENABLED" });
        ok(output[`Checksum${ChecksumAlgorithm}`], `there is no ${ChecksumAlgorithm}`);
        equal(await output.Body.text(), "checked");
      }
    },
    "puts an object together from parts that are streams and bytes": async (call) => {
      const Key = "parts";
      const { UploadId } = await call("createMultipartUpload", { Bucket, Key, Metadata: { made: "of parts" } });
      const size = 5 * megabyte;
      const sent = [{ Body: streamOf(size), ContentLength: size }, { Body: new Blob([bytes("end")]) }];
      const Parts = [];
      for (const [index, part] of sent.entries()) {
        const { ETag } = await call("uploadPart", { Bucket, Key, UploadId, PartNumber: index + 1, ...part });
        Parts.push({ ETag, PartNumber: index + 1 });
      }
      same((await call("listParts", { Bucket, Key, UploadId })).Parts.map(({ Size }: Answer) => Size), [size, 3]);
      match((await call("completeMultipartUpload", { Bucket, Key, UploadId, MultipartUpload: { Parts } })).ETag, /-2"?$/);
      const { Body, Metadata } = await call("getObject", { Bucket, Key });
      same(Metadata, { made: "of parts" });
      equal(await hashOf(Body.stream()), await hashOf([...pieces(size), bytes("end")]));
    },
    "gives up an upload in parts": async (call) => {
      const { UploadId } = await call("createMultipartUpload", { Bucket, Key: "given-up" });
      await call("abortMultipartUpload", { Bucket, Key: "given-up", UploadId });
      equal((await call.failing("listParts", { Bucket, Key: "given-up", UploadId })).name, "NoSuchUpload");
    },
    "lists page by page, and what is on the pages": async (call) => {
      const keys = ["page/1", "page/2 ü", "page/3+", "page/4", "page/5"];
      for (const Key of keys) await call("putObject", { Bucket, Key, Body: bytes(Key) });
      const input = { Bucket, Prefix: "page/", MaxKeys: 2 };
      same((await listOf(call.pages("paginateListObjectsV2", input))).map(({ KeyCount, IsTruncated }) => [KeyCount, IsTruncated]), [[2, true], [2, true], [1, false]]);
      same((await listOf(call.pages("paginateListObjectsV2", input).items())).map(({ Key }) => Key), keys);
      same(await listOf(call.pages("paginateListObjectsV2", { Bucket, Prefix: "none/" }).items()), []);
    },
    "waits until an object is there, and until it is gone": async (call) => {
      const coming = call("waitUntilObjectExists", { Bucket, Key: "late" }, { minDelayMs: 5 });
      await call("putObject", { Bucket, Key: "late", Body: bytes("!") });
      equal((await coming).ContentLength, 1);
      const going = call("waitUntilObjectNotExists", { Bucket, Key: "late" }, { minDelayMs: 5 });
      await call("deleteObject", { Bucket, Key: "late" });
      equal(await going, undefined);
    },
    "waits no longer than it may": (call) => rejects(call("waitUntilObjectExists", { Bucket, Key: "never" }, { minDelayMs: 5, maxWaitMs: 50 }), { name: "TimeoutError" }),
    "empties and deletes the bucket": async (call) => {
      const Objects = (await listOf(call.pages("paginateListObjectsV2", { Bucket }).items())).map(({ Key }) => ({ Key }));
      equal((await call("deleteObjects", { Bucket, Delete: { Objects } })).Deleted.length, Objects.length);
      await call("deleteBucket", { Bucket });
      await call("waitUntilBucketNotExists", { Bucket }, { minDelayMs: 5 });
    },
  },
};

export const invocations: LiveService = {
  title: "Lambda, invoking,", document: "lambda", model: "lambda", harmless: "listFunctions", server: "moto without signatures", host: "lambda.us-east-1.amazonaws.com",
  operations: ["CreateFunction", "GetFunction", "GetFunctionConfiguration", "Invoke", "ListFunctions", "DeleteFunction"],
  steps: {
    "waits until a function can be called": async (call, known) => {
      // Functions run in no container; they give back what they are given.
      equal((await fetch(`http://127.0.0.1:${call.port}/moto-api/config`, { method: "POST", body: JSON.stringify({ lambda: { use_docker: false } }) })).status, 201);
      for (const FunctionName of ["echo", "other"]) await call("createFunction", { FunctionName, Role: known["RoleArn"], Runtime: "nodejs20.x", Handler: "index.handler", Code: { ZipFile: zip("index.js", "exports.handler = async (event) => event;") } });
      equal((await call("waitUntilFunctionActiveV2", { FunctionName: "echo" }, { minDelayMs: 5 })).Configuration.State, "Active");
    },
    "sends a payload and gets one": async (call) => {
      const Payload = bytes(JSON.stringify({ text: "ü 😀", list: [1, 2] }));
      const { StatusCode, Payload: answered, FunctionError } = await call("invoke", { FunctionName: "echo", Payload, LogType: "Tail" });
      same([StatusCode, text(answered), FunctionError], [200, text(Payload), undefined]);
    },
    "leaves an event, and gets nothing back": async (call) => {
      same((await call("invoke", { FunctionName: "echo", InvocationType: "Event", Payload: bytes("{}") })).StatusCode, 202);
    },
    "lists functions page by page": async (call) => {
      same((await listOf(call.pages("paginateListFunctions", { MaxItems: 1 }).items())).map(({ FunctionName }) => FunctionName).sort(), ["echo", "other"]);
    },
    "deletes them, and throws the exception once they aren't there": async (call) => {
      for (const FunctionName of ["echo", "other"]) await call("deleteFunction", { FunctionName });
      const error = await call.failing("getFunction", { FunctionName: "echo" });
      same([error.name, error.status], ["ResourceNotFoundException", 404]);
    },
  },
};
