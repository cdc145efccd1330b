// The name of a module of Node's own → the module, loaded when it is needed first.

import { createRequire } from "node:module";

const load = createRequire("/");
const loaded: Record<string, unknown> = {};

/** An import would read every export, and with `WebSocket` of node:http load all of `fetch`, which takes longer than this whole package. */
export const builtin = <Module>(name: string): Module => (loaded[name] ??= load(`node:${name}`)) as Module;
