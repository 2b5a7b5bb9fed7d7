/** Makes the briefs of the sample newsroom as text: all of them to be read, and ten as a page of the documentation. */

import { listSamples, type Sample } from "../../samples/list.ts";
import { extractArticle } from "../../src/articles/extract.ts";
import { createBrief } from "../../src/briefs/create-brief.ts";
import { createExtractiveSummarizer } from "../../src/briefs/extractive/summarize.ts";
import { type Brief, type ExtractedArticle, SUMMARY_BUDGET } from "../../src/domain/article.ts";
import { findQuotes } from "../../src/quotes/find-quotes.ts";

const QUOTES_MAX = 3;
/** Every kind of page and every language of the newsroom, by their place in its list. */
const PAGE_SAMPLES = 10;
const summarizer = createExtractiveSummarizer();

export interface SampleBrief {
  readonly article: ExtractedArticle;
  readonly brief: Brief;
}

/** Throws when the page holds no article. */
export async function makeSampleBrief(sample: Sample): Promise<SampleBrief> {
  const article = extractArticle(sample.html, sample.url);
  const quotes = findQuotes(article.text, { language: article.language, title: article.title });
  const budget = { ...SUMMARY_BUDGET, quotesMax: QUOTES_MAX };
  return { article, brief: await createBrief(article, { quotes, ...budget, summarizer }) };
}

/** The documentation page: headline and sentences of every third sample, as they come out. */
export async function writeSamplePage(): Promise<string> {
  const parts = [
    "# Ten briefs, as they come out",
    "Three sentences of at most 120 words, from the sample newsroom (`samples/newsroom`, invented people and places). A test " +
      "makes them anew and compares; `npm run --silent samples -- --page > docs/briefs-read.md` writes this page, and " +
      "`npm run samples` prints all thirty with their key quotes.",
  ];
  const samples = listSamples().filter((sample) => sample.expected.text !== "");
  const step = Math.max(1, Math.floor(samples.length / PAGE_SAMPLES));
  for (const sample of samples.filter((_sample, index) => index % step === 0).slice(0, PAGE_SAMPLES)) {
    const { article, brief } = await makeSampleBrief(sample);
    parts.push(
      `## ${brief.headline}\n\n${article.outlet ?? "no outlet"}, ${article.language}`,
      brief.sentences.map(({ text }) => `> ${text}`).join("\n>\n"),
    );
  }
  return `${parts.join("\n\n")}\n`;
}
