/** Which quotes are about something else than what headline and summary tell. */

import { describe, expect, test } from "vitest";
import type { Quote } from "../../../../src/domain/article.ts";
import { isOffSubject, toSubject } from "../../../../src/quotes/choosing/subject.ts";

const HEADLINE = "Varen harbor opens a longer pier for ferries";
const LEAD = "The harbor of Varen opened a longer pier on Monday, three years after the old one sank.";
const NAMES = { start: 0, end: 1, role: null, kind: "person" } as const;

/** Whether the quote, between what stands before and behind it, is off the subject of headline and lead. */
function isOff(quoted: string, before: string, { behind = " Moor said.", publishedAt = "2030-12-20", gap = "" } = {}) {
  const article = `${LEAD}\n\n${gap}${before}“${quoted}”${behind}`;
  const start = article.indexOf(quoted);
  const speaker = { ...NAMES, mention: "Moor", name: "Ada Moor" };
  const end = start + quoted.length;
  const quote: Quote = { text: quoted, start, end, type: "direct", speaker, cue: null, group: 0 };
  const sentences = [{ text: LEAD, start: 0, end: LEAD.length, edited: false }];
  const published = new Date(publishedAt);
  const subject = toSubject({ headline: HEADLINE, text: article, language: "en", sentences, publishedAt: published });
  return isOffSubject(quote, subject);
}

const GAP = "The mill next door was sold to a baker from Ostrel, who wants to sell bread and honey there.\n\n";
const BAKER = "Ada Moor, who tastes every loaf, has baked bread since her childhood in Ostrel.\n\n";

describe("a quote with no word of what is shown", () => {
  test("is off the subject where what leads up to it tells of something else", () => {
    expect(isOff("My mother taught me to knead in the evenings.", BAKER, { gap: GAP })).toBe(true);
  });

  test("is not where a sentence that is shown stands right before it", () => {
    expect(isOff("My mother would have danced on those planks.", "")).toBe(false);
  });

  test("is not where nothing says what it is about", () => {
    expect(isOff("My mother would have danced on those planks.", "Moor: ", { behind: "", gap: "" })).toBe(false);
  });
});

describe("a quote with one word of it", () => {
  const before = "The baker Ada Moor remembers evenings of kneading with her mother in a kitchen in Ostrel.\n\n";

  test("is off the subject where the rest of its paragraph is about something else", () => {
    const told = "The bread of Monday was the worst that my mother ever made.";
    expect(isOff(told, before, { gap: GAP, behind: " said the baker." })).toBe(true);
  });

  test("is not where the word is one of the headline", () => {
    expect(isOff("My mother sold bread to everybody on the ferries.", before, { gap: GAP })).toBe(false);
  });
});

describe("a quote of another month", () => {
  const old = { gap: GAP, behind: " Moor wrote on Sept. 6." };

  test("is off the subject, though it has a word of the headline", () => {
    expect(isOff("I am grateful to whoever pulled me out at the pier.", BAKER, old)).toBe(true);
  });

  test("is not where it has several", () => {
    expect(isOff("The pier of Varen harbor will be the longest of all for ferries.", BAKER, old)).toBe(false);
  });

  test.each(["2030-09-20", "2030-10-20"])("is not in news of %s", (publishedAt) => {
    expect(isOff("I am grateful to whoever pulled me out at the pier.", BAKER, { ...old, publishedAt })).toBe(false);
  });
});
