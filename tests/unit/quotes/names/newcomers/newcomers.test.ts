/** "He" behind somebody unnamed who has just come up is not the one that was named before. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../../src/quotes/find-quotes.ts";

const lastOf = (text: string, language = "en") => findQuotes(text, { language }).at(-1)?.speaker?.name ?? null;

const SALE = "Varen mayor Ivar Rehm announced on Tuesday that the pier would be sold.\n\n";
const SAID = "\n\n“That pier was the only thing my father left me,” he said.";

describe("whom “he” means behind a new person without a name is not certain", () => {
  test.each([
    "His barber disagrees.",
    "A neighbour laughed at the idea.",
    "The driver of the night bus shook his head.",
    "The man who sold him the pier lives in Hexley.",
    "One angler was furious.",
    "Another resident was there when it opened.",
    "A former lifeguard, 84, has not forgotten.",
    "Across the road, a butcher was sweeping his step.",
    "A widower sat on a bench. He has come here for 40 years.",
    "A passer-by stopped to listen.",
  ])("%s", (between) => {
    expect(lastOf(SALE + between + SAID)).not.toBe("Ivar Rehm");
  });

  test("nor behind “the man” of whom the text told as “a man”", () => {
    const trial = "Judge Ivar Rehm jailed a man on Tuesday for nine months.\n\n";
    expect(lastOf(`${trial}The man, who raps in bars, smiled in the dock.${SAID}`)).not.toBe("Ivar Rehm");
  });

  test.each([
    [
      "de",
      "Der Varener Bürgermeister Ivar Rehm will den Steg abreißen.\n\nEin Anwohner aus Varen lachte. Er kommt seit 40 Jahren.\n\n„Der Steg war das Einzige, was mir mein Vater hinterließ“, sagte er.",
    ],
    [
      "fr",
      "Le maire de Varen, Henri Calvet, a annoncé mardi la fin du pont.\n\nUn retraité est furieux. Il vient depuis 40 ans.\n\n« Ce pont est tout ce que mon père m'a laissé », a-t-il dit.",
    ],
  ])("nor in another language: %s", (language, text) => {
    expect(["Ivar Rehm", "Henri Calvet"]).not.toContain(lastOf(text, language));
  });
});

describe("“he” stays who was named", () => {
  test.each([
    "A reporter asked what he thought of it.",
    "The mayor shook his head.",
    "The 54-year-old shrugged.",
    "A judge ruled against him last month.",
    "The father of three was unrepentant.",
    "He laughed.",
    "The pier has been closed for two years.",
    "A former welder, Rehm has run the town since 2014.",
    "The mayor of Varen was unmoved.",
    "A report found rot in its legs.",
  ])("%s", (between) => {
    expect(lastOf(SALE + between + SAID)).toBe("Ivar Rehm");
  });

  test("behind “the actor”, as a few words on himself called him", () => {
    const photo = "Veteran actor Ivar Rehm shared a photograph. It shows him on the set.\n\n";
    expect(lastOf(`${photo}The actor said that he fell asleep there.${SAID}`)).toBe("Ivar Rehm");
  });
});
