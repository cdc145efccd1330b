// Python → a running moto_server (https://docs.getmoto.org) that checks signatures, with users of which some may call
// Marketplace Metering. It lives in a virtual environment under .cache/, made at first use.

import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Credentials } from "../../test/support/verify-signature.ts";

const run = promisify(execFile);

export const motoVersion = "5.2.5";

const environment = fileURLToPath(new URL("../../.cache/moto", import.meta.url));
const bin = join(environment, process.platform === "win32" ? "Scripts" : "bin");

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
  const port = await freePort();
  const process = spawn(join(bin, "moto_server"), ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => process.once("exit", () => resolve()));
  const close = (): Promise<void> => {
    process.kill();
    return ended;
  };
  try {
    await until(() => fetch(`http://127.0.0.1:${port}/moto-api/`).then((response) => response.ok), ended);
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
  if (existsSync(join(bin, "moto_server"))) {
    const { stdout } = await run(join(bin, "python"), ["-c", "from importlib.metadata import version; print(version('moto'))"]);
    if (stdout.trim() === motoVersion) return;
  }
  try {
    await run("python3", ["-m", "venv", environment]);
  } catch {
    throw new MissingTool("Python 3 with its `venv` module is missing, which moto, a server that checks signatures, is written in.");
  }
  try {
    await run(join(bin, "python"), ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", `moto[server]==${motoVersion}`]);
  } catch {
    throw new MissingTool(`moto ${motoVersion} is missing, and pip could not install it from the Python package index.`);
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

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function until(isThere: () => Promise<boolean>, ended: Promise<void>): Promise<void> {
  let over = false;
  void ended.then(() => (over = true));
  for (let tries = 0; tries < 300 && !over; tries++) {
    if (await isThere().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(over ? "moto_server ended at once." : "moto_server didn't start within 30 seconds.");
}
