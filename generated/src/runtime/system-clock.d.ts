import type { Clock } from "./call.ts";
export declare const systemClock: Clock;
