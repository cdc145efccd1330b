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
        BatchMeterUsageRequest: components["schemas"]["ProductBatchMeterUsageRequest"] | components["schemas"]["LicenseBatchMeterUsageRequest"];
        BatchMeterUsageResult: {
            Results?: components["schemas"]["UsageRecordResult"][];
            UnprocessedRecords?: components["schemas"]["UsageRecord"][];
        };
        CustomerNotEntitledException: {
            message?: string;
        };
        DisabledApiException: {
            message?: string;
        };
        DuplicateRequestException: {
            message?: string;
        };
        ExpiredTokenException: {
            message?: string;
        };
        IdempotencyConflictException: {
            message?: string;
        };
        InternalServiceErrorException: {
            message?: string;
        };
        InvalidCustomerIdentifierException: {
            message?: string;
        };
        InvalidEndpointRegionException: {
            message?: string;
        };
        InvalidLicenseException: {
            message?: string;
        };
        InvalidProductCodeException: {
            message?: string;
        };
        InvalidPublicKeyVersionException: {
            message?: string;
        };
        InvalidRegionException: {
            message?: string;
        };
        InvalidTagException: {
            message?: string;
        };
        InvalidTokenException: {
            message?: string;
        };
        InvalidUsageAllocationsException: {
            message?: string;
        };
        InvalidUsageDimensionException: {
            message?: string;
        };
        LicenseBatchMeterUsageRequest: {
            UsageRecords: components["schemas"]["LicenseUsageRecord"][];
            ProductCode?: unknown;
        };
        LicenseUsageRecord: {
            Timestamp: string;
            CustomerIdentifier?: unknown;
            Dimension: string;
            Quantity?: number;
            QuantityAsDecimal?: string;
            UsageAllocations?: components["schemas"]["UsageAllocation"][];
            CustomerAWSAccountId: string;
            LicenseArn: string;
        };
        Metadata: {
            AgreementId?: string;
        };
        MeterUsageRequest: {
            ProductCode: string;
            Timestamp: string;
            UsageDimension: string;
            UsageQuantity?: number;
            DryRun?: boolean;
            UsageAllocations?: components["schemas"]["UsageAllocation"][];
            UsageQuantityAsDecimal?: string;
            ClientToken?: string;
        };
        MeterUsageResult: {
            MeteringRecordId?: string;
        };
        PlatformNotSupportedException: {
            message?: string;
        };
        ProductBatchMeterUsageRequest: {
            UsageRecords: components["schemas"]["ProductUsageRecord"][];
            ProductCode: string;
        };
        ProductUsageRecord: {
            Timestamp: string;
            CustomerIdentifier?: string;
            Dimension: string;
            Quantity?: number;
            QuantityAsDecimal?: string;
            UsageAllocations?: components["schemas"]["UsageAllocation"][];
            CustomerAWSAccountId?: string;
            LicenseArn?: unknown;
        };
        RegisterUsageRequest: {
            ProductCode: string;
            PublicKeyVersion: number;
            Nonce?: string;
        };
        RegisterUsageResult: {
            PublicKeyRotationTimestamp?: string;
            Signature?: string;
        };
        ResolveCustomerRequest: {
            RegistrationToken: string;
        };
        ResolveCustomerResult: {
            CustomerIdentifier?: string;
            ProductCode?: string;
            CustomerAWSAccountId?: string;
            LicenseArn?: string;
            Metadata?: components["schemas"]["Metadata"];
        };
        Tag: {
            Key: string;
            Value: string;
        };
        ThrottlingException: {
            message?: string;
        };
        TimestampOutOfBoundsException: {
            message?: string;
        };
        UsageAllocation: {
            AllocatedUsageQuantity?: number;
            Tags?: components["schemas"]["Tag"][];
            AllocatedUsageQuantityAsDecimal?: string;
        };
        UsageRecord: components["schemas"]["ProductUsageRecord"] | components["schemas"]["LicenseUsageRecord"];
        UsageRecordResult: {
            UsageRecord?: components["schemas"]["UsageRecord"];
            MeteringRecordId?: string;
            Status?: components["schemas"]["UsageRecordResultStatus"];
        };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchMeterUsageResult"];
                };
            };
            480: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InternalServiceErrorException"];
                };
            };
            481: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidProductCodeException"];
                };
            };
            482: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidUsageDimensionException"];
                };
            };
            483: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidTagException"];
                };
            };
            484: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidUsageAllocationsException"];
                };
            };
            485: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidCustomerIdentifierException"];
                };
            };
            486: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimestampOutOfBoundsException"];
                };
            };
            487: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThrottlingException"];
                };
            };
            488: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisabledApiException"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeterUsageResult"];
                };
            };
            480: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InternalServiceErrorException"];
                };
            };
            481: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidProductCodeException"];
                };
            };
            482: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidUsageDimensionException"];
                };
            };
            483: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidTagException"];
                };
            };
            484: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidUsageAllocationsException"];
                };
            };
            485: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidEndpointRegionException"];
                };
            };
            486: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimestampOutOfBoundsException"];
                };
            };
            487: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateRequestException"];
                };
            };
            488: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThrottlingException"];
                };
            };
            489: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerNotEntitledException"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterUsageResult"];
                };
            };
            480: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidProductCodeException"];
                };
            };
            481: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidRegionException"];
                };
            };
            482: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidPublicKeyVersionException"];
                };
            };
            483: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformNotSupportedException"];
                };
            };
            484: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerNotEntitledException"];
                };
            };
            485: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThrottlingException"];
                };
            };
            486: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InternalServiceErrorException"];
                };
            };
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolveCustomerResult"];
                };
            };
            480: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvalidTokenException"];
                };
            };
            481: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpiredTokenException"];
                };
            };
            482: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThrottlingException"];
                };
            };
            483: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InternalServiceErrorException"];
                };
            };
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
