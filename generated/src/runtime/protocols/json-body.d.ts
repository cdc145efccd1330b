import type { HttpResponse } from "../call.ts";
import type { AnyOperation, Members, WireFailure } from "../operation.ts";
import { type Reference } from "../shapes.ts";
/** The value in the form of its shape. */
export declare function writeBody(value: unknown, shape: Reference | undefined): string;
/** The body of a success, in the form of its shape: an object, unless the operation answers otherwise. */
export declare function readBody({ body }: HttpResponse, shape: Reference | undefined, answer: AnyOperation["answer"]): unknown;
/** A failure as AWS sends it: its name in the body or a header, its text in `message`. */
export declare function readFailure(_operation: AnyOperation, { headers, body }: HttpResponse): WireFailure;
/** Whether a value is a JSON object. */
export declare function isMembers(value: unknown): value is Members;
