// Says which of our protocols a model's service speaks.

import type { Protocol } from "../prepare/prepared-spec.ts";
import type { Model } from "./model.ts";

/** In the model's order; those that we don't speak are left out. */
export function protocolsOf({ metadata }: Model): readonly Protocol[] {
  return [...new Set([metadata.protocol, ...(metadata.protocols ?? [])])].flatMap((name): readonly Protocol[] => {
    switch (name) {
      case "json":
        return [metadata.jsonVersion === "1.0" ? "aws-json-1.0" : "aws-json-1.1"];
      case "query":
        return ["aws-query"];
      case "ec2":
        return ["ec2-query"];
      case "rest-json": case "rest-xml":
        return [name];
      default:
        return [];
    }
  });
}

export type Family = "json" | "query" | "rest";

/** How operations are told apart: by a header, by a parameter, or by method and path. */
export function familyOf(protocol: Protocol): Family {
  switch (protocol) {
    case "aws-json-1.0": case "aws-json-1.1":
      return "json";
    case "aws-query": case "ec2-query":
      return "query";
    default:
      return "rest";
  }
}

/** Whether XML names count. */
export function speaksXml(protocol: Protocol): boolean {
  return !/json/.test(protocol);
}
