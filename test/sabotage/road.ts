// The stages that a sabotage is built with.

export { loadChecked, prepareChecked } from "../../scripts/generate.ts";
export { sourceOf } from "../../scripts/load/source.ts";
export { toOpenApi } from "../../scripts/prepare/write/openapi.ts";
export { Stop } from "../../scripts/problems/stop.ts";
export { handlebarsEngine } from "../../scripts/render/handlebars.ts";
export { present } from "../../scripts/render/present/present.ts";
export { render } from "../../scripts/render/render.ts";
export { keepReachable } from "../../scripts/weave/keep-reachable.ts";
export { verifyOutput } from "../../scripts/weave/verify-output.ts";
export { weave } from "../../scripts/weave/weave.ts";
export { wireTypes } from "../../scripts/weave/wire-types.ts";
