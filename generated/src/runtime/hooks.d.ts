import type { Layer } from "./call.ts";
/** The layers of a client, the outermost first → the layers to use instead. */
export type Hooks = (layers: readonly Layer[]) => readonly Layer[];
/** Functions called as things happen. What they throw is ignored. */
export interface Observer {
    readonly callStart?: (event: CallEvent) => void;
    readonly callEnd?: (event: EndEvent) => void;
    readonly attemptStart?: (event: CallEvent) => void;
    readonly attemptEnd?: (event: EndEvent) => void;
}
export interface CallEvent {
    readonly service: string;
    readonly operation: string;
    /** The same for all events of a call. */
    readonly invocationId: string;
    /** 1 for the first attempt, and for the start of a call; from 2 on it is a retry. */
    readonly attempt: number;
    /** Milliseconds spent waiting between attempts, up to now. */
    readonly totalDelayMs: number;
}
export interface EndEvent extends CallEvent {
    readonly durationMs: number;
    /** Of the answer, when one came. */
    readonly status: number | undefined;
    readonly requestId: string | undefined;
    /** What went wrong. An attempt that got an answer has none, whatever the answer says. */
    readonly error?: unknown;
}
/** Puts an observer around each call, and around each attempt of it. */
export declare function observe(observer: Observer): Hooks;
