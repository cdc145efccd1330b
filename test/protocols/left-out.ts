// The tests that the generated clients don't pass, and why. Both lists may only shrink: a test that passes must go from here.

type Reasons = Readonly<Record<string, readonly string[]>>;

/** What can't be asked of clients that are made from documents and from AWS's models, because neither says what the test is about. */
export const notAsked: Reasons = {
  "Models of AWS's services have no defaults (and in OpenAPI they are what a server takes an absent member for), so that a client has nothing to fill in. AWS's own for JavaScript doesn't either.": [
    "AwsJson10ClientPopulatesDefaultValuesInInput (request)",
    "AwsJson10ClientPopulatesDefaultsValuesWhenMissingInResponse (response)",
    "AwsJson10ClientPopulatesNestedDefaultValuesWhenMissing (request)",
    "AwsJson10ClientPopulatesNestedDefaultsWhenMissingInResponseBody (response)",
    "AwsJson10ClientErrorCorrectsWithDefaultValuesWhenServerFailsToSerializeRequiredValues (response)",
    "RestJsonClientPopulatesDefaultValuesInInput (request)",
    "RestJsonClientPopulatesDefaultsValuesWhenMissingInResponse (response)",
    "RestJsonClientPopulatesNestedDefaultValuesWhenMissing (request)",
    "RestJsonClientPopulatesNestedDefaultsWhenMissingInResponseBody (response)",
  ],
};

/** What could be asked, and is done otherwise or not yet. */
export const leftOut: Reasons = {
  "What a service left out isn't made up: an amount of 0 that nobody sent would be taken for one.": [
    "AwsJson10ClientErrorCorrectsWhenServerFailsToSerializeRequiredValues (response)",
  ],
  "An integer beyond 2^53 is refused, since JavaScript would round it.": [
    "parses_long_shapes (response)",
  ],
  "An answer without a body is no success of an operation that has one.": [
    "RestJsonIgnoreQueryParamsInResponseNoPayload (response)",
  ],
  "Glacier's tree of hashes isn't calculated; who uploads gives it as `checksum`.": [
    "GlacierChecksums (request)",
    "GlacierMultipartChecksums (request)",
  ],
  "Whose vault it is has to be said; `-` is the caller's own, and isn't put in place of an empty name.": [
    "GlacierAccountId (request)",
  ],
  "Machine Learning, which takes no new customers, predicts at an address that is a member of the request; `endpoint` of a client says it.": [
    "MachinelearningPredictEndpoint (request)",
  ],
  "Keys and values of maps have no namespaces of their own in any service of AWS, and there are no words for them.": [
    "RestXmlXmlMapWithXmlNamespace (request)",
  ],
  "`fetch` resolves dot segments before it sends, so that the request would go to another object; such keys are refused.": [
    "S3PreservesLeadingDotSegmentInUriLabel (request)",
    "S3PreservesEmbeddedDotSegmentInUriLabel (request)",
  ],
};
