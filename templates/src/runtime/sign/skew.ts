// What a server says about the time → how far this machine's clock is off.

import type { HttpResponse } from "../call.ts";

/** How wrong the clock of this machine is; one for each client. */
export interface Skew {
  /** Milliseconds to add to the clock when signing. */
  offset: number;
  /**
   * Learns from a response, given when its request was sent, when the response came and the offset that *this*
   * request was signed with. True when the request was signed with a wrong time, so that signing it afresh helps,
   * also when another request has meanwhile corrected the offset.
   */
  correct(response: HttpResponse, sentAt: number, receivedAt: number, signedWith: number): boolean;
}

/** A difference that services begin to mind; they refuse from 300 s on. */
const toleratedMs = 240_000;

/** A round trip that took longer says too little about the time. */
const longestRoundTripMs = 900_000;

export function createSkew(): Skew {
  return {
    offset: 0,
    correct({ headers }, sentAt, receivedAt, signedWith) {
      const measured = Date.parse(headers["date"]!) - (sentAt + receivedAt) / 2;
      // A cache tells with `age` that the date isn't of now. An unreadable date makes NaN, which is never greater.
      const wasWrong = Math.abs(measured - signedWith) >= toleratedMs && !headers["age"] && receivedAt - sentAt <= longestRoundTripMs;
      if (wasWrong) this.offset = measured;
      return wasWrong;
    },
  };
}
