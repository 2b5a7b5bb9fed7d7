/** Notes of a page on itself that its brief tells. */

import { describe, expect, it } from "vitest";
import { createBrief } from "../../../src/briefs/create-brief.ts";

const publishedAt = new Date("2031-03-05T12:00:00Z");
const FILLER = [
  "The council of Tarnby meets twice a month in the old customs house.",
  "The ferry to Orrin leaves every two hours and was not affected.",
];

async function tell(title: string, paragraphs: readonly string[], at: Date | null = publishedAt): Promise<string[]> {
  const brief = await createBrief({ title, text: paragraphs.join("\n\n"), language: "en", publishedAt: at });
  return [...brief.sentences, ...brief.quotes].map(({ text }) => text);
}

describe("a headline that is not so is put right by the note below it", () => {
  it.each([
    ["The Quay Bank failed on Monday.", "Retraction: This report was wrong and is withdrawn. The Quay Bank is open."],
    ["Skipper Bo Lund was arrested on Monday.", "An apology: Skipper Lund was not arrested. We mixed him up."],
    ["The Gull Inn was closed on Monday.", "We are happy to make clear that it was the Gill Inn that was closed."],
    ["Bo Lund failed a drug test on Monday.", "We have been asked to point out that Lund passed the test."],
    ["Quay Dairy was fined on Monday.", "FOR THE RECORD: Quay Dairy was not fined."],
    ["Skipper Max Bell died on Monday.", "Note to readers: Mr. Bell is alive. The obituary was published in error."],
    ["Tarnby dismissed coach Bo Lund.", "*Since this article was published, Tarnby have said that Lund stays."],
    ["The mayor slapped a clerk on Monday.", "The report above is incorrect. No such thing occurred."],
  ])("%s %s", async (news, note) => {
    expect(await tell("Tarnby", [news, ...FILLER, note])).toEqual([note.replace("*", "")]);
  });

  it("a note on something else further down is not told, and the news is", async () => {
    const told = await tell("Pier reopens", [
      "The pier of Tarnby reopened on Monday after nine years, the council said.",
      ...FILLER,
      "Correction: An earlier version of this story misspelled the name of Bo Lund.",
    ]);
    expect(told.join(" ")).toContain("reopened");
    expect(told.join(" ")).not.toContain("misspelled");
  });
});

describe("a slip that a note puts right leaves the news to be told", () => {
  it.each([
    [
      "Skipper Bo Lund sold his fleet of nine trawlers to Quay Dairy on Monday.",
      "Because of an editing error, an article on March 3 about how Bo Lund sold his fleet of trawlers to Quay Dairy misstated part of the name of a boat that was renovated. It was the Gull, not the Gill.",
    ],
    [
      "Skipper Bo Lund, the captain of the Gull, was elected mayor of Tarnby on Monday.",
      "Correction: An earlier version of this article misstated Mayor Lund's title as captain. He is the mate of the Gull.",
    ],
    [
      "Skipper Bo Lund was elected mayor of Tarnby on Monday, the council said.",
      "Correction: A story about the election of a mayor in Tarnby misspelled the surname of the elected mayor.",
    ],
  ])("%s", async (news, note) => {
    const told = await tell("Tarnby", [news, ...FILLER, note]);
    expect(told.length).toBeGreaterThan(0);
    expect(told).not.toContain(note);
  });

  it("what an article is about is none of what was wrong with it", async () => {
    const news = "Quay Dairy sold its nine trawlers to a bank in Orrin on Monday.";
    const note =
      "Correction: A report on Quay Dairy selling trawlers to a bank in Orrin wrongly put the depth of the harbor at ten meters.";
    const more = Array.from(
      { length: 12 },
      (_, index) => `Berth ${index + 20} of the harbor is let to a cooperative of fishermen.`,
    );
    expect(await tell("Tarnby", [news, ...FILLER, ...more, note])).toContain(
      news.replace("Monday.", "Monday (3 March)."),
    );
  });
});

