// Runs one test by a generated package over a transport that keeps the request and plays the response. Gives what differs.

import { isDeepStrictEqual } from "node:util";
import type { HttpRequest, HttpResponse, Transport } from "../../templates/src/runtime/call.ts";
import type { JsonObject } from "../../scripts/json.ts";
import { canonicalBody } from "./bodies.ts";
import type { Case, ErrorCase, RequestCase, ResponseCase } from "./cases.ts";
import type { Called } from "./packages.ts";
import { ordinaryHost, type ServiceModel } from "./service-model.ts";
import { nameOf, shapeAt, trait, type SmithyModel } from "./smithy-model.ts";
import { comparable, valueOf } from "./values.ts";

export interface Tested {
  readonly smithy: SmithyModel;
  readonly service: ServiceModel;
  readonly called: Called;
}

/** Sentences about what isn't as the test wants it; none when it passes. */
export async function checkCase(tested: Tested, test: Case): Promise<readonly string[]> {
  try {
    switch (test.kind) {
      case "request":
        return await checkRequest(tested, test);
      case "response":
        return await checkResponse(tested, test);
      case "error":
        return await checkError(tested, test);
    }
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

// ------------------------------------------------------------------------------------------------------------ requests

async function checkRequest(tested: Tested, { test, operation }: RequestCase): Promise<readonly string[]> {
  const { input } = shapeAt(tested.smithy, operation);
  const given = input === undefined ? {} : valueOf(tested.smithy, tested.service, "input", input, test.params ?? {});
  const { request, error } = await requestOf(tested, operation, given, test);
  if (request === undefined) return [`nothing was sent: ${String(error)}`];
  return [
    ...differs("the method", request.method, test.method),
    ...differs("the path", request.path, test.uri),
    ...differs("the host", request.host, test.resolvedHost ?? test.host?.replace(/\/.*/, "") ?? request.host),
    ...queryDiffers(request, test),
    ...headersDiffer(request, test),
    ...bodyDiffers(request, test),
  ];
}

async function requestOf(tested: Tested, operation: string, input: unknown, test: RequestCase["test"]): Promise<{ readonly request: HttpRequest | undefined; readonly error: unknown }> {
  let request: HttpRequest | undefined;
  const error = await call(tested, operation, input, test, async (sent) => {
    request = sent;
    throw new Error("The request is all that this test looks at.");
  }).catch((reason: unknown) => reason);
  return { request, error };
}

function queryDiffers({ query }: HttpRequest, { queryParams, forbidQueryParams = [], requireQueryParams = [] }: RequestCase["test"]): readonly string[] {
  const sent = query === "" ? [] : query.split("&");
  const names = new Set(sent.map((piece) => piece.replace(/=.*/, "")));
  return [
    ...(queryParams === undefined ? [] : differs("the query", sent.toSorted(), queryParams.toSorted())),
    ...forbidQueryParams.filter((name) => names.has(name)).map((name) => `the query has ${name}`),
    ...requireQueryParams.filter((name) => !names.has(name)).map((name) => `the query lacks ${name}`),
  ];
}

function headersDiffer({ headers, body }: HttpRequest, { headers: wanted = {}, forbidHeaders = [], requireHeaders = [] }: RequestCase["test"]): readonly string[] {
  // The transport adds the length of a body, as every HTTP client does.
  const sent: Readonly<Record<string, string>> = { ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body as string | Uint8Array)) }), ...headers };
  return [
    ...Object.entries(wanted).flatMap(([name, value]) => differs(`the header ${name}`, sent[name.toLowerCase()], value)),
    ...forbidHeaders.filter((name) => sent[name.toLowerCase()] !== undefined).map((name) => `there is a header ${name}: ${sent[name.toLowerCase()]}`),
    ...requireHeaders.filter((name) => sent[name.toLowerCase()] === undefined).map((name) => `the header ${name} is missing`),
  ];
}

function bodyDiffers({ body = "", headers }: HttpRequest, { body: wanted, bodyMediaType }: RequestCase["test"]): readonly string[] {
  if (wanted === undefined) return [];
  const sent = typeof body === "string" ? body : Buffer.from(body as Uint8Array).toString("utf8");
  const type = bodyMediaType ?? headers["content-type"]?.replace(/;.*/, "");
  return differs("the body", canonicalBody(sent, type), canonicalBody(wanted, type));
}

// ----------------------------------------------------------------------------------------------------------- responses

async function checkResponse(tested: Tested, { test, operation }: ResponseCase): Promise<readonly string[]> {
  const { output } = shapeAt(tested.smithy, operation);
  const got = await call(tested, operation, neededInput(tested, operation), test, answering(test));
  const wanted = output === undefined ? {} : valueOf(tested.smithy, tested.service, "output", output, test.params ?? {});
  const alike = (value: unknown) => comparable(withoutNothings(tested, output?.target, value ?? {}));
  return differs("the output", alike(await readStreams(got)), alike(wanted));
}

