// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: one function for each operation. Import the ones you call, and only these are bundled.

import type { Throws } from "./runtime/attempt.ts";
import type { Client } from "./runtime/client.ts";
import type { CallError } from "./runtime/errors.ts";
import type { Operation } from "./runtime/operation.ts";
import type { CallOptions } from "./runtime/options.ts";
import { withToken } from "./runtime/protocols/with-token.ts";
import {
  CustomerNotEntitledException,
  DisabledApiException,
  DuplicateRequestException,
  ExpiredTokenException,
  IdempotencyConflictException,
  InternalServiceErrorException,
  InvalidCustomerIdentifierException,
  InvalidEndpointRegionException,
  InvalidLicenseException,
  InvalidProductCodeException,
  InvalidPublicKeyVersionException,
  InvalidRegionException,
  InvalidTagException,
  InvalidTokenException,
  InvalidUsageAllocationsException,
  InvalidUsageDimensionException,
  PlatformNotSupportedException,
  ThrottlingException,
  TimestampOutOfBoundsException,
  type MarketplaceMeteringException,
} from "./errors.ts";
import type {
  BatchMeterUsageRequest,
  BatchMeterUsageResult,
  MeterUsageRequest,
  MeterUsageResult,
  RegisterUsageRequest,
  RegisterUsageResult,
  ResolveCustomerRequest,
  ResolveCustomerResult,
} from "./models.ts";
import { protocol, service } from "./service.ts";
import {
  batchMeterUsageRequestShape,
  batchMeterUsageResultShape,
  meterUsageRequestShape,
  registerUsageResultShape,
} from "./shapes.ts";

const batchMeterUsageOperation: Operation<BatchMeterUsageRequest, BatchMeterUsageResult> = {
  name: "BatchMeterUsage",
  service,
  protocol,
  method: "POST",
  path: "/",
  headers: {
    "x-amz-target": "AWSMPMeteringService.BatchMeterUsage",
  },
  input: batchMeterUsageRequestShape,
  output: batchMeterUsageResultShape,
  errors: [
    { type: InternalServiceErrorException, retry: "transient" },
    { type: InvalidProductCodeException },
    { type: InvalidUsageDimensionException },
    { type: InvalidTagException },
    { type: InvalidUsageAllocationsException },
    { type: InvalidCustomerIdentifierException },
    { type: TimestampOutOfBoundsException },
    { type: ThrottlingException, retry: "throttling" },
    { type: DisabledApiException },
    { type: InvalidLicenseException },
  ],
};

