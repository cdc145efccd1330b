// What failures show of the keys they were signed with.

import { inspect } from "node:util";
import type { Fault, Opening, Section } from "../fault.ts";
import { type Answer, bytesThenReset, respond, success } from "../faulty-server.ts";
import { input } from "../one-call.ts";

const credentials = {
  accessKeyId: "AKIDEXAMPLE",
  secretAccessKey: "verySecretKey/which+nobody=may/see",
  sessionToken: "verySecretToken//////////which+nobody/may/see==",
};

/** Looks at a value in every way that a log could. */
function look(value: unknown): Readonly<Record<string, string>> {
  const error = value as Partial<Error>;
  return {
    message: `${error.message}`,
    stack: `${error.stack}`,
    text: String(value),
    JSON: jsonOf(value),
    inspect: inspect(value, { showHidden: true, depth: 20, maxStringLength: Infinity, maxArrayLength: Infinity }),
  };
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

/** Which secrets show where; `nothing` when all is well. */
function shown(value: unknown, secrets: Readonly<Record<string, string | undefined>>): string {
  const found = Object.entries(look(value)).flatMap(([place, text]) =>
    Object.entries(secrets).flatMap(([what, secret]) => (secret && text.includes(secret) ? [`${what} (${place})`] : [])),
  );
  return found.length ? `shows ${found.join(", ")}` : "shows nothing";
}

/** What the failure of one call shows. */
const failing =
  (answer: Answer, more: Partial<Opening> = {}): Fault["run"] =>
  async (trial) => {
    const server = await trial.serve([answer]);
    const logs: unknown[] = [];
    const kept = { ...console };
    for (const level of ["debug", "error", "info", "log", "warn"] as const) console[level] = (...values: unknown[]) => void logs.push(...values);
    try {
      const caller = trial.open({ url: server.url, credentials: async () => credentials, ...more });
      const error: unknown = await caller.call("resolveCustomer", input).then(() => undefined, (thrown: unknown) => thrown);
      const authorization = server.requests[0]?.headers["authorization"];
      const secrets = {
        "the secret key": credentials.secretAccessKey,
        "the session token": credentials.sessionToken,
        "the signature": authorization?.split("Signature=")[1],
        Authorization: authorization,
      };
      const log = shown(logs, secrets);
      return shown(error, secrets) + (log === "shows nothing" ? "" : `; its log ${log}`);
    } finally {
      Object.assign(console, kept);
    }
  };

/** Quotes the request's head, as some services do when they refuse it. */
const quoting: Answer = (connection) => {
  const { headers } = connection.request;
  const quoted = `'${Object.entries(headers).map(([name, value]) => `${name}:${value}`).join("\n")}'`;
  respond(403, JSON.stringify({ __type: "SignatureDoesNotMatch", message: `The canonical request was ${quoted}` }))(connection);
};

/** Whether what goes into a log by itself, message and stack, quotes data of the answer. */
const customerShown =
  (status: number, body: string): Fault["run"] =>
  async (trial) => {
    const { url } = await trial.serve([respond(status, body)]);
    const error: unknown = await trial.open({ url }).call("resolveCustomer", input).catch((thrown: unknown) => thrown);
    const { message, stack, text } = look(error);
    return `${message} ${stack} ${text}`.includes("111122223333") ? "shows the customer's account" : "shows nothing";
  };

export const secrets: Section = {
  title: "Secrets",
  faults: [
    {
      fault: "What a refusal shows",
      ours: "shows nothing",
      run: failing(respond(403, '{"__type":"AccessDeniedException","message":"no"}')),
    },
    {
      fault: "What a refusal shows that quotes the request",
      ours: "shows nothing",
      run: failing(quoting),
    },
    {
      fault: "What a refusal with HTML shows",
      ours: "shows nothing",
      run: failing(respond(403, "<html>no</html>")),
    },
    {
      fault: "What a success that can't be read shows",
      ours: "shows nothing",
      run: failing(respond(200, "<html>")),
    },
    {
      fault: "What a success that can't be read shows of its customer",
      ours: "shows nothing",
      run: customerShown(200, '{"CustomerAWSAccountId":"111122223333","Big":9007199254740993}'),
    },
    {
      fault: "What a failure without a message shows of its customer",
      ours: "shows nothing",
      run: customerShown(400, '{"__type":"InvalidTokenException","customer":{"account":"111122223333"}}'),
    },
    {
      fault: "What a redirect shows",
      ours: "shows nothing",
      run: failing(respond(307, "", { location: "https://elsewhere.example/" })),
    },
    {
      fault: "What a broken connection shows",
      ours: "shows nothing",
      run: failing(bytesThenReset("")),
    },
    {
      fault: "What a malformed key shows",
      ours: "shows nothing",
      run: failing(success, { credentials: async () => ({ ...credentials, accessKeyId: "AKID\n" }) }),
    },
    {
      fault: "What a malformed session token shows",
      ours: "shows nothing",
      run: failing(success, { credentials: async () => ({ ...credentials, sessionToken: `${credentials.sessionToken}\n` }) }),
    },
    {
      fault: "What an inspected client shows, keys given as they are",
      ours: "shows nothing",
      async run(trial) {
        const server = await trial.serve([success]);
        const caller = trial.open({ url: server.url, credentials });
        await caller.call("resolveCustomer", input);
        return shown(caller.client, { "the secret key": credentials.secretAccessKey, "the session token": credentials.sessionToken });
      },
    },
  ],
};
