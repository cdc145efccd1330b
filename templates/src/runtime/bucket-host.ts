// A protocol → the same for an operation with a member that names a bucket: S3 wants that as a host of its own instead of a part of the path.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html; an access point, told by its ARN, has one in any case:
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-naming.html

import { refuse } from "./errors.ts";
import type { Protocol, RequestClient } from "./operation.ts";

export interface PathStyleOptions {
  /** Puts buckets (but not access points, which are named by their ARNs) into the path instead of the host, as servers other than S3 often want it. An `endpoint` of your own gets them so in any case. */
  readonly forcePathStyle?: boolean;
  /** Sends requests about buckets and objects to the nearest edge of AWS's network, for buckets that have S3 Transfer Acceleration. */
  readonly useAccelerateEndpoint?: boolean;
}

export function inBucketHost(protocol: Protocol, member: string): Protocol {
  return {
    ...protocol,
    request(operation, input, endpoint, client) {
      const bucket = `${input[member]}`;
      const host = bucket.startsWith("arn:") ? hostOfAccessPoint(bucket, member, endpoint.host, client) : hostOfBucket(bucket, endpoint.host, client);
      if (!host) return protocol.request(operation, input, endpoint, client);
      const request = protocol.request(operation, input, { ...endpoint, host }, client);
      // What is in the host isn't in the path.
      return { ...request, path: endpoint.path + (request.path.slice(endpoint.path.length).replace(/^\/[^/]*/, "") || "/") };
    },
  };
}

/** Names with dots, which no certificate covers, and all that can't be hosts stay in the path. */
function hostOfBucket(bucket: string, host: string, client?: RequestClient): string | undefined {
  const staysInPath = client?.hasOwnEndpoint || client?.forcePathStyle || !/^[a-z\d][a-z\d-]{1,61}[a-z\d]$/.test(bucket);
  if (staysInPath) return undefined;
  return `${bucket}.${client?.useAccelerateEndpoint ? host.replace(/^s3\.(dualstack\.)?[^.]+\./, "s3-accelerate.$1") : host}`;
}

/** Requests are signed for the client's region, so an access point has to lie there. */
function hostOfAccessPoint(arn: string, member: string, host: string, client?: RequestClient): string {
  const [, region, account, name] = /^arn:[\w-]+:s3:([\w-]+):(\d{12}):accesspoint[:/]([a-z\d-]{1,50})$/.exec(arn) ?? [];
  const point = `${name}-${account}.`;
  if (name && client?.hasOwnEndpoint) return point + host;
  if (name && host.includes(`.${region}.`)) return point + host.replace("s3", "s3-accesspoint");
  return refuse(`${member}: the name of a bucket is expected, or the ARN of an access point in the client's region`);
}
