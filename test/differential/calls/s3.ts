// S3: buckets in hosts, keys in paths, members in headers, streams both ways, and operations that only a flag tells apart.

import { bytesOf, streamOf, xml, type Service } from "../call.ts";

/** Everything that paths, signatures and clients disagree about, but for dot segments. */
const oddKey = "a b/ü+&=?#%2F/(1)!*'~😀//<x>$@:;,.txt";
const namespace = "http://s3.amazonaws.com/doc/2006-03-01/";
const ids = { "x-amz-request-id": "656c76696e6727732072657175657374", "x-amz-id-2": "Uuag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg==" };
const failed = (status: number, code: string, message: string, more = "") => ({ status, headers: { "content-type": "application/xml", ...ids }, body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message>${more}<RequestId>656c76696e6727732072657175657374</RequestId><HostId>h</HostId></Error>` });

export const s3: Service = {
  title: "S3", made: { document: "s3" }, model: "s3", signingName: "s3", official: { name: "@aws-sdk/client-s3", client: "S3Client" },
  calls: {
    "puts an object with metadata and headers": {
      operation: "PutObject",
      input: { Bucket: "things", Key: oddKey, Body: bytesOf("hello"), ContentType: "text/plain; charset=utf-8", CacheControl: "max-age=60, public", Expires: new Date(1_700_000_000_000), Metadata: { colour: "red, green", "x-y": "  two  blanks  " }, Tagging: "a=1&b=%20", ACL: "private", ServerSideEncryption: "aws:kms", BucketKeyEnabled: true, ObjectLockRetainUntilDate: new Date(1_700_000_000_123), ObjectLockMode: "GOVERNANCE" },
      answer: { headers: { ...ids, etag: "\"5d41402abc4b2a76b9719d911017c592\"", "x-amz-version-id": "v", "x-amz-server-side-encryption-bucket-key-enabled": "true" } },
    },
    "puts an object with a checksum of the caller's choice": { operation: "PutObject", input: { Bucket: "things", Key: "k", Body: bytesOf("hello"), ChecksumAlgorithm: "SHA256" } },
    "puts an object with a checksum that the caller knows": { operation: "PutObject", input: { Bucket: "things", Key: "k", Body: bytesOf("hello"), ChecksumCRC32: "NhCmhg==" } },
    "puts an empty object": { operation: "PutObject", input: { Bucket: "things", Key: "folder/", Body: new Uint8Array() } },
    "puts a stream of a known length": { operation: "PutObject", client: { checksumsWhereRequired: true }, input: { Bucket: "things", Key: "k", Body: streamOf("hello, stream"), ContentLength: 13 } },
    "puts a stream as the SDK does unless told otherwise": { operation: "PutObject", input: { Bucket: "things", Key: "k", Body: streamOf("hello, stream"), ContentLength: 13 } },
    "gets an object as a stream": {
      operation: "GetObject", input: { Bucket: "things", Key: oddKey, Range: "bytes=0-4", IfModifiedSince: new Date(1_600_000_000_000), ResponseContentType: "text/plain; charset=utf-8", VersionId: "v+/=" },
      answer: { status: 206, headers: { ...ids, "content-type": "text/plain", "last-modified": "Tue, 14 Nov 2023 22:13:20 GMT", "content-range": "bytes 0-4/13", "accept-ranges": "bytes", etag: "\"e\"", "x-amz-meta-colour": "red", "x-amz-meta-x-y": "z", "x-amz-missing-meta": "1", "x-amz-tagging-count": "2", "x-amz-delete-marker": "false", "x-amz-object-lock-retain-until-date": "2023-11-14T22:13:20.000Z" }, body: new Uint8Array([0, 255, 10, 13, 128]) },
    },
    "gets an object whose checksum it verifies": { operation: "GetObject", input: { Bucket: "things", Key: "k", ChecksumMode: "ENABLED" }, answer: { headers: { ...ids, "x-amz-checksum-crc32": "NhCmhg==", "content-type": "binary/octet-stream" }, body: "hello" } },
    "meets an object whose checksum is another's": { operation: "GetObject", input: { Bucket: "things", Key: "k", ChecksumMode: "ENABLED" }, answer: { headers: { ...ids, "x-amz-checksum-crc32": "AAAAAA==", "content-type": "binary/octet-stream" }, body: "hello" } },
    "looks at an object": { operation: "HeadObject", input: { Bucket: "things", Key: "k" }, answer: { headers: { ...ids, "content-length": "5", "content-type": "text/plain", "last-modified": "Tue, 14 Nov 2023 22:13:20 GMT", etag: "\"e\"", "x-amz-meta-a": "1", expires: "Tue, 14 Nov 2023 22:13:20 GMT" } } },
    "looks at an object that isn't there": { operation: "HeadObject", input: { Bucket: "things", Key: "k" }, answer: { status: 404, headers: ids } },
    "copies an object": {
      operation: "CopyObject", input: { Bucket: "things", Key: "copy", CopySource: "things/a%20b?versionId=1", MetadataDirective: "REPLACE", Metadata: {}, CopySourceIfUnmodifiedSince: new Date(1_700_000_000_000) },
      answer: { headers: { ...ids, "x-amz-copy-source-version-id": "1" }, body: `<CopyObjectResult xmlns="${namespace}"><LastModified>2023-11-14T22:13:20.000Z</LastModified><ETag>&quot;e&quot;</ETag></CopyObjectResult>` },
    },
    "copies, and meets an error inside of a 200": { operation: "CopyObject", input: { Bucket: "things", Key: "copy", CopySource: "things/k" }, answer: failed(200, "SlowDown", "Please reduce your request rate.") },
    "lists objects": {
      operation: "ListObjectsV2", input: { Bucket: "things", Prefix: "a b/+&", Delimiter: "/", MaxKeys: 0, EncodingType: "url", FetchOwner: false, OptionalObjectAttributes: ["RestoreStatus"] },
      answer: xml(`<ListBucketResult xmlns="${namespace}"><Name>things</Name><Prefix>a b/+&amp;</Prefix><KeyCount>2</KeyCount><MaxKeys>0</MaxKeys><IsTruncated>false</IsTruncated><Contents><Key>a</Key><LastModified>2023-11-14T22:13:20.000Z</LastModified><ETag>&quot;e&quot;</ETag><Size>5</Size><Owner><ID>o</ID></Owner></Contents><Contents><Key> b </Key><Size>0</Size></Contents><CommonPrefixes><Prefix>p/</Prefix></CommonPrefixes></ListBucketResult>`, { headers: ids }),
    },
    "lists objects of an empty bucket": { operation: "ListObjectsV2", input: { Bucket: "things" }, answer: xml(`<ListBucketResult xmlns="${namespace}"><Name>things</Name><Prefix/><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>`, { headers: ids }) },
    "lists buckets": { operation: "ListBuckets", answer: xml(`<ListAllMyBucketsResult xmlns="${namespace}"><Owner><ID>o</ID></Owner><Buckets><Bucket><Name>things</Name><CreationDate>2023-11-14T22:13:20.000Z</CreationDate></Bucket></Buckets></ListAllMyBucketsResult>`, { headers: ids }) },
    "makes a bucket elsewhere": { operation: "CreateBucket", input: { Bucket: "things", CreateBucketConfiguration: { LocationConstraint: "us-west-2" } }, answer: { headers: { ...ids, location: "/things" } } },
    "makes a bucket here": { operation: "CreateBucket", input: { Bucket: "things" } },
    "asks where a bucket is": { operation: "GetBucketLocation", input: { Bucket: "things" }, answer: xml(`<LocationConstraint xmlns="${namespace}">us-west-2</LocationConstraint>`, { headers: ids }) },
    "deletes objects by list, with the checksum that is required": { operation: "DeleteObjects", input: { Bucket: "things", Delete: { Objects: [{ Key: "a<&>b" }, { Key: "c", VersionId: "v" }], Quiet: false } }, answer: xml(`<DeleteResult xmlns="${namespace}"><Deleted><Key>a&lt;&amp;&gt;b</Key><DeleteMarker>true</DeleteMarker></Deleted><Error><Key>c</Key><Code>AccessDenied</Code></Error></DeleteResult>`, { headers: ids }) },
    "deletes a policy, and not the bucket": { operation: "DeleteBucketPolicy", input: { Bucket: "things" }, answer: { status: 204, headers: ids } },
    "deletes an object with its version": { operation: "DeleteObject", input: { Bucket: "things", Key: "a+b c", VersionId: "null" }, answer: { status: 204, headers: { ...ids, "x-amz-delete-marker": "true", "x-amz-version-id": "3" } } },
    "writes a policy, which is a text": { operation: "PutBucketPolicy", input: { Bucket: "things", Policy: "{\"Version\": \"2012-10-17\"}" } },
    "reads a policy, which is a text": { operation: "GetBucketPolicy", input: { Bucket: "things" }, answer: { headers: { ...ids, "content-type": "application/json" }, body: "{\"Version\": \"2012-10-17\"}" } },
    "writes who may do what, with types in attributes": { operation: "PutBucketAcl", input: { Bucket: "things", AccessControlPolicy: { Owner: { ID: "o", DisplayName: "" }, Grants: [{ Grantee: { Type: "Group", URI: "http://acs.amazonaws.com/groups/global/AllUsers" }, Permission: "READ" }] } } },
    "reads who may do what": { operation: "GetBucketAcl", input: { Bucket: "things" }, answer: xml(`<AccessControlPolicy xmlns="${namespace}"><Owner><ID>o</ID></Owner><AccessControlList><Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>o</ID></Grantee><Permission>FULL_CONTROL</Permission></Grant></AccessControlList></AccessControlPolicy>`, { headers: ids }) },
    "writes rules of life, with flattened lists and days": { operation: "PutBucketLifecycleConfiguration", input: { Bucket: "things", LifecycleConfiguration: { Rules: [{ ID: "r", Status: "Enabled", Filter: { And: { Prefix: "p", Tags: [{ Key: "a", Value: "1" }] } }, Transitions: [{ Date: new Date(1_700_006_400_000), StorageClass: "GLACIER" }], Expiration: { Days: 0 } }] } } },
    "writes labels": { operation: "PutObjectTagging", input: { Bucket: "things", Key: "k", Tagging: { TagSet: [] } } },
    "writes rules of origins": { operation: "PutBucketCors", input: { Bucket: "things", CORSConfiguration: { CORSRules: [{ AllowedMethods: ["GET", "PUT"], AllowedOrigins: ["*"], MaxAgeSeconds: 1 }] } } },
    "begins an upload in parts": { operation: "CreateMultipartUpload", input: { Bucket: "things", Key: "k", ContentType: "text/plain", Metadata: { a: "1" } }, answer: xml(`<InitiateMultipartUploadResult xmlns="${namespace}"><Bucket>things</Bucket><Key>k</Key><UploadId>u+/=</UploadId></InitiateMultipartUploadResult>`, { headers: ids }) },
    "uploads a part": { operation: "UploadPart", input: { Bucket: "things", Key: "k", UploadId: "u+/=", PartNumber: 1, Body: bytesOf("part") }, answer: { headers: { ...ids, etag: "\"e\"" } } },
    "completes an upload": { operation: "CompleteMultipartUpload", input: { Bucket: "things", Key: "k", UploadId: "u", MultipartUpload: { Parts: [{ ETag: "\"e\"", PartNumber: 1 }] } }, answer: xml(`<CompleteMultipartUploadResult xmlns="${namespace}"><Location>l</Location><Bucket>things</Bucket><Key>k</Key><ETag>&quot;e&quot;</ETag></CompleteMultipartUploadResult>`, { headers: ids }) },
    "completes an upload, and meets an error inside of a 200": { operation: "CompleteMultipartUpload", input: { Bucket: "things", Key: "k", UploadId: "u", MultipartUpload: { Parts: [] } }, answer: failed(200, "InternalError", "We encountered an internal error.") },
    "gives up an upload": { operation: "AbortMultipartUpload", input: { Bucket: "things", Key: "k", UploadId: "u" }, answer: { status: 204, headers: ids } },
    "restores an object": { operation: "RestoreObject", input: { Bucket: "things", Key: "k", RestoreRequest: { Days: 1, GlacierJobParameters: { Tier: "Bulk" } } } },
    "meets a key that isn't there": { operation: "GetObject", input: { Bucket: "things", Key: "k", ChecksumMode: "ENABLED" }, answer: failed(404, "NoSuchKey", "The specified key does not exist.", "<Key>k</Key>") },
    "meets a bucket that isn't there": { operation: "ListObjectsV2", input: { Bucket: "things" }, answer: failed(404, "NoSuchBucket", "The specified bucket does not exist", "<BucketName>things</BucketName>") },
    "meets an exception that nobody documented": { operation: "PutBucketPolicy", input: { Bucket: "things", Policy: "{" }, answer: failed(400, "MalformedPolicy", "Policies must be valid JSON") },
    "meets an archived object, with members": { operation: "GetObject", input: { Bucket: "things", Key: "k", ChecksumMode: "ENABLED" }, answer: failed(403, "InvalidObjectState", "no", "<StorageClass>GLACIER</StorageClass><AccessTier>ARCHIVE_ACCESS</AccessTier>") },
    "keeps a bucket with dots in the path": { operation: "DeleteObject", input: { Bucket: "things.example.com", Key: "k" } },
    "keeps a bucket in the path when told": { operation: "DeleteObject", client: { forcePathStyle: true }, input: { Bucket: "things", Key: "k" } },
    "goes to a bucket by dual stack": { operation: "DeleteObject", client: { useDualstackEndpoint: true, region: "eu-west-1" }, input: { Bucket: "things", Key: "k" } },
    "goes to a bucket by FIPS": { operation: "DeleteObject", client: { useFipsEndpoint: true }, input: { Bucket: "things", Key: "k" } },
    "goes to a bucket by acceleration": { operation: "DeleteObject", client: { useAccelerateEndpoint: true }, input: { Bucket: "things", Key: "k" } },
    "goes to a server of its own": { operation: "DeleteObject", client: { endpoint: "https://minio.example:9000", forcePathStyle: true }, input: { Bucket: "things", Key: "a b" } },
    "goes to an access point": { operation: "DeleteObject", input: { Bucket: "arn:aws:s3:us-east-1:123456789012:accesspoint/mine", Key: "a b" } },
    "goes to an access point by FIPS and dual stack": { operation: "DeleteObject", client: { useFipsEndpoint: true, useDualstackEndpoint: true }, input: { Bucket: "arn:aws:s3:us-east-1:123456789012:accesspoint/mine", Key: "k" } },
    "lists what is behind an access point": { operation: "ListObjectsV2", client: { region: "cn-north-1" }, input: { Bucket: "arn:aws-cn:s3:cn-north-1:123456789012:accesspoint/mine" } },
    "goes to an access point at a server of its own": { operation: "DeleteObject", client: { endpoint: "https://minio.example:9000" }, input: { Bucket: "arn:aws:s3:us-east-1:123456789012:accesspoint/mine", Key: "k" } },
  },
};

export const s3Control: Service = {
  title: "S3 Control", made: { document: "s3control" }, model: "s3control", signingName: "s3", official: { name: "@aws-sdk/client-s3-control", client: "S3ControlClient" },
  calls: {
    "reads who may not see what, at the account's own host": {
      operation: "GetPublicAccessBlock", input: { AccountId: "123456789012" },
      answer: xml("<PublicAccessBlockConfiguration xmlns=\"http://awss3control.amazonaws.com/doc/2018-08-20/\"><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls></PublicAccessBlockConfiguration>", { headers: ids }),
    },
    "writes who may not see what, with the checksum that is required": { operation: "PutPublicAccessBlock", input: { AccountId: "123456789012", PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: false } } },
    "lists jobs by a list in the query": { operation: "ListJobs", input: { AccountId: "123456789012", JobStatuses: ["Active", "Complete"], MaxResults: 5 } },
    "reads a point in many regions, by a path that takes the rest": { operation: "GetMultiRegionAccessPoint", input: { AccountId: "123456789012", Name: "a/b c" } },
  },
};
