// AWS's partitions: how their regions begin, which regions they have, and the domains that their services live under.

export interface Partition {
  readonly id: string;
  /** How its regions begin; AWS's own has none, since it holds all that no other does. */
  readonly prefix: string;
  readonly suffix: string;
  readonly dualstackSuffix: string;
  /** Where services live that have one address for the whole partition. */
  readonly globalRegion: string;
  readonly regions: readonly string[];
}

/** As botocore 1.44.5 lists them. */
export const partitions: readonly Partition[] = [
  {
    id: "aws", prefix: "", suffix: "amazonaws.com", dualstackSuffix: "api.aws", globalRegion: "us-east-1",
    regions: [
      "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2",
      "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1",
      "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "me-central-1", "me-south-1", "me-west-1", "mx-central-1", "sa-east-1", "sa-west-1",
      "us-east-1", "us-east-2", "us-west-1", "us-west-2",
    ],
  },
  { id: "aws-cn", prefix: "cn-", suffix: "amazonaws.com.cn", dualstackSuffix: "api.amazonwebservices.com.cn", globalRegion: "cn-northwest-1", regions: ["cn-north-1", "cn-northwest-1"] },
  { id: "aws-eusc", prefix: "eusc-", suffix: "amazonaws.eu", dualstackSuffix: "api.amazonwebservices.eu", globalRegion: "eusc-de-east-1", regions: ["eusc-de-east-1"] },
  { id: "aws-iso", prefix: "us-iso-", suffix: "c2s.ic.gov", dualstackSuffix: "api.aws.ic.gov", globalRegion: "us-iso-east-1", regions: ["us-iso-east-1", "us-iso-west-1"] },
  { id: "aws-iso-b", prefix: "us-isob-", suffix: "sc2s.sgov.gov", dualstackSuffix: "api.aws.scloud", globalRegion: "us-isob-east-1", regions: ["us-isob-east-1", "us-isob-west-1"] },
  { id: "aws-iso-e", prefix: "eu-isoe-", suffix: "cloud.adc-e.uk", dualstackSuffix: "api.cloud-aws.adc-e.uk", globalRegion: "eu-isoe-west-1", regions: ["eu-isoe-west-1"] },
  { id: "aws-iso-f", prefix: "us-isof-", suffix: "csp.hci.ic.gov", dualstackSuffix: "api.aws.hci.ic.gov", globalRegion: "us-isof-south-1", regions: ["us-isof-east-1", "us-isof-south-1"] },
  { id: "aws-us-gov", prefix: "us-gov-", suffix: "amazonaws.com", dualstackSuffix: "api.aws", globalRegion: "us-gov-west-1", regions: ["us-gov-east-1", "us-gov-west-1"] },
];
