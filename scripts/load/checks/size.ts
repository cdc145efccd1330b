// The document has operations, and not more of anything than a run can cope with.

import { isObject } from "../../json.ts";
import type { Check } from "./check.ts";
import { operationsOf, pathItems } from "./operations.ts";

export const size: Check = function* (document) {
  const { api, limits } = document;
  let operations = 0;
  let responses = 0;
  for (const item of pathItems(document)) {
    for (const { value } of operationsOf(item)) {
      operations += 1;
      responses += isObject(value["responses"]) ? Object.keys(value["responses"]).length : 0;
    }
  }
  if (operations === 0) yield { severity: "warning", code: "no-operations", pointer: "/paths", message: "The document has no operations, so the client has no methods.", fix: "Add operations to `paths`." };
  if (operations > limits.operations) yield { severity: "error", code: "over-limit", pointer: "/paths", message: `The document has ${operations} operations; the limit \`operations\` is ${limits.operations}.`, fix: "Split the document, or raise the limit `operations`." };
  if (responses > limits.responses) yield { severity: "error", code: "over-limit", pointer: "/paths", message: `The operations have ${responses} responses; the limit \`responses\` is ${limits.responses}.`, fix: "Split the document, or raise the limit `responses`." };

  const components = api["components"];
  const schemas = isObject(components) && isObject(components["schemas"]) ? Object.keys(components["schemas"]).length : 0;
  if (schemas > limits.schemas) yield { severity: "error", code: "over-limit", pointer: "/components/schemas", message: `The document has ${schemas} schemas; the limit \`schemas\` is ${limits.schemas}.`, fix: "Split the document, or raise the limit `schemas`." };
};
