import { describe, expect, it } from "vitest";
import { ServiceException } from "../../../templates/src/runtime/errors.ts";
import type { AnyOperation, Endpoint, Members } from "../../../templates/src/runtime/operation.ts";
import { ec2Query } from "../../../templates/src/runtime/protocols/ec2-query.ts";
import { withoutAnswer } from "../../../templates/src/runtime/protocols/without-answer.ts";
import { boolean, dateTime, number, structure, text, type XmlStructure } from "../../../templates/src/runtime/xml-shapes.ts";
import { service } from "../../support/sample-service.ts";
import { formOf } from "./form.ts";

// Where a test says "as botocore sends it", the form was recorded from botocore 1.31.30 with the models of AWS.

const endpoint: Endpoint = { protocol: "https:", host: "ec2.example", path: "" };
const protocol = ec2Query("2016-11-15");
const operation = (parts: Partial<AnyOperation>): AnyOperation => ({ name: "Do", service, protocol, method: "POST", path: "/", ...parts });
const response = (body: string, status = 200) => ({ status, headers: {}, body: new TextEncoder().encode(body) });

describe("a request", () => {
  const form = (shape: XmlStructure | undefined, members: Members) => {
    const { Action: _action, Version: _version, ...rest } = formOf(protocol.request(operation(shape ? { input: shape } : {}), members, endpoint));
    return rest;
  };

  it("writes names with capitals and lists without a level of their own, as botocore sends RunInstances", () => {
    const specification: XmlStructure = { members: {}, names: { Tags: "Tag" } };
    const shape: XmlStructure = { members: { TagSpecifications: { list: () => specification } }, names: { SecurityGroupIds: "SecurityGroupId", BlockDeviceMappings: "BlockDeviceMapping", TagSpecifications: "TagSpecification" } };
    const input = {
      ImageId: "ami-1", MinCount: 1, MaxCount: 2, SecurityGroupIds: ["sg-1", "sg-2"], Monitoring: { Enabled: true },
      BlockDeviceMappings: [{ DeviceName: "/dev/sda1", Ebs: { Encrypted: false, VolumeSize: 8 } }],
      TagSpecifications: [{ ResourceType: "instance", Tags: [{ Key: "k", Value: "v" }] }], EbsOptimized: true,
    };
    expect(form(shape, input)).toEqual({
      ImageId: "ami-1", MinCount: "1", MaxCount: "2", "SecurityGroupId.1": "sg-1", "SecurityGroupId.2": "sg-2", "Monitoring.Enabled": "true",
      "BlockDeviceMapping.1.DeviceName": "/dev/sda1", "BlockDeviceMapping.1.Ebs.Encrypted": "false", "BlockDeviceMapping.1.Ebs.VolumeSize": "8",
      "TagSpecification.1.ResourceType": "instance", "TagSpecification.1.Tag.1.Key": "k", "TagSpecification.1.Tag.1.Value": "v", EbsOptimized: "true",
    });
  });

  it("gives names a capital, unless requests have one of their own, as botocore sends AuthorizeSecurityGroupIngress", () => {
    const permission: XmlStructure = { members: {}, names: { UserIdGroupPairs: "groups" } };
    const shape: XmlStructure = { members: { IpPermissions: { list: () => permission } }, names: { Ipv6Addresses: "ipv6AddressesSet" }, requestNames: { Ipv6Addresses: "Ipv6Addresses" } };
    expect(form(shape, { GroupId: "sg-1", IpPermissions: [{ IpProtocol: "tcp", FromPort: 22, UserIdGroupPairs: [{ GroupId: "sg-2" }] }], Ipv6Addresses: ["::1"] })).toEqual({
      GroupId: "sg-1", "IpPermissions.1.IpProtocol": "tcp", "IpPermissions.1.FromPort": "22", "IpPermissions.1.Groups.1.GroupId": "sg-2", "Ipv6Addresses.1": "::1",
    });
  });

  it("leaves no trace of empty lists, as botocore sends DescribeInstances", () => {
    expect(form({ members: {}, names: { Filters: "Filter", InstanceIds: "InstanceId" } }, { Filters: [], InstanceIds: [], MaxResults: 10, DryRun: false })).toEqual({ MaxResults: "10", DryRun: "false" });
  });
});

describe("an answer", () => {
  it("gives members their capitals, and lists whatever their items are called", () => {
    const instance: XmlStructure = { members: { AmiLaunchIndex: number, EbsOptimized: boolean, LaunchTime: dateTime, Monitoring: structure, Tags: { list: structure } }, names: { Tags: "tagSet" } };
    const reservation: XmlStructure = { members: { Instances: { list: () => instance } }, names: { Instances: "instancesSet" } };
    const shape: XmlStructure = { members: { Reservations: { list: () => reservation } }, names: { Reservations: "reservationSet" } };
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
      <DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
        <requestId>8f7724cf-496f-496e-8fe3-example</requestId>
        <reservationSet><item><reservationId>r-1</reservationId><instancesSet><item>
          <instanceId>i-1</instanceId><amiLaunchIndex>0</amiLaunchIndex><ebsOptimized>false</ebsOptimized><launchTime>2026-11-16T13:00:00.000Z</launchTime>
          <monitoring><state>disabled</state></monitoring><reason/><tagSet><item><key>Name</key><value>a</value></item></tagSet>
        </item></instancesSet></item></reservationSet>
      </DescribeInstancesResponse>`;
    expect(protocol.output(operation({ output: shape }), response(xml))).toEqual({
      Reservations: [{
        ReservationId: "r-1",
        Instances: [{ InstanceId: "i-1", AmiLaunchIndex: 0, EbsOptimized: false, LaunchTime: new Date("2026-11-16T13:00:00Z"), Monitoring: { State: "disabled" }, Reason: "", Tags: [{ Key: "Name", Value: "a" }] }],
      }],
    });
  });

  it("gives an empty list for an empty element, and nothing where nothing is documented", () => {
    const xml = "<DoResponse><requestId>r</requestId><itemSet/><return>true</return></DoResponse>";
    expect(protocol.output(operation({ output: { members: { Items: { list: text } }, names: { Items: "itemSet" } } as XmlStructure }), response(xml))).toEqual({ Items: [], Return: "true" });
    expect(withoutAnswer(protocol).output(operation({}), response(xml))).toEqual({});
  });
});

describe("a failure", () => {
  it("stands inside errors, beside the request's id", () => {
    const xml = "<Response><Errors><Error><Code>InvalidInstanceID.NotFound</Code><Message>The instance ID 'i-1' does not exist</Message></Error></Errors><RequestID>ea966190-f9aa-478e-9ede-example</RequestID></Response>";
    const errors = [{ code: "InvalidInstanceID.NotFound", type: ServiceException }];
    expect(protocol.failure(operation({ errors }), response(xml, 400))).toMatchObject({
      code: "InvalidInstanceID.NotFound", message: "The instance ID 'i-1' does not exist", requestId: "ea966190-f9aa-478e-9ede-example",
    });
  });
});
