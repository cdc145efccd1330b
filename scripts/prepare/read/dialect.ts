// Tells which dialect of OpenAPI a document is written in: AWS's own (one per protocol), our prepared form, or plain OpenAPI.

import { isObject, type JsonObject } from "../../json.ts";
import type { Protocol } from "../prepared-spec.ts";
import { entries, objectAt, text } from "./access.ts";

export interface Dialect {
  readonly protocol: Protocol;
  /** Converted from an AWS model: invented statuses, signer-owned parameters, HTML prose, pagination parameters that don't exist. */
  readonly converted: boolean;
  /** Written by `prepare` before: everything is said, nothing is guessed. */
  readonly prepared: boolean;
}

const protocols: readonly Protocol[] = ["aws-json-1.0", "aws-json-1.1", "rest-json", "aws-query", "ec2-query", "rest-xml", "rest"];

/**
 * Target prefixes of the services that speak JSON 1.0. Nothing in a converted document tells 1.0 from 1.1, so this table
 * does; it was made from the `jsonVersion` of the AWS models (botocore 1.44.5).
 */
const json10Targets: ReadonlySet<string> = new Set([
  "AWSKendraRerankingFrontendService", "AWSLookoutEquipmentFrontendService", "AWSStepFunctions", "AppRunner",
  "AwsProton20200720", "BackupOnPremises_v20210101", "CloudApiService", "ComputeOptimizerService",
  "DynamoDBStreams_20120810", "DynamoDB_20120810", "HealthLake", "IoTAutobahnControlPlane", "KeyspacesService",
  "NetworkFirewall_20201112", "OpenSearchServerless", "PaymentCryptographyControlPlane", "PinpointSMSVoiceV2",
  "SimpleWorkflowService", "Timestream_20181101", "ToggleCustomerAPI", "VerifiedPermissions", "VoiceID",
  "com.amazonaws.codestar.connections.CodeStar_connections_20191201",
]);

/** Looks at the signals in the order in which they are reliable: what is said, then the form of the path keys, then the content types. */
export function dialectOf(api: JsonObject): Dialect {
  const said = text(api["x-protocol"]);
  const protocol = protocols.find((known) => known === said);
  const prepared = api["x-prepared"] !== undefined;
  const converted = !prepared && isConverted(api);
  if (protocol !== undefined) return { protocol, converted, prepared };
  return { protocol: converted ? guessProtocol(api) : "rest", converted, prepared };
}

function isConverted(api: JsonObject): boolean {
  const info = objectAt(api, "info");
  if (text(info["x-providerName"]) === "amazonaws.com" || info["x-aws-signingName"] !== undefined) return true;
  return Object.keys(objectAt(api, "paths")).some((key) => /#X-Amz-Target=|[#&]Action=/.test(key));
}

function guessProtocol(api: JsonObject): Protocol {
  const keys = Object.keys(objectAt(api, "paths"));
  if (keys.length > 0 && keys.every((key) => key.includes("#X-Amz-Target="))) {
    const target = keys[0]?.split("#X-Amz-Target=")[1] ?? "";
    return json10Targets.has(target.slice(0, target.lastIndexOf("."))) ? "aws-json-1.0" : "aws-json-1.1";
  }
  if (keys.length > 0 && keys.every((key) => /[#&]Action=/.test(key))) {
    return text(objectAt(api, "info")["x-serviceName"]) === "ec2" ? "ec2-query" : "aws-query";
  }
  const types = contentTypes(api);
  return types.size > 0 && [...types].every((type) => type === "text/xml") ? "rest-xml" : "rest-json";
}

function contentTypes(api: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, item] of entries(objectAt(api, "paths"))) {
    if (!isObject(item)) continue;
    for (const [, operation] of entries(item)) {
      if (!isObject(operation)) continue;
      for (const type of Object.keys(objectAt(objectAt(operation, "requestBody"), "content"))) found.add(type);
      for (const [, response] of entries(objectAt(operation, "responses"))) {
        if (isObject(response)) for (const type of Object.keys(objectAt(response, "content"))) found.add(type);
      }
    }
  }
  return found;
}
