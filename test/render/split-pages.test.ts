import { describe, expect, it } from "vitest";
import { splitPages } from "../../scripts/render/split-pages.ts";

describe("splitPages", () => {
  it("gives each model its page", () => {
    expect(splitPages("\n<!-- page: A -->\n# A\n\n<!-- page: B -->\n# B\n", ["A", "B"])).toEqual({ A: "# A\n\n", B: "# B\n" });
  });

  it("gives nothing when there are no models", () => {
    expect(splitPages("\n\n", [])).toEqual({});
  });

  it("takes only whole lines for markers", () => {
    expect(splitPages("<!-- page: A -->\n <!-- page: B -->\n<!-- page: B --> x\n", ["A"])).toEqual({ A: " <!-- page: B -->\n<!-- page: B --> x\n" });
  });

  it.each([
    ["a page is missing", "<!-- page: A -->\n", ["A", "B"], "Page 2 should be that of B, and there is none."],
    ["the order is another", "<!-- page: B -->\n<!-- page: A -->\n", ["A", "B"], "Page 1 should be that of A, and it is that of B."],
    ["a page has no model", "<!-- page: A -->\n<!-- page: B -->\n", ["A"], "There is a page of B, for which there is no model."],
    ["a page is there twice", "<!-- page: A -->\n<!-- page: A -->\n", ["A"], "There is a page of A, for which there is no model."],
    ["something stands before the first page", "# Models\n<!-- page: A -->\n", ["A"], 'Something stands before the first page: "# Models".'],
  ])("throws when %s", (_, text, models, message) => {
    expect(() => splitPages(text, models)).toThrow(message);
  });
});
