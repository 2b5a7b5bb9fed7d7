/** The news first: the sentence that says what the headline says is shown, wherever it stands. */

import { describe, expect, test } from "vitest";
import { RANKERS } from "../../../../src/briefs/extractive/rankers.ts";
import { createExtractiveSummarizer, readMaterial } from "../../../../src/briefs/extractive/summarize.ts";
import { readNames } from "../../../../src/briefs/mending/full-names.ts";
import { SUMMARY_BUDGET } from "../../../../src/domain/article.ts";
import { createWeighedScorer } from "../../../../src/learned/weighed-rows.ts";

const articleOf = (title: string, text: string, language = "en") => ({ title, text, language, publishedAt: null });
const tell = async (title: string, text: string, language = "en"): Promise<string> => {
  const sentences = await createExtractiveSummarizer(RANKERS).summarize(
    articleOf(title, text, language),
    [],
    SUMMARY_BUDGET,
  );
  return sentences.map((sentence) => sentence.text).join(" / ");
};

const EXPLAINER = [
  "In a bucket by the door of her laboratory in Dunvale, Orla Fenwick keeps nine old mussels that nobody may touch.",
  "Mussels, like barnacles and a few other animals of the shore, hold on to wet stone in heavy storms, but how they do so remained a riddle for a hundred years.",
  "Glue that works in water is wanted by dentists, builders of ships and makers of plasters, who all have tried to copy it.",
  "A team based in Ostrel has shown that threads of the foot fill with iron from the sea, which lets a mussel hold on to wet stone.",
  "The results were printed in Shore and Tide.",
  "Copies of the thread may be sold in six years, and the first of them will be made for ships.",
].join("\n\n");

describe("below a headline that asks, what was found is told", () => {
  test("in English", async () => {
    expect(await tell("How mussels hold on to wet stone", EXPLAINER)).toContain("has shown that threads of the foot");
  });

  test("in German", async () => {
    const text = [
      "Neben der Tür ihres Labors in Dunvale hält Orla Fenwick neun alte Muscheln, die niemand anfassen darf.",
      "Muscheln halten sich wie Seepocken bei Sturm an nassen Steinen fest, doch das Verfahren blieb hundert Jahre lang ein Rätsel.",
      "Kleber für nasse Flächen wünschen sich Zahnärzte, Werften und Hersteller von Pflastern, die alle schon Kopien versucht haben.",
      "Ein Team aus Ostrel hat gezeigt, dass Fäden des Fußes Eisen aus dem Meer aufnehmen und die Muscheln so am Stein halten.",
      "Die Ergebnisse standen in einer Zeitschrift für Küsten und Gezeiten.",
      "Kopien des Fadens könnten in sechs Jahren verkauft werden, die ersten davon an Werften.",
    ].join("\n\n");
    expect(await tell("Wie Muscheln sich am nassen Stein halten", text, "de")).toContain("hat gezeigt, dass Fäden");
  });
});

test("a sentence with the headline's rare words is likelier the news than a scene, and a quotation less", () => {
  const article = articleOf(
    "Ostrel council sells the lighthouse",
    [
      "Rain ran down the windows of the old customs hall, and somebody had put a bucket below the clock.",
      "After nine hours the council sold the lighthouse of Ostrel to a choir on Friday.",
      "“We sold the lighthouse because the council of Ostrel has no roof left,” mayor Inga Brell said.",
      "Benches were put away, and the bucket stayed where it was until the morning.",
      "Nobody knows when the light was last lit, and the keeper's house has been empty since 1988.",
      "Members of the choir sing every Sunday in a barn behind the harbor.",
    ].join("\n\n"),
  );
  const { tells } = readMaterial(article, [], readNames(article.text, [], "en"));
  expect(tells.get(1)).toBeGreaterThan(0.5);
  expect(tells.get(1)).toBeGreaterThan(tells.get(0) ?? 1);
  expect(tells.get(1)).toBeGreaterThan(tells.get(2) ?? 1);
});

test("of a page on a study the first finding is likely the news, wherever it stands", () => {
  const article = articleOf(
    "Biologists read genes of giant mussel",
    [
      "Giant mussels are a riddle of the deep sea, and few of them have ever been looked at whole.",
      "To learn how giant mussels feed, biologists read the genes of one that was caught off Ostrel.",
      "First seen in 1985, giant mussels live in the mud of cold bays such as that of Varen.",
      "The study took nine years and the help of forty divers from Dunvale.",
      "The biologists discovered that the giant mussel has changed how it feeds and makes sugar out of salt.",
      "Sugar is what all cells live on, and most animals have to eat it.",
    ].join("\n\n"),
  );
  const { tells } = readMaterial(article, [], readNames(article.text, [], "en"));
  expect(tells.get(4)).toBeGreaterThanOrEqual(0.6);
});

test("weights name only what is measured", () => {
  expect(() => createWeighedScorer({ about: "", bias: 0, weights: { unknown: 1 } }, ["cover"])).toThrow(/unknown/);
});

test("what an outlet alone has learned is told", async () => {
  const told = await tell(
    "Ostrel light to go dark next spring",
    [
      "Sailors will have to find their way without the light of Ostrel for a while next spring.",
      "The old light was meant to be mended by the next spring, and nobody spoke of more.",
      "The Courier has learned that the lamp of the light is no longer made and that none will be bought.",
      "Sailors will still have the bell of Dunvale next spring, which rings when fog comes in.",
      "The light of Ostrel was lit in 1871 and has been dark in spring only once.",
      "A ship ran aground below the light in the spring of 1902, and the crew ate the cargo of plums.",
    ].join("\n\n"),
  ); // prettier-ignore
  expect(told).toContain("has learned that the lamp");
});
