// AWS's own models of its services, as botocore carries them: fetched when a check needs them, and never a dependency.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { unpackPackage, type Package } from "./fetch-package.ts";

export const botocore: Package = { registry: "pypi", name: "botocore", version: "1.44.5", integrity: "sha256-jxalbR3/El3WUyKuAh76e6UZWm21ECuWhiVmBVt0iSE=" };

/** The newest model of a service, by the name of its folder; paginators and waiters lie beside it. */
export function modelFile(service: string): string {
  const versions = join(unpackPackage(botocore, "botocore/data/*"), "botocore/data", service);
  return join(versions, readdirSync(versions).sort().at(-1) ?? "", "service-2.json.gz");
}
