// DynamoDB as AWS wrote it, on this machine: items of every type, conditions, batches, transactions, pages, waiting, and failures with
// what they carry. The client is made of the document with the facts of the model.

import { deepStrictEqual as same, match, ok, strictEqual as equal } from "node:assert/strict";
import { crc32 } from "node:zlib";
import type { Answer } from "../support/aws-packages.ts";
import { bytes, type Call, type LiveService } from "./service.ts";

const TableName = "things";
const item = (id: string, at: number, more: object = {}) => ({ id: { S: id }, at: { N: String(at) }, ...more });

/** Bytes of every kind alike. */
const plain = (value: Answer): Answer =>
  ArrayBuffer.isView(value) ? { bytes: [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)] }
    : Array.isArray(value) ? value.map(plain)
      : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)])) : value;

async function countOf(call: Call): Promise<number> {
  let count = 0;
  for await (const page of call.pages("paginateScan", { TableName, Select: "COUNT" })) count += page.Count;
  return count;
}

export const dynamodbLocally: LiveService = {
  title: "DynamoDB local", document: "dynamodb", model: "dynamodb", harmless: "listTables", server: "DynamoDB local", host: "dynamodb.us-east-1.amazonaws.com",
  operations: [
    "CreateTable", "DescribeTable", "UpdateTimeToLive", "DescribeTimeToLive", "PutItem", "GetItem", "UpdateItem", "DeleteItem", "Query", "Scan", "BatchWriteItem", "BatchGetItem", "TransactWriteItems", "TransactGetItems", "ExecuteStatement",
    "ListTables", "DeleteTable",
  ],
  steps: {
    "makes a table, and waits until it is there": async (call) => {
      const waiting = call("waitUntilTableExists", { TableName }, { minDelayMs: 5 });
      const { TableDescription } = await call("createTable", {
        TableName, BillingMode: "PAY_PER_REQUEST", KeySchema: [{ AttributeName: "id", KeyType: "HASH" }, { AttributeName: "at", KeyType: "RANGE" }],
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }, { AttributeName: "at", AttributeType: "N" }],
      });
      ok(Math.abs(Date.now() - TableDescription.CreationDateTime.getTime()) < 3_600_000);
      equal((await waiting).Table.TableStatus, "ACTIVE");
    },
    "keeps an item of every type as it is": async (call) => {
      const Item = item("types", 1, {
        n: { N: "-1234567890.1234567890123456789012345678" }, small: { N: "1E-130" }, b: { B: new Uint8Array([0, 1, 127, 128, 255]) }, none: { B: new Uint8Array() }, s: { S: "ü 😀 \u2028 \"\\ </script>" }, empty: { S: "" },
        ss: { SS: ["a", "b"] }, ns: { NS: ["1", "2.5"] }, bs: { BS: [bytes("x"), bytes("yy")] }, yes: { BOOL: true }, no: { NULL: true }, l: { L: [{ S: "1" }, { L: [] }, { M: {} }] }, m: { M: { "a b": { N: "0" }, "ü": { M: { deep: { B: bytes("!") } } } } },
      });
      await call("putItem", { TableName, Item });
      const found = (await call("getItem", { TableName, Key: item("types", 1), ConsistentRead: true })).Item;
      // Sets have no order.
      const inOrder = ({ ss, ns, bs, ...rest }: Answer) => plain({ ...rest, small: undefined, ss: [...ss.SS].sort(), ns: [...ns.NS].sort(), bs: plain(bs.BS).sort((one: Answer, other: Answer) => one.bytes.length - other.bytes.length) });
      same(inOrder(found), inOrder(Item));
      equal(Number(found.small.N), 1e-130);
    },
    "delivers the bytes that the answer's checksum is of": (call) => {
      const checked = call.answers.filter(({ headers }) => headers["x-amz-crc32"] !== undefined);
      ok(checked.length > 2);
      for (const { headers, body } of checked) equal(crc32(body), Number(headers["x-amz-crc32"]));
      return Promise.resolve();
    },
    "says nothing of an item that isn't there": async (call) => same(await call("getItem", { TableName, Key: item("nowhere", 0) }), {}),
    "changes an item by expressions, and gives what it has become": async (call) => {
      await call("putItem", { TableName, Item: item("count", 0, { count: { N: "1" } }) });
      const update = { TableName, Key: item("count", 0), UpdateExpression: "SET #c = #c + :one", ExpressionAttributeNames: { "#c": "count" }, ExpressionAttributeValues: { ":one": { N: "1" } }, ReturnValues: "ALL_NEW", ReturnConsumedCapacity: "TOTAL" };
      const { Attributes, ConsumedCapacity } = await call("updateItem", update);
      same([Attributes.count, typeof ConsumedCapacity.CapacityUnits], [{ N: "2" }, "number"]);
    },
    "throws the exception of a condition that doesn't hold, with the item that is there": async (call) => {
      const error = await call.failing("putItem", { TableName, Item: item("count", 0), ConditionExpression: "attribute_not_exists(id)", ReturnValuesOnConditionCheckFailure: "ALL_OLD" });
      same([error.name, error.status, error.fault, error.Item], ["ConditionalCheckFailedException", 400, "client", item("count", 0, { count: { N: "2" } })]);
      match(error.message, /^The conditional request failed \(PutItem, HTTP 400, request [\w-]+\)$/);
    },
    "writes and reads batches": async (call) => {
      const PutRequests = Array.from({ length: 25 }, (_, at) => ({ PutRequest: { Item: item("batch", at, { text: { S: "x".repeat(100) } }) } }));
      same((await call("batchWriteItem", { RequestItems: { [TableName]: PutRequests } })).UnprocessedItems, {});
      const { Responses, UnprocessedKeys } = await call("batchGetItem", { RequestItems: { [TableName]: { Keys: [item("batch", 3), item("batch", 24), item("nowhere", 1)], ProjectionExpression: "#at", ExpressionAttributeNames: { "#at": "at" } } } });
      same([Responses[TableName].map(({ at }: Answer) => at.N).sort(), UnprocessedKeys], [["24", "3"], {}]);
    },
    "queries page by page, and what is on the pages": async (call) => {
      const input = { TableName, Limit: 10, KeyConditionExpression: "id = :id AND #at >= :from", ExpressionAttributeNames: { "#at": "at" }, ExpressionAttributeValues: { ":id": { S: "batch" }, ":from": { N: "2" } }, ScanIndexForward: false };
      const counts: number[] = [];
      for await (const page of call.pages("paginateQuery", input)) counts.push(page.Count);
      same(counts, [10, 10, 3]);
      const found: string[] = [];
      for await (const { at } of call.pages("paginateQuery", input).items()) found.push(at.N);
      same(found, Array.from({ length: 23 }, (_, index) => String(24 - index)));
    },
    "scans all of it": async (call) => equal(await countOf(call), 27),
    "writes in a transaction, once however often it is sent": async (call) => {
      const transaction = { ClientRequestToken: "7a1c", TransactItems: [{ Put: { TableName, Item: item("t", 1) } }, { Update: { TableName, Key: item("count", 0), UpdateExpression: "ADD #c :one", ExpressionAttributeNames: { "#c": "count" }, ExpressionAttributeValues: { ":one": { N: "1" } } } }] };
      await call("transactWriteItems", transaction);
      await call("transactWriteItems", transaction);
      const { Responses } = await call("transactGetItems", { TransactItems: [{ Get: { TableName, Key: item("t", 1) } }, { Get: { TableName, Key: item("count", 0) } }] });
      same(Responses.map(({ Item }: Answer) => Item), [item("t", 1), item("count", 0, { count: { N: "3" } })]);
    },
    "throws the exception of a transaction that was cancelled, with the reasons": async (call) => {
      const error = await call.failing("transactWriteItems", {
        TransactItems: [{ Put: { TableName, Item: item("t", 2) } }, { ConditionCheck: { TableName, Key: item("t", 1), ConditionExpression: "attribute_not_exists(id)", ReturnValuesOnConditionCheckFailure: "ALL_OLD" } }],
      });
      same([error.name, error.CancellationReasons.map(({ Code, Item }: Answer) => [Code, Item])], ["TransactionCanceledException", [["None", undefined], ["ConditionalCheckFailed", item("t", 1)]]]);
      same(await call("getItem", { TableName, Key: item("t", 2) }), {});
    },
    "asks in PartiQL": async (call) => same((await call("executeStatement", { Statement: `SELECT "count" FROM "${TableName}" WHERE "id" = ? AND "at" = ?`, Parameters: [{ S: "count" }, { N: "0" }] })).Items, [{ count: { N: "3" } }]),
    "deletes an item, and gives what it was": async (call) => same((await call("deleteItem", { TableName, Key: item("t", 1), ReturnValues: "ALL_OLD" })).Attributes, item("t", 1)),
    "throws what nobody documented, by its name": async (call) => {
      const error = await call.failing("query", { TableName, KeyConditionExpression: "nonsense" });
      same([error.code, error.status], ["ValidationException", 400]);
    },
    "throws the exceptions of tables that are there already, and that aren't": async (call) => {
      const table = { TableName, BillingMode: "PAY_PER_REQUEST", KeySchema: [{ AttributeName: "id", KeyType: "HASH" }], AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }] };
      equal((await call.failing("createTable", table)).name, "ResourceInUseException");
      equal((await call.failing("putItem", { TableName: "nowhere", Item: item("a", 1) })).name, "ResourceNotFoundException");
    },
    "lists tables, deletes this one and waits until it is gone": async (call) => {
      const names: string[] = [];
      for await (const name of call.pages("paginateListTables", { Limit: 1 }).items()) names.push(name);
      same(names, [TableName]);
      await call("deleteTable", { TableName });
      equal(await call("waitUntilTableNotExists", { TableName }, { minDelayMs: 5 }), undefined);
    },
  },
};
