/** What a story is about, by its headline: names and words its text keeps coming back to, never the small ones. */

import { expect, test } from "vitest";
import { listStoryUnits } from "../../../src/matching/story-words.ts";

test.each([
  [
    "de",
    "Gletscher über dem Morsee schmilzt",
    "Der Gletscher schmilzt. Man steht dort über dem Eis, über dem Morsee.",
    "über",
  ],
  ["es", "El faro pide más barcos", "El faro pide barcos. Dice que más barcos, y más luz, hacen falta.", "más"],
  ["uk", "Міст, який чекали в Орлі", "Міст збудували. Це міст, який чекали, і який потрібен в Орлі.", "який"],
])("a small word with accents or of another alphabet (%s) is none of it", (language, headline, text, small) => {
  const words = listStoryUnits({ headline, text, language }).map((unit) => unit.text.toLowerCase());
  expect(words.length).toBeGreaterThan(1);
  expect(words).not.toContain(small);
});
