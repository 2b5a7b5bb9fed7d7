/** Names behind two offices, beside a firm of the same name, behind a statement, at the head of a paragraph. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const speakersOf = (text: string) => findQuotes(text, { language: "en" }).map(({ speaker }) => speaker);

describe("two offices that 'and' joins are one person's", () => {
  const text = "“Boats need care,” says Marlow Sails Founder and Lead Designer Ada Moor.";

  test("who has the name behind them, and both as a role", () => {
    expect(speakersOf(text)[0]).toMatchObject({
      name: "Ada Moor",
      role: "Marlow Sails Founder and Lead Designer",
      mention: "Marlow Sails Founder and Lead Designer Ada Moor",
    });
  });

  test("while two people stay two", () => {
    const two = "“Boats need care,” said Ada Moor and Joris Venn.";
    expect(speakersOf(two)[0]?.name).toBe("Ada Moor and Joris Venn");
  });
});

test("a surname is its bearer's full name, though a firm begins with it", () => {
  const text =
    "“Boats need care,” says Ada Moor, owner of Moor Sail Repairs. The town is glad of it.\n\n“Sails are not for ever,” Moor says.";
  expect(speakersOf(text).at(-1)?.name).toBe("Ada Moor");
});

describe("'the statement' is of whoever was told to have made it", () => {
  const before = "Marlow Ferries denied the claims in a statement on its site.\n\n";

  test("in the sentence before, and again further on", () => {
    const text = `${before}“We were surprised by the news,” the statement read.\n\n“Nobody asked us before,” the statement continued.`;
    expect(speakersOf(text).map((speaker) => speaker?.name)).toEqual(["Marlow Ferries", "Marlow Ferries"]);
  });

  test("but not of somebody who has one from another house", () => {
    const text =
      "Ada Moor read out a statement from the harbor office.\n\n“We were surprised by the news,” the statement read.";
    expect(speakersOf(text)[0]?.name).not.toBe("Ada Moor");
  });
});

test("whoever opens the paragraph of a pronoun is meant before somebody above it", () => {
  const text =
    "“Sails are for ever,” says Ada Moor. “We sew all of them by hand,” she adds.\n\nMara Hale builds hulls. “Wood is for ever,” says Hale.\n\n“Nobody sews as we do,” Moor says.\n\nHale agrees. “The old ways have gone out of use,” she says.";
  expect(speakersOf(text).at(-1)?.name).toBe("Mara Hale");
});

describe("what stands above a paragraph of quotation and can say nothing", () => {
  test.each([
    ["nouns in what the reader is told", "Remember that harbor cranes are moving fewer crates from year to year."],
    ["nouns that bear something out", "The harbor's view on bridge-shaped docks supports this:"],
    ["half a word", "Fewer crates will matter as firms want to appear in AI-written answers."],
  ])("is no speaker: %s", (_, above) => {
    const text = `${above}\n\n“Nobody has any wish to move more crates, because it costs them far too much.”`;
    expect(speakersOf(text)[0]?.name ?? null).toBeNull();
  });
});
