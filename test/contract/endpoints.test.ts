import * as sdk from "@aws-sdk/client-marketplace-metering";
import { describe, expect, it } from "vitest";
import { MarketplaceMeteringClient } from "../../generated/src/client.ts";
import { preparedSpec } from "../support/prepared-spec.ts";
import { exampleCredentials } from "../support/verify-signature.ts";

const regions = preparedSpec.servers.flatMap(({ variables }) => variables.region.enum);
// Opened after the document was written.
const laterRegions = ["ap-southeast-7", "eu-south-2", "il-central-1", "mx-central-1"];

describe("requests go where the official SDK sends them", () => {
  const { endpointProvider } = new sdk.MarketplaceMeteringClient({ region: "us-east-1", credentials: exampleCredentials }).config;

  it.each([...regions, ...laterRegions])("in %s", async (region) => {
    let address: string | undefined;
    const client = new MarketplaceMeteringClient({
      region,
      credentials: exampleCredentials,
      async transport({ protocol, host, path }) {
        address = `${protocol}//${host}${path}`;
        return { status: 200, headers: {}, body: Buffer.from("{}") };
      },
    });
    await client.resolveCustomer({ RegistrationToken: "example-registration-token" });
    expect(address).toBe(endpointProvider({ Region: region }).url.href);
  });
});
