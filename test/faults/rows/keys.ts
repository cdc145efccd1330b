// Faults of what a signature needs: the right time, and keys.

import type { Credentials } from "../../../generated/src/runtime/credentials.ts";
import type { Caller, Fault, Opening, Section } from "../fault.ts";
import { type Answer, type Connection, customer, fail, respond, success } from "../faulty-server.ts";
import { input } from "../one-call.ts";
import { times } from "../trial.ts";

/** How far the server's clock is ahead. */
const aheadMs = 600_000;

/** A server whose clock is ahead, and which refuses what was signed more than five minutes off. */
const skewed =
  (caller: () => Caller, headers: Readonly<Record<string, string>> = {}): Answer =>
  (connection: Connection) => {
    const now = caller().now() + aheadMs;
    const [, year, month, day, hour, minute, second] = /^(....)(..)(..)T(..)(..)(..)Z$/.exec(connection.request.headers["x-amz-date"] ?? "") ?? [];
    const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    const all = { date: new Date(now).toUTCString(), ...headers };
    if (Math.abs(signedAt - now) > 300_000) fail("RequestTimeTooSkewed", 403, all)(connection);
    else respond(200, customer, all)(connection);
  };

const key = (accessKeyId: string, more: Partial<Credentials> = {}): Credentials => ({ accessKeyId, secretAccessKey: "wJalrXUtnFEMI", ...more });

/** Takes only what was signed with this key. */
const only =
  (accessKeyId: string, refusal: Answer): Answer =>
  (connection) =>
    (connection.request.headers["authorization"]?.includes(`Credential=${accessKeyId}/`) ? success : refusal)(connection);

/** One call with such credentials. */
const loaded =
  (credentials: () => unknown, answer: Answer = success): Fault["run"] =>
  async (trial) => {
    const { url } = await trial.serve([answer]);
    let asked = 0;
    const provider = async () => {
      asked++;
      return (await credentials()) as Credentials;
    };
    const caller = trial.open({ url, credentials: provider });
    const ended = await trial.ending(caller.call("resolveCustomer", input));
    return asked > 1 ? `${ended}, keys asked for ${asked} times` : ended;
  };

/** One call with fixed keys. */
const given =
  (credentials: unknown, answer: Answer = success): Fault["run"] =>
  async (trial) => {
    const { url } = await trial.serve([answer]);
    return trial.ending(trial.open({ url, credentials: credentials as never }).call("resolveCustomer", input));
  };

/** Two calls, one after the other, with keys that end in four minutes. */
const soonOver =
  (renew: () => Promise<Credentials>): Fault["run"] =>
  async (trial) => {
    const { url } = await trial.serve([success]);
    let caller!: Caller;
    let asked = 0;
    const opening: Opening = { url, credentials: () => (asked++ ? renew() : Promise.resolve(key("AKIDOLD", { expiration: new Date(caller.now() + 240_000) }))) };
    caller = trial.open(opening);
    trial.waitForEver();
    const twice = async () => (await caller.call("resolveCustomer", input), caller.call("resolveCustomer", input));
    return trial.ending(twice());
  };

let asked = 0;
const numbered = () => key(`AKID${++asked}`);

