// Many failures of Query services have another name on the wire than in the model, and the converter lost it. Most differ by what
// the runtime knows to look past, such as `Exception` at the end; these don't.

import { objectAt } from "../read/access.ts";
import { serviceOf, withSchemas } from "./document.ts";
import type { Restoration } from "./restore.ts";

/** Made from the AWS models (botocore 1.31). */
const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cloudformation: { OperationStatusCheckFailedException: "ConditionalCheckFailed" },
  cloudsearch: { DisabledOperationException: "DisabledAction" },
  elasticache: { CacheSecurityGroupQuotaExceededFault: "QuotaExceeded.CacheSecurityGroup" },
  elasticbeanstalk: { OperationInProgressException: "OperationInProgressFailure", SourceBundleDeletionException: "SourceBundleDeletionFailure" },
  elasticloadbalancing: {
    AccessPointNotFoundException: "LoadBalancerNotFound", DuplicateAccessPointNameException: "DuplicateLoadBalancerName",
    InvalidEndPointException: "InvalidInstance", TooManyAccessPointsException: "TooManyLoadBalancers",
  },
  elasticloadbalancingv2: { ALPNPolicyNotSupportedException: "ALPNPolicyNotFound" },
  iam: {
    CredentialReportExpiredException: "ReportExpired", CredentialReportNotPresentException: "ReportNotPresent",
    CredentialReportNotReadyException: "ReportInProgress", ServiceNotSupportedException: "NotSupportedService",
  },
  monitoring: {
    DashboardInvalidInputError: "InvalidParameterInput", DashboardNotFoundError: "ResourceNotFound",
    InternalServiceFault: "InternalServiceError", MissingRequiredParameterException: "MissingParameter",
  },
  rds: { DBSecurityGroupQuotaExceededFault: "QuotaExceeded.DBSecurityGroup" },
  redshift: { ClusterSecurityGroupQuotaExceededFault: "QuotaExceeded.ClusterSecurityGroup", ReservedNodeExchangeNotFoundFault: "ReservedNodeExchangeNotFond" },
  sns: { InvalidParameterValueException: "ParameterValueInvalid" },
  sqs: { QueueDoesNotExist: "AWS.SimpleQueueService.NonExistentQueue", QueueNameExists: "QueueAlreadyExists" },
};

export const errorCodes: Restoration = (api, dialect) => {
  const known = dialect.protocol === "aws-query" ? codes[serviceOf(api)] : undefined;
  if (known === undefined) return api;
  return withSchemas(api, (schema, name) => {
    const code = Object.hasOwn(known, name) ? known[name] : undefined;
    return code === undefined || objectAt(schema, "x-error")["code"] !== undefined ? schema : { ...schema, "x-error": { ...objectAt(schema, "x-error"), code } };
  });
};
