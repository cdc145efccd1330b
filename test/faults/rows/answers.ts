// Faults of answers: they come, but aren't what they should be.

import { gzipSync } from "node:zlib";
import type { Section } from "../fault.ts";
import { type Answer, bytesThenEnd, customer, head, respond, success } from "../faulty-server.ts";
import { oneCall } from "../one-call.ts";

const html = { "content-type": "text/html", "x-amzn-requestid": "" };
const page = "<html>\n<body>\n<h1>Welcome to the airport's network</h1>";

/** Goes on until somebody closes the connection. */
const flood =
  (announced: string): Answer =>
  ({ socket }) => {
    const chunk = Buffer.alloc(65_536, " ");
    let left = 200_000_000;
    socket.write(head(200, announced ? { "content-length": announced } : {}));
    const more = (): void => {
      while (left > 0 && !socket.destroyed && socket.write(chunk)) left -= chunk.length;
      if (left <= 0) socket.end();
      else if (!socket.destroyed) socket.once("drain", more);
    };
    more();
  };

const results = (timestamp: string) =>
  oneCall([respond(200, `{"Results":[{"UsageRecord":{"Timestamp":${timestamp},"Dimension":"users"}}]}`)], { operation: "batchMeterUsage", input: { UsageRecords: [], ProductCode: "code" } });

const deep = (levels: number): string => `{"Deep":${"[".repeat(levels)}${"]".repeat(levels)}}`;

