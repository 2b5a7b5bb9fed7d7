/** What makes a summary readable by itself: dates for days, names for pronouns and surnames, quotations whole. */

import { describe, expect, test } from "vitest";
import { findDayEdits } from "../../../src/briefs/dating/days.ts";
import { isUsable, readsAlone } from "../../../src/briefs/extractive/reads-alone.ts";
import { readUnits } from "../../../src/briefs/extractive/units.ts";
import { finishUnits, resolvePronoun } from "../../../src/briefs/mending/finish.ts";
import { findNameEdits, readNames } from "../../../src/briefs/mending/full-names.ts";
import { toSentence } from "../../../src/briefs/mending/trim.ts";
import { stemWord } from "../../../src/languages/shared/words.ts";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

const WEDNESDAY = new Date("2026-07-22T10:00:00Z");
const date = (text: string, language = "en", publishedAt: Date | null = WEDNESDAY) => {
  const edits = findDayEdits(text, { start: 0, end: text.length }, publishedAt, language);
  return toSentence(text, { start: 0, end: text.length }, edits).text;
};

describe("a relative day", () => {
  test.each([
    ["The vote was held on Monday.", "The vote was held on Monday (20 July)."],
    ["The vote was held yesterday in Ostrel.", "The vote was held yesterday (21 July) in Ostrel."],
    ["He died Wednesday after a fall.", "He died Wednesday (22 July) after a fall."],
    ["On Monday, the council of Ostrel voted.", "On Monday (20 July), the council of Ostrel voted."],
    ["The mayor resigned on Monday evening.", "The mayor resigned on Monday evening (20 July)."],
    [
      "The bank left its rate as it was on Monday, and said it could begin to cut.",
      "The bank left its rate as it was on Monday (20 July), and said it could begin to cut.",
    ],
  ])("%s", (text, expected) => {
    expect(date(text)).toBe(expected);
  });

  test("gets its date in the article's language", () => {
    expect(date("Le vote a eu lieu lundi.", "fr")).toBe("Le vote a eu lieu lundi (20 juillet).");
  });

  test.each([
    [
      "es",
      "Las autoridades ordenaron este lunes la salida de 52 vecinos después de la tormenta.",
      "lunes (20 de julio)",
    ],
    ["fr", "Le maire a parlé lundi des 20 bateaux du port.", "lundi (20 juillet)"],
    ["de", "Der Rat hat am Dienstagabend zugestimmt.", "Dienstagabend (21. Juli)"],
    ["pl", "Rada zamknęła w poniedziałek trzy piętra.", "poniedziałek (20 lipca)"],
    ["uk", "Міст відкрили у понеділок.", "понеділок (20 липня)"],
    ["pt", "A prefeitura informou nesta terça-feira o número.", "terça-feira (21 de julho)"],
  ])("a day in %s is dated, beside a number and a word that begins like a month: %s", (language, text, expected) => {
    expect(date(text, language)).toContain(expected);
  });

  test.each([
    "The vote will be held on Monday.",
    "On Monday, the council will vote.",
    "The bridge opens on Monday, the city said.",
    "Talks resume on Monday in Ostrel.",
    "The long awaited meeting on Monday, which will be short, is full.",
    "The council agreed to meet on Monday, and will vote.",
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
  const names = readNames(article, [], "en");
  const mend = (text: string, shown = "") =>
    toSentence(text, { start: 0, end: text.length }, findNameEdits(text, { start: 0, end: text.length }, names, shown))
      .text;

  test("gets the first name the article gives", () => {
    expect(mend("On Friday, Marl won.")).toBe("On Friday, Ines Marl won.");
    expect(mend("Later Marl’s party sang.")).toBe("Later Marl’s party sang.");
  });
  test("stays bare when two people have it", () => {
    expect(mend("On Friday, Vale lost.")).toBe("On Friday, Vale lost.");
  });
  test("stays bare when the name was shown before", () => {
    expect(mend("On Friday, Marl won.", "Ines Marl spoke.")).toBe("On Friday, Marl won.");
  });
  test("stays bare in the name of a family, and a possessive is no first name", () => {
    expect(mend("On Friday the Marl sisters won.")).toBe("On Friday the Marl sisters won.");
    expect(readNames("Today’s Marl has no mayor. Marl said so.", [], "en").people.byLast.size).toBe(0);
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
    ["a short quotation nobody says", "“They stay in town.”"],
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

describe("a subject known only from before", () => {
  const bound = (text: string, language = "en") => readUnits({ text, language }).map((unit) => unit.bound?.to ?? null);
  const alone = (text: string, pick: readonly number[], titleStems: readonly string[] = []) => {
    const units = readUnits({ text, language: "en" });
    const set = pick.flatMap((index) => units.slice(index, index + 1));
    return readsAlone(set, 0, new Set(titleStems));
  };
  const LEAD = "The port of Ostrel was closed on Friday. ";

  test.each([
    ["the two men", "The statement said that the two men agreed to meet in the spring."],
    ["one of several", "One of them was hurt when the crane fell over."],
    ["the other side's answer", "For its part, the Coast Council said the port would open again."],
    ["a pronoun with nobody to stand for", "Sandry and Orvelle are willing to welcome him in the summer."],
    ["a sentence about that front", "On that front, nothing was agreed by the ministers."],
  ])("%s needs the sentence before", (_name, text) => {
    expect(bound(LEAD + text)).toEqual([null, "sentence"]);
    expect(alone(`${LEAD}The rain fell all night. ${text}`, [0, 2])).toBe(false);
    expect(alone(`${LEAD}The rain fell all night. ${text}`, [1, 2])).toBe(true);
  });

  test.each([
    ["the two named in the sentence", "Ann Vale and Tom Hale said that the two towns agreed to meet."],
    ["a pronoun for somebody in the sentence", "The driver said a crane had missed him by a meter."],
    ["a pronoun for a name in the sentence", "Reporters saw Ann Vale walk to her car at noon."],
    ["a former office", "The former mayor of Ostrel was there as well."],
    ["a name behind an article", "The Sandry Times printed a letter about it all."],
  ])("%s stands alone", (_name, text) => {
    expect(bound(LEAD + text)).toEqual([null, null]);
  });

  test("a noun that an earlier sentence introduced needs that sentence, or the headline", () => {
    const text = `${LEAD}A crane fell on the pier. Nobody was hurt there. The crane was built in 1920.`;
    expect(alone(text, [0, 3])).toBe(false);
    expect(alone(text, [0, 1, 3])).toBe(true);
    expect(alone(text, [0, 2, 3])).toBe(true);
    expect(alone(text, [0, 3], [stemWord("crane", "en")])).toBe(true);
  });

  test("a noun for the news itself needs the news", () => {
    const text = `${LEAD}The rain fell all night. Boats stayed out. Nobody slept. The decision was unanimous.`;
    expect(alone(text, [0, 4])).toBe(true);
    expect(alone(text, [2, 4])).toBe(false);
  });

  test.each([
    ["fr", "Le port est fermé. La pluie tombe. Cette mesure concerne tous les bateaux."],
    ["fr", "Le port est fermé. La pluie tombe. « Nous attendons ici depuis hier », a-t-elle ajouté."],
    ["de", "Der Hafen ist zu. Regen fällt. Die beiden kamen am Abend aus dem Rathaus."],
    ["es", "El puerto está cerrado. Llueve mucho. Esos barcos esperan desde ayer en la bahía."],
    ["pt", "O porto fechou. Chove muito. “Esperamos aqui desde ontem à noite”, afirmou."],
    ["pl", "Port jest zamknięty. Pada deszcz. Jeden z nich czeka od wczoraj na redzie."],
  ])("is seen in other languages: %s", (language, text) => {
    expect(bound(text, language)[2]).not.toBeNull();
  });

  test.each([
    ["fr", "Le port est fermé. Cette semaine, la pluie tombe sur la ville."],
    ["es", "El puerto está cerrado. Este lunes llueve en toda la costa."],
  ])("a time is none: %s", (language, text) => {
    expect(bound(text, language)[1]).toBeNull();
  });
});

describe("who says a quotation", () => {
  const text =
    "Mayor Maria Vale spoke on Friday. Boats blew their horns for an hour. “We will mend the pier at once,” she said. Rain fell.";
  const summarize = (pick: readonly number[], article = text) => {
    const names = readNames(article, quotesOf(article), "en");
    const units = readUnits({ text: article, language: "en" }).map((unit) =>
      resolvePronoun(unit, { text: article, language: "en" }, quotesOf(article), names),
    );
    const chosen = pick.flatMap((index) => units.slice(index, index + 1));
    return finishUnits(chosen, { title: "", text: article, language: "en", publishedAt: null }, names, 200);
  };
  const quotesOf = (article: string) => findQuotes(article, { language: "en", title: "" });

  test("each day gets its date, the same day once", () => {
    const days = "The pier shut on Monday. Boats were gone on Monday. The mayor was hurt on Tuesday.";
    const chosen = readUnits({ text: days, language: "en" });
    const article = { title: "", text: days, language: "en", publishedAt: WEDNESDAY };
    expect(finishUnits(chosen, article, readNames(days, [], "en"), 200).sentences.map((each) => each.text)).toEqual([
      "The pier shut on Monday (20 July).",
      "Boats were gone on Monday.",
      "The mayor was hurt on Tuesday (21 July).",
    ]);
  });
  test("a pronoun behind a quotation gets its name", () => {
    expect(summarize([2]).sentences.map((each) => each.text)).toEqual([
      "“We will mend the pier at once,” Maria Vale said.",
    ]);
  });
  test("the pronoun stays behind the very sentence it stands behind in the article", () => {
    expect(summarize([1, 2]).sentences[1]).toMatchObject({
      text: "“We will mend the pier at once,” she said.",
      edited: false,
    });
  });
  test("a name shown before is not given in full again where the article has it short", () => {
    const more = `${text} Vale smiled.`;
    expect(summarize([0, 2], more).sentences[1]?.text).toBe("“We will mend the pier at once,” Vale said.");
  });
  test("nobody is said to speak of himself by name", () => {
    const other = text.replace("mend the pier", "help Vale");
    expect(summarize([2], other).sentences[0]?.text).toContain("she said");
  });
  test("a pronoun stays when somebody else was named last", () => {
    const other = text.replace("Boats blew", "Maria Vale spoke. Ida Marsh said she lost. Marsh blew");
    expect(readNames(other, [], "en").people.byLast.has("Marsh")).toBe(true);
    expect(summarize([4], other).sentences[0]?.text).not.toContain("Vale said");
  });
});
