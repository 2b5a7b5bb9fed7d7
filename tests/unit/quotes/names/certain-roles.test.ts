/** What is read as a role is true by itself: nothing only the article explains, nothing cut in two. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const roleIn = (text: string): string | null => findQuotes(text, { language: "en" }).at(-1)?.speaker?.role ?? null;

describe("a role says nothing that only the article explains", () => {
  test.each([
    ["who else is one", "“We are late,” said fellow councilor Ada Moor.", "councilor"],
    ["which of two", "“We are late,” said Ada Moor, the other bidder.", "bidder"],
    ["where “there” is", "“We are late,” said Ada Moor, president of the guild there.", "president of the guild"],
    ["which house", "“We are late,” said Ada Moor, director for games at the tech giant.", "director for games"],
    [
      "which of two behind an office",
      "“We are late,” said Ada Moor, head of tides at Varen Hall and the other witness at the hearing.",
      "head of tides at Varen Hall",
    ],
  ])("%s", (_what, text, role) => {
    expect(roleIn(text)).toBe(role);
  });

  const two = "A small 2031 study found that dusk helps. Another study said otherwise. ";

  test("which study of several", () => {
    expect(roleIn(`${two}“We saw it,” said Ada Moor, one of the study's authors.`)).toBeNull();
    expect(roleIn(`${two}“We saw it,” said Ada Moor, a physician in Varen and a co-author of the study.`)).toBe(
      "a physician in Varen",
    );
    expect(roleIn("A small study found it. “We saw it,” said Ada Moor, a co-author of the study.")).toBe(
      "a co-author of the study",
    );
  });
});

describe("a role is not cut in two", () => {
  test.each([
    [
      "owner of what?",
      "Halden's ferry expert and owner, Ada Moor, waved. “We are late,” Moor said.",
      "Halden's ferry expert and owner",
    ],
    ["half of two offices", "The mayor and chairman, Ada Moor, waved. “We are late,” Moor said.", "mayor and chairman"],
    [
      "author of what?",
      "Harbor scientist and study co-author Ada Moor waved. “We are late,” Moor said.",
      "Harbor scientist and study co-author",
    ],
    [
      "before what a second one is of",
      "“We are late,” said Ada Moor, a professor of tides at Varen University and a co-author of 2031.",
      "a professor of tides at Varen University",
    ],
    [
      "inside the name of a house with its place",
      "“We are late,” said Ada Moor, a nurse at the University of Ossel, Marsh Harbor, who rowed.",
      "a nurse at the University of Ossel, Marsh Harbor",
    ],
    [
      "behind the letters of a house",
      "Varen Sugar Board (VSB) chief Ada Moor said: “We are late for the tide.”",
      "Varen Sugar Board (VSB) chief",
    ],
    [
      "where the place could be a first name",
      "“We are late,” said Ada Moor, a nurse at the University of Ossel, San Diego, who rowed.",
      "a nurse at the University of Ossel, San Diego",
    ],
    ["behind an adjective", "As early retiree Ada Moor wrote, “the road is long for all of us.”", "early retiree"],
  ])("%s", (_what, text, role) => {
    expect(roleIn(text)).toBe(role);
  });

  test("nor goes on over somebody else behind the house", () => {
    const text = "“We are late,” said Ada Moor, a nurse at the University of Ossel, Tom Leese and others.";
    expect(roleIn(text)).not.toContain("Leese");
  });
});
