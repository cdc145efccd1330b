import { literal } from "../../render/safe/code.ts";
import type { Pass } from "../pass.ts";
import { elementAfter, exportFrom, extendsToo, importFrom, interfaceNamed, listReturnedBy, seam } from "../seam.ts";

/**
 * Adds the SigV4 layer inside `retry`, so that every attempt is signed afresh, and the options that it needs. The package
 * then offers what else can be done with a signature.
 */
export const signRequests: Pass = {
  name: "sign-requests",
  appliesTo: (spec) => spec.service.auth.kind === "sigv4",
  apply(sources, spec) {
    const { auth, hosts, name, protocol } = spec.service;
    if (auth.kind !== "sigv4") return;
    // Only REST protocols put members into the path and the query.
    const chosen = protocol.startsWith("rest");
    // S3 and its kin, and Glacier, want the hash of the body in a header, too.
    const hash = /^(s3($|-|express$)|glacier$)/.test(auth.signingName) ? ", contentSha256Header: true" : "";
    // A service with one address for all regions is signed for the region that it lies in.
    const hasOwnRegion = hosts.some((host) => host.signingRegion !== undefined);
    const isUnsignedSomewhere = spec.operations.some(({ signed }) => !signed);
    const region = hasOwnRegion ? ", ...signingRegion(hosts, options)" : "";
    const layer = `signRequests(options, { signingName: ${literal(auth.signingName)}${hash}${region} }${chosen ? ", anyUrl" : ""})`;
    sources.edit("src/client.ts", (client) => {
      const layers = seam(client, "function layers() that returns a list", (file) => listReturnedBy(file, "layers"));
      const options = seam(client, `interface ${name}ClientOptions`, interfaceNamed(`${name}ClientOptions`));
      const regional = options.getExtends().some((clause) => clause.getText() === "RegionOptions");
      return [
        ...importFrom(client, "./runtime/sign/sign-requests.ts", ["signRequests", "type SigningOptions"]),
        ...(regional ? [] : importFrom(client, "./runtime/options.ts", ["type RegionOptions"])),
        // A service at a single address is signed for the region that it lives in all the same.
        ...(regional ? [] : extendsToo(options, "RegionOptions")),
        ...extendsToo(options, "SigningOptions"),
        ...(hasOwnRegion ? [...importFrom(client, "./runtime/endpoint-table.ts", ["signingRegion"]), ...importFrom(client, "./service.ts", ["hosts"])] : []),
        ...(chosen ? importFrom(client, "./runtime/sign/any-url.ts", ["anyUrl"]) : []),
        ...(isUnsignedSomewhere ? importFrom(client, "./runtime/sign/where-signed.ts", ["whereSigned"]) : []),
        ...elementAfter(layers, "retry", isUnsignedSomewhere ? `whereSigned(${layer})` : layer),
      ];
    });
    sources.edit("src/index.ts", (index) => [
      ...exportFrom(index, "./runtime/credentials.ts", ["type Credentials", "type CredentialsProvider"]),
      ...exportFrom(index, "./runtime/sign/presign.ts", ["presign", "type PresignOptions"]),
      ...exportFrom(index, "./runtime/sign/sign-requests.ts", ["type SigningOptions"]),
      ...exportFrom(index, "./runtime/sign/signed-fetch.ts", ["signedFetch", "type SignedFetchOptions"]),
    ]);
  },
};
