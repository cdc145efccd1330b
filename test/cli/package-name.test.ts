import { expect, it } from "vitest";
import { isPackageName } from "../../scripts/cli/package-name.ts";

it.each(["pets", "p", "@zoo/pets", "@z/p", "a.b_c~d-e", "0pets", "~pets", "-pets", "a".repeat(214)])("%s can be the name of a package", (name) => {
  expect(isPackageName(name)).toBe(true);
});

it.each(["", "Pets", "pets!", "two words", ".pets", "_pets", "@zoo", "@zoo/", "@/pets", "@Zoo/pets", "@zoo/Pets", "@zOO/pets", "zoo/pets", "@zoo/pets/more", "../pets", " pets", "pets\n", "pEts", "a".repeat(215)])("%j can't", (name) => {
  expect(isPackageName(name)).toBe(false);
});
