// Generated from spec/metering-marketplace.yaml by Countersign. Don't edit: change the document, its overlay or a template, and generate again.
// MarketplaceMetering: where the service lives and how it speaks.
import { awsJson } from "./runtime/protocols/aws-json.js";
export const service = {
    name: "MarketplaceMetering",
    apiVersion: "2016-01-14",
    userAgent: "marketplace-metering/0.1.0",
    endpoints: {
        aws: "https://metering.marketplace.{region}.amazonaws.com",
        "aws-cn": "https://metering.marketplace.{region}.amazonaws.com.cn",
    },
};
export const protocol = /* @__PURE__ */ awsJson("1.1");
