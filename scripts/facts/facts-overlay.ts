// A document and a model come in, the overlay that teaches the document what the model knows goes out.

import type { JsonObject } from "../json.ts";
import type { Document } from "../load/document.ts";
import { load } from "../load/load.ts";
import type { Source } from "../load/source.ts";
import { prepare } from "../prepare/prepare.ts";
import type { Protocol } from "../prepare/prepared-spec.ts";
import { Stop, stopOnErrors } from "../problems/stop.ts";
import { compareWithModel } from "./compare/compare.ts";
import { isRight, type Fact } from "./compare/fact.ts";
import { upstreamOf } from "./compare/upstream.ts";
import type { Model } from "./model.ts";
import { overlayOf } from "./overlay/overlay-of.ts";
import { familyOf, protocolsOf, speaksXml } from "./protocol.ts";

export interface FactsOverlay {
  /** Nothing when the document was compared with a model before and `prepare` finds everything by itself. */
  readonly overlay: JsonObject | undefined;
  /** What the document gets right and wrong without the overlay. */
  readonly before: readonly Fact[];
  /** And with it. */
  readonly after: readonly Fact[];
}

/** Throws a Stop when the document can't be loaded, or when the model is of another service. */
export function factsOverlay(model: Model, source: Source, extended: string | undefined): FactsOverlay {
  const document = loaded(source);
  const protocol = commonProtocol(model, document);
  const before = compareWithModel(model, protocol, document.api, prepare(document));
  const facts = before.filter((fact) => !isRight(fact));
  let [overlay, after] = [overlayOf(model, facts, { api: document.api, file: extended }), before];
  // What an overlay adds may need facts itself: a member that arrives in a header, and the form of its timestamp.
  for (let round = 0; round < 3 && overlay !== undefined; round += 1) {
    const corrected = loaded({ ...source, overlays: [{ kind: "read", file: "facts.overlay.json", bytes: new TextEncoder().encode(JSON.stringify({ ...overlay, extends: undefined })) }] });
    after = compareWithModel(model, protocol, corrected.api, prepare(corrected));
    const more = after.filter((fact) => !isRight(fact) && !facts.some((known) => known.kind === fact.kind && known.about === fact.about));
    if (more.length === 0) break;
    facts.push(...more);
    overlay = overlayOf(model, facts, { api: document.api, file: extended });
  }
  return { overlay, before, after };
}

function loaded(source: Source): Document {
  const document = load(source);
  stopOnErrors(document.problems);
  return document;
}

/** How the document's calls travel. */
function commonProtocol(model: Model, document: Document): Protocol {
  const said = prepare(document).spec.service.protocol;
  const known = protocolsOf(model);
  const found = known.find((protocol) => protocol === said) ?? known.find((protocol) => familyOf(protocol) === familyOf(said) && speaksXml(protocol) === speaksXml(said));
  // A service that has changed its protocol still answers in the old one, and most of what the model says holds for both.
  if (said !== "rest" && commonOperations(model, document) > 0) return found ?? said;
  const message = said === "rest" ? "The document doesn't look like one of an AWS service." : `None of the document's operations is in the model of ${model.metadata.serviceFullName}.`;
  throw new Stop([{ severity: "error", code: "model-foreign", message, fix: "Name the model of the document's service with --model, or make a document of the model with `countersign import`." }]);
}

function commonOperations(model: Model, document: Document): number {
  const upstream = upstreamOf(document.api);
  return Object.entries(model.operations).filter(([key, operation]) => upstream.operation(key, operation) !== undefined).length;
}
