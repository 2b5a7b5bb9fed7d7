import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const lastName = (text: string, language = "en") => findQuotes(text, { language }).at(-1)?.speaker?.name ?? null;

describe("a name behind its verb is whole", () => {
  test.each([
    ["“We had no choice left at all,” said Omar al-Sabin, the pilot.", "Omar al-Sabin"],
    ["Omar al-Sabin, the pilot, slept. “We had no choice left at all,” said al-Sabin.", "Omar al-Sabin"],
    ["“We had no choice left at all,” said Claire d'Orvany, the pilot.", "Claire d'Orvany"],
    ["“We had no choice left at all,” said Luis Tarra y Moll, the pilot.", "Luis Tarra y Moll"],
    ["“We had no choice left at all,” said Hugh Tarrow III, the pilot.", "Hugh Tarrow III"],
    ["The pier was closed. “The law is clear,” Martin Tarrow, Jr., said.", "Martin Tarrow, Jr."],
    ["“We had no choice left at all,” King Oswin Hospital said in a statement.", "King Oswin Hospital"],
  ])("%s", (text, name) => {
    expect(lastName(text)).toBe(name);
  });
});

describe("the head of a phrase speaks, not what it holds", () => {
  test.each([
    ["“The doors are shut and nobody may go in,” one person close to Moor told the Tidings.", "one person"],
    ["“Joris is quick and wanted to come,” said Port Varen managing director Clara Tarn.", "Clara Tarn"],
    [
      "Envoy to the E.U. Clara Tarn-Lund left.\n\n“We argued all night about a mesh,” Tarn-Lund said.",
      "Clara Tarn-Lund",
    ],
    ["Cousins Clara Tarn, 34, and Joris Tarn came. “We argued all night about it,” Clara Tarn said.", "Clara Tarn"],
  ])("%s", (text, name) => {
    expect(lastName(text)).toBe(name);
  });
});

describe("a pronoun takes a person's name only when nobody else may be meant", () => {
  test.each([
    [
      "an office that several could hold",
      "Edgar Moor is pressed to give up a toll.\n\nFormer treasurer Hugo Tarn told a podcast that it costs too much.\n\nMiles Venn, who left in June, spoke against it.\n\nAt a fair on Saturday, the chancellor denied that the plan had changed.\n\n“We only start it with the big trucks,” he added.",
      null,
    ],
    [
      "the one who does, not whom it is done to",
      "Peter Moor shared a film of his last race on Friday, with his mechanic Thomas Tarn.\n\nAt the end, he embraces Thomas Tarn.\n\n“I have used up all of my luck,” he joked under the film.",
      "Peter Moor",
    ],
    [
      "whom the sentence is about, not who spoke before",
      "“It will date them,” Jess Tarn says.\n\nBut Clara Moor isn’t worried. “They will stay because they are cheap and light,” she predicts.",
      "Clara Moor",
    ],
    [
      "a person, not a work",
      "Dorvik Pask, 66, has cut Golden Ferry anew, which he shot in 1990.\n\nThe director went into teaching after Golden Ferry, which was shown abroad.\n\nHe said, “We had no money for a second take at all.”",
      "Dorvik Pask",
    ],
    [
      "a person, not the first word of a sentence",
      "Livia, who studies law in Varen, bets on snails.\n\nWelcome to the land of slow sports.\n\n“You scream for an hour and nothing has moved,” she says.",
      "Livia",
    ],
    [
      "somebody told of, not whom the line of a video names",
      "Richard Moor, the university's president, said the suit was no answer to the league.\n\nJoel Tarn reacts to the rankings: Should Varen be in the top four?\n\n“This is not a reaction, we have worked on it for a year,” he said.",
      "Richard Moor",
    ],
  ])("%s", (_, text, name) => {
    expect(lastName(text)).toBe(name);
  });
});

test("the only one an article tells of was not meant by the pronoun, having acted himself", () => {
  const text =
    "For six years, Ivar has told no friend of it: he sails at night.\n\nIvar, who drives a tram in Varen, is one of hundreds.\n\nIt began with a small boat. Before he knew it, he was a regular.\n\n“You can row in the fog as long as you never sit near the lamp,” he says.";
  expect(lastName(text)).toBe("Ivar");
});
