// The platform of browsers, workers, Deno and Bun: Web standards only.

export * as platform from "./web-functions.ts";
