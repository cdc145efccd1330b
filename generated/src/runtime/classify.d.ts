import type { HttpResponse } from "./call.ts";
import type { AnyOperation, RetryReason } from "./operation.ts";
/** Says why the request may be sent again; `undefined` when that makes no sense. */
export declare function retryReason({ errors }: AnyOperation, { status }: HttpResponse, code?: string): RetryReason | undefined;
