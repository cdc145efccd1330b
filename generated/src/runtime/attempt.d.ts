import { type CallError } from "./errors.ts";
/** Carries, for the compiler alone, the errors that a promise may fail with. */
export interface Throws<Failure> {
    readonly [failures]?: Failure;
}
declare const failures: unique symbol;
export type Outcome<Value, Failure> = {
    readonly ok: true;
    readonly value: Value;
} | {
    readonly ok: false;
    readonly error: Failure;
};
/** Gives failures of a call as values. Mistakes in the program itself are still thrown. */
export declare function attempt<Value, Failure = CallError>(promise: Promise<Value> & Throws<Failure>): Promise<Outcome<Value, Failure>>;
export {};
