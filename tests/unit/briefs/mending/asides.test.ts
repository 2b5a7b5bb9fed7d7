/** What a sentence may lose to fit: parts whose loss changes no claim, and never a credit, a denial or a main clause. */

import { describe, expect, test } from "vitest";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";
import { findAsides } from "../../../../src/briefs/mending/asides.ts";
import { shortenUnit } from "../../../../src/briefs/mending/shorten.ts";
import { fc } from "../../../helpers/property.ts";

function shorten(text: string, language = "en"): readonly string[] {
  const [unit] = readUnits({ text, language });
  if (unit === undefined) throw new Error("one unit");
  return findAsides(unit.sentence.text, language).map((aside) => shortenUnit(text, unit, aside)?.sentence.text ?? "-");
}

describe("may go", () => {
  test.each([
    [
      "The council withdrew the order on Friday after it had met with anger in the town.",
      "The council withdrew the order on Friday.",
    ],
    [
      "The harbor reopened its two northern docks on Friday, raising hopes of an early start to the season.",
      "The harbor reopened its two northern docks on Friday.",
    ],
    [
      "Mayor Ines Marl, who won the vote in March, has signed the order to keep the bridge.",
      "Mayor Ines Marl has signed the order to keep the bridge.",
    ],
    [
      "A driver was taken to the town hospital on Friday after his truck had left the bridge, police said.",
      "A driver was taken to the town hospital on Friday, police said.",
    ],
    [
      "The council bought the old ferry (built by a yard in Ostrel long ago) for the harbor museum.",
      "The council bought the old ferry for the harbor museum.",
    ],
    [
      "Most of the town, including its two northern islands, is now without a doctor.",
      "Most of the town is now without a doctor.",
    ],
  ])("%s", (text, expected) => {
    expect(shorten(text)).toContain(expected);
  });

  test("a French relative clause", () => {
    expect(
      shorten("Le maire a signé vendredi le contrat du nouveau pont, qui doit ouvrir au printemps.", "fr"),
    ).toContain("Le maire a signé vendredi le contrat du nouveau pont.");
  });
});

describe("stays", () => {
  test.each([
    ["who says so", "The bridge will stay open for one more year, according to the harbor council of Ostrel."],
    ["who said so", "The bridge will stay open for one more year, the harbor council said on Friday."],
    ["a denial", "The firm paid the harbor master for the contract, which both of them have denied in court."],
    ["a time that a negation needs", "The ferry did not leave the northern harbor of Ostrel during the long storm."],
    [
      "a time that belongs to its word",
      "The council withdrew its order on the bridge two days after the vote in town.",
    ],
    ["the main clause", "If the council keeps the bridge, which is old, the town will have to pay."],
    ["half a quotation", "The mayor said on Friday that “the bridge, which we love and need, will stay.”"],
    ["a short form in brackets", "The Harbor Watch Council (HWC) voted on Friday to keep the bridge open."],
  ])("%s: %s", (_name, text) => {
    expect(shorten(text)).toEqual([]);
  });
});

test("whatever is shortened is the source with one stretch left out", () => {
  const parts = fc.constantFrom(
    "The council kept the bridge",
    ", which is old and red",
    " after a long vote in town",
    " (as the paper had it)",
    ", police said",
    " on Friday",
    ", raising hopes of peace",
    ' and called it "a gift"',
    " – the third in a year –",
    ", including both islands, is shut",
  );
  fc.assert(
    fc.property(fc.array(parts, { minLength: 2, maxLength: 7 }), (list) => {
      const text = `${list.join("")}.`;
      const [unit] = readUnits({ text, language: "en" });
      if (unit === undefined) return;
      for (const aside of findAsides(unit.sentence.text, "en")) {
        const short = shortenUnit(text, unit, aside);
        if (short === null) continue;
        const shown = unit.sentence.text;
        expect(short.sentence.text).toBe(shown.slice(0, aside.start) + shown.slice(aside.end));
        expect(short.sentence.edited).toBe(true);
        expect(short.sentence.text).toMatch(/\.$/);
      }
    }),
  );
});
