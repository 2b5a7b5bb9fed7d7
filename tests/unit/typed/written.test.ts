/** Signs of phones and other searches: each is read, where it is certain, as this bot's own. */

import { expect, test } from "vitest";
import { UserError } from "../../../src/domain/errors.ts";
import { readWords, refuseBadBeginning } from "../../../src/typed/wish-lists.ts";
import { hasAlternatives, toPlainSigns } from "../../../src/typed/written.ts";

const NONE = { words: [], excludedWords: [] };
const read = (words: string) => readWords({ words }, NONE);

test.each([
  ["ferry -football", ["ferry"], ["football"]],
  ['ferry −"port strike" NOT late, toll', ["ferry", "toll"], ['"port strike"', "late"]],
  ["-football", [], ["football"]],
  ["e-mail, x-ray", ["e-mail", "x-ray"], []],
  ["cold -10", ["cold -10"], []],
  ["ferry; harbor", ["ferry", "harbor"], []],
  ["ferry OR harbor toll | quay", ["ferry", "harbor toll", "quay"], []],
  ["(ferry|harbor)", ["ferry", "harbor"], []],
  ["(port strike)", ["port strike"], []],
  ["port (old) quay", ["port (old) quay"], []],
  ["渡輪、港口，碼頭", ["渡輪", "港口", "碼頭"], []],
  ["port strike AND ferry", ['port strike "ferry"'], []],
  ["ferry and harbor", ["ferry and harbor"], []],
  ['"ferry; harbor | -toll"', ['"ferry; harbor | -toll"'], []],
  ["‘harbor toll’", ['"harbor toll"'], []],
  ["1,400", ["1,400"], []],
  ["1,400 jobs, 3,5 percent, 1,234,567", ["1,400 jobs", "3,5 percent", "1,234,567"], []],
  ["2024,2025", ["2024", "2025"], []],
  ["ferry,harbor", ["ferry", "harbor"], []],
  ["A1,400", ["A1", "400"], []],
])("a wish for words: %s", (words, wanted, excluded) => {
  expect(read(words)).toEqual({ words: wanted, excludedWords: excluded });
});

test("a minus in what is left out parts it, and what stands is kept where only that is said", () => {
  expect(readWords({ without: "ferry -football" }, NONE).excludedWords).toEqual(["ferry", "football"]);
  const standing = { words: ["ferry"], excludedWords: ["late"] };
  expect(readWords({ words: "-football" }, standing)).toEqual({
    words: ["ferry"],
    excludedWords: ["late", "football"],
  });
  expect(readWords({ words: "none" }, standing)).toEqual({ words: [], excludedWords: ["late"] });
});

test("where what is left out ends is asked, not guessed", () => {
  expect(() => read("ferry -football club")).toThrow(UserError);
});

test.each(["f*", "ferry f*", "*boat", "-f*", "in:title f*", "ferry,é*", "author:m*"])("refused: %s", (text) => {
  expect(() => refuseBadBeginning(text)).toThrow(UserError);
});
test.each([
  "fe*",
  "ferr* in:title",
  "北*",
  "**ferry**",
  "*",
  "author:moo*",
  '"ferr*"',
  "A* grades",
  "5* hotel",
  "f***",
  "f*ck",
])("taken: %s", (text) => {
  expect(() => refuseBadBeginning(text)).not.toThrow();
});

test.each([
  ["ferry OR harbor", true],
  ["ferry|harbor", true],
  ["(ferry||harbor)", true],
  ["Ferry stops | Harbor Wire", false],
  ['"ferry OR harbor"', false],
  ['"ferry|harbor"', false],
  ["Portland OR", false],
  ["ferry or harbor", false],
])("one or another is asked for by %s: %s", (text, isSo) => {
  expect(hasAlternatives(text)).toBe(isSo);
});

test("an endless word takes no longer than its length", () => {
  for (const part of ["a", "‘", "‘a", "‹", "-", "−a", "a*", "|", "1,", "NOT ", "(", '"', "’a"]) {
    const text = part.repeat(200_000 / part.length);
    const startedAt = performance.now();
    toPlainSigns(text);
    hasAlternatives(text);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  }
});
