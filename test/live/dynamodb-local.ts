// Maven and Java → a running DynamoDB local, AWS's own DynamoDB on one machine, that keeps everything in memory. It verifies no
// signatures; its answers, failures and checksums are the service's.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findJava } from "../../scripts/render/openapi-generator/find-java.ts";
import { FetchError, fetchPackage, title, type Package } from "../../scripts/verify/fetch-package.ts";
import { placeFolder } from "../../scripts/verify/place-folder.ts";

/** A version that runs on Java 17. */
export const dynamodbLocal: Package = { registry: "maven", name: "com.amazonaws:DynamoDBLocal", version: "2.6.1", integrity: "sha256-oo2LSRmZm33ub/qf1Omgh0RGBlepvT40meOq0A4fLMQ=" };

export interface DynamodbLocal {
  readonly port: number;
  close(): Promise<void>;
}

/** Throws a FetchError that says in a sentence what is missing: Java, Maven or the network. */
export async function startDynamodbLocal(): Promise<DynamodbLocal> {
  const java = await findJava();
  if (java.kind === "absent" || java.version < 17) throw new FetchError("DynamoDB local needs Java 17 or newer, and neither JAVA_HOME nor the PATH leads to one.");
  const archive = fetchPackage(dynamodbLocal);
  const libraries = librariesOf();
  const port = await freePort();
  const server = spawn(java.command, [`-Djava.library.path=${libraries}`, "-cp", [archive, join(libraries, "*")].join(delimiter), "com.amazonaws.services.dynamodbv2.local.main.ServerRunner", "-inMemory", "-disableTelemetry", "-port", String(port)], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const close = (): Promise<void> => {
    server.kill();
    return ended;
  };
  if (await Promise.race([listens(port), ended.then(() => false)])) return { port, close };
  throw new Error("DynamoDB local ended at once.");
}

/** What it needs beside itself, by Maven, which holds every file against its checksum. */
function librariesOf(): string {
  const folder = fileURLToPath(new URL(`../../.cache/dynamodb-local-${dynamodbLocal.version}`, import.meta.url));
  if (existsSync(folder)) return folder;
  const incoming = `${folder}.incoming-${process.pid}`;
  mkdirSync(incoming, { recursive: true });
  try {
    const [group, artifact] = dynamodbLocal.name.split(":");
    writeFileSync(join(incoming, "pom.xml"), `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>live</groupId><artifactId>live</artifactId><version>1</version><dependencies><dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${dynamodbLocal.version}</version></dependency></dependencies></project>\n`);
    const { error, status, stdout } = spawnSync("mvn", ["--batch-mode", "--quiet", "--strict-checksums", "--file", join(incoming, "pom.xml"), "org.apache.maven.plugins:maven-dependency-plugin:2.8:copy-dependencies", `-DoutputDirectory=${incoming}`, "-DincludeScope=runtime"], { encoding: "utf8" });
    if (error !== undefined) throw new FetchError(`\`mvn\` can't be started, by which ${title(dynamodbLocal)} is fetched: ${error.message}.`);
    if (status !== 0) throw new FetchError(`Maven couldn't fetch what ${title(dynamodbLocal)} needs:\n${stdout.trim().slice(0, 500)}`);
    placeFolder(incoming, folder);
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
  return folder;
}

/** It wants to be told, and can't say which one it has chosen. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** However long it takes to start. */
async function listens(port: number): Promise<true> {
  for (;;) {
    const answers = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).once("error", () => resolve(false)).once("connect", () => socket.destroy());
    });
    if (answers) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
