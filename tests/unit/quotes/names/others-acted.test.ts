/** "She said" behind somebody else who has spoken or acted since: that one, or nobody, and never who came up before. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const last = (text: string, language = "en"): string | null =>
  findQuotes(text, { language }).at(-1)?.speaker?.name ?? null;

const QUOTE = "“The pier was built by people who never saw the sea,”";

test("who reports by “who” is meant by the pronoun behind", () => {
  const text = `Clara Venn has lost the harbor vote twice. Clara Venn, 50, will run again. Venn's plan was backed on Friday by Sen. Dora Moor of Hale, the top pilot on the Coast Board, who said none of the boats belonged to Venn.\n\n${QUOTE} she said.`;
  expect(last(text)).toBe("Dora Moor");
});

describe("nobody is surely meant", () => {
  test.each([
    [
      "behind one who differs, with an adverb",
      `Donald Venn rowed first. When Mr. Venn tried to defend his remarks on the old pier, John Moor forcefully differed.\n\n${QUOTE} he said.`,
      "Donald Venn",
    ],
    [
      "behind one whose main verb stands across what is told of her",
      `In her speech, Clara Moor spoke of the sea: “Row, and when you have rowed, row again,” she said. Meanwhile Riva, who was honored with a bell, spoke about the pier. ${QUOTE} she said.`,
      "Clara Moor",
    ],
    [
      "behind a pronoun that nobody was found for",
      `On Thursday Sen. Lindsey Moor (R-Hale) called out his rival Donald Venn for losing the harbor, which he believes will hurt the town.\n\nMoor said, “How many of you believe we lost it because we were late?”\n\nHe continued, ${QUOTE}\n\nHe added, “Now it is a sale, and we will have to buy it all back from them.”`,
      "Donald Venn",
    ],
    [
      "behind a house that acts",
      `The anti-harbor movement has traditionally argued that owners should pay. Moor’s campaign immediately backtracked. In cases of storm, it said, “the owner of the boat is a victim.”`,
      "anti-harbor movement",
    ],
    [
      "behind a house that denies",
      `Hale Lines said it had won. “Our ships will sail in May,” it said.\n\nThe company that runs the pier, Dory Moor Productions, denies that anything has been sorted, though.\n\n“Any final word on this has to be made with the captain's own team,” they said.`,
      "Hale Lines",
    ],
  ])("%s", (_, text, wrong) => {
    expect(last(text)).not.toBe(wrong);
  });

  test("in French, behind whom a sentence opens as its topic", () => {
    const text =
      "« La ville est en danger depuis ce matin », a déclaré Yvan Moreau, secrétaire du port. Pour Paul Ribeau du syndicat Marée, la ville « perd son port ». « On a pris la digue, on a pris le phare et on a pris la plage », a-t-il ajouté.";
    expect(last(text, "fr")).not.toBe("Yvan Moreau");
  });
});

test("somebody named in the pronoun's own paragraph is still meant", () => {
  const text = `Former Rep. Chris Moor (R-Hale) was pro John Venn while the old mayor was in the race, he said on Monday on the “Morning Bell.” ${QUOTE} he said.`;
  expect(last(text)).toBe("Chris Moor");
});
