/** What must be shown before a sentence: the thing with a name of its own, whoever "the company" is. */

import { describe, expect, test } from "vitest";
import { createNeeds } from "../../../../../src/briefs/extractive/judged/needs.ts";
import { type Choice, findSets } from "../../../../../src/briefs/extractive/search-units.ts";
import { readUnits } from "../../../../../src/briefs/extractive/units.ts";
import { stemWord } from "../../../../../src/languages/shared/words.ts";

/** What the last sentence needs. */
function needsOfLast(text: string, title = "Nobody reads it", language = "en") {
  const units = readUnits({ text, title, language });
  const stems = new Set((title.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => stemWord(word, language)));
  const last = units.at(-1);
  if (last === undefined) throw new Error("The text has no sentence.");
  return createNeeds(units, language, stems)(last);
}

describe("is needed", () => {
  test("a name between the article and its noun", () => {
    const text = "Hale points to the Orin rope bags as one of them.\n\nOf the Orin bags, she says they are cheap.";
    expect(needsOfLast(text)).toEqual([[stemWord("Orin", "en")]]);
  });

  test("a thing that an earlier sentence brought in", () => {
    const text = "Varen tries a scheme called Good Tide.\n\nBo Moor, who oversees the scheme, said it would help.";
    expect(needsOfLast(text)).toEqual([[stemWord("scheme", "en")]]);
  });

  test("several things that an earlier sentence counted, and what has a name with the word", () => {
    const text = "At least two old cranes fell.\n\nNobody was hurt when the cranes fell.";
    expect(needsOfLast(text)[0]).toContain(stemWord("cranes", "en"));
    const named = "The Varen Boat Index rose.\n\nPrices fell last week, when the index was low.";
    expect(needsOfLast(named)).toEqual([[stemWord("index", "en")]]);
    expect(needsOfLast("Cranes fell.\n\nNobody was hurt when the cranes fell.")).toEqual([]);
  });

  test("a name of whoever is called the company, or the word that brought it in", () => {
    const text = "The chief of Orin Boats has left the yard.\n\nThe company confirmed that it was asked about him.";
    expect(needsOfLast(text)[0]).toContain(stemWord("Orin", "en"));
    expect(needsOfLast(text)[0]).not.toContain(stemWord("company", "en"));
    expect(needsOfLast(`Two towns want a company to build nine ferries.\n\n${text}`)[0]).toContain(
      stemWord("company", "en"),
    );
  });

  test("of several companies the one named last: another one's news was told of it", () => {
    const text =
      "The chief of Hale Ropes has left.\n\nNobody knows why.\n\nOrin Boats lets children sail for free.\n\nThe company sold nine ferries.";
    expect(needsOfLast(text)[0]).toContain(stemWord("Orin", "en"));
    expect(needsOfLast(text)[0]).not.toContain(stemWord("Hale", "en"));
  });
});

describe("is not needed", () => {
  test.each([
    ["what the headline names", "Hale likes the Orin rope bags.\n\nOf the Orin bags, she has nine.", "Orin grows"],
    ["what the sentence itself brings in", "A scheme is tried.\n\nMoor planned a scheme, and the scheme failed.", "No"],
    ["a name first told here", "Hale sells bags of rope.\n\nOf the Orin bags, she has nine.", "Hale"],
    ["who made the study", "Mara Hale works in Varen.\n\nThe researchers found that eels sleep.", "Eels"],
    ["a company the headline names", "Orin Boats grew.\n\nThe company sold nine ferries.", "Orin grows"],
  ])("%s", (_, text, title) => {
    expect(needsOfLast(text, title)).toEqual([]);
  });
});

describe("of sets as long as asked for", () => {
  const units = readUnits({
    text: "The harbor of Varen opens on Friday.\n\nMoor looks forward to nine ferries a week.\n\nOf the Orin bags, Hale says they will be dated soon.",
    language: "en",
  });
  const choices = units.map(
    (unit): Choice => ({
      unit,
      wordCount: unit.wordCount,
      tells: unit.index === 0 ? 0.9 : 0,
      score: 0.3,
      news: Int32Array.of(unit.index),
      doubtful: [],
      needs: unit.index === 2 ? [["orin"]] : [],
      isSure: unit.index !== 2,
    }),
  );
  const find = (isDoubtful: boolean) =>
    findSets(isDoubtful ? choices : choices.map((choice) => ({ ...choice, needs: [], isSure: true })), {
      budget: { sentencesMax: 3, wordsMax: 200 },
      wordsExpected: 200,
      worths: new Float64Array(8).fill(0.3),
      isAllowed: () => true,
      isFull: true,
      setsMax: 10,
      opening: [],
    })[0]?.choices.map(({ unit }) => unit.index);

  test("two that stand are rather taken than three of which one hangs", () => {
    expect(find(true)).toEqual([0, 1]);
    expect(find(false)).toEqual([0, 1, 2]);
  });
});
