/** What is about something else than headline and summary is quoted only where nothing else is, and its speaker is known. */

import { expect, test } from "vitest";
import type { Quote } from "../../../../src/domain/article.ts";
import { chooseQuotes } from "../../../../src/quotes/choosing/choose-quotes.ts";
import { isOffSubject, toSubject } from "../../../../src/quotes/choosing/subject.ts";

const HEADLINE = "Varen harbor opens a longer pier for ferries";
const LEAD = "The harbor of Varen opened a longer pier on Monday, three years after the old one sank.";
const GAP = "The mill next door was sold to a baker from Ostrel, who wants to sell bread and honey there.";
const BAKER = "Ada Moor, who tastes every loaf, has baked bread since her childhood in Ostrel.";
const BREAD = "Good bread needs honest flour, clean water and plenty of patience in a warm kitchen,";
const HARBOR = "The longer pier will bring three more ferries to the harbor every day,";

const TEXT = `${LEAD} “${HARBOR}” said Nell Orr.\n\n${GAP}\n\n${BAKER} “${BREAD}” said Moor.\n\nShe will open in May.`;
const SENTENCES = [{ text: LEAD, start: 0, end: LEAD.length, edited: false }];

function quoteOf(text: string, name: string, role: string | null): Quote {
  const start = TEXT.indexOf(text);
  const end = start + text.length;
  const speaker = { mention: name, start: 0, end: 1, name, role, kind: "person" } as const;
  const cue = { text: "said", start: end + 2, end: end + 6 };
  return { text, start, end, type: "direct", speaker, cue, group: start };
}

const baker = quoteOf(BREAD, "Ada Moor", "baker from Ostrel");
const shown = { headline: HEADLINE, text: TEXT, language: "en", sentences: SENTENCES };
const choose = (...quotes: readonly Quote[]): readonly string[] =>
  chooseQuotes(quotes, { ...shown, max: 3 }).map(({ text }) => text);

test("a whole statement off the subject is better than no quote", () => {
  expect(isOffSubject(baker, toSubject(shown))).toBe(true);
  expect(choose(baker)).toEqual([BREAD]);
});

test("but not beside one on the subject, nor by somebody the reader does not know", () => {
  expect(choose(baker, quoteOf(HARBOR, "Nell Orr", "mayor of Varen"))).toEqual([HARBOR]);
  expect(choose(quoteOf(BREAD, "Ada Moor", null))).toEqual([]);
});
