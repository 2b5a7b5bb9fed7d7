/** A last name that stands alone first, or that two share: nobody's full name further down is put to it. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const speakersOf = (text: string) =>
  findQuotes(text, { language: "en", title: "" }).map(({ speaker }) => speaker?.name ?? null);

describe("a surname is not completed with a full name that is another's", () => {
  test.each([
    ["his wife's", "Brandt will skip it. His wife, Jill Brandt, will go.\n\n“I wish it well,” Brandt said.", "Brandt"],
    [
      "her dead father's",
      "Tolver built a boat. Her father, Otto Tolver, died.\n\n“I grew up in salt,” Tolver said.",
      "Tolver",
    ],
    [
      "his brother's",
      "Tolver has not spoken to his brother in years. Max Tolver, who runs the yard, is suing him.\n\n“I wait,” Tolver said.",
      "Tolver",
    ],
    [
      "whom a prize is named after",
      "Tolver won it. It was named after Aldo Tolver.\n\n“I study terns,” Tolver said.",
      "Tolver",
    ],
    [
      "one of a couple's",
      "Emma and Lars Tolver lost it.\n\n“The river took it,” Tolver said, holding her dog.",
      "Tolver",
    ],
  ])("%s", (_name, text, name) => {
    expect(speakersOf(text)).toEqual([name]);
  });
});

describe("a surname is still completed", () => {
  test.each([
    [
      "when the full name behind it opens a sentence",
      "Tolver denied it. “I never touched it,” he said. Otto Tolver has run the yard since May.",
      "Otto Tolver",
    ],
    [
      "when an office stands with the full name behind it",
      "Tolver denied it, angrily. The town, and Mayor Otto Tolver, had other plans.\n\n“I never touched it,” Tolver said.",
      "Otto Tolver",
    ],
    ["behind the full name", "Jill Tolver will go.\n\n“I wish it well,” Tolver said.", "Jill Tolver"],
    ["below a heading", "Tolver wins again\n\nJill Tolver will go.\n\n“I wish it well,” Tolver said.", "Jill Tolver"],
    [
      "behind a plan of the name",
      "The Tolver plan failed. Jill Tolver wept.\n\n“It was good,” Tolver said.",
      "Jill Tolver",
    ],
    [
      "behind two of two names",
      "Ada Scott left. Scott and Jill Tolver met.\n\n“It was good,” Tolver said.",
      "Jill Tolver",
    ],
    [
      "once one of two spoke",
      "Emma and Lars Tolver lost it. Lars Tolver wept.\n\n“It was good,” Tolver said.",
      "Lars Tolver",
    ],
  ])("%s", (_name, text, name) => {
    expect(speakersOf(text)).toEqual([name]);
  });
});
