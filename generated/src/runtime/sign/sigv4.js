// A request, credentials and the time → a signature, by Signature Version 4, each step under its own name.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
import * as platform from "#platform";
import { InvalidRequestError } from "../errors.js";
import { canonicalQuery, canonicalUri, canonicalValue } from "./canonical.js";
export const algorithm = "AWS4-HMAC-SHA256";
/** The hash that goes into the signature; a promise where a large body is hashed sooner that way. */
export const payloadHash = (request, signing) => signing.unsignedPayload ? "UNSIGNED-PAYLOAD" : platform.hashBody(request.body ?? "");
/** `20150830T123600Z` */
export const amzDate = (time) => new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
/** `20150830/us-east-1/service/aws4_request` */
export const credentialScope = (date, { region, signingName }) => `${date.slice(0, 8)}/${region}/${signingName}/aws4_request`;
/** Headers that are changed or added by what lies between client and service. */
const changedOnTheWay = /^(cache-control|connection|expect|from|keep-alive|max-forwards|pragma|referer|te|trailer|transfer-encoding|upgrade|user-agent|x-amzn-trace-id|(proxy|sec)-.*)$/;
/** Chooses the names of the headers to sign, in order, and refuses those that the signature itself needs. */
export function headersToSign(given, ours, { signedHeaders }) {
    const taken = given.find((name) => /^(authorization|host|x-amz-(date|security-token|content-sha256))$/.test(name));
    if (taken)
        throw new InvalidRequestError({ message: `the header ${taken} belongs to the signature and can't be set` });
    return given
        .filter((name) => !changedOnTheWay.test(name) || signedHeaders?.includes(name))
        .concat("host", ours)
        .sort();
}
/** The canonical request: what client and service must agree on, to the byte. `list` holds the names, joined. */
export function canonicalRequest(request, names, list, hash, signing) {
    const { method, path, query, host, headers } = request;
    let text = `${method}\n${canonicalUri(path, signing)}\n${canonicalQuery(query)}\n`;
    for (const name of names)
        text += `${name}:${name === "host" ? host : canonicalValue(headers[name])}\n`;
    return `${text}\n${list}\n${hash}`;
}
/** The string to sign. */
export const stringToSign = (date, scope, canonical) => `${algorithm}\n${date}\n${scope}\n${platform.sha256Hex(canonical)}`;
/** The signing key: HMAC upon HMAC over date, region, service and `aws4_request`. */
export const signingKey = (secretAccessKey, scope) => scope
    .split("/")
    .reduce((key, part) => platform.hmac(key, part), `AWS4${secretAccessKey}`);
