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
      "with whom somebody works for",
      "Ivar Hale, a Harbor Party pollster working for Varen First.",
      "a Harbor Party pollster working for Varen First",
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

describe("what somebody does for a living is a role when nothing else is told", () => {
  test.each([
    ["Ada Moor, who writes the harbor newsletter Rope Rat.", "who writes the harbor newsletter Rope Rat"],
    ["Ada Moor, who works at a heating company in Varen, on a call.", "who works at a heating company in Varen"],
    ["Ada Moor, who managed the 2031 campaign of Ivar Hale.", "who managed the 2031 campaign of Ivar Hale"],
    ["Ada Moor, who teaches law at Hale University.", "who teaches law at Hale University"],
    ["Ada Moor, who lives in Varen.", "who lives in Varen"],
    ["Ada Moor, who owns a sail loft and gave $200.", "who owns a sail loft"],
    // What is joined would be cut in half, and which plant or house, only the text tells.
    ["Ada Moor, who works at a heating and air-conditioning company.", null],
    ["Ada Moor, who works at the plant.", null],
    ["Ada Moor, who lives in their house.", null],
  ])("%s", (behind, role) => {
    expect(roleOf(`${SAID} ${behind}`)).toBe(role);
  });
});

describe("an office of the past is told as the past", () => {
  test.each([
    ["Ada Moor, who was Hale's campaign pollster.", "who was Hale's campaign pollster"],
    ["Ada Moor, who was director of the Tide Center from 2001 to 2003.", "who was director of the Tide Center"],
    ["Ada Moor, who was the director.", null],
    ["Ada Moor, who was a passenger.", null],
    ["Ada Moor, who was sick.", null],
  ])("%s", (behind, role) => {
    expect(roleOf(`${SAID} ${behind}`)).toBe(role);
  });
});

describe("which of many somebody is, is not cut off", () => {
  test.each([
    ["Ada Moor, the driver who turned witness.", "the driver who turned witness"],
    ["Ada Moor, the Tide Center driver who turned witness.", "the Tide Center driver"],
    ["Ada Moor, the driver who wrote “It rained and rained, and nobody came to help us” on it.", null],
    ["Ada Moor, chairman, CEO and president of Hale Lines.", "chairman, CEO and president of Hale Lines"],
    ["Ada Moor, a singer, actor, and teacher.", "a singer, actor, and teacher"],
    ["Ada Moor, a pilot, mayor Bo Hale and governor Ivar Venn.", "a pilot"],
    ["Ada Moor, marketing director, Port Rush (Moor rowed).", "marketing director, Port Rush"],
    ["Ada Moor, senior counsel at the Tide Center.", "senior counsel at the Tide Center"],
    ["Ada Moor, President Hale's first budget director.", "President Hale's first budget director"],
    ["Ada Moor, a first lady historian at Hale University.", "a first lady historian at Hale University"],
    ["Ada Moor, a co-author of “Ropes: Inside the Port.” It rained.", "a co-author of “Ropes: Inside the Port”"],
    ["Ada Moor, author of “no such thing.”", null],
    ["Varen Dock Workers Secretary-Treasurer Ada Moor.", "Varen Dock Workers Secretary-Treasurer"],
  ])("%s", (behind, role) => {
    expect(findQuotes(`${SAID} ${behind}`, { language: "en" })[0]?.speaker?.role ?? null).toBe(role);
  });

  test("before the name", () => {
    const text = "Chairman, CEO and president Ada Moor said: “We had no other choice at all, and we rowed.”";
    expect(roleOf(text)).toBe("Chairman, CEO and president");
  });
});

test("the last name alone tells an office as well as the whole name", () => {
  const text = "Ada Moor opened it. Moor is the director of Hale Lines. “We had no other choice at all,” Moor said.";
  expect(roleOf(text)).toBe("the director of Hale Lines");
});
