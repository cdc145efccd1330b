// Which documents become which packages. `npm run generate` reads this file; add a service by adding an entry.

import { defineServices } from "../scripts/services.ts";

export default defineServices([
  {
    name: "metering-marketplace",
    document: "spec/metering-marketplace.yaml",
    overlays: ["spec/metering-marketplace.overlay.yaml"],
    out: "generated",
    package: {
      name: "@countersign/marketplace-metering",
      version: "0.1.0",
      license: "Apache-2.0",
      description: "Typed client of the AWS Marketplace Metering Service: every request signed, every documented failure a typed exception, no dependencies.",
      author: "The Countersign authors",
      homepage: "https://github.com/countersign-dev/countersign#readme",
      repository: { type: "git", url: "git+https://github.com/countersign-dev/countersign.git", directory: "generated" },
      bugs: "https://github.com/countersign-dev/countersign/issues",
      alongside: ["LICENSE", "CHANGELOG.md"],
      keywords: ["aws", "aws-marketplace", "metering", "sigv4", "openapi", "client"],
    },
  },
]);
