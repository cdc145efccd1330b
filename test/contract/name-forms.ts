// The forms in which AWS sends the name and the message of a failure.

import type { WireResponse } from "../support/exchange-file.ts";

interface Form {
  readonly title: string;
  readonly body?: (name: string) => object;
  readonly header?: (name: string) => string;
}

const namespace = "com.amazonaws.marketplacemetering";
const link = "http://internal.amazon.com/coral/com.amazonaws.marketplacemetering/";

export const nameForms: readonly Form[] = [
  { title: "`__type`", body: (name) => ({ __type: name }) },
  { title: "`__type` with a namespace", body: (name) => ({ __type: `${namespace}#${name}` }) },
  { title: "`__type` with a link", body: (name) => ({ __type: `${name}:${link}` }) },
  { title: "`__type` with a namespace and a link", body: (name) => ({ __type: `${namespace}#${name}:${link}` }) },
  { title: "`code`", body: (name) => ({ code: name }) },
  { title: "`code` with a namespace and a link", body: (name) => ({ code: `${namespace}#${name}:${link}` }) },
  { title: "the header", header: (name) => name },
  { title: "the header with a namespace", header: (name) => `${namespace}#${name}` },
  { title: "the header with a link", header: (name) => `${name}:${link}` },
  { title: "the header with a namespace and a link", header: (name) => `${namespace}#${name}:${link}` },
  { title: "`__type`, while the header says something else", body: (name) => ({ __type: name }), header: () => "SomethingElseException" },
  { title: "the header, while `code` says something else", body: () => ({ code: "SomethingElseException" }), header: (name) => name },
  { title: "`__type`, while a number stands in `code`", body: (name) => ({ __type: name, code: 17 }) },
];

interface MessageForm {
  readonly title: string;
  readonly body: (message: string) => object;
  /** Absent where the answer holds no message, so that its beginning is told instead. */
  readonly message?: (message: string) => string;
}

const same = (message: string): string => message;

export const messageForms: readonly MessageForm[] = [
  { title: "`message`", body: (message) => ({ message }), message: same },
  { title: "`Message`", body: (message) => ({ Message: message }), message: same },
  { title: "both", body: (message) => ({ message, Message: "another text" }), message: same },
  { title: "neither", body: () => ({}) },
];

/** The same answer with name and message in another form. */
export function inForm(response: WireResponse, { name, message }: { name: string; message: string }, form: Form, messageForm: MessageForm): WireResponse {
  const { __type: _, message: __, ...members } = JSON.parse(response.body) as Record<string, unknown>;
  return {
    ...response,
    headers: form.header ? [...response.headers, ["x-amzn-ErrorType", form.header(name)]] : response.headers,
    body: JSON.stringify({ ...form.body?.(name), ...messageForm.body(message), ...members }),
  };
}