export const answers: Section = {
  title: "Answers",
  faults: [
    {
      fault: "200 with an empty body",
      ours: "UnreadableResponseError: the answer can't be read; got 0 bytes of application/x-amz-json-1.1 (ResolveCustomer, HTTP 200, request 5b1e) · sent once",
      run: oneCall([respond(200)]),
    },
    {
      fault: "200 with `null`",
      ours: "UnreadableResponseError: the answer is no JSON object; got 4 bytes of application/x-amz-json-1.1 (ResolveCustomer, HTTP 200, request 5b1e) · sent once",
      run: oneCall([respond(200, "null")]),
    },
    {
      fault: "200 with `[]`",
      ours: "UnreadableResponseError: the answer is no JSON object; got 2 bytes of application/x-amz-json-1.1 (ResolveCustomer, HTTP 200, request 5b1e) · sent once",
      run: oneCall([respond(200, "[]")]),
    },
    {
      fault: "200 with text in quotes",
      ours: "UnreadableResponseError: the answer is no JSON object; got 4 bytes of application/x-amz-json-1.1 (ResolveCustomer, HTTP 200, request 5b1e) · sent once",
      run: oneCall([respond(200, '"ok"')]),
    },
    {
      fault: "200 with HTML, from a captive portal",
      ours: "UnreadableResponseError: the answer can't be read; got 55 bytes of text/html (ResolveCustomer, HTTP 200) · sent once",
      run: oneCall([respond(200, page, html)]),
    },
    {
      fault: "200 with half of an object",
      ours: "UnreadableResponseError: the answer can't be read; got 29 bytes of application/x-amz-json-1.1 (ResolveCustomer, HTTP 200, request 5b1e) · sent once",
      run: oneCall([respond(200, '{"CustomerAWSAccountId":"1111')]),
    },
    {
      fault: "200 with another content type",
      ours: "succeeds · sent once",
      run: oneCall([respond(200, customer, { "content-type": "text/plain" })]),
    },
    {
      fault: "204 without a body",
      ours: "UnreadableResponseError: the answer can't be read; got 0 bytes of no type (ResolveCustomer, HTTP 204) · sent once",
      run: oneCall([bytesThenEnd(head(204, {}))]),
    },
    {
      fault: "A byte order mark before the object",
      ours: "succeeds · sent once",
      run: oneCall([respond(200, `\ufeff${customer}`)]),
    },
    {
      fault: "Bytes that aren't UTF-8",
      ours: "returns { ProductCode: ' ' } · sent once",
      run: oneCall([respond(200, Buffer.from('{"ProductCode":"\xff"}', "latin1"))]),
    },
    {
      fault: "Half of a surrogate pair in a text",
      ours: "returns { ProductCode: '\\ud800' } · sent once",
      run: oneCall([respond(200, '{"ProductCode":"\\ud800"}')]),
    },
    {
      fault: "A body that is compressed though nobody asked for it",
      ours: "UnreadableResponseError: the answer can't be read; got 95 bytes of application/x-amz-json-1.1 (ResolveCustomer, HTTP 200, request 5b1e) · sent once",
      overFetch: "succeeds · sent once",
      run: oneCall([respond(200, gzipSync(customer, { level: 0 }), { "content-encoding": "gzip" })]),
    },
    {
      fault: "200 MB against the cap of 50 MB, announced",
      ours: "ResponseTooLargeError: the answer is longer than 50000000 bytes (ResolveCustomer) · sent once",
      run: oneCall([flood("200000000")]),
    },
    {
      fault: "200 MB against the cap of 50 MB, not announced",
      ours: "ResponseTooLargeError: the answer is longer than 50000000 bytes (ResolveCustomer) · sent once",
      run: oneCall([flood("")]),
    },
    {
      fault: "10,000 levels of nesting",
      ours: "returns { Deep: [ [ [ [ [Array] ] ] ] ] } · sent once",
      run: oneCall([respond(200, deep(10_000))]),
    },
    {
      fault: "`__proto__` and `constructor` as keys",
      ours: "returns { ProductCode: 'code', ['__proto__']: { polluted: true }, constructor: { prototype: { polluted: true } } } · sent once",
      run: oneCall([respond(200, '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"ProductCode":"code"}')]),
    },
    {
      fault: "An integer over 2^53",
      ours: "UnreadableResponseError: the answer holds an integer beyond 2^53; got 45 bytes of application/x-amz-json-1.1 (ResolveCustomer, HTTP 200, request 5b1e) · sent once",
      run: oneCall([respond(200, '{"ProductCode":"code","Big":9007199254740993}')]),
    },
    {
      fault: "A member that the document doesn't know",
      ours: "returns { New: 1, ProductCode: 'code' } · sent once",
      run: oneCall([respond(200, '{"ProductCode":"code","New":1}')]),
    },
    {
      fault: "A timestamp as seconds with a fraction",
      ours: "returns { Results: [ { UsageRecord: { Dimension: 'users', Timestamp: 2025-11-13T02:13:20.123Z } } ] } · sent once",
      run: results("1763000000.123"),
    },
    {
      fault: "A timestamp as seconds in a text",
      ours: "returns { Results: [ { UsageRecord: { Dimension: 'users', Timestamp: 2025-11-13T02:13:20.500Z } } ] } · sent once",
      run: results('"1763000000.5"'),
    },
    {
      fault: "A timestamp as ISO 8601",
      ours: "returns { Results: [ { UsageRecord: { Dimension: 'users', Timestamp: 2025-11-13T02:13:20.500Z } } ] } · sent once",
      run: results('"2025-11-13T02:13:20.5Z"'),
    },
    {
      fault: "A timestamp as ISO 8601 with an offset",
      ours: "returns { Results: [ { UsageRecord: { Dimension: 'users', Timestamp: 2025-11-13T02:13:20.000Z } } ] } · sent once",
      run: results('"2025-11-13T03:13:20+01:00"'),
    },
    {
      fault: "A timestamp as in HTTP's headers",
      ours: "returns { Results: [ { UsageRecord: { Dimension: 'users', Timestamp: 2025-11-13T02:13:20.000Z } } ] } · sent once",
      run: results('"Thu, 13 Nov 2025 02:13:20 GMT"'),
    },
    {
      fault: "A timestamp that is `null`",
      ours: "returns { Results: [ { UsageRecord: { Dimension: 'users' } } ] } · sent once",
      run: results("null"),
    },
    {
      fault: "A timestamp that is none",
      ours: "UnreadableResponseError: Results[0].UsageRecord.Timestamp: a timestamp is expected; got 70 bytes of application/x-amz-json-1.1 (BatchMeterUsage, HTTP 200, request 5b1e) · sent once",
      run: results('"soon"'),
    },
    {
      fault: "A timestamp beyond what a Date can hold",
      ours: "UnreadableResponseError: Results[0].UsageRecord.Timestamp: a timestamp is expected; got 69 bytes of application/x-amz-json-1.1 (BatchMeterUsage, HTTP 200, request 5b1e) · sent once",
      run: results("1e300"),
    },
    {
      fault: "502 with HTML, from a proxy",
      ours: "ServiceException: <html><h1>502 Bad Gateway</h1></html> (ResolveCustomer, HTTP 502, 3 attempts) · sent 3 times",
      run: oneCall([respond(502, "<html><h1>502 Bad Gateway</h1></html>", html)]),
    },
    {
      fault: "400 with HTML, from a proxy",
      ours: "ServiceException: <html><h1>400 Bad Request</h1></html> (ResolveCustomer, HTTP 400) · sent once",
      run: oneCall([respond(400, "<html><h1>400 Bad Request</h1></html>", html)]),
    },
    {
      fault: "400 with an empty body",
      ours: "ServiceException: no message; got 0 bytes of application/x-amz-json-1.1 (ResolveCustomer, HTTP 400, request 5b1e) · sent once",
      run: oneCall([respond(400)]),
    },
    {
      fault: "400 with half of an object",
      ours: "ServiceException: no message; got 24 bytes of application/x-amz-json-1.1 (ResolveCustomer, HTTP 400, request 5b1e) · sent once",
      run: oneCall([respond(400, '{"__type":"ValidationExc')]),
    },
    {
      fault: "400 with XML",
      ours: "ServiceException: <ErrorResponse><Error><Code>Boom</Code></Error></ErrorResponse> (ResolveCustomer, HTTP 400, request 5b1e) · sent once",
      run: oneCall([respond(400, "<ErrorResponse><Error><Code>Boom</Code></Error></ErrorResponse>", { "content-type": "text/xml" })]),
    },
    {
      fault: "400 with 5 MB of text",
      ours: "ServiceException: xxx… (ResolveCustomer, HTTP 400, request 5b1e) · sent once",
      run: oneCall([respond(400, "x".repeat(5_000_000))]),
    },
    {
      fault: "400 with a message of 5 MB",
      ours: "ValidationException: xxx… · sent once",
      run: oneCall([respond(400, `{"__type":"ValidationException","message":"${"x".repeat(5_000_000)}"}`)]),
    },
    {
      fault: "A failure called `__proto__`",
      ours: "__proto__: no (ResolveCustomer, HTTP 400, request 5b1e) · sent once",
      run: oneCall([respond(400, '{"__type":"__proto__","message":"no"}')]),
    },
    {
      fault: "A failure called `constructor`",
      ours: "constructor: no (ResolveCustomer, HTTP 400, request 5b1e) · sent once",
      run: oneCall([respond(400, '{"__type":"constructor","message":"no"}')]),
    },
    {
      fault: "A failure whose members are called `__proto__`, `stack` and `toString`",
      ours: "InvalidTokenException: no (ResolveCustomer, HTTP 400, request 5b1e) · sent once",
      run: oneCall([respond(400, '{"__type":"InvalidTokenException","message":"no","__proto__":{"a":1},"stack":"x","toString":"x"}')]),
    },
    {
      fault: "A failure that the document doesn't name",
      ours: "TeapotException: short and stout (ResolveCustomer, HTTP 418, request 5b1e) · sent once",
      run: oneCall([respond(418, '{"__type":"com.example#TeapotException","message":"short and stout"}')]),
    },
    {
      fault: "A failure named in a header only",
      ours: "InvalidTokenException: no message; got 2 bytes of application/x-amz-json-1.1 (ResolveCustomer, HTTP 400, request 5b1e) · sent once",
      run: oneCall([respond(400, "{}", { "x-amzn-errortype": "InvalidTokenException:http://example.com/" })]),
    },
    {
      fault: "A failure that holds an integer over 2^53",
      ours: "InvalidTokenException: no (ResolveCustomer, HTTP 400, request 5b1e) · sent once",
      run: oneCall([respond(400, '{"__type":"InvalidTokenException","message":"no","Big":9007199254740993}')]),
    },
    {
      fault: "A redirect to elsewhere",
      ours: "RedirectError: redirected to \"https://elsewhere.example/path\" (ResolveCustomer, HTTP 307, request 5b1e) · sent once",
      run: oneCall([respond(307, "", { location: "https://elsewhere.example/path?X-Amz-Signature=abc" })]),
    },
    {
      fault: "A redirect to nowhere",
      ours: "RedirectError: redirected to \"\" (ResolveCustomer, HTTP 302, request 5b1e) · sent once",
      run: oneCall([respond(302)]),
    },
    {
      fault: "103 Early Hints before the answer",
      ours: "succeeds · sent once",
      run: oneCall([({ socket, ...rest }) => (socket.write("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n"), success({ socket, ...rest }))]),
    },
    {
      fault: "100 Continue that nobody asked for",
      ours: "succeeds · sent once",
      overFetch: "ConnectionError: no complete answer came (UND_ERR_SOCKET) (ResolveCustomer, 3 attempts) · sent 3 times",
      run: oneCall([({ socket, ...rest }) => (socket.write("HTTP/1.1 100 Continue\r\n\r\n"), success({ socket, ...rest }))]),
    },
    {
      fault: "101 Switching Protocols",
      ours: "ConnectionError: no complete answer came (ResolveCustomer, 3 attempts) · sent 3 times",
      run(trial) {
        trial.waitForEver();
        return oneCall([bytesThenEnd("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n")])(trial);
      },
    },
    {
      fault: "Repeated headers",
      ours: "succeeds · sent once",
      run: oneCall([bytesThenEnd(`HTTP/1.1 200 OK\r\ndate: Mon, 23 Nov 2026 12:00:00 GMT\r\ndate: Mon, 23 Nov 2026 12:00:00 GMT\r\nx-amzn-requestid: a\r\nx-amzn-requestid: b\r\ncontent-length: ${customer.length}\r\n\r\n${customer}`)]),
    },
    {
      fault: "Two different lengths",
      ours: "ConnectionError: no complete answer came (HPE_UNEXPECTED_CONTENT_LENGTH) (ResolveCustomer, 3 attempts) · sent 3 times",
      run: oneCall([bytesThenEnd(`HTTP/1.1 200 OK\r\ncontent-length: ${customer.length}\r\ncontent-length: 3\r\n\r\n${customer}`)]),
    },
    {
      fault: "Headers of 100 kB",
      ours: "ConnectionError: no complete answer came (HPE_HEADER_OVERFLOW) (ResolveCustomer, 3 attempts) · sent 3 times",
      run: oneCall([respond(200, customer, { "x-long": "x".repeat(100_000) })]),
    },
  ],
};
