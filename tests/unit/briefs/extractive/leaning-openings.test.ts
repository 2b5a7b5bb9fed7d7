/** Openings that lean on the sentence before, in each language whose briefs are read most. */

import { expect, test } from "vitest";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";

test.each([
  ["en", "First, the town attacked its old harbor master."],
  ["en", "Rather, the town plans a longer pier at the same place."],
  ["en", "The word comes from the rope makers of Ostrel."],
  ["en", "Plus the boats of Ostrel are slow to turn."],
  ["en", "Extend this to all of the coast and the sum is large."],
  ["en", "In other words, the boats of Ostrel stay at home."],
  ["en", "If not, the boats of Ostrel have to wait outside."],
  ["en", "One would require forty votes on the harbor board."],
  ["en", "Those were the boats of Ostrel."],
  ["en", "Both came back to Ostrel in the evening."],
  ["de", "Vielmehr plant die Stadt einen längeren Steg."],
  ["de", "Diesmal kamen vierzig Boote in den Hafen."],
  ["es", "En cambio, la ciudad planea un muelle más largo."],
  ["fr", "Au contraire, la ville prévoit un quai plus long."],
  ["pt", "Pelo contrário, a cidade planeja um cais mais longo."],
  ["it", "Al contrario, la città prevede un molo più lungo."],
])("%s: %s", (language, sentence) => {
  const [, unit] = readUnits({ text: `Varen.\n\n${sentence}`, language });
  expect(unit?.faults.isLeaning).toBe(true);
});

test.each([
  ["en", "Those mourning Ada Moor never named her brother."],
  ["en", "Those who own a boat pay nothing."],
  ["en", "Both Ada Moor and Joris Venn row for Varen."],
  ["en", "This year, forty boats came into the harbor."],
  ["en", "So far this year, forty boats came into the harbor."],
  ["en", "Ropes rather than chains hold the boats of Ostrel."],
  ["de", "Der Rat plant vielmehr einen längeren Steg."],
])("not inside a sentence: %s", (language, sentence) => {
  const [, unit] = readUnits({ text: `Varen.\n\n${sentence}`, language });
  expect(unit?.faults.isLeaning).toBe(false);
});
