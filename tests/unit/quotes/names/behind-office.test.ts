/** Somebody named behind their office may be "he" as well as whoever was named before: then that one is not given the words. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const last = (text: string, language = "en"): string | null =>
  findQuotes(text, { language }).at(-1)?.speaker?.name ?? null;

const OPENED = "Mayor Ivo Moor opened the pier on Tuesday.";
const QUOTE = "“The pier was built by people who never saw the sea,”";

describe("words are not given to whoever was named before somebody behind an office", () => {
  test.each([
    ["a title with its dot", "The speaker, Hon. Garba Tanko, said the house would not be bullied."],
    [
      "behind a word that opens the sentence",
      "Reacting, the Commissioner for Ports, Dr. Sani Bello, called it a joke.",
    ],
    ["a bracket in the office", "Justice (retd) P. N. Vennik heads the panel."],
    [
      "a man's office before a first name that women have",
      "The chairman of the sailors' league, Engr. Sola Ige, left.",
    ],
    ["a brother and a verb no list knows", "Brother Anselm rings them."],
    [
      "taken up by a pronoun in between",
      "The Chairman of the town, Supt. Garba Tanko, walked the pier.\n\nHe spoke with the families.",
    ],
  ])("%s", (_, between) => {
    expect(last(`${OPENED}\n\n${between}\n\n${QUOTE} he said.`)).not.toBe("Ivo Moor");
  });

  test("“Hon.” is no name and no role", () => {
    const [quote] = findQuotes(
      `${OPENED}\n\nThe speaker, Hon. Kola Adisa, said the house would vote.\n\n${QUOTE} he said.`,
      { language: "en" },
    );
    expect(quote?.speaker).toMatchObject({ name: "Kola Adisa", role: "speaker" });
  });
});

test.each(["Hon.", "Cmdr.", "Supt.", "Msgr.", "Pres."])("%s before a name is not somebody's name", (title) => {
  expect(last(`${QUOTE} said ${title} Kosh Moor, who was there on Tuesday.`)).toBe("Kosh Moor");
});

test.each([
  ["a woman's office", "Answering him, the chairwoman of the sailors, Sola Ige, shook her head."],
  ["a woman by her first name", "The mayor's wife, Ada, cut the ribbon."],
  ["a house", "The league, the Hale Union, paid for it."],
  ["no office at all", "The pier, in Varen, cost nine million."],
])("words stay with who was named before %s", (_, between) => {
  expect(last(`${OPENED}\n\n${between}\n\n${QUOTE} he said.`)).toBe("Ivo Moor");
});

test("an endless line of offices is read in time", () => {
  const text = `The ${"head of ".repeat(20_000)}ports, Kosh Vennik, left. ${QUOTE} he said.`;
  const begun = performance.now();
  findQuotes(text, { language: "en" });
  expect(performance.now() - begun).toBeLessThan(4000);
});
