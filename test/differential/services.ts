// The services that both clients call.

import type { Service } from "./call.ts";
import { cognitoIdentity, dynamodb, kms, metering, sqs, stepFunctions } from "./calls/json-services.ts";
import { ec2, iam, sns, sts } from "./calls/query-services.ts";
import { apiGateway, batch, cloudFront, efs, iot, lambda, lex, route53 } from "./calls/rest-services.ts";
import { s3, s3Control } from "./calls/s3.ts";

export const services: readonly Service[] = [
  dynamodb, sqs, kms, metering, stepFunctions, cognitoIdentity, sns, iam, sts, ec2, s3, s3Control, route53, cloudFront, lambda, apiGateway, efs, batch, iot, lex,
];
