/** Which quotes stand for a story. */

import { describe, expect, test } from "vitest";
import type { Quote } from "../../../../src/domain/article.ts";
import { chooseQuotes } from "../../../../src/quotes/choosing/choose-quotes.ts";

const HEADLINE = "Bridge at Port Hale opens in May after delays";

function buildQuote(text: string, speaker: string | null, start: number, rest: Partial<Quote> = {}): Quote {
  const end = start + text.length;
  const named = { mention: speaker ?? "", start: 0, end: 1, name: speaker ?? "", role: null, kind: "person" } as const;
  return {
    text,
    start,
    end,
    type: "direct",
    speaker: speaker === null ? null : named,
    cue: { text: "said", start: end, end: end + 4 },
    group: start,
    ...rest,
  };
}

/** A text in which each quote opens a paragraph. */
const toText = (quotes: readonly Quote[]): string => {
  const characters = [..."x".repeat(2000)];
  for (const { start } of quotes) characters.splice(Math.max(0, start - 3), 3, "\n", "\n", "“");
  return characters.join("");
};

const choose = (quotes: readonly Quote[], max = 2, sentences: { start: number; end: number }[] = []) =>
  chooseQuotes(quotes, {
    headline: HEADLINE,
    text: toText(quotes),
    language: "en",
    sentences: sentences.map((span) => ({ ...span, text: "", edited: false })),
    max,
  }).map((quote) => quote.text);

describe("key quotes", () => {
  const open = buildQuote("The bridge will open in May, whatever the weather brings.", "Ada Moor", 400);
  const cost = buildQuote("We asked the council three times for a crossing and never had an answer.", "Nell Orr", 900);
  const more = buildQuote("The bridge has cost less than we feared it would.", "Ada Moor", 500);

  test("come from different speakers where there are several sides", () => {
    expect(choose([open, more, cost])).toEqual([open.text, cost.text]);
  });

  test("are not of a last name alone beside somebody of that name in full", () => {
    const short = buildQuote(cost.text, "Moor", 900);
    expect(choose([open, short])).toEqual([open.text]);
    expect(choose([open, { ...short, speaker: buildQuote("", "Orr", 0).speaker }])).toEqual([open.text, cost.text]);
  });

  test("are rather of somebody whose role is told than of a name that says nothing", () => {
    const withRole = (quote: Quote, role: string): Quote => ({
      ...quote,
      speaker: quote.speaker === null ? null : { ...quote.speaker, role },
    });
    expect(choose([open, withRole(cost, "ferry captain")], 1)).toEqual([cost.text]);
    expect(choose([withRole(open, "mayor"), cost], 1)).toEqual([open.text]);
  });

  test("begin with the one most tied to the headline", () => {
    expect(choose([buildQuote("We shall see what comes of all of this.", "Joris Venn", 10), open])[0]).toBe(open.text);
  });

  test("of one speaker stay in the order in which they were said", () => {
    const first = buildQuote(
      "Everybody on the coast has waited nine winters for a crossing of their own.",
      "Ada Moor",
      400,
    );
    const second = buildQuote("The bridge at Port Hale opens in May, and we will all dance on it.", "Ada Moor", 700);
    expect(choose([first, second])).toEqual([first.text, second.text]);
  });

  test("do not repeat a summary sentence", () => {
    expect(choose([open, cost], 2, [{ start: 390, end: 480 }])).toEqual([cost.text]);
  });

  test("do not say again what the summary has in marks", () => {
    const again = buildQuote("This bridge makes absolutely no sense, and I will fight it to the end.", "Ada Moor", 400);
    const shown = (text: string) =>
      chooseQuotes([again, cost], {
        headline: HEADLINE,
        text: toText([again, cost]),
        language: "en",
        sentences: [{ start: 0, end: 5, text, edited: false }],
        max: 2,
      }).map((quote) => quote.text);
    expect(shown("Moor said the bridge “makes absolutely no sense.”")).toEqual([cost.text]);
    expect(shown("Moor said the bridge was “no sense.”")).toContain(again.text);
  });

  test("are not two words, unless they are the news", () => {
    expect(choose([buildQuote("quite happy", "Ada Moor", 10)])).toEqual([]);
    expect(choose([buildQuote("after delays", "Ada Moor", 10)])).toEqual(["after delays"]);
  });

  test("are of somebody named, where one of them is", () => {
    const nobody = buildQuote("The bridge at Port Hale has been paid for twice over by now.", null, 700);
    const document = { ...nobody, speaker: { ...open.speaker, name: "the statement", kind: "document" } } as Quote;
    expect(choose([open, nobody])).toEqual([open.text]);
    expect(choose([open, document])).toEqual([open.text]);
  });

  test("have their marks in pairs", () => {
    expect(choose([buildQuote("The bridge “will open in May and stay open.", "Ada Moor", 10)])).toEqual([]);
  });

  test.each([
    "But that is not how any of this went.",
    "and nobody on the other bank was ever asked about it.",
    "They’re doing it again, and she knows it.",
    "to carry the cost of a bridge over three years",
  ])("do not lean on the text before: %s", (text) => {
    expect(choose([buildQuote(text, "Ada Moor", 400)])).toEqual([]);
  });

  test("are fewer than asked for where only some are fit to print", () => {
    const weak = buildQuote("It is what it is.", "Joris Venn", 1200);
    expect(choose([open, weak, cost], 3)).toEqual([open.text, cost.text]);
  });

  test("are none where there is none", () => {
    expect(choose([])).toEqual([]);
  });
});
