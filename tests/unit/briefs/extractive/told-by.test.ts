/** Who tells a sentence: the outlet does, or somebody whose words it would be taken for; and what a page says of itself. */

import { describe, expect, test } from "vitest";
import { RANKERS } from "../../../../src/briefs/extractive/rankers.ts";
import { isUsable } from "../../../../src/briefs/extractive/reads-alone.ts";
import { createExtractiveSummarizer } from "../../../../src/briefs/extractive/summarize.ts";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";
import { SUMMARY_BUDGET } from "../../../../src/domain/article.ts";

const tell = async (title: string, paragraphs: readonly string[], language = "en"): Promise<string> => {
  const article = { title, text: paragraphs.join("\n\n"), language, publishedAt: null };
  const sentences = await createExtractiveSummarizer(RANKERS).summarize(article, [], SUMMARY_BUDGET);
  return sentences.map((sentence) => sentence.text).join(" / ");
};
const isShowable = (text: string, language = "en"): boolean => {
  const unit = readUnits({ text, language }).at(-1);
  return unit !== undefined && isUsable(unit);
};

describe("an interview is told by what stands above it", () => {
  test("when the first answer has a name before it", async () => {
    const told = await tell(
      "„Die Dünen wandern schneller“",
      [
        "Was tun gegen den Sand? Geologin Wiebke Karst erklärt, warum die Dünen von Norderoog wandern",
        "Tidenblatt: Auf der Insel liegt der Sand schon vor der Schule. Wie erklären Sie das?",
        "Wiebke Karst: Der Wind kommt seit Jahren öfter aus Westen und trägt die Düne Korn für Korn nach Osten.",
        "Was müsste die Gemeinde jetzt tun?",
        "Der Strandhafer hält den Sand am besten. Die Gemeinde hat ihn vor zehn Jahren fast ganz ausgerissen.",
        "Wie lange dauert das?",
        "Zwei Sommer reichen meistens aus, wenn niemand über die Düne läuft.",
      ],
      "de",
    ); // prettier-ignore
    expect(told).toContain("Wiebke Karst erklärt");
    expect(told).not.toContain("Strandhafer");
  });

  test("but an explainer that asks itself is told", async () => {
    const told = await tell("New tram for Ostrel: all that is known", [
      "Ostrel will get a new tram next year, the first in three decades.",
      "When will the tram come?",
      "Expected: the spring of next year.",
      "The works in Dunvale have promised the first tram for April, and we expect the rest by autumn.",
      "What will the tram cost?",
      "The council of Ostrel has set aside 4 million marks for the tram.",
      "Will the tram be longer?",
      "Our reading of the plans is that the tram has five cars in place of three.",
    ]);
    expect(told).toContain("4 million marks");
  });
});

test("lines with their speakers are not the outlet's words", async () => {
  const told = await tell(
    "Uma conversa sobre o coro de Lermosa",
    [
      "O coro de Lermosa canta há trinta anos na mesma praça, sempre aos domingos.",
      "Prof. Nuno: Estou aqui com a maestra, que dirige o coro desde o primeiro dia.",
      "Inês: Estamos a preparar canções que ninguém ouviu nos últimos vinte anos.",
      "Prof. Nuno: Daquele livro antigo que estava na biblioteca da vila.",
      "Inês: O livro esteve perdido e voltou por correio, sem remetente.",
    ],
    "pt",
  ); // prettier-ignore
  expect(told).toBe("O coro de Lermosa canta há trinta anos na mesma praça, sempre aos domingos.");
});

describe("a page that guides its reader", () => {
  const GUIDE = [
    "Beeswax keeps a wooden boat dry for a season and costs less than any varnish.",
    "The harbor school of Ostrel has used beeswax on its boats since 1988.",
    "What you need",
    "You need a pan, a brush and two bars of wax for your boat.",
    "Melt the wax until you can see through it, and keep your hands away.",
    "How you do it",
    "Brush the wax on the boat while you turn it, and let your first coat dry.",
    "The second coat of wax gives the boat its shine and needs a warm day.",
    "You can wax your boat again after nine months.",
  ];

  test("is told by its lead, not by a step", async () => {
    expect(await tell("How to wax a wooden boat", GUIDE)).toBe(`${GUIDE[0]} / ${GUIDE[1]}`);
  });

  test("but news that says you once is told whole", async () => {
    const news = GUIDE.map((line) => line.replace(/\byour\b/g, "the").replace(/\byou\b/gi, "they"));
    expect((await tell("How to wax a wooden boat", news)).split(" / ")).toHaveLength(3);
  });
});

