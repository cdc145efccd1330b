// What is asked of both clients: a call in the words of AWS's model, and what the service answers.

import type { Wanted } from "../support/aws-packages.ts";

export interface Service {
  /** `DynamoDB`. Names of calls begin with it. */
  readonly title: string;
  /** What our package is made of: a document of the OpenAPI directory with the model's facts, one of this repository, or the model alone. */
  readonly made: Pick<Wanted, "document" | "spec">;
  /** Its model's folder in botocore. */
  readonly model: string;
  readonly official: { readonly name: string; readonly client: string };
  /** As signatures have it. */
  readonly signingName: string;
  /** Calls by what they show; with the service's title the names make sentences. */
  readonly calls: Readonly<Record<string, Call>>;
}

export interface Call {
  readonly operation: string;
  /** Members by their names in the model. Dates for timestamps, bytes for blobs, `streamOf` for streams. */
  readonly input?: object;
  /** Labels of a path that the document has under a name of its own, by their names in the model. */
  readonly older?: Readonly<Record<string, string>>;
  /** What both clients are made with beside the usual. */
  readonly client?: Settings;
  /** What the service answers; a 200 with nothing in it unless set, and then only the requests are compared. */
  readonly answer?: CannedAnswer;
}

export interface Settings {
  readonly region?: string;
  readonly endpoint?: string;
  readonly forcePathStyle?: boolean;
  readonly useFipsEndpoint?: boolean;
  readonly useDualstackEndpoint?: boolean;
  readonly useAccelerateEndpoint?: boolean;
  readonly sessionToken?: string;
  /** AWS's SDK only: a checksum where the service asks for one, and no others. */
  readonly checksumsWhereRequired?: true;
}

export interface CannedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Bytes that both clients get as a stream. */
export class Streamed {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

export const streamOf = (text: string): Streamed => new Streamed(bytesOf(text));
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Answers in the form of each protocol. */
export const json = (value: unknown, headers: Readonly<Record<string, string>> = {}): CannedAnswer => ({ headers: { "content-type": "application/x-amz-json-1.0", ...requestId, ...headers }, body: JSON.stringify(value) });
export const restJson = (value: unknown, { status = 200, headers = {} }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {}): CannedAnswer => ({ status, headers: { "content-type": "application/json", ...requestId, ...headers }, body: JSON.stringify(value) });
export const xml = (body: string, { status = 200, headers = {} }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {}): CannedAnswer => ({ status, headers: { "content-type": "text/xml", ...requestId, ...headers }, body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}` });

const requestId = { "x-amzn-requestid": "c6104cbe-af31-11e0-8154-cbc7ccf896c7" };
