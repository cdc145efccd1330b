// What is sent to each service.

export const message: string = "an order ".repeat(50);

export const inputs = {
  dynamodb: { TableName: "orders", Key: { id: { S: "order-1" } } },
  sqs: { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/orders", MessageBody: message },
  s3: { Bucket: "orders", Key: "2026/order-1" },
  ec2: { Filters: [{ Name: "tag:team", Values: ["core"] }], MaxResults: 100 },
  lambda: { FunctionName: "orders" },
} as const;