export const keys: Section = {
  title: "Clocks and keys",
  faults: [
    {
      fault: "This machine's clock is 10 minutes slow",
      ours: "succeeds · sent twice; the next call sent once",
      async run(trial) {
        let caller!: Caller;
        const { url } = await trial.serve([(connection) => skewed(() => caller)(connection)]);
        caller = trial.open({ url });
        const first = await trial.ending(caller.call("resolveCustomer", input));
        return `${first}; the next call ${(await trial.ending(caller.call("resolveCustomer", input))).replace(/.* · /, "")}`;
      },
    },
    {
      fault: "… and 50 calls find out at once",
      ours: "50 of 50 succeed · sent 100 times",
      async run(trial) {
        let caller!: Caller;
        const server = await trial.serve([(connection) => skewed(() => caller)(connection)]);
        caller = trial.open({ url: server.url });
        const all = await Promise.allSettled(Array.from({ length: 50 }, () => caller.call("resolveCustomer", input)));
        return `${all.filter(({ status }) => status === "fulfilled").length} of 50 succeed · ${times(server.requests.length)}`;
      },
    },
    {
      fault: "… but the answer comes out of a cache (`Age`)",
      ours: "RequestTimeTooSkewed: As the test wants it. (ResolveCustomer, HTTP 403, request 5b1e) · sent once",
      async run(trial) {
        let caller!: Caller;
        const { url } = await trial.serve([(connection) => skewed(() => caller, { age: "600" })(connection)]);
        caller = trial.open({ url });
        return trial.ending(caller.call("resolveCustomer", input));
      },
    },
    {
      fault: "The session has expired, and the provider has new keys",
      ours: "succeeds · sent twice, keys asked for 2 times",
      run: (trial) => ((asked = 0), loaded(numbered, only("AKID2", fail("ExpiredTokenException", 403)))(trial)),
    },
    {
      fault: "The session has expired, and the provider has no others",
      ours: "ExpiredTokenException: As the test wants it. (ResolveCustomer, HTTP 403, request 5b1e, 3 attempts) · sent 3 times, keys asked for 3 times",
      run: loaded(() => key("AKID1"), only("AKID2", fail("ExpiredTokenException", 403))),
    },
    {
      fault: "The session has expired, and the keys are fixed",
      ours: "ExpiredToken: As the test wants it. (ResolveCustomer, HTTP 403, request 5b1e) · sent once",
      run: given(key("AKID1"), fail("ExpiredToken", 403)),
    },
    {
      fault: "The customer's registration token has expired, which has the same name",
      ours: "ExpiredTokenException: As the test wants it. (ResolveCustomer, HTTP 400, request 5b1e) · sent once",
      run: loaded(() => key("AKID1"), fail("ExpiredTokenException")),
    },
    {
      fault: "50 calls wait for keys at once",
      ours: "50 of 50 succeed, keys asked for once",
      async run(trial) {
        const { url } = await trial.serve([success]);
        let count = 0;
        const caller = trial.open({ url, credentials: async () => (count++, key("AKIDEXAMPLE")) });
        const all = await Promise.allSettled(Array.from({ length: 50 }, () => caller.call("resolveCustomer", input)));
        return `${all.filter(({ status }) => status === "fulfilled").length} of 50 succeed, keys asked for ${count === 1 ? "once" : `${count} times`}`;
      },
    },
    {
      fault: "Keys end in 4 minutes, and renewing them fails",
      ours: "succeeds · sent twice",
      run: soonOver(() => Promise.reject(new Error("down"))),
    },
    {
      fault: "Keys end in 4 minutes, and renewing them hangs",
      ours: "succeeds · sent twice",
      run: soonOver(() => new Promise(() => {})),
    },
    {
      fault: "The provider hangs",
      ours: "TimeoutError: the call took longer than 60000 ms (ResolveCustomer) · not sent",
      async run(trial) {
        const { url } = await trial.serve([success]);
        const caller = trial.open({ url, credentials: () => new Promise(() => {}) });
        const ended = trial.ending(caller.call("resolveCustomer", input));
        trial.waitForEver();
        if (trial.subject !== "official SDK") caller.passTime();
        return ended;
      },
    },
    {
      fault: "The provider fails",
      ours: "CredentialsError: no credentials: no role (ResolveCustomer) · not sent",
      run: loaded(() => Promise.reject(new Error("no role"))),
    },
    {
      fault: "The provider throws a text",
      ours: "CredentialsError: no credentials: no role (ResolveCustomer) · not sent",
      run: loaded(() => Promise.reject("no role")),
    },
    {
      fault: "The provider throws `undefined`",
      ours: "CredentialsError: no credentials: undefined (ResolveCustomer) · not sent",
      run: loaded(() => Promise.reject(undefined)),
    },
    {
      fault: "The provider gives `undefined`",
      ours: "CredentialsError: accessKeyId is missing or malformed (ResolveCustomer) · not sent",
      run: loaded(() => undefined),
    },
    {
      fault: "The access key is empty",
      ours: "CredentialsError: accessKeyId is missing or malformed (ResolveCustomer) · not sent",
      run: given({ accessKeyId: "", secretAccessKey: "wJalrXUtnFEMI" }),
    },
    {
      fault: "The secret key is empty",
      ours: "CredentialsError: secretAccessKey is missing or malformed (ResolveCustomer) · not sent",
      run: given({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "" }),
    },
    {
      fault: "The access key ends with a line end",
      ours: "CredentialsError: accessKeyId is missing or malformed (ResolveCustomer) · not sent",
      run: given({ accessKeyId: "AKIDEXAMPLE\n", secretAccessKey: "wJalrXUtnFEMI" }),
    },
    {
      fault: "The secret key ends with a space",
      ours: "CredentialsError: secretAccessKey is missing or malformed (ResolveCustomer) · not sent",
      run: given({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI " }),
    },
    {
      fault: "The session token holds a line end",
      ours: "CredentialsError: sessionToken is missing or malformed (ResolveCustomer) · not sent",
      run: given({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI", sessionToken: "a\r\nx-evil: 1" }),
    },
    {
      fault: "The session token changes between calls",
      ours: "sends `first`, then `second`",
      async run(trial) {
        const server = await trial.serve([success]);
        const fixed = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI", sessionToken: "first" };
        const caller = trial.open({ url: server.url, credentials: fixed });
        await caller.call("resolveCustomer", input);
        fixed.sessionToken = "second";
        await caller.call("resolveCustomer", input);
        return `sends \`${server.requests.map(({ headers }) => headers["x-amz-security-token"]).join("`, then `")}\``;
      },
    },
  ],
};
