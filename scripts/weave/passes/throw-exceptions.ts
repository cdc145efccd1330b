import type { Pass } from "../pass.ts";
import { elementAfter, importFrom, listReturnedBy, seam } from "../seam.ts";

/** Adds the layer that turns answers of failure into exceptions, outside `retry`: only what no retry could mend is thrown. */
export const throwExceptions: Pass = {
  name: "throw-exceptions",
  appliesTo: () => true,
  apply(sources, spec) {
    const base = `${spec.service.name}Exception`;
    sources.edit("src/client.ts", (client) => [
      ...importFrom(client, "./runtime/throw-errors.ts", ["throwErrors"]),
      ...importFrom(client, "./errors.ts", [base]),
      ...elementAfter(seam(client, "function layers() that returns a list", (file) => listReturnedBy(file, "layers")), "deadline", `throwErrors(${base})`),
    ]);
  },
};
