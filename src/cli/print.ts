/** Briefs, quotes, articles, entries and tables as plain text for a terminal. */

import type { Brief, ExtractedArticle, Quote, StoredBrief } from "../domain/article.ts";
import type { ParsedFeed } from "../domain/feed.ts";
import { findLanguage } from "../languages/index.ts";
import { toCreditLine } from "../messages/post-lines.ts";
import { toDay } from "../messages/wording.ts";

const WIDTH = 88;

/** Breaks at blanks so that no line is longer than the width, where words allow it. */
function wrap(text: string, indent = ""): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    if (line.length > indent.length && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent;
    }
    line += (line.length > indent.length ? " " : "") + word;
  }
  lines.push(line);
  return lines.join("\n");
}

/** Who speaks, to stand below the words; null where the speakers of a language are not read, and nothing is known. */
function toSpeakerLine({ speaker }: Quote, language: string): string | null {
  if (speaker === null) return findLanguage(language).speech === null ? null : "— speaker not named";
  return `— ${toCreditLine(speaker.name, speaker.role)}`;
}

function toSourceLine(
  article: Pick<ExtractedArticle, "outlet" | "agency" | "byline" | "publishedAt" | "language">,
): string {
  const parts = [
    article.outlet,
    article.agency,
    article.byline,
    article.publishedAt === null ? null : toDay(article.publishedAt),
  ];
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

export function printBrief(brief: Brief, article: ExtractedArticle): string {
  const source = toSourceLine(article);
  const parts = [wrap(brief.headline)];
  if (source !== "") parts.push(source);
  if (brief.sentences.length > 0) parts.push(wrap(brief.sentences.map((each) => each.text).join(" ")));
  for (const quote of brief.quotes) {
    const speaker = toSpeakerLine(quote, article.language);
    parts.push(`${wrap(`“${quote.text}”`, "  > ")}${speaker === null ? "" : `\n    ${speaker}`}`);
  }
  return `${parts.join("\n\n")}\n`;
}

export function printQuotes(quotes: readonly Quote[], language: string): string {
  if (quotes.length === 0) return "No quotes found.\n";
  return quotes
    .map((quote) => {
      const cue = quote.cue === null ? "" : `  (${quote.cue.text})`;
      const mention =
        quote.speaker !== null && quote.speaker.mention !== quote.speaker.name
          ? `, printed as “${quote.speaker.mention}”`
          : "";
      const speaker = toSpeakerLine(quote, language);
      return `${wrap(`“${quote.text}”`)}\n${speaker === null ? "" : `    ${speaker}${mention}${cue}\n`}`;
    })
    .join("\n");
}

export function printArticle(article: ExtractedArticle): string {
  const facts = [toSourceLine(article), article.canonicalUrl].filter((part) => part !== null && part !== "");
  return `${[wrap(article.title), ...facts, ...article.text.split("\n\n").map((each) => wrap(each))].join("\n\n")}\n`;
}

export function printFeed(feed: ParsedFeed): string {
  const lines = feed.entries.map(
    (entry) =>
      `${entry.publishedAt === null ? "undated    " : entry.publishedAt.toISOString().slice(0, 10)}  ${entry.title}\n            ${entry.url}`,
  );
  return `${[`${feed.title ?? "Untitled feed"} (${feed.entries.length} entries)`, ...lines].join("\n")}\n`;
}

export function printSearch(briefs: readonly StoredBrief[]): string {
  if (briefs.length === 0) return "Nothing found.\n";
  return briefs
    .map(({ brief, article }) => `${printBrief(brief, article)}  ${article.url}\n`)
    .join(`\n${"-".repeat(WIDTH)}\n\n`);
}

/** Columns as wide as their widest cell; the last one runs free. */
export function printTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  return `${rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join("  ")).join("\n")}\n`;
}