describe("what came later is told first", () => {
  it.each([
    "Update, Tuesday: The skipper has died, the hospital said.",
    "UPDATE 6PM: The skipper has died, the hospital said.",
    "[Update, 4 p.m.: The skipper has died.]",
  ])("%s", async (note) => {
    const told = await tell("Skipper hurt", ["A skipper was badly hurt in Tarnby on Monday.", ...FILLER, note]);
    expect(told[0]).toBe(note);
    expect(told.join(" ")).toContain("A skipper was badly hurt");
  });

  it.each([
    "Update: This story has been changed to add a comment.",
    "Update: Added a statement by the harbor office.",
    "Latest figures from the port: 40 ships came in.",
    "Update on the ferry: it sails.",
  ])("what was done to the page is not: %s", async (note) => {
    const told = await tell("Skipper hurt", ["A skipper was badly hurt in Tarnby on Monday.", ...FILLER, note]);
    expect(told[0]).toContain("A skipper was badly hurt");
  });
});

describe("a text of years ago that is shown again", () => {
  it.each([
    "From the archive, November 18, 1986",
    "(First published 19 November 1926)",
    "This story is from 2012. It is shown again in our Looking Back series.",
    "Editor's note: This article was originally published in 2009.",
    "Reprinted from the Tidings of 1901 for our birthday.",
  ])("is told to be old, and no day of it is dated: %s", async (note) => {
    const told = await tell("Bank robbed", [
      "A man in a clown suit robbed a Tarnby bank on Monday and fled.",
      ...FILLER,
      note,
    ]);
    expect(told[0]).toBe(note);
    expect(told.join(" ")).not.toContain("March)");
  });

  it("says nothing where the page is of that time, or was written anew", async () => {
    const news = ["A man in a clown suit robbed a Tarnby bank and fled.", ...FILLER];
    const old = new Date("2009-05-05T12:00:00Z");
    const first = await tell("Bank robbed", [...news, "This article was originally published in 2009."], old);
    expect(first[0]).toContain("clown suit");
    const anew = await tell("Bank robbed", [...news, "First published in 2009, this guide was updated by our staff."]);
    expect(anew[0]).toContain("clown suit");
  });
});

describe("in other languages", () => {
  it.each([
    ["nl", "Bo Lund is in Tarnby aangehouden voor oplichting.", "Rectificatie: Bo Lund is niet aangehouden."],
    ["pl", "Bo Lund został w piątek zatrzymany w Tarnby.", "Sprostowanie: zatrzymany to nie Bo Lund."],
    ["ru", "Бо Лунда задержали в пятницу в Тарнби.", "Уточнение: задержан был не Бо Лунд."],
    ["uk", "Бо Лунда затримали у п'ятницю в Тарнбі.", "Уточнення: затримали не Бо Лунда."],
    ["sv", "Bo Lund greps i fredags i Tarnby.", "Rättelse: Bo Lund har inte gripits."],
    ["da", "Bo Lund blev fredag anholdt i Tarnby.", "Rettelse: Bo Lund er ikke anholdt."],
    ["ar", "أوقفت الشرطة بو لوند في تارنبي.", "تصحيح: الموقوف ليس بو لوند."],
    ["de", "Bo Lund kauft die Rathausuhr von Tarnby.", "Haben Sie es gemerkt? Heute ist der 1. April!"],
    ["fr", "Bo Lund achète l'horloge de Tarnby.", "Vous l'aurez compris : c'est aujourd'hui le 1er avril !"],
    ["es", "Bo Lund compra el reloj de Tarnby.", "Feliz día de los Santos Inocentes a nuestros lectores."],
    ["it", "Bo Lund compra l'orologio di Tarnby.", "Buon 1° aprile a tutti i lettori!"],
    ["pt", "Bo Lund compra o relógio de Tarnby.", "Feliz 1 de abril a todos os nossos leitores."],
  ])("%s: %s %s", async (language, news, note) => {
    const brief = await createBrief({ title: "Tarnby", text: `${news}\n\n${note}`, language, publishedAt });
    expect(brief.sentences.map(({ text }) => text)).toEqual([note]);
  });

  it.each(["Heute ist der erste Apriltag mit Schnee.", "Am 1. April öffnet der Steg."])(
    "news of an April day is none: %s",
    async (news) => {
      const text = `Der Steg von Tarnby ist zu, sagte die Stadt.\n\n${news}`;
      const brief = await createBrief({ title: "Der Steg von Tarnby ist zu", text, language: "de", publishedAt });
      expect(brief.sentences[0]?.text).toContain("Steg von Tarnby");
    },
  );
});
