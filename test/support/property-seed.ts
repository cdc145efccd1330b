// Tests of properties try the same values everywhere, so that what passes here passes there. `PROPERTY_SEED=7 npm test` tries others.

import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 2026) });
