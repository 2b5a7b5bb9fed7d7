/** What is no sentence of a summary: datelines, lead-ins to lists, words without their attribution, what woos readers. */

import { describe, expect, test } from "vitest";
import { findPromo } from "../../../../src/briefs/extractive/promo.ts";
import { isUsable } from "../../../../src/briefs/extractive/reads-alone.ts";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";
import { stemWord } from "../../../../src/languages/shared/words.ts";

const shown = (text: string, language: string) => readUnits({ text, language }).map(({ sentence }) => sentence.text);

test.each([
  ["es", "Cantalar.- La concejala habló el lunes en el pleno.", "La concejala habló el lunes en el pleno."],
  ["es", "Lermosa del Río.- El molino volvió a moler el domingo.", "El molino volvió a moler el domingo."],
  ["de", "GEIERAU ― Ein Pflug hat am Montag eine Hebamme gefahren.", "Ein Pflug hat am Montag eine Hebamme gefahren."],
  ["en", "OSTREL, the smallest team, won the cup on Sunday.", "OSTREL, the smallest team, won the cup on Sunday."],
])("a dateline goes, a name stays, %s: %s", (language, text, first) => {
  expect(shown(text, language)[0]).toBe(first);
});

test("a lead-in to a list is not shown", () => {
  const units = readUnits({
    text: "The best counties to keep bees in 2027 are:\n\nMarland: Known for its clover.",
    language: "en",
  });
  expect(units.length).toBeGreaterThan(1);
  expect(units[0] !== undefined && isUsable(units[0])).toBe(false);
});

test("words behind dots keep who tells them", () => {
  expect(shown("A cousin tells The Lantern ... Milo fell on Thursday in Dunvale. He is well.", "en")[0]).toBe(
    "A cousin tells The Lantern ... Milo fell on Thursday in Dunvale.",
  );
});

describe("a paragraph that woos readers", () => {
  const NEWS = "The mayor presented night trams for Ostrel on Thursday.\n\nThe trams will cost a lot of money.";
  const promo = (text: string) => [
    ...findPromo(
      readUnits({ text, language: "en" }),
      ["night", "trams", "ostrel"].map((word) => stemWord(word, "en")),
    ),
  ];

  test("is found at the head and at the foot", () => {
    const wooing = "Do you want more riders? Think of a stand at The Rail Tour.";
    expect(promo(`${wooing}\n\n${NEWS}`)).toEqual([0, 1]);
    expect(promo(`${NEWS}\n\n${wooing}`)).toEqual([2, 3]);
  });
  test("is none when it speaks of the news, or asks further down", () => {
    expect(promo(`Will Ostrel sleep? The trams are loud.\n\n${NEWS}`)).toEqual([]);
    expect(promo(`Boats came.\n\nRain fell.\n\nWho knows? Think of it.\n\n${NEWS}`)).toEqual([]);
  });
});
