// The rows of the table: which figure of which subject, against which other, and what it may be at most.

export interface Row {
  readonly what: string;
  readonly subject: string;
  readonly figure: string;
  readonly unit: "s" | "bytes";
  /** What it is compared with; the row's figure is then a ratio. */
  readonly against?: string;
  /** Of the ratio where there is one, of the figure otherwise. */
  readonly limit: number;
}

export const rows: readonly Row[] = [
  { what: "`npm run generate`, on the clock", subject: "generate", figure: "wall", unit: "s", limit: 2 },
  { what: "`npm run generate`, CPU, against the `openapi-typescript` command alone on the same document", subject: "generate", figure: "cpu", unit: "s", against: "openapi-typescript", limit: 2.2 },
  { what: "`npm run generate`, CPU, against openapi-generator's rendering alone of the same templates", subject: "generate", figure: "cpu", unit: "s", against: "openapi-generator", limit: 0.6 },
  { what: "One operation bundled for browsers, with signing, retry and exceptions, after gzip", subject: "bundle", figure: "gzip", unit: "bytes", limit: 8_500 },
  { what: "The same, against one command of `@aws-sdk/client-marketplace-metering`", subject: "bundle", figure: "gzip", unit: "bytes", against: "bundle of the SDK", limit: 0.2 },
];