/** Bodies that come as streams, read to their end. */
async function readStreams(value: unknown): Promise<unknown> {
  if (typeof value !== "object" || value === null) return value;
  const read = Object.entries(value).map(async ([name, each]: readonly [string, unknown]) => {
    const { bytes } = (each ?? {}) as { readonly bytes?: () => Promise<Uint8Array> };
    return [name, typeof bytes === "function" ? await bytes() : each] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** No bytes of a body and no payload look alike on the wire, and so do no headers and an empty map of them; tests want now one, now the other. */
function withoutNothings({ smithy }: Tested, output: string | undefined, value: unknown): unknown {
  const members = output === undefined ? {} : (shapeAt(smithy, output).members ?? {});
  const mayBeNothing = (name: string) => trait(members[name], "httpPayload") !== undefined || trait(members[name], "httpPrefixHeaders") !== undefined;
  return Object.fromEntries(Object.entries(value as object).filter(([name, each]) => !(mayBeNothing(name) && (each as { readonly length?: number }).length === 0) && !(mayBeNothing(name) && isDeepStrictEqual(each, {}))));
}

async function checkError(tested: Tested, { test, operation, error }: ErrorCase): Promise<readonly string[]> {
  const outcome = await call(tested, operation, neededInput(tested, operation), test, answering(test)).then((output) => ({ output }), (thrown: unknown) => ({ thrown }));
  if (!("thrown" in outcome)) return [`it succeeded: ${JSON.stringify(outcome.output)}`];
  const thrown = outcome.thrown as Error & Readonly<Record<string, unknown>>;
  const shape = tested.service.nameOfShape(error);
  const Exception = tested.called[shape];
  if (Exception === undefined || !(thrown instanceof (Exception as never))) return [`${thrown.name} is thrown, which isn't a ${shape}: ${thrown.stack}`];
  const { error: facts } = tested.service.model.shapes[shape]!;
  const wanted = valueOf(tested.smithy, tested.service, "output", { target: error }, test.params ?? {}) as Readonly<Record<string, unknown>>;
  return [
    ...differs("the name", thrown.name, shape),
    ...differs("the code", thrown["code"], facts?.code ?? nameOf(error)),
    ...differs("the status", thrown["status"], test.code),
    ...Object.entries(wanted).flatMap(([name, value]) => {
      // What an error says is the message of every JavaScript error, with what is known of the call behind it.
      if (name.toLowerCase() === "message") return String(thrown.message).startsWith(String(value)) ? [] : differs("the message", thrown.message, value);
      return differs(`the member ${name}`, comparable(thrown[name]), comparable(value));
    }),
  ];
}

function answering({ code, headers = {}, body = "" }: ResponseCase["test"]): Transport {
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return async (): Promise<HttpResponse> => ({ status: code, headers: lower, body: new TextEncoder().encode(body) });
}

/** Labels of the path have to be there for anything to be sent. */
function neededInput({ service }: Tested, operation: string): JsonObject {
  const { input } = service.model.operations[nameOf(operation)]!;
  const members = Object.entries(input === undefined ? {} : (service.model.shapes[input.shape]?.members ?? {}));
  return Object.fromEntries(members.filter(([, { location }]) => location === "uri").map(([name]) => [name, "label"]));
}

// --------------------------------------------------------------------------------------------------------------- calls

async function call({ called }: Tested, operation: string, input: unknown, test: Case["test"], transport: Transport): Promise<unknown> {
  const { region = "us-east-1" } = test.vendorParams?.scopedConfig?.client ?? {};
  const isElsewhere = "host" in test && test.host !== ordinaryHost && !/^s3\./.test(test.host ?? "");
  const client: unknown = called["connect"]!({
    region, transport, retry: false,
    ...addressing(test),
    ...(isElsewhere && "host" in test ? { endpoint: `https://${test.host}` } : {}),
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
    uuid: () => "00000000-0000-4000-8000-000000000000",
  });
  const wanted = nameOf(operation).toLowerCase();
  const [, run] = Object.entries(called).find(([name]) => name.toLowerCase() === wanted && /^[a-z]/.test(name)) ?? [];
  if (run === undefined) throw new Error(`The package has no function for ${nameOf(operation)}.`);
  // Functions of operations that take nothing have the options there.
  return run(client, ...(takesInput(run) ? [input] : []));
}

/** S3's ways are options of a client here; what a test wants of an operation goes before. */
function addressing({ vendorParams }: Case["test"]): object {
  const { client, operation } = vendorParams?.scopedConfig ?? {};
  const s3 = { ...client?.s3, ...operation?.s3 };
  return { ...(s3.addressing_style === "path" ? { forcePathStyle: true } : {}), ...(s3.use_dualstack_endpoint === true ? { useDualstackEndpoint: true } : {}), ...(s3.use_accelerate_endpoint === true ? { useAccelerateEndpoint: true } : {}) };
}

function takesInput(run: (...parameters: readonly unknown[]) => unknown): boolean {
  return /^[^)]*\binput\b/.test(run.toString());
}

function differs(what: string, got: unknown, wanted: unknown): readonly string[] {
  return isDeepStrictEqual(got, wanted) ? [] : [`${what} is ${print(got)} and should be ${print(wanted)}`];
}

function print(value: unknown): string {
  return (typeof value === "string" ? JSON.stringify(value) : JSON.stringify(value, (_, inner: unknown) => (typeof inner === "number" && !Number.isFinite(inner) ? String(inner) : inner))) ?? "absent";
}
