// Text → what in it looks like a real key, token, account or machine. What AWS's documentation shows is no secret.

/** Keys, secrets, tokens and accounts that AWS uses as examples. */
const examples: readonly RegExp[] = [
  /AKIAIOSFODNN7EXAMPLE|AKIAI44QH8DHBEXAMPLE/g,
  /wJalrXUtnFEMI\/K7MDENG\/bPxRfiCYEXAMPLEKEY/g,
  /AQoDYXdzEPT\/+wEXAMPLE[A-Za-z0-9/+]*/g,
  /111122223333|444455556666|123456789012/g,
  // A JWT that says "signature-of-an-example" where its signature should be.
  /eyJ[\w-]+\.eyJ[\w-]+\.c2lnbmF0dXJlLW9mLWFuLWV4YW1wbGU/g,
];

const secrets: Readonly<Record<string, RegExp>> = {
  "an access key": /(?<![A-Z0-9])A[A-Z]{3}[A-Z2-7]{16}(?![A-Z0-9])/g,
  "a secret access key": /(?<![A-Za-z0-9/+=_-])(?=[A-Za-z0-9/+]*[A-Z])(?=[A-Za-z0-9/+]*[a-z])(?=[A-Za-z0-9/+]*[0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=_-])/g,
  "a session token": /(?<![A-Za-z0-9/+])(IQoJ|FwoG|FQoG|AQoD)[A-Za-z0-9/+]{40,}/g,
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
  "a JSON Web Token": /eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g,
  "an AWS account": /(?<![\w.-])\d{12}(?![\w.-])/g,
  "a place on somebody's machine": /(?<!\w)(\/home\/|\/Users\/|\/root\/|\/work\/|127\.0\.0\.1|localhost)/g,
  "an e-mail address": /[\w.+-]+@[\w-]+\.[a-z]{2,}/g,
};

export function findSecrets(text: string): readonly string[] {
  const rest = examples.reduce((left, example) => left.replace(example, ""), text);
  return Object.entries(secrets).flatMap(([what, pattern]) => [...rest.matchAll(pattern)].map(([found]) => `${what}: ${found.slice(0, 8)}…`));
}
