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
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        DisabledApiException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        DuplicateRequestException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        ExpiredTokenException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        IdempotencyConflictException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        InternalServiceErrorException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        InvalidCustomerIdentifierException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        InvalidEndpointRegionException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        InvalidLicenseException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        InvalidProductCodeException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        InvalidPublicKeyVersionException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        InvalidRegionException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        InvalidTagException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        InvalidTokenException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        InvalidUsageAllocationsException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        InvalidUsageDimensionException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        LicenseBatchMeterUsageRequest: {
            UsageRecords: components["schemas"]["LicenseUsageRecord"][];
            ProductCode?: unknown;
        };
        LicenseUsageRecord: {
            /** Format: date-time */
            Timestamp: string;
            CustomerIdentifier?: unknown;
            Dimension: string;
            /** @deprecated */
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
            /** Format: date-time */
            Timestamp: string;
            UsageDimension: string;
            /** @deprecated */
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
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        ProductBatchMeterUsageRequest: {
            UsageRecords: components["schemas"]["ProductUsageRecord"][];
            ProductCode: string;
        };
        ProductUsageRecord: {
            /** Format: date-time */
            Timestamp: string;
            CustomerIdentifier?: string;
            Dimension: string;
            /** @deprecated */
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
            /** Format: date-time */
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
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        TimestampOutOfBoundsException: {
            /** @description What went wrong, for a person to read. */
            message?: string;
        };
        UsageAllocation: {
            /** @deprecated */
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
