/** What somebody said long before the news, or took back at once, is no key quote of it. */

import { describe, expect, test } from "vitest";
import { chooseQuotes } from "../../../../src/quotes/choosing/choose-quotes.ts";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const HEADLINE = "Ada Moor opens the longer pier of Varen";
const LEAD = "Ada Moor opened a longer pier for the ferries of Varen on Monday.";

/** The key quotes of an article that goes on as told, all of them judged fit. */
function chosen(rest: string, publishedAt: string | null = "2030-12-20"): readonly string[] {
  const text = `${LEAD}\n\n${rest}`;
  const context = {
    headline: HEADLINE,
    text,
    language: "en",
    sentences: [{ text: LEAD, start: 0, end: LEAD.length, edited: false }],
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
    max: 3,
  };
  const fit = (): { fit: number; key: number } => ({ fit: 1, key: 1 });
  return chooseQuotes(findQuotes(text, { language: "en" }), context, fit).map((quote) => quote.text);
}

const WORDS = "The ferries of Varen need a pier as long as the tide is wide.";

describe("a quote that is older than the news", () => {
  test.each([
    ["in a month of another year", `“${WORDS}” Moor said during a May 2029 show of the harbor radio.`],
    ["in a year", `In 2025, Moor told the Tidings: “${WORDS}”`],
    ["last year", `“${WORDS}” Moor told the Tidings last year.`],
    ["at an event earlier this month", `“${WORDS}” Moor said at the boat fair earlier this month.`],
    ["days before", `“${WORDS}” Moor said in a statement on December 17.`],
    ["as somebody had said", `The poet Joris Venn had said, “${WORDS}”`],
  ])("is not shown: %s", (_, rest) => {
    expect(chosen(rest)).toEqual([]);
  });

  test.each([
    ["without a time", `“${WORDS}” Moor said.`],
    ["on the day before the news", `“${WORDS}” Moor said in a statement on December 19.`],
    ["in the year of the news", `“${WORDS}” Moor said in December 2030.`],
    ["a year that tells of the speaker", `“${WORDS}” said Moor, who built the old pier in 2019.`],
    ["a year within what is said", "“In 2019, the ferries of Varen lost their pier,” Moor said."],
  ])("is shown: %s", (_, rest) => {
    expect(chosen(rest)).toHaveLength(1);
  });

  test("is shown where the date of the news is not known", () => {
    expect(chosen(`“${WORDS}” Moor said in May 2029.`, null)).toHaveLength(1);
  });

  test("stands for all of what was said there", () => {
    const rest =
      "“The ferries of Varen are boats,” Moor said at the boat fair last year. “A pier for ferries is a home.”";
    expect(chosen(rest)).toEqual([]);
  });
});

describe("a quote that its speaker takes back", () => {
  test("is not shown", () => {
    const rest =
      "“We always said the ferries of Varen would have two piers,” Moor said. “We tried. But now, of course, there is one.”";
    expect(chosen(rest)).not.toContain("We always said the ferries of Varen would have two piers,");
  });

  test("is shown where the rest goes on", () => {
    const rest =
      "“We always said the ferries of Varen would have two piers,” Moor said. “We tried. But the sea is a good teacher.”";
    expect(chosen(rest)).toContain("We always said the ferries of Varen would have two piers,");
  });
});

describe("a quote on some thing that nothing shown tells of", () => {
  test("is not shown", () => {
    const rest =
      "Moor also writes songs with Joris Venn, who sails around the cape each spring with a drum and a lamp.\n\n“It is a song, do not get me wrong, and at the same time a kind of dance,” Venn said.";
    expect(chosen(rest)).toEqual([]);
  });
});
