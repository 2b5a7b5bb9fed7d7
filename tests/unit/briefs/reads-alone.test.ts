/** What makes a summary readable by itself: dates for days, names for pronouns and surnames, quotations whole. */

import { describe, expect, test } from "vitest";
import { isUsable, readsAlone } from "../../../src/briefs/alone.ts";
import { findDayEdit } from "../../../src/briefs/days.ts";
import { findNameEdits, readNames } from "../../../src/briefs/names.ts";
import { toSentence } from "../../../src/briefs/trim.ts";
import { readUnits } from "../../../src/briefs/units.ts";

const WEDNESDAY = new Date("2026-07-22T10:00:00Z");
const date = (text: string, language = "en", publishedAt: Date | null = WEDNESDAY) => {
  const edit = findDayEdit(text, { start: 0, end: text.length }, publishedAt, language);
  return edit === null ? text : toSentence(text, { start: 0, end: text.length }, [edit]).text;
};

describe("a relative day", () => {
  test.each([
    ["The vote was held on Monday.", "The vote was held on Monday (20 July)."],
    ["The vote was held yesterday in Ostrel.", "The vote was held yesterday (21 July) in Ostrel."],
    ["He died Wednesday after a fall.", "He died Wednesday (22 July) after a fall."],
  ])("%s", (text, expected) => {
    expect(date(text)).toBe(expected);
  });

  test("gets its date in the article's language", () => {
    expect(date("Le vote a eu lieu lundi.", "fr")).toBe("Le vote a eu lieu lundi (20 juillet).");
  });

  test.each([
    "The vote will be held on Monday.",
    "The vote was held last Monday.",
    "The shop sells more on Mondays.",
    "“It was over on Monday,” Vale said.",
    "Les étudiants accueillent les visiteurs le lundi.",
    "The vote was held on Monday, July 6.",
  ])("is left alone when the day is not sure: %s", (text) => {
    expect(date(text, text.startsWith("Les ") ? "fr" : "en")).toBe(text);
  });

  test("gets no date when the article has none", () => {
    expect(date("The vote was held on Monday.", "en", null)).toBe("The vote was held on Monday.");
  });
});

describe("a surname shown first", () => {
  const article =
    "Mayor Ines Marl won the vote. Marl said she was glad. Although Marl won, Tom Vale and Ann Vale lost. Vale said so.";
  const { firstNames } = readNames(article, [], "en");
  const mend = (text: string, shown = "") =>
    toSentence(
      text,
      { start: 0, end: text.length },
      findNameEdits(text, { start: 0, end: text.length }, firstNames, shown),
    ).text;

  test("gets the first name the article gives", () => {
    expect(mend("On Friday Ms Marl won.")).toBe("On Friday Ines Marl won.");
    expect(mend("Later Marl’s party sang.")).toBe("Later Marl’s party sang.");
  });
  test("stays bare when two people have it", () => {
    expect(mend("On Friday, Vale lost.")).toBe("On Friday, Vale lost.");
  });
  test("stays bare when the name was shown before", () => {
    expect(mend("On Friday, Marl won.", "Ines Marl spoke.")).toBe("On Friday, Marl won.");
  });
  test("stays bare in the name of a firm", () => {
    expect(mend("On Friday, Marl Marine won.")).toBe("On Friday, Marl Marine won.");
  });
  test("stays bare inside a quotation", () => {
    expect(mend("“We trust Marl,” they said.")).toBe("“We trust Marl,” they said.");
  });
});

describe("units", () => {
  const units = (text: string) => readUnits({ text, language: "en" });

  test("a quotation of several sentences is one unit", () => {
    expect(units("“We won. We are glad,” Ann Vale said. The rest lost.").map((unit) => unit.sentence.text)).toEqual([
      "“We won. We are glad,” Ann Vale said.",
      "The rest lost.",
    ]);
  });

  test("a stray mark at the end is left off, and the sentence is the article's own", () => {
    const [unit] = units('“The bridge stays,” Ann Vale said on Friday."');
    expect(unit?.sentence).toMatchObject({ text: "“The bridge stays,” Ann Vale said on Friday.", edited: false });
    expect(unit !== undefined && isUsable(unit)).toBe(true);
  });

  test("a long quotation with a short credit is a sentence", () => {
    const [unit] = units("“We have waited for this bridge for years and will keep it,” she said.");
    expect(unit?.faults.isFragment).toBe(false);
  });

  test("a clause that holds a quotation says whose it is, the quotation alone does not", () => {
    const [held] = units(
      "The mayor of Ostrel left the council on Friday vowing “to keep the bridge for another long year.”",
    );
    expect(held?.faults.isUnattributed).toBe(false);
    const [led] = units("“All of us here want the bridge to stay,” and so it went on for hours in town.");
    expect(led?.faults.isUnattributed).toBe(true);
  });

  test("in French a clause around a quotation says whose it is", () => {
    const text = "« Le pont reste ouvert pour tous les habitants », a réagi le maire d'Ostrel.";
    expect(readUnits({ text, language: "fr" })[0]?.faults.isUnattributed).toBe(false);
    const bare = "« Le pont reste ouvert pour tous les habitants. »";
    expect(readUnits({ text: bare, language: "fr" })[0]?.faults.isUnattributed).toBe(true);
  });

  test.each([
    ["a question", "Who will pay for the new bridge now?"],
    ["a line of the site", "Click here to read more about the bridge."],
    ["a half quotation", "The mayor said “we will go on."],
    ["the reporter's I", "I was standing at the bridge that day."],
    ["a heading closed by a stop", "What the town should know about the bridge: ."],
    ["a quotation in single marks nobody says", "‘The people of this town deserve a better mayor.’"],
    ["a quotation nobody says", "“All of us here want the bridge to stay.”"],
  ])("%s is never taken", (_name, text) => {
    const [opening, ...rest] = units(`The port opened on Friday.\n\n${text}`);
    expect(opening !== undefined && isUsable(opening)).toBe(true);
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.some(isUsable)).toBe(false);
  });

  test("a pronoun needs the sentence before it", () => {
    const [one, two, three] = units("Ann Vale won the vote in Ostrel. She thanked the town. The rest lost.");
    if (one === undefined || two === undefined || three === undefined) throw new Error("three units");
    expect(readsAlone([one, two])).toBe(true);
    expect(readsAlone([two, three])).toBe(false);
    expect(readsAlone([one, three])).toBe(true);
  });
});
