// A model and a document that was prepared come in; every fact of the model that belongs to the document comes out, with what
// `prepare` says about it.

import type { JsonObject } from "../../json.ts";
import type { Prepared } from "../../prepare/prepare.ts";
import type { Protocol } from "../../prepare/prepared-spec.ts";
import type { Model } from "../model.ts";
import { exceptionFacts } from "./exception-facts.ts";
import type { Fact } from "./fact.ts";
import { memberFactsOf } from "./members.ts";
import { operationFacts } from "./operations.ts";
import { serviceFacts, waiterFacts } from "./service.ts";
import { protocolsOf, speaksXml } from "../protocol.ts";
import { upstreamOf, type Upstream } from "./upstream.ts";

export interface Comparison {
  readonly model: Model;
  readonly protocol: Protocol;
  /** The model is written for another protocol than the document, so what it says about XML is too little. */
  readonly knowsXml: boolean;
  readonly upstream: Upstream;
  readonly prepared: Prepared;
}

export function compareWithModel(model: Model, protocol: Protocol, api: JsonObject, prepared: Prepared): readonly Fact[] {
  const comparison: Comparison = { model, protocol, knowsXml: speaksXml(protocol) && protocolsOf(model)[0] === protocol, upstream: upstreamOf(api), prepared };
  return [
    ...serviceFacts(comparison),
    ...operationFacts(comparison),
    ...memberFactsOf(comparison),
    ...exceptionFacts(comparison),
    ...waiterFacts(comparison),
  ];
}
