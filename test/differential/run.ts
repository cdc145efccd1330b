// `npm run test:differential`: the same calls by AWS's own SDK and by generated clients, and the same answers for both. Names of
// services as arguments choose. Exit code 1 when anything differs that isn't listed, or is listed and doesn't differ; 77 when
// the SDK, a document or a model can't be had.

import { officialClients } from "../../scripts/bench/official-clients.ts";
import { FetchError } from "../../scripts/verify/fetch-package.ts";
import { skipUnfetched } from "../../scripts/verify/skip-unfetched.ts";
import { modelNamed, packageOf, removePackages } from "../support/aws-packages.ts";
import { verifySignature } from "../support/verify-signature.ts";
import type { Call, Service } from "./call.ts";
import { type Caller, credentialsOf, ourCaller, theirCaller } from "./clients.ts";
import { differences, type Difference } from "./compare.ts";
import { known } from "./differences.ts";
import { services } from "./services.ts";
import { openWire, type Sent } from "./wire.ts";

const listed: ReadonlySet<string> = new Set(Object.values(known).flat());

async function main(wanted: readonly string[]): Promise<number> {
  const chosen = services.filter(({ title }) => wanted.length === 0 || wanted.includes(title));
  const clients = officialClients(chosen.map(({ official: { name } }) => name));
  if ("absent" in clients) throw new FetchError(`${clients.absent}, with which our clients are compared.`);
  const wire = await openWire();
  const met = new Set<string>();
  let [passed, failed] = [0, 0];
  const tell = (name: string, faults: readonly string[]): void => {
    if (faults.length === 0) passed += 1;
    else failed += 1;
    console.log(faults.length === 0 ? `passed  ${name}` : `FAILED  ${name}\n${faults.join("\n").replace(/^/gm, "        ")}`);
  };
  try {
    for (const service of chosen) {
      const model = modelNamed(service.model);
      const operations = Object.values(service.calls).map(({ operation }) => operation);
      const called = await packageOf({ ...service.made, model: service.model, operations });
      const callers = { ours: ourCaller(service, model, called, wire), theirs: await theirCaller(service, model, clients.folder, wire) };
      for (const [title, call] of Object.entries(service.calls)) {
        const name = `${service.title} ${title}`;
        tell(name, await faultsOf(name, service, call, callers, met));
      }
    }
  } finally {
    await wire.close();
    removePackages();
  }
  const names = chosen.flatMap(({ title, calls }) => Object.keys(calls).map((call) => `${title} ${call}: `));
  const isChosen = (entry: string) => wanted.length === 0 || names.some((name) => entry.startsWith(name));
  for (const entry of listed) if (isChosen(entry) && !met.has(entry)) tell(entry, ["it doesn't differ any more: take it off test/differential/differences.ts"]);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function faultsOf(name: string, service: Service, call: Call, { ours, theirs }: { readonly ours: Caller; readonly theirs: Caller }, met: Set<string>): Promise<readonly string[]> {
  const [own, other] = [await ours(call), await theirs(call)];
  const faults: string[] = [];
  for (const difference of differences(own, other, { isS3: service.signingName === "s3", comparesOutcome: call.answer !== undefined })) {
    const entry = `${name}: ${difference.about}`;
    met.add(entry);
    if (!listed.has(entry)) faults.push(printed(difference));
  }
  for (const [who, { sent }] of [["ours", own], ["theirs", other]] as const) for (const request of sent) faults.push(...(await faultsOfSignature(who, service, call, request)));
  return faults;
}

/** Both signatures are made anew from what arrived; what isn't signed says so by having none. */
async function faultsOfSignature(who: string, service: Service, { client: settings = {} }: Call, { method, target, headers, body }: Sent): Promise<readonly string[]> {
  if (headers["authorization"] === undefined) return [];
  const refusal = await verifySignature({ method, path: target, headers, body }, { credentials: [credentialsOf(settings)], service: service.signingName, now: Date.now(), isS3: service.signingName === "s3", takesUnsignedBodies: true });
  return refusal === undefined ? [] : [`the signature of ${who} is wrong: ${refusal.message}`];
}

function printed({ about, ours, theirs }: Difference): string {
  return `${about}\n  ours   ${shown(ours)}\n  theirs ${shown(theirs)}`;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? "absent").slice(0, 1_500);
}

await skipUnfetched(() => main(process.argv.slice(2)));
