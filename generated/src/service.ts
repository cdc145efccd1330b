// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: where the service lives and how it speaks.

import { regional } from "./runtime/endpoint.ts";
import type { Protocol, Service } from "./runtime/operation.ts";
import { awsJson } from "./runtime/protocols/aws-json.ts";

export const service: Service = {
  name: "MarketplaceMetering",
  userAgent: "marketplace-metering/0.1.0",
  url: /* @__PURE__ */ regional("metering.marketplace"),
};

export const protocol: Protocol = /* @__PURE__ */ awsJson("1.1");
