// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// The service's JSON as it travels, with timestamps as the prepared spec describes them. Types only.

export interface paths {
    "/#X-Amz-Target=AWSMPMeteringService.BatchMeterUsage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Reports what customers of a SaaS product have used. One call carries records of any number of customers, all for the same product; a seller of several products makes a call for each.
         *
         *     > **Important**: A product that was published on or after June 1, 2026 meters by license: every record has a `CustomerAWSAccountId` and a `LicenseArn`, and the request has no `ProductCode`. Older products go on as they are: `ProductCode` on the request, and `CustomerIdentifier` or `CustomerAWSAccountId` on each record.
         *     >
         *     > Never report the same usage both ways. A customer for whom a `ProductCode` and a `LicenseArn` arrive within one hour pays twice. When you move a product to licenses, stop sending `ProductCode` first.
         *
         *     A repeated call is harmless: records that were already accepted aren't charged again, so all of them or some of them may be sent once more.
         *
         *     Report soon after the event. Records are refused 24 hours after it. Those of a past month are refused earlier: a month closes on the 1st of the next at 06:00 UTC, so that usage of March 31 can be reported on April 1 at 05:00 UTC, and no longer at 07:00. A late record makes the whole call fail with `TimestampOutOfBoundsException`.
         *
         *     A call takes at most 25 `UsageRecords` and must stay below 1 MB.
         *
         *     A `UsageRecord` may split its quantity by tags. This changes neither price nor total; it lets buyers attribute their costs. See [vendor-metered tagging](https://docs.aws.amazon.com/marketplace/latest/userguide/metering-for-usage.html#saas-vendor-metered-tagging).
         *
         *     The answer holds a `UsageRecordResult` for each record that was looked at. **Its `Status` tells whether the record counts**: a successful call may hold refused records. Records that the service couldn't get to come back as `UnprocessedRecords`: send those again, unchanged.
         *
         *     It isn't offered in every Region: see the [Regions of BatchMeterUsage](https://docs.aws.amazon.com/marketplace/latest/APIReference/metering-regions.html#batchmeterusage-region-support).
         *
         *     > **Note**: The *AWS Marketplace Seller Guide* has code examples [with LicenseArn](https://docs.aws.amazon.com/marketplace/latest/userguide/saas-code-examples.html#saas-batchmeterusage-licensearn-example), [with ProductCode](https://docs.aws.amazon.com/marketplace/latest/userguide/saas-code-examples.html#saas-batchmeterusage-example) and [with tags](https://docs.aws.amazon.com/marketplace/latest/userguide/saas-code-examples.html#saas-batchmeterusage-tagging).
         */
        post: operations["BatchMeterUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/#X-Amz-Target=AWSMPMeteringService.MeterUsage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Reports one usage record of software that runs in the buyer's account.
         *
         *     Call it in the Region where the software runs, and sign it with the buyer's credentials that the platform provides:
         *
         *     - Amazon EC2: the [instance role](https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/iam-roles-for-amazon-ec2.html).
         *     - Amazon EKS: [IAM roles for service accounts](https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html). EKS Pod Identity, the role of the node and long-term keys are refused.
         *     - Amazon ECS: the [task role](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html). The role of the node and long-term keys are refused.
         *     - Amazon Bedrock AgentCore Runtime: its [execution role](https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html#runtime-permissions-execution). Long-term keys are refused.
         *
         *     How often to report depends on the platform:
         *
         *     - On EC2, ECS and EKS once an hour for each dimension and each instance, task or pod. The service rounds `Timestamp` down to the hour. A record can't be changed afterwards: report when the hour is over, or what comes later in it is lost. Repeating the same record within the hour changes nothing and returns the same metering record ID.
         *     - On AgentCore Runtime as often as you like. Records add up as long as each has a `ClientToken` of its own; `Timestamp` isn't rounded.
         *
         *     A record that is more than 6 hours old is refused.
         *
         *     The record may split its quantity by tags which you, or the buyer, have chosen.
         *
         *     It isn't offered in every Region: see the Regions [for EC2](https://docs.aws.amazon.com/marketplace/latest/APIReference/metering-regions.html#meterusage-region-support-ec2) and [for ECS and EKS](https://docs.aws.amazon.com/marketplace/latest/APIReference/metering-regions.html#meterusage-region-support-ecs-eks).
         */
        post: operations["MeterUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/#X-Amz-Target=AWSMPMeteringService.RegisterUsage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Registers a running container of a paid product. Every paid container product must call this once when it starts, in the Region where it runs. Free and bring-your-own-licence products on Amazon ECS or Amazon EKS may call it as well, to see their usage in the seller reports. The call does two things.
         *
         *     - *Entitlement*: it tells whether the customer is subscribed to the product. Asking at start-up is enough. `CustomerNotEntitledException` and `PlatformNotSupportedException` come only from the first call of a task or pod; a customer who unsubscribes later isn't noticed by calls from the same one.
         *     - *Metering*: from then on AWS Marketplace meters the ECS task or EKS pod by the hour, prorated to the second, for one minute at least. A daemon set on ten nodes counts ten times. Nothing else has to be sent: metering ends with the task or pod, whatever becomes of the subscription in the meantime.
         *
         *     Call it right at launch. A container that registers more than 6 hours later may go unmetered for months that are over; for the current month it is metered until it ends.
         *
         *     It isn't offered in every Region: see the [Regions of RegisterUsage](https://docs.aws.amazon.com/marketplace/latest/APIReference/metering-regions.html#registerusage-region-support).
         */
        post: operations["RegisterUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/#X-Amz-Target=AWSMPMeteringService.ResolveCustomer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Exchanges a registration token for the customer behind it. A buyer who signs up on the seller's website brings the token along in the browser; the SaaS application sends it here and learns the `CustomerAWSAccountId`, the `LicenseArn` and the `ProductCode`.
         *
         *     > **Important**: New products get no `CustomerIdentifier`. Keep `CustomerAWSAccountId` and `LicenseArn`: they name the customer in every later call. Older products still get all three.
         *
         *     > **Note**: Only the account that published the SaaS product can resolve its tokens, and its role or user needs the permission `aws-marketplace:ResolveCustomer` ([all permissions of the service](https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsmarketplacemeteringservice.html)).
         *     >
         *     > The *AWS Marketplace Seller Guide* has a [code example for ResolveCustomer](https://docs.aws.amazon.com/marketplace/latest/userguide/saas-code-examples.html#saas-resolvecustomer-example). The operation isn't offered in every Region: see the [Regions of ResolveCustomer](https://docs.aws.amazon.com/marketplace/latest/APIReference/metering-regions.html#resolvecustomer-region-support).
         */
        post: operations["ResolveCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The usage of one product: a list of `UsageRecords`, each with a quantity. Older products are named by `ProductCode` (`ProductBatchMeterUsageRequest`), new ones by the `LicenseArn` of each record (`LicenseBatchMeterUsageRequest`). */
        BatchMeterUsageRequest: components["schemas"]["ProductBatchMeterUsageRequest"] | components["schemas"]["LicenseBatchMeterUsageRequest"];
        /** @description What became of the records of a `BatchMeterUsage` call: a result for those that were processed, and those that a passing fault of the service left over. */
        BatchMeterUsageResult: {
            /** @description One result for each of the `UsageRecords` that the service has looked at, accepted or not. Correct a record that was found invalid before you send it again. */
            Results?: components["schemas"]["UsageRecordResult"][];
            /** @description The `UsageRecords` that the service could not get to. Send them again, unchanged, as the `UsageRecords` of another `BatchMeterUsageRequest`. */
            UnprocessedRecords?: components["schemas"]["UsageRecord"][];
        };
        /** @description The customer has no valid subscription to the product. */
        CustomerNotEntitledException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The operation is switched off in this Region. */
        DisabledApiException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description This instance, task or pod has already reported another quantity for this dimension and time. Quantities are compared by value: `17` and `17.00` aren't different. */
        DuplicateRequestException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The registration token is too old. The buyer's browser was slow to redirect, sent the token a second time, or the application kept it too long: resolve a token as soon as it arrives. */
        ExpiredTokenException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The `ClientToken` has already been used for a different request. */
        IdempotencyConflictException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description Something failed inside AWS. Try again; if it goes on, tell AWS. */
        InternalServiceErrorException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description No customer has this `CustomerIdentifier`. */
        InvalidCustomerIdentifierException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The call went to another Region than the one where the software runs. An instance, a task or a pod reports to the endpoint of its own Region. */
        InvalidEndpointRegionException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The `LicenseArn` isn't valid, belongs to another customer, or the usage lies outside of the license's period. */
        InvalidLicenseException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The product code isn't the one under which the product was published. */
        InvalidProductCodeException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description There is no public key of this version. */
        InvalidPublicKeyVersionException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description `RegisterUsage` was called in another Region than the one in which the task was launched. Don't build a Region into the image; ask the environment for it. */
        InvalidRegionException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description A tag is malformed, or an allocation has more than 5 of them. */
        InvalidTagException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The registration token isn't valid. */
        InvalidTokenException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The allocations don't add up to the quantity, or one of them is a whole number where the quantity is a decimal, or the other way round. */
        InvalidUsageAllocationsException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The product has no dimension of this name. */
        InvalidUsageDimensionException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The usage of a new product, which the `LicenseArn` of each record names. */
        LicenseBatchMeterUsageRequest: {
            /** @description The records to report, 25 at most, each with a `LicenseArn`. */
            UsageRecords: components["schemas"]["LicenseUsageRecord"][];
            ProductCode?: unknown;
        };
        /** @description A usage record of a new product. `LicenseArn` names the product and the agreement, `CustomerAWSAccountId` the customer. */
        LicenseUsageRecord: {
            /**
             * Format: date-time
             * @description The moment of the usage, in UTC, and never before the software was started.
             *
             *     It may lie up to 24 hours back. A month closes on the 1st of the next at 06:00 UTC.
             */
            Timestamp: string;
            CustomerIdentifier?: unknown;
            /** @description The dimension that was used, one of those under which the product is sold. */
            Dimension: string;
            /**
             * @deprecated
             * @description How much the customer has used of this dimension at this time, a whole number. Don't send it together with `QuantityAsDecimal`: AWS refuses a batch that has a record with both.
             */
            Quantity?: number;
            /**
             * @description How much the customer has used of this dimension at this time, for example `17.42`; `0` when left out.
             *
             *     Quantities are compared by value: `17` and `17.00` are one and the same.
             *
             *     Don't send it together with `Quantity`: AWS refuses a batch that has a record with both.
             */
            QuantityAsDecimal?: string;
            /** @description The quantity, split by tags. The parts must add up to `QuantityAsDecimal` and be decimals, or to `Quantity` and be whole numbers. */
            UsageAllocations?: components["schemas"]["UsageAllocation"][];
            /**
             * @description The AWS account of the customer.
             *
             *     > **Important**: Take it from `ResolveCustomer`, or ask [AWS Marketplace Seller Operations](https://aws.amazon.com/marketplace/management/contact-us/) which account belongs to a `CustomerIdentifier`. Don't ask the buyer: nobody can check what they say, and the wrong account would be billed.
             */
            CustomerAWSAccountId: string;
            /** @description The license that the customer holds, as `ResolveCustomer` has named it. The [agreements feed](https://docs.aws.amazon.com/marketplace/latest/userguide/data-feed-agreements.html) lists the licenses of all your customers. */
            LicenseArn: string;
        };
        /** @description What else is known about a customer who was resolved. */
        Metadata: {
            /** @description The agreement that the customer has accepted. The AWS Marketplace Agreement API takes it. */
            AgreementId?: string;
        };
        /** @description How much was used of one dimension at one time. */
        MeterUsageRequest: {
            /** @description The code that AWS Marketplace gave the product when it was published. It identifies the product. */
            ProductCode: string;
            /**
             * Format: date-time
             * @description The moment of the usage, in UTC. It may lie up to six hours back, and never before the software was started.
             */
            Timestamp: string;
            /** @description The dimension that was used, by the name under which the product lists it. */
            UsageDimension: string;
            /**
             * @deprecated
             * @description How much was used in this hour, a whole number. Don't send it together with `UsageQuantityAsDecimal`: AWS refuses a request with both.
             */
            UsageQuantity?: number;
            /** @description Only asks whether the caller has the permission; nothing is recorded. The answer is an error in either case: `DryRunOperation` when the caller has it, `UnauthorizedException` when not. `false` when left out. */
            DryRun?: boolean;
            /**
             * @description The quantity, split by tags.
             *
             *     The parts must add up to `UsageQuantityAsDecimal` and be decimals, or to `UsageQuantity` and be whole numbers. No two of them may carry the same set of tags; one may carry none.
             */
            UsageAllocations?: components["schemas"]["UsageAllocation"][];
            /**
             * @description How much was used in this hour, for example `17.42`; `0` when left out.
             *
             *     Quantities are compared by value: `17` and `17.00` are one and the same.
             *
             *     Don't send it together with `UsageQuantity`: AWS refuses a request with both.
             */
            UsageQuantityAsDecimal?: string;
            /**
             * @description Names this request, so that repeating it is harmless; a UUID is a good choice. The client fills one in when you leave it out, and keeps it when it tries again.
             *
             *     Another request with the same token fails with `IdempotencyConflictException`.
             */
            ClientToken?: string;
        };
        MeterUsageResult: {
            /** @description Identifies the record in AWS Marketplace. */
            MeteringRecordId?: string;
        };
        /** @description AWS Marketplace doesn't meter on the platform that the container runs on. It does on Amazon ECS, Amazon EKS and Fargate. */
        PlatformNotSupportedException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The usage of an older product, which is named by its `ProductCode`. */
        ProductBatchMeterUsageRequest: {
            /** @description The records to report, 25 at most, none of them with a `LicenseArn`. */
            UsageRecords: components["schemas"]["ProductUsageRecord"][];
            /** @description The code that AWS Marketplace gave the product when it was published. It identifies the product. */
            ProductCode: string;
        };
        /** @description A usage record of an older product. The batch names the product by its `ProductCode`; the record names the customer, by exactly one of `CustomerIdentifier` and `CustomerAWSAccountId`, in the same way in all records of a batch. */
        ProductUsageRecord: {
            /**
             * Format: date-time
             * @description The moment of the usage, in UTC, and never before the software was started.
             *
             *     It may lie up to 24 hours back. A month closes on the 1st of the next at 06:00 UTC.
             */
            Timestamp: string;
            /**
             * @description The customer, as `ResolveCustomer` has named them. New products have no customer identifiers.
             *
             *     Send this or `CustomerAWSAccountId`, exactly one of the two.
             */
            CustomerIdentifier?: string;
            /** @description The dimension that was used, one of those under which the product is sold. */
            Dimension: string;
            /**
             * @deprecated
             * @description How much the customer has used of this dimension at this time, a whole number. Don't send it together with `QuantityAsDecimal`: AWS refuses a batch that has a record with both.
             */
            Quantity?: number;
            /**
             * @description How much the customer has used of this dimension at this time, for example `17.42`; `0` when left out.
             *
             *     Quantities are compared by value: `17` and `17.00` are one and the same.
             *
             *     Don't send it together with `Quantity`: AWS refuses a batch that has a record with both.
             */
            QuantityAsDecimal?: string;
            /** @description The quantity, split by tags. The parts must add up to `QuantityAsDecimal` and be decimals, or to `Quantity` and be whole numbers. */
            UsageAllocations?: components["schemas"]["UsageAllocation"][];
            /**
             * @description The AWS account of the customer.
             *
             *     Send this or `CustomerIdentifier`, exactly one of the two.
             *
             *     > **Important**: Take it from `ResolveCustomer`, or ask [AWS Marketplace Seller Operations](https://aws.amazon.com/marketplace/management/contact-us/) which account belongs to a `CustomerIdentifier`. Don't ask the buyer: nobody can check what they say, and the wrong account would be billed.
             */
            CustomerAWSAccountId?: string;
            LicenseArn?: unknown;
        };
        RegisterUsageRequest: {
            /** @description The code that AWS Marketplace gave the product when it was published. It identifies the product. */
            ProductCode: string;
            /** @description Which version of the public key from AWS Marketplace will check the signature. */
            PublicKeyVersion: number;
            /** @description A value of your own that ties the answer to this running instance and stops replays. Optional. */
            Nonce?: string;
        };
        RegisterUsageResult: {
            /**
             * Format: date-time
             * @description When the public key was replaced. Present only if the version that was asked for has expired.
             */
            PublicKeyRotationTimestamp?: string;
            /** @description A JSON Web Token (JWT) that proves the registration. */
            Signature?: string;
        };
        /** @description The registration token that `ResolveCustomer` is to resolve. */
        ResolveCustomerRequest: {
            /** @description The token that the browser of a buyer brought to your sign-up page. */
            RegistrationToken: string;
        };
        /** @description The customer behind a registration token: `CustomerAWSAccountId`, `LicenseArn`, `ProductCode` and `Metadata`, and `CustomerIdentifier` for older products. */
        ResolveCustomerResult: {
            /** @description The customer, as older products name them. Not given for new products: use `CustomerAWSAccountId` and `LicenseArn`. */
            CustomerIdentifier?: string;
            /** @description The product that the buyer is signing up for. Check that it is yours. Use it in later `BatchMeterUsage` calls only if your product doesn't meter by `LicenseArn`. */
            ProductCode?: string;
            /** @description The AWS account of the customer. `BatchMeterUsage` asks for it in every record of a new product. */
            CustomerAWSAccountId?: string;
            /** @description The license that the customer holds. Keep it with `CustomerAWSAccountId`: `BatchMeterUsage` asks for both in every record of a new product. */
            LicenseArn?: string;
            /** @description More about the customer, such as the `AgreementId`. */
            Metadata?: components["schemas"]["Metadata"];
        };
        /** @description A label of an allocation: a `Key` and a `Value`. */
        Tag: {
            /** @description The category, for example `BusinessUnit`. */
            Key: string;
            /** @description The value within the category, for example `Research`. */
            Value: string;
        };
        /** @description Calls are coming too fast. */
        ThrottlingException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /**
         * @description The time of a record is too far back, or otherwise out of range.
         *
         *     One such record makes `BatchMeterUsage` refuse the whole batch: take it out and send the others again.
         */
        TimestampOutOfBoundsException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        /** @description The part of a quantity that belongs to one set of tags, given once: as a decimal of a decimal quantity, or as a whole number of a whole one. AWS refuses a mixture. */
        UsageAllocation: {
            /**
             * @deprecated
             * @description The part of the quantity that belongs to these tags, a whole number, if the quantity that is split is one too.
             */
            AllocatedUsageQuantity?: number;
            /** @description The tags of this part. Leave them out for the part that has none. */
            Tags?: components["schemas"]["Tag"][];
            /** @description The part of the quantity that belongs to these tags, for example `17.42`, if the quantity that is split is a decimal. */
            AllocatedUsageQuantityAsDecimal?: string;
        };
        /**
         * @description How much one customer has used of one dimension at one time. Older products name the customer (`ProductUsageRecord`), new ones the customer and the license (`LicenseUsageRecord`).
         *
         *     The same record sent twice counts once.
         */
        UsageRecord: components["schemas"]["ProductUsageRecord"] | components["schemas"]["LicenseUsageRecord"];
        /** @description What `BatchMeterUsage` made of one record. */
        UsageRecordResult: {
            /** @description The record as it was sent. */
            UsageRecord?: components["schemas"]["UsageRecord"];
            /** @description Identifies the accepted record in AWS Marketplace. */
            MeteringRecordId?: string;
            /**
             * @description What became of the record.
             *
             *     - *Success*: it was accepted.
             *     - *CustomerNotSubscribed*: it was refused, because the customer can't use the product. Either nobody has this identifier, or the customer has no active agreement for the product (records will be refused until they subscribe), or their AWS account is suspended.
             *     - *DuplicateRecord*: it was refused, because another quantity had already been reported for the customer, dimension and time.
             */
            Status?: components["schemas"]["UsageRecordResultStatus"];
        };
        /** @enum {string} */
        UsageRecordResultStatus: "Success" | "CustomerNotSubscribed" | "DuplicateRecord";
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    BatchMeterUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchMeterUsageRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchMeterUsageResult"];
                };
            };
            /** @description InternalServiceErrorException */
            480: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InternalServiceErrorException"];
                };
            };
            /** @description InvalidProductCodeException */
            481: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidProductCodeException"];
                };
            };
            /** @description InvalidUsageDimensionException */
            482: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidUsageDimensionException"];
                };
            };
            /** @description InvalidTagException */
            483: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidTagException"];
                };
            };
            /** @description InvalidUsageAllocationsException */
            484: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidUsageAllocationsException"];
                };
            };
            /** @description InvalidCustomerIdentifierException */
            485: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidCustomerIdentifierException"];
                };
            };
            /** @description TimestampOutOfBoundsException */
            486: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimestampOutOfBoundsException"];
                };
            };
            /** @description ThrottlingException */
            487: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThrottlingException"];
                };
            };
            /** @description DisabledApiException */
            488: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisabledApiException"];
                };
            };
            /** @description InvalidLicenseException */
            489: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidLicenseException"];
                };
            };
        };
    };
    MeterUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeterUsageRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterUsageResult"];
                };
            };
            /** @description InternalServiceErrorException */
            480: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InternalServiceErrorException"];
                };
            };
            /** @description InvalidProductCodeException */
            481: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidProductCodeException"];
                };
            };
            /** @description InvalidUsageDimensionException */
            482: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidUsageDimensionException"];
                };
            };
            /** @description InvalidTagException */
            483: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidTagException"];
                };
            };
            /** @description InvalidUsageAllocationsException */
            484: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidUsageAllocationsException"];
                };
            };
            /** @description InvalidEndpointRegionException */
            485: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidEndpointRegionException"];
                };
            };
            /** @description TimestampOutOfBoundsException */
            486: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimestampOutOfBoundsException"];
                };
            };
            /** @description DuplicateRequestException */
            487: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateRequestException"];
                };
            };
            /** @description ThrottlingException */
            488: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThrottlingException"];
                };
            };
            /** @description CustomerNotEntitledException */
            489: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerNotEntitledException"];
                };
            };
            /** @description IdempotencyConflictException */
            490: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdempotencyConflictException"];
                };
            };
        };
    };
    RegisterUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterUsageRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterUsageResult"];
                };
            };
            /** @description InvalidProductCodeException */
            480: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidProductCodeException"];
                };
            };
            /** @description InvalidRegionException */
            481: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidRegionException"];
                };
            };
            /** @description InvalidPublicKeyVersionException */
            482: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidPublicKeyVersionException"];
                };
            };
            /** @description PlatformNotSupportedException */
            483: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformNotSupportedException"];
                };
            };
            /** @description CustomerNotEntitledException */
            484: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerNotEntitledException"];
                };
            };
            /** @description ThrottlingException */
            485: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThrottlingException"];
                };
            };
            /** @description InternalServiceErrorException */
            486: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InternalServiceErrorException"];
                };
            };
            /** @description DisabledApiException */
            487: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisabledApiException"];
                };
            };
        };
    };
    ResolveCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveCustomerRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolveCustomerResult"];
                };
            };
            /** @description InvalidTokenException */
            480: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidTokenException"];
                };
            };
            /** @description ExpiredTokenException */
            481: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpiredTokenException"];
                };
            };
            /** @description ThrottlingException */
            482: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThrottlingException"];
                };
            };
            /** @description InternalServiceErrorException */
            483: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InternalServiceErrorException"];
                };
            };
            /** @description DisabledApiException */
            484: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisabledApiException"];
                };
            };
        };
    };
}
