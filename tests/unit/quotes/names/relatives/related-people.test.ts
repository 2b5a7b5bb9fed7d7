/** A pronoun behind somebody told of by whose they are means nobody named before them. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../../src/quotes/find-quotes.ts";

const speakers = (text: string, language: string) =>
  findQuotes(text, { language }).map((quote) => quote.speaker?.name ?? null);
const lastOf = (text: string, language = "en") => speakers(text, language).at(-1);

const RULING =
  "Ivar Rehm was jailed on Tuesday by Judge Carla Moor.\n\n“You treated your passengers as ballast,” Moor told Rehm.\n\n";

describe("a pronoun behind somebody's relative, lawyer or spokesman", () => {
  test.each([
    ["Rehm's daughter wept. “It was never the way they told it,” she said.", "Rehm's daughter"],
    ["His wife wept. “It was never the way they told it,” she said.", null],
    ["A lawyer for Rehm shook her head. “It was never the way they told it,” she said.", null],
    ["Rehm's spokeswoman left. “It was never the way they told it,” she said.", "Rehm's spokeswoman"],
    ["Rehm's former wife, Signe Berg, left. “It was never the way they told it,” she said.", "Signe Berg"],
    ["On Monday, Rehm's daughter wept. “It was never the way they told it,” she said.", "Rehm's daughter"],
  ])("%s", (text, speaker) => {
    expect(lastOf(RULING + text)).toBe(speaker);
  });

  test("is not whose spokesman or aide it is", () => {
    const closed = "“The border is closed for a year,” he said.";
    expect(lastOf(`President Milo Krann's spokesman spoke on Tuesday.\n\n${closed}`)).not.toBe("Milo Krann");
    expect(lastOf(`An aide to harbor minister Jon Bakke said it would stay shut.\n\n${closed}`)).not.toBe("Jon Bakke");
  });

  test.each([
    [
      "de",
      "„Sie haben Ihre Fahrgäste wie Ballast behandelt“, sagte Richterin Carla Moor.\n\nRehms Tochter weinte. „Mein Vater ist kein Ungeheuer“, sagte sie.",
    ],
    [
      "fr",
      "« Vous avez traité vos passagers comme du lest », a dit la juge Carla Moor.\n\nLa fille de Rehm a pleuré. « Mon père n'est pas un monstre », a-t-elle dit.",
    ],
    [
      "es",
      "“Usted trató a sus pasajeros como lastre”, dijo la jueza Carla Moor.\n\nLa hija de Rehm lloró. “Mi padre no es un monstruo sino un viejo”, dijo ella.",
    ],
    [
      "da",
      "»De behandlede Deres passagerer som ballast«, sagde Carla Moor.\n\nRehms datter græd. »Min far er ikke et uhyre, men en gammel mand«, sagde hun.",
    ],
  ])("in %s", (language, text) => {
    expect(lastOf(text, language)).not.toBe("Carla Moor");
  });
});

describe("still the one named before", () => {
  test.each([
    ["“He knew it all along,” the judge said. Rehm's son wept. “He never said it to the court,” she said."],
    ["Rehm's ferry sank in May. “It was never the way they told it,” she said."],
    ["Moor said Rehm's daughter had lied. “It was never the way she told it,” she said."],
  ])("%s", (text) => {
    expect(lastOf(RULING + text)).toBe("Carla Moor");
  });

  test("where what somebody is stands beside their name", () => {
    const text =
      "Jon Bakke, the president of the harbor league, spoke on Tuesday.\n\nThe president of the harbor league left. “The border is closed for a year,” he said.";
    expect(lastOf(text)).toBe("Jon Bakke");
  });
});

describe("a name behind a spokesman of a minister", () => {
  test("is the one or the other: the phrase is given", () => {
    const text = "A spokesman for the harbor minister, Jon Bakke, said: “The quota protects the fishermen of Hale.”";
    expect(lastOf(text)).toBe("a spokesman for the harbor minister");
    const french =
      "Un porte-parole du ministre de la Pêche, Jean Bakke, a défendu la mesure. « Le quota protège les pêcheurs de Halle », a-t-il dit.";
    expect(lastOf(french, "fr")).not.toBe("Jean Bakke");
  });

  test("is the spokesman of a house", () => {
    const text = "A spokesman for the harbor council, Jon Bakke, said: “The quota protects the fishermen of Hale.”";
    expect(lastOf(text)).toBe("Jon Bakke");
  });

  test("who says it for the minister is meant, not the minister", () => {
    const text =
      "A spokesman for minister Jon Bakke said the minister had “nothing to hide and nothing to fear at all.”";
    expect(lastOf(text)).toBe("a spokesman for minister Jon Bakke");
  });
});
