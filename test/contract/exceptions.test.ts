import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AnsweringServer, startAnsweringServer } from "../support/answering-server.ts";
import { readExchanges } from "../support/exchange-file.ts";
import { preparedOperations } from "../support/prepared-spec.ts";
import { isServiceException, type ServiceException } from "../../generated/src/runtime/errors.ts";
import { call, exceptionClass } from "./call.ts";
import { inForm, messageForms, nameForms } from "./name-forms.ts";

const exchanges = new Map(readExchanges().map((exchange) => [exchange.name, exchange]));

/** Every exception of every operation, as the prepared spec lists them. */
const pairs = preparedOperations.flatMap(({ name: operation, errors }) =>
  Object.entries(errors).map(([exception, error]) => ({ operation, exception, error, exchange: exchanges.get(`${operation}/${exception}`) })),
);

let server: AnsweringServer;
beforeAll(async () => void (server = await startAnsweringServer()));
afterAll(() => server.close());

describe("every pair of operation and exception", () => {
  it("has an exchange", () => {
    console.log(coverage());
    expect(pairs.filter(({ exchange }) => !exchange).map(({ operation, exception }) => `${operation}/${exception}`)).toEqual([]);
  });

  it("is still in the spec when it has an exchange", () => {
    const known = pairs.map(({ operation, exception }) => `${operation}/${exception}`);
    expect([...exchanges.keys()].filter((name) => name.endsWith("Exception") && !known.includes(name))).toEqual([]);
  });

  it.each(pairs.filter(({ exchange }) => exchange))("arrives with its status: $operation, $exception", ({ error, exchange }) => {
    expect(exchange!.responses.map(({ status }) => status)).toEqual([error.status]);
    expect(exchange!.gives).toMatchObject({ code: error.code, status: error.status, fault: error.fault });
  });
});

describe("in whatever form name and message come", () => {
  it.each(pairs.filter(({ exchange }) => exchange))("$operation throws $exception", async ({ operation, exception, error, exchange }) => {
    const [response] = exchange!.responses;
    const { message } = JSON.parse(response!.body) as { message: string };
    for (const nameForm of nameForms) {
      for (const messageForm of messageForms) {
        const answer = inForm(response!, { name: error.code, message }, nameForm, messageForm);
        // Whether it is sent again is told by the exchanges; here one attempt will do.
        const thrown = (await call({ ...exchange!, responses: [answer] }, server, { over: "memory", maxAttempts: 1 })).error as ServiceException;
        const form = `${exception}, named by ${nameForm.title}, with ${messageForm.title} as its message`;

        expect(thrown, form).toBeInstanceOf(exceptionClass(exception));
        expect(isServiceException(thrown, exception), form).toBe(true);
        expect({ ...fieldsOf(thrown), form }).toEqual({ ...fieldsOf(exchange!.gives as never), operation, attempts: 1, form });
        const { requestId, status } = thrown;
        const told = messageForm.message?.(message) ?? `no message; got ${Buffer.byteLength(answer.body)} bytes of application/x-amz-json-1.1`;
        expect(thrown.message, form).toBe(`${told} (${operation}, HTTP ${status}, request ${requestId})`);
      }
    }
  });
});

function fieldsOf({ name, code, status, fault, retryable, requestId, operation, attempts }: ServiceException): object {
  return { name, code, status, fault, retryable, requestId, operation, attempts };
}

/** Which exception of which operation has an exchange. */
function coverage(): string {
  const operations = preparedOperations.map(({ name }) => name);
  const exceptions = [...new Set(pairs.map(({ exception }) => exception))];
  const width = Math.max(...exceptions.map((name) => name.length));
  const cell = (operation: string, exception: string): string => {
    const pair = pairs.find((each) => each.operation === operation && each.exception === exception);
    return !pair ? "·" : pair.exchange ? "✓" : "MISSING";
  };
  const line = (title: string, cells: readonly string[]) => `  ${title.padEnd(width)}  ${cells.map((text, at) => text.padEnd(operations[at]!.length)).join("  ")}`.trimEnd();
  const covered = pairs.filter(({ exchange }) => exchange).length;
  return [
    line("", operations),
    ...exceptions.map((exception) => line(exception, operations.map((operation) => cell(operation, exception)))),
    `  ${covered} of ${pairs.length} pairs of operation and exception, each with ${nameForms.length} forms of its name and ${messageForms.length} of its message`,
  ].join("\n");
}
