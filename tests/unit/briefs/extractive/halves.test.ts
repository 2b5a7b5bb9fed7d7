/** Sentences that say half of something, and what a show tells besides. */

import { describe, expect, test } from "vitest";
import { findLimited, findTurned, isRundown } from "../../../../src/briefs/extractive/halves.ts";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";

const LEAD = "The town of Ostrel opens its harbor to small boats.\n\n";

function turnedIn(paragraph: string): readonly string[] {
  const text = `${LEAD}${paragraph}`;
  const units = readUnits({ text, language: "en" });
  const turned = findTurned(units, text, "en");
  return units.filter(({ index }) => turned.has(index)).map(({ sentence }) => sentence.text);
}

describe("what the next sentence takes back", () => {
  const first = "For years small boats were kept out of the harbor.";

  test.each(["But not any more!", "Yet that changed last spring.", "But they found a way in through the canal."])(
    "%s",
    (next) => {
      expect(turnedIn(`${first} ${next}`)).toEqual([first]);
    },
  );

  test.each([
    "But Mara Hale says that large ships will be charged twice as much from May on.",
    "Small boats now pay by the day.",
  ])("stands where something new follows: %s", (next) => {
    expect(turnedIn(`${first} ${next}`)).toEqual([]);
  });

  test("stands where the turn opens a paragraph of its own", () => {
    expect(turnedIn(`${first}\n\nBut not any more!`)).toEqual([]);
  });

  test("is never the first sentence of all", () => {
    const text = "Small boats may enter the harbor. But not all of them.";
    expect(findTurned(readUnits({ text, language: "en" }), text, "en").size).toBe(0);
  });
});

test.each([
  ["en", "The pier looks new.", "But six of its posts are rotten."],
  ["de", "Dem Steg geht es gut.", "Allerdings sind sechs seiner Pfähle morsch."],
  ["fr", "Le quai paraît neuf.", "Pourtant, six de ses pieux sont pourris."],
  ["es", "El muelle parece nuevo.", "Sin embargo, seis de sus postes están podridos."],
  ["nl", "De steiger lijkt nieuw.", "Toch zijn zes van zijn palen rot."],
])("%s: what the next sentence turns is known", (language, first, next) => {
  const text = `${LEAD}${first} ${next}`;
  expect([...findLimited(readUnits({ text, language }), text, language)]).toEqual([1]);
});

describe("what a show tells besides, at the head", () => {
  const rundown =
    "Varen Today: the pier of Ostrel opens to the public; a ferry line hires forty sailors for the summer.";
  const news = "Mara Hale is said to be unhappy with her partner in the mill of Varen.";
  const titleStems = ["mara", "hale", "unhappi", "partner", "mill"];
  const judge = (text: string): boolean => {
    const units = readUnits({ text, language: "en" });
    const [unit] = units;
    return unit !== undefined && isRundown(unit, units, text, titleStems);
  };

  test("is a rundown above the news", () => {
    expect(judge(`${rundown}\n\n${news}`)).toBe(true);
  });

  test("is none where it is the news", () => {
    expect(judge(`${news}\n\n${rundown}`)).toBe(false);
    expect(judge("Varen Today: Mara Hale unhappy with partner in mill; she may sell it.\n\nIt rained in Ostrel.")).toBe(
      false,
    );
  });
});
