import type { Pass } from "../pass.ts";
import { elementAfter, importFrom, listReturnedBy, seam } from "../seam.ts";

/** Adds the layer that finds failures in answers of status 200, inside `retry`, for services that answer so. */
export const revealFailures: Pass = {
  name: "reveal-failures",
  after: ["announce-attempts"],
  appliesTo: (spec) => spec.operations.some((operation) => operation.errorsInSuccess === true),
  apply(sources) {
    sources.edit("src/client.ts", (client) => [
      ...importFrom(client, "./runtime/reveal-failures.ts", ["revealFailures"]),
      ...elementAfter(seam(client, "function layers() that returns a list", (file) => listReturnedBy(file, "layers")), "retry", "revealFailures"),
    ]);
  },
};