/**
 * Reports what customers of a SaaS product have used. One call carries records of any number of customers, all for
 * the same product; a seller of several products makes a call for each.
 *
 * > **Important**: A product that was published on or after June 1, 2026 meters by license: every record has a
 * > `CustomerAWSAccountId` and a `LicenseArn`, and the request has no `ProductCode`. Older products go on as they
 * > are: `ProductCode` on the request, and `CustomerIdentifier` or `CustomerAWSAccountId` on each record.
 * >
 * > Never report the same usage both ways. A customer for whom a `ProductCode` and a `LicenseArn` arrive within one
 * > hour pays twice. When you move a product to licenses, stop sending `ProductCode` first.
 *
 * A repeated call is harmless: records that were already accepted aren't charged again, so all of them or some of
 * them may be sent once more.
 *
 * Report soon after the event. Records are refused 24 hours after it. Those of a past month are refused earlier: a
 * month closes on the 1st of the next at 06:00 UTC, so that usage of March 31 can be reported on April 1 at 05:00
 * UTC, and no longer at 07:00. A late record makes the whole call fail with `TimestampOutOfBoundsException`.
 *
 * A call takes at most 25 `UsageRecords` and must stay below 1 MB.
 *
 * A `UsageRecord` may split its quantity by tags. This changes neither price nor total; it lets buyers attribute
 * their costs. See [vendor-metered
 * tagging](https://docs.aws.amazon.com/marketplace/latest/userguide/metering-for-usage.html#saas-vendor-metered-tagging).
 *
 * The answer holds a `UsageRecordResult` for each record that was looked at. **Its `Status` tells whether the
 * record counts**: a successful call may hold refused records. Records that the service couldn't get to come back
 * as `UnprocessedRecords`: send those again, unchanged.
 *
 * It isn't offered in every Region: see the [Regions of
 * BatchMeterUsage](https://docs.aws.amazon.com/marketplace/latest/APIReference/metering-regions.html#batchmeterusage-region-support).
 *
 * > **Note**: The *AWS Marketplace Seller Guide* has code examples [with
 * > LicenseArn](https://docs.aws.amazon.com/marketplace/latest/userguide/saas-code-examples.html#saas-batchmeterusage-licensearn-example),
 * > [with
 * > ProductCode](https://docs.aws.amazon.com/marketplace/latest/userguide/saas-code-examples.html#saas-batchmeterusage-example)
 * > and [with
 * > tags](https://docs.aws.amazon.com/marketplace/latest/userguide/saas-code-examples.html#saas-batchmeterusage-tagging).
 *
 * @throws {@link InternalServiceErrorException}
 * @throws {@link InvalidProductCodeException}
 * @throws {@link InvalidUsageDimensionException}
 * @throws {@link InvalidTagException}
 * @throws {@link InvalidUsageAllocationsException}
 * @throws {@link InvalidCustomerIdentifierException}
 * @throws {@link TimestampOutOfBoundsException}
 * @throws {@link ThrottlingException}
 * @throws {@link DisabledApiException}
 * @throws {@link InvalidLicenseException}
 */
export function batchMeterUsage(
  client: Client,
  input: BatchMeterUsageRequest,
  options?: CallOptions,
): Promise<BatchMeterUsageResult> & Throws<BatchMeterUsageError> {
  return client.call(batchMeterUsageOperation, input, options);
}

/** What `batchMeterUsage` may throw. */
export type BatchMeterUsageError =
  | InternalServiceErrorException
  | InvalidProductCodeException
  | InvalidUsageDimensionException
  | InvalidTagException
  | InvalidUsageAllocationsException
  | InvalidCustomerIdentifierException
  | TimestampOutOfBoundsException
  | ThrottlingException
  | DisabledApiException
  | InvalidLicenseException
  | MarketplaceMeteringException
  | CallError;

const meterUsageOperation: Operation<MeterUsageRequest, MeterUsageResult> = {
  name: "MeterUsage",
  service,
  protocol: /* @__PURE__ */ withToken(protocol, "ClientToken"),
  method: "POST",
  path: "/",
  headers: {
    "x-amz-target": "AWSMPMeteringService.MeterUsage",
  },
  input: meterUsageRequestShape,
  errors: [
    { type: InternalServiceErrorException, retry: "transient" },
    { type: InvalidProductCodeException },
    { type: InvalidUsageDimensionException },
    { type: InvalidTagException },
    { type: InvalidUsageAllocationsException },
    { type: InvalidEndpointRegionException },
    { type: TimestampOutOfBoundsException },
    { type: DuplicateRequestException },
    { type: ThrottlingException, retry: "throttling" },
    { type: CustomerNotEntitledException },
    { type: IdempotencyConflictException },
  ],
};

