/** What every language of src/languages must read, run on sentences of its own: tests/contract/languages/XX.json. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { hasCaptionOpening, isConsent } from "../../src/articles/site-lines/site-phrases.ts";
import { LANGUAGES } from "../../src/languages/index.ts";
import { findDateFields } from "../../src/languages/shared/dates/dates.ts";
import { splitSentences } from "../../src/languages/shared/sentences.ts";
import { findQuotes } from "../../src/quotes/find-quotes.ts";

const FOLDER = new URL("./languages/", import.meta.url);

/** The language lacks the thing, and the reason says why. */
const skip = z.strictObject({ skip: z.string().min(10) });
/** What is known not to be read yet. The test then asks that it fails: whoever mends it takes the gap out. */
const gap = z.string().min(10).optional();
const text = z.string().min(1);

const quoteCase = z.strictObject({ text, quote: text, speaker: text, role: text.optional(), gap });
const sentenceCase = z.strictObject({ text, sentences: z.array(text).min(2), gap });

const sentencesSchema = z.strictObject({
  /** One text for each pair of marks in use. */
  marks: z.array(z.strictObject({ text, quote: text, gap })).min(2),
  verbBefore: z.union([skip, quoteCase]),
  verbAfter: z.union([skip, quoteCase]),
  twoSpeakers: z.union([skip, quoteCase]),
  roleBefore: z.union([skip, quoteCase]),
  roleAfter: z.union([skip, quoteCase]),
  pronoun: z.union([skip, quoteCase]),
  /** Words that go on behind their speaker: both are one utterance of one speaker. */
  continued: z.union([skip, z.strictObject({ text, quotes: z.array(text).length(2), speaker: text, gap })]),
  abbreviation: z.union([skip, sentenceCase]),
  initials: z.union([skip, sentenceCase]),
  decimals: z.union([skip, sentenceCase]),
  dateWithYear: z.strictObject({ text, day: z.iso.date(), gap }),
  dateWithoutYear: z.strictObject({ text, gap }),
  /** `pattern` has {} where the name stands. */
  months: z.strictObject({ pattern: z.string().includes("{}"), names: z.array(text).length(12), gap }),
  weekday: z.union([skip, z.strictObject({ text, day: z.iso.date(), gap })]),
  consent: z.strictObject({ text, gap }),
  credit: z.strictObject({ text, gap }),
});

type QuoteCase = z.infer<typeof quoteCase>;

/** Runs a check, leaves it out with its reason, or holds a known gap open to view. */
function check<Case extends object>(
  name: string,
  given: Case | z.infer<typeof skip>,
  run: (known: Case) => void,
): void {
  if ("skip" in given) {
    test.skip(`${name}: ${given.skip}`, () => {});
    return;
  }
  const reason = "gap" in given && typeof given.gap === "string" ? given.gap : null;
  if (reason === null) test(name, () => run(given));
  else test.fails(`${name} (gap: ${reason})`, () => run(given));
}

describe("the languages", () => {
  test("each has a file of sentences, and each file a language", () => {
    const files = readdirSync(FOLDER).map((name) => name.replace(".json", ""));
    expect(files.sort()).toEqual(LANGUAGES.map(({ tag }) => tag).sort());
  });
});

const TAGS = LANGUAGES.map(({ tag }) => tag).filter((tag) => existsSync(new URL(`${tag}.json`, FOLDER)));

describe.each(TAGS)("%s", (tag) => {
  const known = sentencesSchema.parse(JSON.parse(readFileSync(new URL(`${tag}.json`, FOLDER), "utf8")));

  const quotesOf = (given: string) => findQuotes(given, { language: tag });
  const readQuote = ({ text: given, quote, speaker, role }: QuoteCase): void => {
    const found = quotesOf(given).find((each) => each.text === quote);
    expect(found?.speaker?.name).toBe(speaker);
    if (role !== undefined) expect(found?.speaker?.role).toBe(role);
  };
  const readSentences = ({ text: given, sentences }: z.infer<typeof sentenceCase>): void => {
    expect(splitSentences(given, tag).map(({ start, end }) => given.slice(start, end).trim())).toEqual(sentences);
  };

  for (const each of known.marks)
    check(`marks: ${each.text}`, each, ({ text: given, quote }) =>
      expect(quotesOf(given).map((found) => found.text)).toEqual([quote]),
    );
  check("verb before the quotation", known.verbBefore, readQuote);
  check("verb behind the quotation", known.verbAfter, readQuote);
  check("two speakers of one quotation", known.twoSpeakers, readQuote);
  check("role before the name", known.roleBefore, readQuote);
  check("role behind the name", known.roleAfter, readQuote);
  check("pronoun", known.pronoun, readQuote);
  check("continued quotation", known.continued, ({ text: given, quotes, speaker }) => {
    const found = quotesOf(given);
    expect(found.map((each) => each.text)).toEqual(quotes);
    expect(found.map((each) => each.speaker?.name)).toEqual([speaker, speaker]);
    expect(new Set(found.map((each) => each.group)).size).toBe(1);
  });
  check("abbreviation at a sentence end", known.abbreviation, readSentences);
  check("initials", known.initials, readSentences);
  check("decimals", known.decimals, readSentences);
  const dayOf = (given: string): string => {
    const found = findDateFields(given, { language: tag });
    return found === null
      ? "none"
      : new Date(Date.UTC(found.year, found.month - 1, found.day)).toISOString().slice(0, 10);
  };
  check("a date with its year", known.dateWithYear, ({ text: given, day }) => expect(dayOf(given)).toBe(day));
  check("a date without a year is none", known.dateWithoutYear, ({ text: given }) => expect(dayOf(given)).toBe("none"));
  check("the names of months", known.months, ({ pattern, names }) =>
    expect(names.map((name) => dayOf(pattern.replace("{}", name)).slice(0, 7))).toEqual(
      names.map((_, month) => `2026-${String(month + 1).padStart(2, "0")}`),
    ),
  );
  check("a weekday that looks like a month", known.weekday, ({ text: given, day }) => expect(dayOf(given)).toBe(day));
  check("consent line", known.consent, ({ text: given }) => expect(isConsent(given)).toBe(true));
  check("credit line", known.credit, ({ text: given }) => expect(hasCaptionOpening(given)).toBe(true));
});
