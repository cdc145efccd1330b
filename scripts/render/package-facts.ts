// What a package is called and where it belongs. It comes from the configuration and not from the spec.

export interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly description?: string;
  readonly author?: string;
  readonly homepage?: string;
  readonly repository?: { readonly type: string; readonly url: string; readonly directory?: string };
  readonly bugs?: string;
  readonly keywords?: readonly string[];
  /** Files that travel in the package as they are, by name: `LICENSE`, `CHANGELOG.md`. */
  readonly alongside?: Readonly<Record<string, string>>;
  /** Where the files come from, for their first line: `spec/metering-marketplace.yaml`. */
  readonly source: string;
}
