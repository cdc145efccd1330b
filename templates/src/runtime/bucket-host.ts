// A protocol → the same for an operation with a member that names a bucket: S3 wants that as a host of its own instead of a part of the path.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html

import { inside, InvalidRequestError } from "./errors.ts";
import type { Protocol } from "./operation.ts";

export interface PathStyleOptions {
  /** Puts buckets into the path instead of the host, as servers other than S3 often want it. An `endpoint` of your own gets them so in any case. */
  readonly forcePathStyle?: boolean;
  /** Sends requests about buckets and objects to the nearest edge of AWS's network, for buckets that have S3 Transfer Acceleration. */
  readonly useAccelerateEndpoint?: boolean;
}

/** Names with dots, which no certificate covers, and all that can't be hosts stay in the path. */
export function inBucketHost(protocol: Protocol, member: string): Protocol {
  return {
    ...protocol,
    request(operation, input, endpoint, client) {
      const bucket = `${input[member]}`;
      if (bucket.startsWith("arn:")) throw inside(member, new InvalidRequestError({ message: ": the name of a bucket is expected; an access point needs its own `endpoint`" }));
      const staysInPath = client?.hasOwnEndpoint || client?.forcePathStyle || !/^[a-z\d][a-z\d-]{1,61}[a-z\d]$/.test(bucket);
      if (staysInPath) return protocol.request(operation, input, endpoint, client);
      const host = client?.useAccelerateEndpoint ? endpoint.host.replace(/^s3\.(dualstack\.)?[^.]+\./, "s3-accelerate.$1") : endpoint.host;
      const request = protocol.request(operation, input, { ...endpoint, host: `${bucket}.${host}` }, client);
      // What is in the host isn't in the path.
      return { ...request, path: endpoint.path + (request.path.slice(endpoint.path.length + bucket.length + 1) || "/") };
    },
  };
}
