/** A fuller form of a name is the same person, another name is another, and what is not sure is neither. */

import { expect, it } from "vitest";
import type { Speaker } from "../../../../src/domain/article.ts";
import { matchNames, matchSpeakers } from "../../../../src/matching/quotes/same-speaker.ts";

const toSpeaker = (name: string, kind: Speaker["kind"] = "person"): Speaker => ({
  mention: name,
  start: 0,
  end: name.length,
  name,
  role: null,
  kind,
});

it.each([
  ["Ada Lindqvist", "Lindqvist", "same"],
  ["Ada Lindqvist", "A. Lindqvist", "same"],
  ["Łucja Żak", "Lucja Zak", "same"],
  ["Ada Marie Lindqvist", "Ada Lindqvist", "same"],
  ["Ada Lindqvist", "Mats Brandt", "different"],
  ["Ada Lindqvist", "Mats Lindqvist", "different"],
  ["Marta Berg", "Martin Berg", "different"],
  ["Lindqvist", "Brandt", "different"],
  ["Орест Шевчук", "Ореста Шевчука", "unsure"],
  ["Jan Zelenka", "Jan Zelenkka", "unsure"],
  ["Ada Lindqvist", "Ада Линдквист", "unsure"],
  ["田中太郎", "田中", "unsure"],
])("%s and %s: %s", (a, b, match) => {
  expect(matchNames(a, b)).toBe(match);
  expect(matchNames(b, a)).toBe(match);
});

it("doubts nobody for an office, a pronoun, a role or somebody unnamed", () => {
  const ada = toSpeaker("Ada Lindqvist");
  for (const other of [
    toSpeaker("Harbor Office", "organization"),
    toSpeaker("she"),
    toSpeaker("the harbor master"),
    toSpeaker("a spokesman", "unnamed"),
    null,
  ]) {
    expect(matchSpeakers(ada, other, "en")).toBe("unsure");
  }
  const [office, ministry] = [toSpeaker("Harbor Office", "organization"), toSpeaker("Sea Ministry", "organization")];
  expect(matchSpeakers(office, ministry, "en")).toBe("unsure");
  expect(matchSpeakers(office, { ...office }, "en")).toBe("same");
});
