import { expect, it } from "vitest";
import { placeFolder } from "../../scripts/verify/place-folder.ts";
import { filesIn, folderWith } from "../folders.ts";

it("a folder that is ready goes to its place", () => {
  const folder = folderWith({ "incoming/a.txt": "mine" });
  placeFolder(`${folder}/incoming`, `${folder}/kept`);
  expect(filesIn(folder)).toEqual(["kept/a.txt"]);
});

it("the first one stays when two runs make it at once", () => {
  const folder = folderWith({ "incoming/a.txt": "mine", "kept/b.txt": "theirs" });
  placeFolder(`${folder}/incoming`, `${folder}/kept`);
  expect(filesIn(folder)).toEqual(["kept/b.txt"]);
});

it("a folder that isn't there is a fault", () => {
  const folder = folderWith();
  expect(() => placeFolder(`${folder}/incoming`, `${folder}/kept`)).toThrow("ENOENT");
});
