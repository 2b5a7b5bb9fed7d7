/** Roles told in a clause behind the name, by an age or a year, by what is taught, or by the house whose somebody is. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const roleOf = (text: string, language = "en"): string | null | undefined =>
  findQuotes(text, { language }).at(-1)?.speaker?.role;
const SAID = "“We had no other choice at all,” said";

describe("a role behind the name", () => {
  test.each([
    [
      "of an office without an article",
      "Katie Tarn, who is chairman of Our Harbor Club.",
      "chairman of Our Harbor Club",
    ],
    [
      "held now",
      "Katie Tarn, who is now vice president of the Tide Club of Varen.",
      "vice president of the Tide Club of Varen",
    ],
    ["that is no office", "Katie Tarn, who is proud of the crew.", null],
    [
      "by what somebody does",
      "Eric Hale, who chairs the tide department at the University of Varen, citing another reason.",
      "who chairs the tide department at the University of Varen",
    ],
    ["up to what else", "Ada Moor, who owns a Varen sail loft and gave $200.", "who owns a Varen sail loft"],
    ["not by what nobody can see the end of", "Ada Moor, who runs for mayor.", null],
    ["not by who is ahead", "Ada Moor, who leads in the polls.", null],
    ["an office before it", "Ada Moor, who owns a sail loft. Ada Moor, mayor of Varen, left.", "mayor of Varen"],
    [
      "with an age",
      "Ada Moor, a 26-year-old sales manager from Varen. It rained.",
      "a 26-year-old sales manager from Varen",
    ],
    ["with a year", "Ivar Hale, the 2031 Harbor Party nominee. It rained.", "the 2031 Harbor Party nominee"],
    ["not with a number of people", "Ivar Hale, the 12 pilot brothers. It rained.", null],
    [
      "with a word in -ing before its head",
      "Ivar Hale, a Harbor Patrol diving expert. It rained.",
      "a Harbor Patrol diving expert",
    ],
    [
      "up to what somebody works for",
      "Ivar Hale, a Harbor Party pollster working for Varen First.",
      "a Harbor Party pollster",
    ],
    ["whole", "Ivar Hale, a driver training teacher. It rained.", "a driver training teacher"],
    ["not half of one", "Ivar Hale, a pilot meeting hall. It rained.", null],
  ])("%s", (_, behind, role) => {
    expect(roleOf(`${SAID} ${behind}`)).toBe(role);
  });
});

describe("the house whose somebody is", () => {
  test.each([
    ["Varen State University's Ada Moor said", "Varen State University"],
    ["the Tide Action Forum’s Ada Moor-Venn said", "Tide Action Forum"],
    // A person, a place and a bare word may be anything.
    ["Peter Tarn's Ada Moor said", null],
    ["Varen's Ada Moor said", null],
    ["Varen State University's Grand Hall said", null],
  ])("%s", (said, role) => {
    expect(roleOf(`“We had no other choice at all,” ${said}.`)).toBe(role);
  });

  test("is less than an office", () => {
    const text =
      "Ada Moor, the harbor director, rowed. “We had no other choice at all,” Varen State University's Ada Moor said.";
    expect(roleOf(text)).toBe("the harbor director");
  });
});

describe("a word in small letters right behind a verb of speech is the office's", () => {
  test.each([
    [`${SAID} state Council secretary Ada Moor.`, "state Council secretary"],
    [`${SAID} board President Ada Moor.`, "board President"],
    // Elsewhere it may be anything.
    ["It is a number Varen head coach Ada Moor gave. “We had no other choice at all,” Moor said.", "Varen head coach"],
  ])("%s", (text, role) => {
    expect(roleOf(text)).toBe(role);
  });
});

test("a house that begins with a small word is not cut", () => {
  expect(roleOf("The al Varen-linked cleric Ada Moor left. “We had no other choice at all,” Moor said.")).toBe(
    "al Varen-linked cleric",
  );
});

test("the office that a name behind a comma explains is the role, in German", () => {
  const text =
    "„Es war laut“, sagte Jan Tarn. Der Direktor des Hilfswerks, Anton Moor, sagte: „Nach sechs Jahren ist das ein neuer Anfang.“";
  expect(roleOf(text, "de")).toBe("Direktor des Hilfswerks");
});
