import type { Pass } from "../pass.ts";
import { elementAfter, importFrom, listReturnedBy, seam } from "../seam.ts";

/** Adds the layer that compresses bodies, outside `retry`, for services with operations that take them so. */
export const compressBodies: Pass = {
  name: "compress-bodies",
  after: ["reveal-failures"],
  appliesTo: (spec) => spec.operations.some((operation) => operation.compressed === true),
  apply(sources) {
    sources.edit("src/client.ts", (client) => [
      ...importFrom(client, "./runtime/compress-bodies.ts", ["compressBodies"]),
      ...elementAfter(seam(client, "function layers() that returns a list", (file) => listReturnedBy(file, "layers")), "deadline", "compressBodies"),
    ]);
  },
};
