// Python → a running moto_server (https://docs.getmoto.org) that checks signatures, with users of which some may call
// Marketplace Metering. It lives in a virtual environment under .cache/, made at first use.

import { execFile, spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Credentials } from "../../test/support/verify-signature.ts";
import { placeFolder } from "../verify/place-folder.ts";

const run = promisify(execFile);

export const motoVersion = "5.2.5";

/** A virtual environment: it is there when moto is in it, complete. */
const environment = fileURLToPath(new URL(`../../.cache/moto-${motoVersion}`, import.meta.url));
const pythonOf = (folder: string): string => join(folder, ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]));

/** Its message says in a sentence what isn't there. */
export class MissingTool extends Error {
  override readonly name = "MissingTool";
}

export interface MotoServer {
  readonly port: number;
  /** Of a user who may do everything in Marketplace Metering. */
  readonly permitted: Credentials;
  /** Of a user who may do nothing. */
  readonly notPermitted: Credentials;
  /** Of a role that may do everything there, with a session token. */
  readonly session: Credentials;
  /** Of a user who may do everything everywhere. */
  readonly administrator: Credentials;
  /** Starts moto's random numbers anew, which makes answers that can be compared. */
  seed(): Promise<void>;
  close(): Promise<void>;
}

export interface MotoOptions {
  /** `false` for services whose signatures moto calculates wrongly itself. */
  readonly checksSignatures?: boolean;
}

/** Throws MissingTool when there is no Python to start it with. */
export async function startMoto({ checksSignatures = true }: MotoOptions = {}): Promise<MotoServer> {
  await install();
  // The system chooses a port that nobody has.
  const process = spawn(pythonOf(environment), ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<void>((resolve) => process.once("exit", () => resolve()));
  const close = (): Promise<void> => {
    process.kill();
    return ended;
  };
  try {
    const port = await portOf(process.stderr, ended);
    const seed = async (): Promise<void> => void (await post(port, "/moto-api/seed?a=1", ""));
    const credentials = await makeUsers(port);
    // From now on, with no call more, every signature is checked.
    if (checksSignatures) await post(port, "/moto-api/reset-auth", "0");
    return { port, ...credentials, seed, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function install(): Promise<void> {
  if (existsSync(environment)) return;
  const incoming = `${environment}.incoming-${process.pid}`;
  try {
    await run("python3", ["-m", "venv", incoming]).catch(() => {
      throw new MissingTool("Python 3 with its `venv` module is missing, which moto, a server that checks signatures, is written in.");
    });
    await run(pythonOf(incoming), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `moto[server]==${motoVersion}`]).catch(() => {
      throw new MissingTool(`moto ${motoVersion} is missing, and pip could not install it from the Python package index.`);
    });
    placeFolder(incoming, environment);
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
}

const allowed = policy({ Effect: "Allow", Action: "aws-marketplace:*", Resource: "*" });

const allowedEverything = policy({ Effect: "Allow", Action: "*", Resource: "*" });

async function makeUsers(port: number): Promise<Pick<MotoServer, "permitted" | "notPermitted" | "session" | "administrator">> {
  const iam = (parameters: Record<string, string>) => query(port, "iam", { Version: "2010-05-08", ...parameters });
  const user = async (UserName: string): Promise<Credentials> => {
    await iam({ Action: "CreateUser", UserName });
    return keysIn(await iam({ Action: "CreateAccessKey", UserName }));
  };
  const permitted = await user("seller");
  await iam({ Action: "PutUserPolicy", UserName: "seller", PolicyName: "metering", PolicyDocument: allowed });
  const notPermitted = await user("guest");

  const trust = policy({ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" });
  await iam({ Action: "CreateRole", RoleName: "seller", AssumeRolePolicyDocument: trust });
  await iam({ Action: "PutRolePolicy", RoleName: "seller", PolicyName: "metering", PolicyDocument: allowed });
  const role = { RoleArn: "arn:aws:iam::123456789012:role/seller", RoleSessionName: "session" };
  const session = keysIn(await query(port, "sts", { Version: "2011-06-15", Action: "AssumeRole", ...role }));

  const administrator = await user("administrator");
  await iam({ Action: "PutUserPolicy", UserName: "administrator", PolicyName: "everything", PolicyDocument: allowedEverything });
  return { permitted, notPermitted, session, administrator };
}

function policy(statement: object): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

/** One call of an AWS query API. moto tells services apart by the credential's scope, and checks no signature yet. */
function query(port: number, service: string, parameters: Record<string, string>): Promise<string> {
  const authorization = `AWS4-HMAC-SHA256 Credential=setup/20261116/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=none`;
  return post(port, "/", new URLSearchParams(parameters).toString(), { authorization, "content-type": "application/x-www-form-urlencoded" });
}

async function post(port: number, path: string, body: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", headers, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`moto answered ${path} with HTTP ${response.status}: ${text.slice(0, 300)}`);
  return text;
}

function keysIn(xml: string): Credentials {
  const member = (name: string): string | undefined => new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
  const sessionToken = member("SessionToken");
  return { accessKeyId: member("AccessKeyId") ?? "", secretAccessKey: member("SecretAccessKey") ?? "", ...(sessionToken && { sessionToken }) };
}

/** The port that it says it listens on, however long it takes to start. */
async function portOf(log: Readable, ended: Promise<void>): Promise<number> {
  let text = "";
  const said = new Promise<number>((resolve) => {
    // Read to its end, since a full pipe would stop moto.
    log.on("data", (chunk: Buffer) => {
      if (text.length < 10_000) text += chunk.toString();
      const [, port] = /Running on http:\/\/[\d.]+:(\d+)/.exec(text) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
  });
  const port = await Promise.race([said, ended]);
  if (port === undefined) throw new Error(`moto_server ended at once.\n${text}`);
  return port;
}
