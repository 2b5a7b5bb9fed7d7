/** What the bot takes for a quote and whom it names as the speaker, in English. */

import { describe, expect, test } from "vitest";
import { isVerbatim } from "../../../src/domain/article.ts";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";
import { fc } from "../../helpers/property.ts";

const find = (text: string, language = "en") => findQuotes(text, { language });
const said = (text: string, language = "en") =>
  find(text, language).map((quote) => [quote.text, quote.speaker?.name ?? null]);

describe("a speaker is found", () => {
  test.each([
    ["after the verb", "“The bridge will open in May,” said Ada Moor, the city engineer.", "Ada Moor"],
    ["before the verb", "“The bridge will open in May,” Ada Moor said on Monday.", "Ada Moor"],
    ["before the quotation", "Ada Moor said: “The bridge will open in May.”", "Ada Moor"],
    [
      "across an apposition",
      "“The bridge will open in May,” Ada Moor, the chief engineer of Port Hale, told reporters.",
      "Ada Moor",
    ],
    ["as an organization", "“Talks will go on,” the Harbor Ministry said in a statement.", "Harbor Ministry"],
    [
      "behind “according to”",
      "The plan is “a gift to nobody but the rich people of the coast,” according to Ada Moor.",
      "Ada Moor",
    ],
  ])("%s", (_, text, name) => {
    expect(said(text).map(([, speaker]) => speaker)).toEqual([name]);
  });

  test("for words that go on after the attribution", () => {
    const quotes = find("“We have waited long enough,” Ada Moor said. “Now the bridge will open.”");
    expect(quotes.map((quote) => quote.speaker?.name)).toEqual(["Ada Moor", "Ada Moor"]);
    expect(new Set(quotes.map((quote) => quote.group)).size).toBe(1);
  });

  test("with the full name when only a pronoun stands at the quote", () => {
    const text =
      "Engineer Ada Moor opened the bridge on Monday. Moor said it had cost less than planned.\n\n“We are proud of it,” she said.";
    expect(find(text).at(-1)?.speaker).toMatchObject({ mention: "she", name: "Ada Moor" });
  });
});

test("a statement is quoted as a document, not as the politicians named before it", () => {
  const text =
    "Joris Venn and Oleg Tarr spoke on Monday. The Coast Council said that talks had begun.\n\n“Our side stressed that nobody may interfere in the affairs of the coast,” the statement added from Varen.";
  expect(find(text).at(-1)?.speaker).toMatchObject({ mention: "the statement", kind: "document" });
});

test("an author box's description of itself is no quote", () => {
  const text =
    "Coast talks go on\n\nMust read\n\nNell Orr\nNell Orr\n“Keen gardener. Passionate cook. Evil tea geek.”\n\nThe ministry said on Monday that talks on the coast would go on for as long as both sides wished it.";
  expect(find(text)).toEqual([]);
});

test("marks without a partner and the words they put in doubt are left out", () => {
  const text =
    "The ministry said in a statement that the two men “raised the possibility of a meeting on the coast.” The sides “decided to” remain in contact “in this regard.\n\nThe harbor was quiet.";
  expect(find(text)).toEqual([]);
});

test("without a room there are marks and no speakers", () => {
  expect(said("Ada Moor lausus: „Sild avatakse toukokuus kõigile.“", "et")).toEqual([
    ["Sild avatakse toukokuus kõigile.", null],
  ]);
});

describe("for any text", () => {
  const fragment = fc.constantFrom(
    "“",
    "”",
    '"',
    "''",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "「",
    "」",
    "\n",
    "\n\n",
    " ",
    ". ",
    ", ",
    "said ",
    "Ada Moor ",
    "he ",
    "the ",
    "(",
    ")",
    "statement ",
    "according to ",
    "who ",
    "and ",
    "Mr. ",
    "\ud83d",
    "sagte ",
    "…",
    "—",
  );
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join("")),
  );

  test("quotes are copied from it, in order, apart from one another, their speakers too", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("en", "de", "fr", "xx", "zh", ""), (text, language) => {
        const quotes = find(text, language);
        quotes.forEach((quote, index) => {
          expect(isVerbatim(quote, text)).toBe(true);
          expect(quote.start).toBeGreaterThanOrEqual(quotes[index - 1]?.end ?? 0);
          if (quote.speaker !== null)
            expect(text.slice(quote.speaker.start, quote.speaker.end)).toBe(quote.speaker.mention);
          if (quote.cue !== null) expect(text.slice(quote.cue.start, quote.cue.end)).toBe(quote.cue.text);
        });
      }),
      { numRuns: 500 },
    );
  });
});
