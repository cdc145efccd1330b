// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: the client, with a method for each operation.

import { announceAttempts } from "./runtime/announce-attempts.ts";
import type { Throws } from "./runtime/attempt.ts";
import type { Layer } from "./runtime/call.ts";
import { createClient, type Client } from "./runtime/client.ts";
import { deadline } from "./runtime/deadline.ts";
import type { Operation } from "./runtime/operation.ts";
import type { CallOptions, ClientOptions, RegionOptions, Resolved } from "./runtime/options.ts";
import { retry } from "./runtime/retry.ts";
import { signRequests, type SigningOptions } from "./runtime/sign/sign-requests.ts";
import { throwErrors } from "./runtime/throw-errors.ts";
import { MarketplaceMeteringException } from "./errors.ts";
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
import {
  batchMeterUsage,
  meterUsage,
  registerUsage,
  resolveCustomer,
  type BatchMeterUsageError,
  type MeterUsageError,
  type RegisterUsageError,
  type ResolveCustomerError,
} from "./operations.ts";
import { service } from "./service.ts";

/** Options of a client of AWS Marketplace Metering Service. */
export interface MarketplaceMeteringClientOptions extends ClientOptions, RegionOptions, SigningOptions {}

/** What each call passes through, outermost first. */
function layers(options: Resolved<MarketplaceMeteringClientOptions>): readonly Layer[] {
  return [
    deadline(options),
    throwErrors(MarketplaceMeteringException),
    retry(options),
    announceAttempts,
    signRequests(options, { signingName: "aws-marketplace" }),
  ];
}

/** Makes a client for the functions of `operations.ts`; a bundle holds only those that are called. */
export function connect(options: MarketplaceMeteringClientOptions): Client {
  return createClient(service, options, layers);
}

/**
 * AWS Marketplace sellers report through this API what their customers have used, learn who a new SaaS customer is,
 * and check at start-up that a paid container may run.
 *
 * Which IAM permissions a caller needs is listed under [metering and entitlement
 * permissions](https://docs.aws.amazon.com/marketplace/latest/userguide/iam-user-policy-for-aws-marketplace-actions.html)
 * in the *AWS Marketplace Seller Guide*.
 *
 * **Report usage**
 *
 * - `MeterUsage` reports one record. Software that runs in the buyer's account calls it, on EC2 (AMI products) or
 *   in an ECS or EKS container. In the GovCloud Regions it serves AMI products only.
 * - `BatchMeterUsage` reports records of several customers at once. The seller's SaaS application calls it.
 *
 * Both can split a quantity by tags, so that buyers see where their costs come from.
 *
 * **Welcome a customer**
 *
 * - `ResolveCustomer` exchanges the registration token, which a buyer's browser brings to the seller's sign-up
 *   page, for the customer's `CustomerAWSAccountId` and `LicenseArn` (and the `CustomerIdentifier`, for products
 *   that still use it), together with the `ProductCode`.
 *
 * **Paid containers**
 *
 * - `RegisterUsage` checks the entitlement and starts the metering of a container product that is sold by the hour.
 *   Free and bring-your-own-licence containers on ECS or EKS may call it too, which puts their usage into the
 *   seller's reports. See [container-based
 *   products](https://docs.aws.amazon.com/marketplace/latest/userguide/container-based-products.html).
 *
 * CloudTrail keeps every `BatchMeterUsage` call. Search it for the `eventName` `BatchMeterUsage` to audit what was
 * sent; the [CloudTrail guide](https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html)
 * explains how.
 */
export class MarketplaceMeteringClient implements Client {
  readonly #client: Client;

  constructor(options: MarketplaceMeteringClientOptions) {
    this.#client = connect(options);
  }

  /** Calls an operation by its description. */
  call<Input, Output>(operation: Operation<Input, Output>, input: Input, options?: CallOptions): Promise<Output> {
    return this.#client.call(operation, input, options);
  }

  /** Closes the connections that the client has opened. Calls that are under way fail. */
  close(): void {
    this.#client.close();
  }

  /**
   * Reports what customers of a SaaS product have used. One call carries records of any number of customers, all
   * for the same product; a seller of several products makes a call for each.
   *
   * > **Important**: A product that was published on or after June 1, 2026 meters by license: every record has a
   * > `CustomerAWSAccountId` and a `LicenseArn`, and the request has no `ProductCode`. Older products go on as they
   * > are: `ProductCode` on the request, and `CustomerIdentifier` or `CustomerAWSAccountId` on each record.
   * >
   * > Never report the same usage both ways. A customer for whom a `ProductCode` and a `LicenseArn` arrive within
   * > one hour pays twice. When you move a product to licenses, stop sending `ProductCode` first.
   *
   * A repeated call is harmless: records that were already accepted aren't charged again, so all of them or some of
   * them may be sent once more.
   *
   * Report soon after the event. Records are refused 24 hours after it. Those of a past month are refused earlier:
   * a month closes on the 1st of the next at 06:00 UTC, so that usage of March 31 can be reported on April 1 at
   * 05:00 UTC, and no longer at 07:00. A late record makes the whole call fail with
   * `TimestampOutOfBoundsException`.
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
  batchMeterUsage(input: BatchMeterUsageRequest, options?: CallOptions): Promise<BatchMeterUsageResult> & Throws<BatchMeterUsageError> {
    return batchMeterUsage(this.#client, input, options);
  }

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
   *   `Timestamp` down to the hour. A record can't be changed afterwards: report when the hour is over, or what
   *   comes later in it is lost. Repeating the same record within the hour changes nothing and returns the same
   *   metering record ID.
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
  meterUsage(input: MeterUsageRequest, options?: CallOptions): Promise<MeterUsageResult> & Throws<MeterUsageError> {
    return meterUsage(this.#client, input, options);
  }

  /**
   * Registers a running container of a paid product. Every paid container product must call this once when it
   * starts, in the Region where it runs. Free and bring-your-own-licence products on Amazon ECS or Amazon EKS may
   * call it as well, to see their usage in the seller reports. The call does two things.
   *
   * - *Entitlement*: it tells whether the customer is subscribed to the product. Asking at start-up is enough.
   *   `CustomerNotEntitledException` and `PlatformNotSupportedException` come only from the first call of a task or
   *   pod; a customer who unsubscribes later isn't noticed by calls from the same one.
   * - *Metering*: from then on AWS Marketplace meters the ECS task or EKS pod by the hour, prorated to the second,
   *   for one minute at least. A daemon set on ten nodes counts ten times. Nothing else has to be sent: metering
   *   ends with the task or pod, whatever becomes of the subscription in the meantime.
   *
   * Call it right at launch. A container that registers more than 6 hours later may go unmetered for months that
   * are over; for the current month it is metered until it ends.
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
  registerUsage(input: RegisterUsageRequest, options?: CallOptions): Promise<RegisterUsageResult> & Throws<RegisterUsageError> {
    return registerUsage(this.#client, input, options);
  }

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
  resolveCustomer(input: ResolveCustomerRequest, options?: CallOptions): Promise<ResolveCustomerResult> & Throws<ResolveCustomerError> {
    return resolveCustomer(this.#client, input, options);
  }
}
