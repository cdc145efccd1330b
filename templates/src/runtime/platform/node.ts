// The platform of Node: node:crypto, node:http and environment variables.

export * as platform from "./node-functions.ts";
