// A URL → the same URL with its signature in the query, so that whoever holds it can send that one request for a while.

import * as platform from "#platform";
import type { HttpRequest } from "../call.ts";
import { type Credentials, type CredentialsProvider, credentialSource } from "../credentials.ts";
import { InvalidRequestError } from "../errors.ts";
import { systemClock } from "../system-clock.ts";
import { anyUrl, isS3, payloadHash, uriEncode } from "./any-url.ts";
import { requireSecure } from "./sign-requests.ts";
import { algorithm, amzDate, canonicalRequest, credentialScope, headersToSign, refuseOwn, type Signing, signingKey, stringToSign } from "./sigv4.ts";

export interface PresignOptions extends Signing {
  /** Add the session token after signing, as AWS IoT wants it. */
  readonly tokenAfterSigning?: boolean;
  readonly credentials?: Credentials | CredentialsProvider;
  /** `GET` unless set. */
  readonly method?: string;
  /** Headers that the request must be sent with. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The body that the request must be sent with; S3 takes any. */
  readonly body?: string | Uint8Array;
  /** Seconds until the URL ends, from 1 to 604,800; 900 unless set. */
  readonly expiresIn?: number;
  /** When the time begins; now unless set. */
  readonly signingDate?: Date;
  /** Allows `http:` URLs, for a local server. */
  readonly allowInsecure?: boolean;
}

/** Makes a URL that carries its own signature. Treat it as a secret until it has ended. */
export async function presign(url: string | URL, options: PresignOptions): Promise<string> {
  const { protocol, host, pathname, search, hash } = new URL(url);
  const { method = "GET", headers = {}, body, expiresIn = 900, signingDate = new Date() } = options;
  requireSecure(protocol, options.allowInsecure);
  if (!(expiresIn >= 1 && expiresIn <= 604_800 && Number.isInteger(expiresIn)))
    throw new InvalidRequestError({ message: "`expiresIn` must be a whole number of seconds from 1 to 604800" });
  if (/[?&]x-amz-(algorithm|credential|date|expires|security-token|signature|signedheaders)=/i.test(search))
    throw new InvalidRequestError({ message: "the URL already holds parameters of a signature" });
  const credentials = await credentialSource(options.credentials, systemClock).get();
  const signing = { ...options, unsignedPayload: options.unsignedPayload ?? isS3(options) };
  // Headers refuses what can't be sent, and puts names in lower case.
  const sent = Object.fromEntries(new Headers(headers));
  const request: HttpRequest = { method, protocol: protocol as "https:", host, path: pathname, query: search.slice(1), headers: sent, body };
  const query = presignQuery(request, credentials, +signingDate, await payloadHash(request, signing.unsignedPayload), expiresIn, signing);
  return `${protocol}//${host}${pathname}?${query}${hash}`;
}

/** The query of a request with the signature in it. */
export function presignQuery(
  request: HttpRequest,
  credentials: Credentials,
  time: number,
  hash: string,
  expiresIn: number,
  signing: Signing & Pick<PresignOptions, "tokenAfterSigning">,
): string {
  const date = amzDate(time);
  const scope = credentialScope(date, signing);
  refuseOwn(request.headers);
  const signed = headersToSign(Object.keys(request.headers));
  const list = signed.join(";");
  const token = credentials.sessionToken && `X-Amz-Security-Token=${uriEncode(credentials.sessionToken)}`;
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join("&");
  const query = join(
    request.query,
    `X-Amz-Algorithm=${algorithm}`,
    `X-Amz-Credential=${uriEncode(`${credentials.accessKeyId}/${scope}`)}`,
    `X-Amz-Date=${date}`,
    `X-Amz-Expires=${expiresIn}`,
    signing.tokenAfterSigning ? "" : token,
    `X-Amz-SignedHeaders=${uriEncode(list)}`,
  );
  const text = stringToSign(date, scope, canonicalRequest({ ...request, query }, signed, list, hash, anyUrl(signing)));
  const sign = platform.hmacHex(signingKey(credentials.secretAccessKey, scope));
  return join(query, `X-Amz-Signature=${sign(text)}`, signing.tokenAfterSigning ? token : "");
}
