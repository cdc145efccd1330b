import type { Protocol, Service } from "./runtime/operation.ts";
export declare const service: Service;
export declare const protocol: Protocol;
