// The configuration: which documents become which packages. A project keeps it in one file, `spec/services.ts` here.

import type { Limits } from "./load/limits.ts";
import type { Pass } from "./weave/pass.ts";
import type { Allowances } from "./weave/verify-output.ts";

/** One service: a document, what corrects it, and the package that it becomes. Paths are relative to the working directory. */
export interface ServiceConfiguration {
  /** Chooses the service on the command line: `--service metering-marketplace`. */
  readonly name: string;
  /** The OpenAPI document: a file, or a URL whose origin `allowOrigins` names. */
  readonly document: string;
  /** OpenAPI Overlay 1.0 documents, applied in this order. */
  readonly overlays?: readonly string[];
  /** Folder of the package. It is replaced as a whole; files that Countersign didn't write stay. */
  readonly out: string;
  readonly package: PackageConfiguration;
  /** Folders with templates of your own; a file in them replaces ours of the same path. */
  readonly templates?: readonly string[];
  /** Passes of your own, applied after ours. */
  readonly passes?: readonly Pass[];
  /**
   * What files of your own templates and passes may hold, by path: such a file is held to the list for ours and to this. Without
   * an entry it only has to be readable. `false` leaves the last look at the package out.
   */
  readonly verify?: Allowances | false;
  /** What renders the templates; `handlebars` unless set. Both give the same bytes. */
  readonly engine?: EngineName;
  /** Origins, such as `https://example.com`, that the document and its references may be fetched from. None unless set. */
  readonly allowOrigins?: readonly string[];
  /** Folders beside the document's own that references may lead into. None unless set. */
  readonly allowFolders?: readonly string[];
  /** Whether names of allowed origins may lead to this machine or into a private network. */
  readonly allowPrivateAddresses?: boolean;
  /** Limits other than the usual ones, by name. */
  readonly limits?: Partial<Limits>;
}

export type EngineName = "handlebars" | "openapi-generator";

/** What the generated package.json says beside what the document says. */
export interface PackageConfiguration {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly license: string;
  readonly description?: string;
  readonly author?: string;
  readonly homepage?: string;
  readonly repository?: { readonly type: string; readonly url: string; readonly directory?: string };
  readonly bugs?: string;
  readonly keywords?: readonly string[];
  /** Files of the project that travel in the package as they are, under their own names: `LICENSE`, `CHANGELOG.md`. */
  readonly alongside?: readonly string[];
}

/** Gives its argument back; only there so that an editor knows the type. */
export function defineServices(services: readonly ServiceConfiguration[]): readonly ServiceConfiguration[] {
  return services;
}
