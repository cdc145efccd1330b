// `countersign import`: a model of an AWS service becomes an OpenAPI document.

import { importModel } from "../facts/import/import-model.ts";
import type { Model } from "../facts/model.ts";
import { protocolsOf } from "../facts/protocol.ts";
import { readModel } from "../facts/read-model.ts";
import { writeYaml } from "../load/write-yaml.ts";
import type { Protocol } from "../prepare/prepared-spec.ts";
import { Stop } from "../problems/stop.ts";
import { commandArguments, needed, tellOut } from "./command.ts";
import type { Console } from "./main.ts";

export const importHelp = `countersign import: a model of an AWS service in, an OpenAPI document with all its facts out

Usage
  npm run import -- --model FILE [--out FILE]      in this repository
  countersign import --model FILE [--out FILE]     where it is installed

For services and operations that the OpenAPI documents at hand lack. The document is written in the dialect that
converted AWS documents have; what that dialect loses stands in x- extensions. The model's own prose is taken over.

  --model FILE     service-2.json of the service, in botocore's format, as it is or as .gz; paginators-1.json and
                   waiters-2.json are read when they lie beside it
  --out FILE       where to write, .yaml or .json (default: standard output, as YAML)
  --help

Exit codes: 0 done, 2 the input is at fault, 70 a fault of Countersign itself.
`;

export function runImport(args: readonly string[], console: Console): void {
  const values = commandArguments(args, ["model", "out"]);
  if (values.help) return console.out(importHelp);
  const model = readModel(needed("--model", values["model"], "Name the service-2.json of a service."));
  const document = importModel(model, firstProtocol(model));
  const text = values["out"]?.endsWith(".json") === true ? `${JSON.stringify(document, null, 2)}\n` : writeYaml(document);
  tellOut(console, values["out"], text, operationsIn(model));
}

function firstProtocol(model: Model): Protocol {
  const [protocol] = protocolsOf(model);
  if (protocol !== undefined) return protocol;
  throw new Stop([{
    severity: "error", code: "protocol-unknown", message: `${model.metadata.serviceFullName} speaks only ${[model.metadata.protocol, ...(model.metadata.protocols ?? [])].filter((name, index, all) => all.indexOf(name) === index).join(", ")}.`,
    fix: "Countersign speaks JSON, REST JSON, REST XML, Query and EC2 Query; this service can't be called with it yet.",
  }]);
}

function operationsIn(model: Model): string {
  const count = Object.keys(model.operations).length;
  return `${count} operation${count === 1 ? "" : "s"}`;
}
