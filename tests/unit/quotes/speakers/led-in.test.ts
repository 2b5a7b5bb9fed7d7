/** Quotations that are paragraphs of their own: who leads in to them speaks, who only stands above does not. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const OPENING =
  "The harbor of Varen is planned for years ahead, and many people who live beside it had a say in how it looks.\n\n";
const speakersOf = (text: string): readonly (string | null)[] =>
  findQuotes(OPENING + text, { language: "en" }).map(({ speaker }) => speaker?.name ?? null);

describe("who leads in with a colon", () => {
  test.each([
    [
      "Successful harbor planning begins with a simple map. As Joris Hale, a project manager at Varen Works, says:\n\n“Write down what each boat needs before you ever speak of a date.”",
      "Joris Hale",
    ],
    [
      "The council of Hale was told. Ada Moor told the Tidings on Monday:\n\n“Nobody will fish here for ten years, and those who say otherwise lie.”",
      "Ada Moor",
    ],
  ])("%s", (text, name) => {
    expect(speakersOf(text)).toEqual([name]);
  });
});

describe("who only stands above a quotation, and reports nothing anywhere", () => {
  test.each([
    [
      "The Slow Harbor movement can often feel judgmental.\n\n“The truth is that we all have different means to row across in the winter.”",
    ],
    [
      "Rents grew by 12%, according to Harbor Data.\n\n“Ten large yards account for nearly half of all the boats that were built here.”",
    ],
  ])("%s", (text) => {
    expect(speakersOf(text)).toEqual([null]);
  });

  test("a person of whom the last sentence above tells is who speaks", () => {
    const text =
      "While she was in Varen, Adele spoke out against the trend of throwing things at boats.\n\n“Have you noticed how people are forgetting how to behave on a pier?”";
    expect(speakersOf(text)).toEqual(["Adele"]);
  });
});

test("a verb that opens a sentence is nobody: “Look out for …”", () => {
  const text =
    "What to look for on a label is simple. Look out for terms like “may contain traces of milk and of nuts” there.";
  expect(speakersOf(text).filter((name) => name !== null)).toEqual([]);
});

test("who acts in the sentence behind a quotation that has ended does not speak it", () => {
  const text =
    "For the people of the quay the matter is simple. “Nobody will fish here for ten years, and those who say otherwise lie.” The council disagreed.";
  expect(speakersOf(text)).toEqual([null]);
});

test("a document that is told of reads: “…”", () => {
  const text = "Ada Moor said that the sign on the door read: “No dogs, no hawkers, no promises on Sundays.”";
  expect(speakersOf(text)).toEqual(["the sign"]);
});

describe("who signs inside the marks is the speaker, and none of the words", () => {
  test.each([
    [
      "“My cat looked at me, and nobody would give in. Then she laughed at me.- Adele”",
      "My cat looked at me, and nobody would give in. Then she laughed at me.",
      "Adele",
    ],
    [
      "“We had no bread for a week and ate soup. — Bruno Hale, Varen”",
      "We had no bread for a week and ate soup.",
      "Bruno Hale",
    ],
    [
      "“We had no bread for a week and ate soup.” ~ Bruno Hale",
      "We had no bread for a week and ate soup.",
      "Bruno Hale",
    ],
    [
      "“We asked whether it was cold. - Nobody knew,” Ada Moor said.",
      "We asked whether it was cold. - Nobody knew,",
      "Ada Moor",
    ],
  ])("%s", (line, words, name) => {
    const found = findQuotes(`${OPENING}${line}\n\nSend us yours.`, { language: "en" });
    expect(found.map(({ text, speaker }) => [text, speaker?.name ?? null])).toEqual([[words, name]]);
  });
});
