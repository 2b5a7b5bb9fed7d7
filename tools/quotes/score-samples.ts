/** Reads every sample page as the bot does and lists where quotes and speakers differ from what the sample's author knows. */

import { listSamples } from "../../samples/list.ts";
import { extractArticle } from "../../src/articles/extract.ts";
import type { Quote } from "../../src/domain/article.ts";
import { findQuotes } from "../../src/quotes/find-quotes.ts";

interface Tally {
  facts: number;
  found: number;
  right: number;
  extra: number;
}

const overlaps = (text: string, quote: Quote, words: string): boolean => {
  const start = text.indexOf(words);
  return start >= 0 && start < quote.end && quote.start < start + words.length;
};

const bare = (name: string): string => name.replace(/^(?:the|a|an) /i, "");

const isSame = (given: string | null, expected: string | null): boolean =>
  given === null || expected === null ? given === expected : bare(given) === bare(expected);

const tallies = new Map<string, Tally>();
for (const sample of listSamples().filter((each) => each.expected.text !== "")) {
  const article = extractArticle(sample.html, sample.url);
  const found = findQuotes(article.text, { language: article.language, title: article.title });
  const tally = tallies.get(sample.language) ?? { facts: 0, found: 0, right: 0, extra: 0 };
  tallies.set(sample.language, tally);
  const used = new Set<Quote>();
  for (const { text, speaker } of sample.expected.quotes) {
    tally.facts += 1;
    const quote = found.find((each) => overlaps(article.text, each, text));
    if (quote === undefined) {
      console.log(`${sample.id}: not found: “${text}”`);
      continue;
    }
    used.add(quote);
    tally.found += 1;
    if (isSame(quote.speaker?.name ?? null, speaker)) tally.right += 1;
    else console.log(`${sample.id}: ${quote.speaker?.name ?? "nobody"} in place of ${speaker ?? "nobody"}: “${text}”`);
  }
  for (const quote of found.filter((each) => !used.has(each))) {
    tally.extra += 1;
    console.log(
      `${sample.id}: no quote by its author: “${quote.text.slice(0, 80)}” — ${quote.speaker?.name ?? "nobody"}`,
    );
  }
}
console.log("\nlanguage  quotes  found  speaker right  beyond the facts");
for (const [language, { facts, found, right, extra }] of tallies)
  console.log(
    `${language.padEnd(8)}${String(facts).padStart(8)}${String(found).padStart(7)}${String(right).padStart(15)}${String(extra).padStart(18)}`,
  );