describe("what speaks of the text itself tells nothing", () => {
  test.each([
    ["en", "Here are the nine winners of the Ostrel boat race."],
    ["en", "Welcome to the latest edition of our harbor letter."],
    ["en", "This guide explains how a wooden boat is waxed."],
    ["en", "This article is part of a series on wooden boats."],
    ["de", "In diesem Artikel geht es um alte Boote aus Holz."],
    ["es", "En este artículo hablamos de barcas viejas de madera."],
    ["fr", "Voici les neuf gagnants de la course de barques."],
    ["pt", "Confira abaixo os vencedores da corrida de barcos."],
  ])("%s: %s", (language, text) => {
    expect(isShowable(text, language)).toBe(false);
  });

  test.each([
    ["en", "Below, the harbor of Ostrel lay dark on Monday evening."],
    ["fr", "Voici cent ans, la course de barques partait du vieux port."],
  ])("but %s: %s", (language, text) => {
    expect(isShowable(text, language)).toBe(true);
  });

  test("a row of a table, and a shout that trails off", () => {
    expect(isShowable("Group 2 | Blue | June | The second bloom comes in autumn.")).toBe(false);
    expect(isShowable("WHEN BOATS LIE DRY NOBODY IN OSTREL BUYS WAX…")).toBe(false);
  });
});

describe("what looks like the pronoun of one who speaks", () => {
  test.each([
    "The lighthouse of Ostrel was dark from the end of World War I to 1931.",
    "Hope is left for I. psychra, a moth seen twice near Dunvale.",
  ])("is none: %s", (text) => {
    expect(isShowable(text)).toBe(true);
  });

  test("but is one elsewhere", () => {
    expect(isShowable("After the war I never saw the lighthouse of Ostrel again.")).toBe(false);
  });
});

describe("words said by a house that nobody named", () => {
  const said = (opening: string, credit: string): string =>
    `${opening}\n\n“One of us was missing for two nights, and we thank all who looked in ditches for her,” ${credit}.`;

  test("are not shown: the reader never learns which", () => {
    expect(isShowable(said("The wooden owl is back in Ostrel.", "the museum said"))).toBe(false);
    expect(
      isShowable(
        "Der Esel ist zurück in Geierau.\n\n„Er hat uns allen hier sehr gefehlt“, teilte die Schule mit.",
        "de",
      ),
    ).toBe(false);
  });

  test.each([
    ["The wooden owl is back at the Ostrel Museum.", "the museum said"],
    ["The wooden owl is back in Ostrel.", "the museum in Dunvale said"],
    ["The wooden owl is back at Brell & Sons.", "the company said"],
  ])("are shown behind: %s … %s", (opening, credit) => {
    expect(isShowable(said(opening, credit))).toBe(true);
  });
});

describe("somebody's words behind a mark that was lost stood as the outlet's own", () => {
  // The paragraph opens with a mark that nothing closes, and is too long to be read as one quotation.
  const long = "The old pier of Ostrel was painted white in spring by all who live near it, and many came. ".repeat(4);
  const words = "Half of the boats in this harbor are owned by people who never row.";
  const noiseOf = (text: string) =>
    readUnits({ text, language: "en" }).find((unit) => unit.sentence.text === words)?.faults.isNoise;

  test("between the marks next to it", () => {
    const said = `“It is plain to see. ${words} They come in May and leave in June,” Ada Moor says. ${long}`;
    expect(noiseOf(`“What does Bram Cole say of it? ${long}${said}`)).toBe(true);
  });

  test("not what stands between two quotations", () => {
    const said = `“It is plain to see,” Ada Moor says. ${words} “They come in May and leave in June,” she says. ${long}`;
    expect(noiseOf(`“What does Bram Cole say of it? ${long}${said}`)).toBe(false);
  });

  test("not what stands before a mark that nothing opened", () => {
    expect(noiseOf(`${words} They come in May and leave in June," Ada Moor says.`)).toBe(false);
  });
});

test.each([
  "#sunset #boats Off to the old pier of Ostrel with all of my friends!",
  "A post shared by Ada Moor of Ostrel (@ada_moor) on Jul 29 from the harbor of the old town.",
])("what somebody put on a page of their own was told as news: %s", (text) => {
  expect(isShowable(text)).toBe(false);
});

test("news of what goes round on the web was taken for a post", () => {
  const text = "#OpenPier marches closed the center of Varen for a second day on Monday.";
  expect(readUnits({ text, language: "en" })[0]?.faults.isNoise).toBe(false);
});
