import type { Endpoint, Service } from "./operation.ts";
/** The service's own address in a region. */
export declare function serviceUrl({ endpoints }: Service, region?: string): string;
/** An address as protocols need it. */
export declare function parseEndpoint(address: string | URL): Endpoint;
