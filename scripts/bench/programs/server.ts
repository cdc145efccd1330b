// A server for the programs that make calls, in a process of its own so that its CPU isn't counted. Prints its port.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const body = Buffer.from(JSON.stringify({ CustomerIdentifier: "abc", ProductCode: "0123456789", CustomerAWSAccountId: "123456789012" }));

const server = createServer((request, response) => {
  request.on("data", () => {});
  request.on("end", () => {
    response.writeHead(200, { "content-type": "application/x-amz-json-1.1", "content-length": body.length, "x-amzn-requestid": "5d672d79-c15b-1316-2d92-79b0855cfba6" });
    response.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
