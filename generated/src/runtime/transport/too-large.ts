// A limit → the error for an answer that is longer.

import { ResponseTooLargeError } from "../errors.ts";

export const tooLarge = (limit: number): ResponseTooLargeError =>
  new ResponseTooLargeError({ message: `the answer is longer than ${limit} bytes` });
