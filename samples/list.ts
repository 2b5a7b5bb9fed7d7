/** Lists every sample article as a page with what is known to be true of it: for tests, benchmarks and the README. */

import { readSamples, type SampleArticle, type SampleQuote } from "./article.ts";
import type { PageInput } from "./markup.ts";
import { getOutlet } from "./outlet.ts";
import { toPage } from "./page.ts";

export interface SampleFacts {
  readonly title: string;
  readonly outlet: string;
  readonly byline: string | null;
  /** As the text credits it; null when no wire is credited. */
  readonly agency: string | null;
  readonly language: string;
  /** Null where the page gives no date of its own: then an extractor must give none either. */
  readonly publishedAt: Date | null;
  /** The line between headline and text, where the outlet prints one; it may be taken for the text's beginning. */
  readonly standfirst: string | null;
  /** The article's own paragraphs, parted by a blank line; empty for a broken page. */
  readonly text: string;
  readonly firstWords: string;
  readonly lastWords: string;
  readonly quotes: readonly SampleQuote[];
  /** Lines of the site that must not appear in a brief. */
  readonly noise: readonly string[];
}

export interface Sample {
  readonly id: string;
  readonly url: string;
  readonly html: string;
  readonly language: string;
  readonly feedSummary: string;
  readonly expected: SampleFacts;
}

const LISTED_AT = new Date("2026-11-20T08:00:00Z");
const WORDS_LENGTH = 40;
const HOUR_MS = 3_600_000;

/** At most WORDS_LENGTH characters, cut between words where the script has spaces. */
function toFirstWords(text: string): string {
  const head = text.slice(0, WORDS_LENGTH);
  if (head === text) return head;
  return head.includes(" ") ? head.slice(0, head.lastIndexOf(" ")) : head;
}

function toLastWords(text: string): string {
  const tail = text.slice(-WORDS_LENGTH);
  if (tail === text) return tail;
  return tail.includes(" ") ? tail.slice(tail.indexOf(" ") + 1) : tail;
}

function toFacts(article: SampleArticle, publishedAt: Date): SampleFacts {
  const outlet = getOutlet(article.outletId);
  const paragraphs = article.page === "broken" ? [] : article.text.split("\n\n");
  const noise = article.blocks.flatMap((block) =>
    block.kind === "see" || block.kind === "more" || block.kind === "ad" || block.kind === "newsletter"
      ? [block.text]
      : [],
  );
  return {
    title: article.title,
    outlet: outlet.title,
    byline: article.byline,
    agency: article.agency,
    language: article.language,
    publishedAt: outlet.template === "aggregator" || article.page === "broken" ? null : publishedAt,
    standfirst: outlet.template === "modern" && article.page === "whole" ? article.summary : null,
    text: paragraphs.join("\n\n"),
    firstWords: toFirstWords(paragraphs[0] ?? ""),
    lastWords: toLastWords(paragraphs.at(-1) ?? ""),
    quotes: article.page === "broken" ? [] : article.quotes,
    noise: article.bio === null ? noise : [...noise, article.bio],
  };
}

export function listSamples(): readonly Sample[] {
  const articles = readSamples();
  const toUrl = (article: SampleArticle): string => `https://${article.outletId}.example/${article.id}.html`;
  return articles.map((article, index) => {
    const url = toUrl(article);
    const outlet = getOutlet(article.outletId);
    const others = articles.filter((each) => each !== article && each.language === article.language);
    const page: PageInput = {
      article,
      outlet,
      url,
      homepage: `https://${outlet.id}.example/`,
      publishedAt: new Date(LISTED_AT.getTime() - index * HOUR_MS),
      now: LISTED_AT,
      others: others.map((each) => ({ title: each.title, url: toUrl(each) })),
    };
    return {
      id: article.id,
      url,
      html: toPage(page),
      language: article.language,
      feedSummary: article.summary,
      expected: toFacts(article, page.publishedAt),
    };
  });
}
