import type { Protocol } from "../operation.ts";
/** https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html */
export declare function awsJson(version: "1.0" | "1.1"): Protocol;
