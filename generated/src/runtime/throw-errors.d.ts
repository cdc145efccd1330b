import type { Exchange, HttpResponse, Layer } from "./call.ts";
import type { ServiceExceptionClass } from "./operation.ts";
/** Throws the operation's own exceptions, or the service's base exception for failures that the document lacks. */
export declare function throwErrors(Base?: ServiceExceptionClass): Layer;
/** Whether an answer is anything but a success. */
export declare function isFailure({ response: { status } }: Exchange): boolean;
/** What an error tells about an answer: its status, its id, and how its body begins, on one line. */
export declare function factsOf(response: HttpResponse): {
    readonly status: number;
    readonly requestId?: string;
    readonly excerpt: string;
};
