// A member of the input that names a bucket → the bucket's own host, as S3 wants it, instead of a part of the path.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html

import { inside, InvalidRequestError } from "./errors.ts";
import type { Endpoint, EndpointClient, Members, Protocol } from "./operation.ts";

export interface PathStyleOptions {
  /** Puts buckets into the path instead of the host, as servers other than S3 often want it. An `endpoint` of your own gets them so in any case. */
  readonly forcePathStyle?: boolean;
  /** Sends requests about buckets and objects to the nearest edge of AWS's network, for buckets that have S3 Transfer Acceleration. */
  readonly useAccelerateEndpoint?: boolean;
}

interface BucketEndpoint extends Endpoint {
  readonly bucket: string;
}

/** Names with dots, which no certificate covers, and all that can't be hosts stay in the path. */
export function bucketHost(member: string): (client: EndpointClient, members: Members) => Endpoint {
  return ({ endpoint, hasOwnEndpoint, forcePathStyle, useAccelerateEndpoint }, members) => {
    const bucket = `${members[member]}`;
    if (bucket.startsWith("arn:")) throw inside(member, new InvalidRequestError({ message: ": the name of a bucket is expected; an access point needs its own `endpoint`" }));
    if (hasOwnEndpoint || forcePathStyle || !/^[a-z\d][a-z\d-]{1,61}[a-z\d]$/.test(bucket)) return endpoint;
    const host = useAccelerateEndpoint ? endpoint.host.replace(/^s3\.(dualstack\.)?[^.]+\./, "s3-accelerate.$1") : endpoint.host;
    const found: BucketEndpoint = { ...endpoint, host: `${bucket}.${host}`, bucket };
    return found;
  };
}

/** The protocol for such operations: what is in the host isn't in the path. */
export function withoutBucket(protocol: Protocol): Protocol {
  return {
    ...protocol,
    request(operation, input, endpoint) {
      const request = protocol.request(operation, input, endpoint);
      const { bucket } = endpoint as Partial<BucketEndpoint>;
      return bucket ? { ...request, path: endpoint.path + (request.path.slice(endpoint.path.length + bucket.length + 1) || "/") } : request;
    },
  };
}
