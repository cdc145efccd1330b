import { describe, expect, it } from "vitest";
import { parsePath, printPath } from "../../scripts/prepare/member-path.ts";

describe("a path to members", () => {
  it.each([
    "Table", "Table.TableStatus", "Reservations[].Instances[].State.Name", "Items[-1].Key", "Certificates.*.Status", "length(Images[]) > `0`", "Next || (Items[-1].Key)",
    "A != 'x'", "!A", "services[?!((length(deployments) == `1`) && (running == desired))]", "\"odd-name\".B", "(A && B) || C", "length(Text || '') > `0`",
  ])("%s is read and written", (text) => {
    const path = parsePath(text);
    expect(path).toBeDefined();
    expect(parsePath(printPath(path!))).toEqual(path);
  });

  it.each(["", "sum(A)", "A.", "A[", "A[?B", "[]", "A B", "@", "A | B", "{a: b}", "A[1:2]", "`[1]`", "'open"])("%j isn't one", (text) => {
    expect(parsePath(text)).toBeUndefined();
  });

  it("keeps what an operator binds", () => {
    expect(parsePath("A || B && C == 'x'")).toMatchObject({ kind: "or", right: { kind: "and", right: { kind: "compare" } } });
    expect(printPath(parsePath("Items[].Name")!)).toBe("Items[].Name");
    expect(printPath(parsePath(" A.B ")!)).toBe("A.B");
  });
});
