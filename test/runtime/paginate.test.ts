import { describe, expect, it } from "vitest";
import { iteratePages } from "../../templates/src/runtime/paginate.ts";

interface Input { readonly From?: string; readonly Zone?: number; readonly Limit?: number }
interface Page { readonly Names?: readonly string[]; readonly Next?: string; readonly More?: boolean; readonly NextZone?: number }

/** A service with these pages; remembers what it was asked. */
function service(pages: readonly Page[]) {
  const asked: Input[] = [];
  return { asked, call: (input: Input) => (asked.push(input), Promise.resolve(pages[asked.length - 1] ?? {})) };
}

async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
}

const paging = { tokens: (page: Page) => ({ From: page.Next }), items: (page: Page) => page.Names };

describe("pages", () => {
  it("come one after the other, each asked for with the token of the one before", async () => {
    const { asked, call } = service([{ Next: "b" }, { Next: "c" }, {}]);
    expect(await all(iteratePages({ Limit: 2 } as Input, paging, call))).toEqual([{ Next: "b" }, { Next: "c" }, {}]);
    expect(asked).toEqual([{ Limit: 2 }, { Limit: 2, From: "b" }, { Limit: 2, From: "c" }]);
  });

  it("begin where the caller's own token says", async () => {
    const { asked, call } = service([{}]);
    await all(iteratePages({ From: "m" } as Input, paging, call));
    expect(asked).toEqual([{ From: "m" }]);
  });

  it("are asked for only when the loop gets there", async () => {
    const { asked, call } = service([{ Next: "b" }, {}]);
    for await (const page of iteratePages({}, paging, call)) {
      expect(page).toEqual({ Next: "b" });
      break;
    }
    expect(asked).toHaveLength(1);
  });

  it("begin anew for every loop", async () => {
    const { asked, call } = service([{ Next: "b" }, {}, { Next: "b" }, {}]);
    const pages = iteratePages({}, paging, call);
    expect([await all(pages), await all(pages)]).toEqual([[{ Next: "b" }, {}], [{ Next: "b" }, {}]]);
    expect(asked.map((input: Input) => input.From)).toEqual([undefined, "b", undefined, "b"]);
  });

  it.each([{ Next: "" }, { Next: null as never }, {}])("end with an empty token: %j", async (last) => {
    expect(await all(iteratePages({}, paging, service([{ Next: "b" }, last, { Next: "never" }]).call))).toHaveLength(2);
  });

  it("end when a token comes again, as that of an open log does", async () => {
    expect(await all(iteratePages({}, paging, service([{ Next: "b" }, { Next: "b" }, { Next: "never" }]).call))).toHaveLength(2);
  });

  it("end when the service says so, whatever the token", async () => {
    expect(await all(iteratePages({}, { ...paging, more: (page: Page) => page.More }, service([{ Next: "b", More: true }, { Next: "c" }, { Next: "never" }]).call))).toHaveLength(2);
  });

  it("take several tokens, of which some may be missing", async () => {
    const { asked, call } = service([{ Next: "b", NextZone: 0 }, { Next: "c" }, {}]);
    await all(iteratePages({}, { tokens: (page: Page) => ({ From: page.Next, Zone: page.NextZone }) }, call));
    expect(asked).toEqual([{}, { From: "b", Zone: 0 }, { From: "c" }]);
  });

  it("pass on what a call throws, after the pages before it", async () => {
    const seen: Page[] = [];
    const failing = async () => {
      for await (const page of iteratePages({}, paging, ({ From }: Input) => (From === undefined ? Promise.resolve({ Next: "b" }) : Promise.reject(new Error("gone"))))) seen.push(page);
    };
    await expect(failing()).rejects.toThrow("gone");
    expect(seen).toEqual([{ Next: "b" }]);
  });
});

describe("items", () => {
  it("are those of all pages, also where some have none", async () => {
    const { call } = service([{ Names: ["a", "b"], Next: "b" }, { Next: "c" }, { Names: ["c"] }]);
    expect(await all(iteratePages({}, paging, call).items())).toEqual(["a", "b", "c"]);
  });

  it("don't ask for a page whose items nobody wants", async () => {
    const { asked, call } = service([{ Names: ["a", "b"], Next: "b" }, { Names: ["c"] }]);
    for await (const item of iteratePages({}, paging, call).items()) if (item === "b") break;
    expect(asked).toHaveLength(1);
  });
});