/**
 * Reports one usage record of software that runs in the buyer's account.
 *
 * Call it in the Region where the software runs, and sign it with the buyer's credentials that the platform
 * provides:
 *
 * - Amazon EC2: the [instance
 *   role](https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html).
 * - Amazon EKS: [IAM roles for service
 *   accounts](https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html). EKS Pod
 *   Identity, the role of the node and long-term keys are refused.
 * - Amazon ECS: the [task role](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html).
 *   The role of the node and long-term keys are refused.
 * - Amazon Bedrock AgentCore Runtime: its [execution
 *   role](https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html#runtime-permissions-execution).
 *   Long-term keys are refused.
 *
 * How often to report depends on the platform:
 *
 * - On EC2, ECS and EKS once an hour for each dimension and each instance, task or pod. The service rounds
 *   `Timestamp` down to the hour. A record can't be changed afterwards: report when the hour is over, or what comes
 *   later in it is lost. Repeating the same record within the hour changes nothing and returns the same metering
 *   record ID.
 * - On AgentCore Runtime as often as you like. Records add up as long as each has a `ClientToken` of its own;
 *   `Timestamp` isn't rounded.
 *
 * A record that is more than 6 hours old is refused.
 *
 * The record may split its quantity by tags which you, or the buyer, have chosen.
 *
 * It isn't offered in every Region: see the Regions [for
 * EC2](https://docs.aws.amazon.com/marketplace/latest/APIReference/metering-regions.html#meterusage-region-support-ec2)
 * and [for ECS and
 * EKS](https://docs.aws.amazon.com/marketplace/latest/APIReference/metering-regions.html#meterusage-region-support-ecs-eks).
 *
 * @throws {@link InternalServiceErrorException}
 * @throws {@link InvalidProductCodeException}
 * @throws {@link InvalidUsageDimensionException}
 * @throws {@link InvalidTagException}
 * @throws {@link InvalidUsageAllocationsException}
 * @throws {@link InvalidEndpointRegionException}
 * @throws {@link TimestampOutOfBoundsException}
 * @throws {@link DuplicateRequestException}
 * @throws {@link ThrottlingException}
 * @throws {@link CustomerNotEntitledException}
 * @throws {@link IdempotencyConflictException}
 */
export function meterUsage(
  client: Client,
  input: MeterUsageRequest,
  options?: CallOptions,
): Promise<MeterUsageResult> & Throws<MeterUsageError> {
  return client.call(meterUsageOperation, input, options);
}

/** What `meterUsage` may throw. */
export type MeterUsageError =
  | InternalServiceErrorException
  | InvalidProductCodeException
  | InvalidUsageDimensionException
  | InvalidTagException
  | InvalidUsageAllocationsException
  | InvalidEndpointRegionException
  | TimestampOutOfBoundsException
  | DuplicateRequestException
  | ThrottlingException
  | CustomerNotEntitledException
  | IdempotencyConflictException
  | MarketplaceMeteringException
  | CallError;

const registerUsageOperation: Operation<RegisterUsageRequest, RegisterUsageResult> = {
  name: "RegisterUsage",
  service,
  protocol,
  method: "POST",
  path: "/",
  headers: {
    "x-amz-target": "AWSMPMeteringService.RegisterUsage",
  },
  output: registerUsageResultShape,
  errors: [
    { type: InvalidProductCodeException },
    { type: InvalidRegionException },
    { type: InvalidPublicKeyVersionException },
    { type: PlatformNotSupportedException },
    { type: CustomerNotEntitledException },
    { type: ThrottlingException, retry: "throttling" },
    { type: InternalServiceErrorException, retry: "transient" },
    { type: DisabledApiException },
  ],
};

