import type { HttpResponse } from "../call.ts";
/** How wrong the clock of this machine is; one for each client. */
export interface Skew {
    /** Milliseconds to add to the clock when signing. */
    readonly offset: number;
    /**
     * Learns from a response, given when its request was sent, when the response came and the offset that *this*
     * request was signed with. True when the request was signed with a wrong time, so that signing it afresh helps,
     * also when another request has meanwhile corrected the offset.
     */
    correct(response: HttpResponse, sentAt: number, receivedAt: number, signedWith: number): boolean;
}
export declare function createSkew(): Skew;
