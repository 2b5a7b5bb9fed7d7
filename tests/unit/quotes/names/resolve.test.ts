/** Whom a speaker's mention stands for: descriptions, organizations, pronouns, several speakers, and the role beside a name. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const speakers = (text: string) => findQuotes(text, { language: "en" }).map((quote) => quote.speaker);
const lastName = (text: string) => speakers(text).at(-1)?.name ?? null;

describe("a description is given the name the article has for it", () => {
  test.each([
    [
      "an organization by the last word of its name",
      "The Varen Weather Service warned of gales on Monday.\n\n“Stay off the piers,” the service said in a statement.",
      "Varen Weather Service",
    ],
    [
      "an organization by the first word of its name",
      "The Bank of Varen left its rate alone on Monday. “We are patient,” the bank said in a statement.",
      "Bank of Varen",
    ],
    [
      "a ministry by its fuller phrase",
      "The deal was announced by the transport ministry and two operators.\n\nThe ministry called it “less than one bridge.”",
      "transport ministry",
    ],
    [
      "the company when only one is named",
      "Brightway, which runs the ferries, said its clock had stopped.\n\n“We are sorry to everybody who waited,” the company said in a statement.",
      "Brightway",
    ],
    [
      "a relative by the name behind a comma",
      "“My aunt collected lamps,” said his nephew, Pell Harrow. “Nobody knew.”",
      "Pell Harrow",
    ],
    [
      "an official by the name behind a comma and a place",
      "“We do not argue with the sea,” the governor of the island, Renata Oakley, told reporters.",
      "Renata Oakley",
    ],
    [
      "an unnamed person as first described",
      "A person familiar with the inquiry said that the clock had worked.\n\n“It checked the time and went back to sleep,” the person said.",
      "a person familiar with the inquiry",
    ],
    [
      "an unnamed spokesman with whom he speaks for",
      "“It was the clock,” said a spokesman for the company.",
      "a spokesman for the company",
    ],
  ])("%s", (_, text, name) => {
    expect(lastName(text)).toBe(name);
  });

  test("but not when two fit", () => {
    const text =
      "The Bank of Varen and the Bank of Hale met on Monday.\n\n“We are patient,” the bank said in a statement.";
    expect(lastName(text)).toBe("the bank");
  });
});

describe("a pronoun stands for", () => {
  test("who the sentence before is about, not who spoke last", () => {
    const text =
      "“I never heard the water before,” said Kezia Strand, who rows at stroke.\n\nTheir coach, Wilhelmina Orr, fell off her bicycle. She was cheerful about it.\n\n“It looked like a dead heat,” she said.";
    expect(lastName(text)).toBe("Wilhelmina Orr");
  });

  test("the person named behind an office", () => {
    const text =
      "Desmond Kirk, a painter, said he had acted in good faith. “It is a good job,” he added.\n\nThe leader of the opposition on the council, Harriet Blum, said that somebody must have known.\n\n“One lamp is a mistake,” she said.";
    expect(lastName(text)).toBe("Harriet Blum");
  });

  test("an organization known by a common noun", () => {
    const text =
      "The drivers’ union was scornful on Monday. It called the deal “a gift to shareholders wrapped in a timetable.”";
    expect(lastName(text)).toBe("drivers’ union");
  });

  test("nobody, when nobody fits: a bare pronoun is no name", () => {
    expect(speakers("“We will never get there before dark,” they said.")).toEqual([null]);
  });
});

describe("several speakers of one quotation are covered", () => {
  test.each([
    ["before the verb", "Ada Moor and Joris Venn said: “We will not go.”"],
    ["behind the verb", "“We will not go,” said Ada Moor and Joris Venn."],
  ])("%s", (_, text) => {
    const [speaker] = speakers(text);
    expect(speaker).toMatchObject({ mention: "Ada Moor and Joris Venn", name: "Ada Moor and Joris Venn" });
    expect(text.slice(speaker?.start, speaker?.end)).toBe("Ada Moor and Joris Venn");
  });

  test("but one who only stands beside is not", () => {
    const [speaker] = speakers("“We will not go,” said Ada Moor, and Joris Venn nodded.");
    expect(speaker?.name).toBe("Ada Moor");
  });
});

test.each([
  ["“It is closed,” said harbor master Ada Lindqvist.", "harbor master"],
  ["“It is closed,” said club secretary Joris Venn.", "club secretary"],
  ["“It is closed,” said Ada Lindqvist, the harbor master, on Monday.", "the harbor master"],
  ["“It is closed,” said Ada Lindqvist, chief economist at Coldwater, a broker.", "chief economist at Coldwater"],
  ["The harbor master, Ada Lindqvist, said the pier was “not safe at all for anybody.”", "harbor master"],
  ["“It is closed,” said Ada Lindqvist, holding the key.", null],
])("the role beside a name is read: %s", (text, role) => {
  expect(speakers(text)[0]).toMatchObject({ role });
});

test("a headline in capitals is nobody’s name", () => {
  const text =
    "Moor Says Bridge Will Open\n\nAda Moor spoke to dignitaries and to thousands of people at the harbor on Monday, under a gray sky.\n\n“A bridge alone will not do,” Moor said.";
  expect(lastName(text)).toBe("Ada Moor");
});