/**
 * Registers a running container of a paid product. Every paid container product must call this once when it starts,
 * in the Region where it runs. Free and bring-your-own-licence products on Amazon ECS or Amazon EKS may call it as
 * well, to see their usage in the seller reports. The call does two things.
 *
 * - *Entitlement*: it tells whether the customer is subscribed to the product. Asking at start-up is enough.
 *   `CustomerNotEntitledException` and `PlatformNotSupportedException` come only from the first call of a task or
 *   pod; a customer who unsubscribes later isn't noticed by calls from the same one.
 * - *Metering*: from then on AWS Marketplace meters the ECS task or EKS pod by the hour, prorated to the second,
 *   for one minute at least. A daemon set on ten nodes counts ten times. Nothing else has to be sent: metering ends
 *   with the task or pod, whatever becomes of the subscription in the meantime.
 *
 * Call it right at launch. A container that registers more than 6 hours later may go unmetered for months that are
 * over; for the current month it is metered until it ends.
 *
 * It isn't offered in every Region: see the [Regions of
 * RegisterUsage](https://docs.aws.amazon.com/marketplace/latest/APIReference/metering-regions.html#registerusage-region-support).
 *
 * @throws {@link InvalidProductCodeException}
 * @throws {@link InvalidRegionException}
 * @throws {@link InvalidPublicKeyVersionException}
 * @throws {@link PlatformNotSupportedException}
 * @throws {@link CustomerNotEntitledException}
 * @throws {@link ThrottlingException}
 * @throws {@link InternalServiceErrorException}
 * @throws {@link DisabledApiException}
 */
export function registerUsage(
  client: Client,
  input: RegisterUsageRequest,
  options?: CallOptions,
): Promise<RegisterUsageResult> & Throws<RegisterUsageError> {
  return client.call(registerUsageOperation, input, options);
}

/** What `registerUsage` may throw. */
export type RegisterUsageError =
  | InvalidProductCodeException
  | InvalidRegionException
  | InvalidPublicKeyVersionException
  | PlatformNotSupportedException
  | CustomerNotEntitledException
  | ThrottlingException
  | InternalServiceErrorException
  | DisabledApiException
  | MarketplaceMeteringException
  | CallError;

const resolveCustomerOperation: Operation<ResolveCustomerRequest, ResolveCustomerResult> = {
  name: "ResolveCustomer",
  service,
  protocol,
  method: "POST",
  path: "/",
  headers: {
    "x-amz-target": "AWSMPMeteringService.ResolveCustomer",
  },
  errors: [
    { type: InvalidTokenException },
    { type: ExpiredTokenException },
    { type: ThrottlingException, retry: "throttling" },
    { type: InternalServiceErrorException, retry: "transient" },
    { type: DisabledApiException },
  ],
};

/**
 * Exchanges a registration token for the customer behind it. A buyer who signs up on the seller's website brings
 * the token along in the browser; the SaaS application sends it here and learns the `CustomerAWSAccountId`, the
 * `LicenseArn` and the `ProductCode`.
 *
 * > **Important**: New products get no `CustomerIdentifier`. Keep `CustomerAWSAccountId` and `LicenseArn`: they
 * > name the customer in every later call. Older products still get all three.
 *
 * > **Note**: Only the account that published the SaaS product can resolve its tokens, and its role or user needs
 * > the permission `aws-marketplace:ResolveCustomer` ([all permissions of the
 * > service](https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsmarketplacemeteringservice.html)).
 * >
 * > The *AWS Marketplace Seller Guide* has a [code example for
 * > ResolveCustomer](https://docs.aws.amazon.com/marketplace/latest/userguide/saas-code-examples.html#saas-resolvecustomer-example).
 * > The operation isn't offered in every Region: see the [Regions of
 * > ResolveCustomer](https://docs.aws.amazon.com/marketplace/latest/APIReference/metering-regions.html#resolvecustomer-region-support).
 *
 * @throws {@link InvalidTokenException}
 * @throws {@link ExpiredTokenException}
 * @throws {@link ThrottlingException}
 * @throws {@link InternalServiceErrorException}
 * @throws {@link DisabledApiException}
 */
export function resolveCustomer(
  client: Client,
  input: ResolveCustomerRequest,
  options?: CallOptions,
): Promise<ResolveCustomerResult> & Throws<ResolveCustomerError> {
  return client.call(resolveCustomerOperation, input, options);
}

/** What `resolveCustomer` may throw. */
export type ResolveCustomerError =
  | InvalidTokenException
  | ExpiredTokenException
  | ThrottlingException
  | InternalServiceErrorException
  | DisabledApiException
  | MarketplaceMeteringException
  | CallError;
