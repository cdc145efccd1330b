// The scenario as a script of a page, which whoever drives the browser calls.

import { runScenario } from "./scenario.ts";

Object.assign(globalThis, { runScenario });
