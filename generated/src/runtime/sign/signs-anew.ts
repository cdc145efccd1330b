// A refused request and the refusal's name → whether signing it afresh may help, for the layer that retries.

import type { HttpRequest } from "../call.ts";

/** What the signing layer remembers of a request that was refused. */
interface SigningRecord {
  /** It was signed with a wrong time; the offset is right by now. */
  readonly clockWasWrong: boolean;
  /** Has the credentials loaded anew for the next attempt; false when they are fixed. */
  readonly renewCredentials: () => boolean;
}

const records = /* @__PURE__ */ new WeakMap<HttpRequest, SigningRecord>();

export const remember = (request: HttpRequest, record: SigningRecord): void => void records.set(request, record);

/**
 * Whether a refused request deserves another attempt because that one will carry the right time or new credentials.
 * `code` is the wire name; don't ask for names that the operation itself documents.
 */
export function signsAnew(request: HttpRequest, code: string | undefined): boolean {
  const record = records.get(request);
  if (!record || !code) return false;
  return /^ExpiredToken(Exception)?$/.test(code)
    ? record.renewCredentials()
    : record.clockWasWrong &&
        /^(RequestTimeTooSkewed|RequestExpired|RequestInTheFuture|InvalidSignature(Exception)?|SignatureDoesNotMatch|AuthFailure)$/.test(code);
}
