/** Prints the briefs of the sample newsroom, to be read by a person. `npm run samples` */

import { listSamples } from "../samples/list.ts";
import { extractArticle } from "../src/articles/extract.ts";
import { createBrief } from "../src/briefs/create.ts";
import { createExtractiveSummarizer } from "../src/briefs/extractive.ts";
import { toMessage } from "../src/domain/errors.ts";
import { findQuotes } from "../src/quotes/find.ts";

const SAMPLES_MAX = 30;
const summarizer = createExtractiveSummarizer();
for (const sample of listSamples().slice(0, SAMPLES_MAX)) {
  try {
    const article = extractArticle(sample.html, sample.url);
    const quotes = findQuotes(article.text, { language: article.language });
    const brief = await createBrief(article, { quotes, sentencesMax: 3, wordsMax: 120, quotesMax: 3, summarizer });
    console.log(
      `\n${brief.headline}\n(${article.outlet ?? "no outlet"}${article.agency === null ? "" : `, ${article.agency}`}, ${article.language})`,
    );
    for (const sentence of brief.sentences) console.log(`  ${sentence.text}`);
    for (const quote of brief.quotes)
      console.log(`    > ${quote.text} — ${quote.speaker?.name ?? "speaker not named"}`);
  } catch (error) {
    console.log(`\n${sample.id}: ${toMessage(error)}`);
  }
}
