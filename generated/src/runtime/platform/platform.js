// What a platform offers to the runtime. `#platform` is web.ts or node.ts, chosen by the importer's conditions; each
// exports these functions one by one, so that `import * as platform from "#platform"` leaves out what isn't used.
export {};
