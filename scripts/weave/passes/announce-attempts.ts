import type { Pass } from "../pass.ts";
import { elementAfter, importFrom, listReturnedBy, seam } from "../seam.ts";

/** Tells AWS which attempt of which call a request is: the headers that its own SDKs send. Outside the signature's layer, so that they are signed too. */
export const announceAttempts: Pass = {
  name: "announce-attempts",
  after: ["sign-requests"],
  appliesTo: (spec) => spec.service.auth.kind === "sigv4" && spec.service.protocol !== "rest",
  apply(sources) {
    sources.edit("src/client.ts", (client) => [
      ...importFrom(client, "./runtime/announce-attempts.ts", ["announceAttempts"]),
      ...elementAfter(seam(client, "function layers() that returns a list", (file) => listReturnedBy(file, "layers")), "retry", "announceAttempts"),
    ]);
  },
};
