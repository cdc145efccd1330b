// A refused request and the refusal's name → whether signing it afresh may help, for the layer that retries.
const records = /* @__PURE__ */ new WeakMap();
export const remember = (request, record) => void records.set(request, record);
/**
 * Whether a refused request deserves another attempt because that one will carry the right time or new credentials.
 * `code` is the wire name; don't ask for names that the operation itself documents.
 */
export function signsAnew(request, code) {
    const record = records.get(request);
    if (!record || !code)
        return false;
    return /^ExpiredToken(Exception)?$/.test(code)
        ? record.renewCredentials()
        : record.clockWasWrong &&
            /^(RequestTimeTooSkewed|RequestExpired|RequestInTheFuture|InvalidSignature(Exception)?|SignatureDoesNotMatch|AuthFailure)$/.test(code);
}
