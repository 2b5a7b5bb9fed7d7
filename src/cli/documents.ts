/** The parts as commands of the command line: brief, quotes, extract and entries, for one document or for many. */

import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { extractArticle } from "../articles/extract.ts";
import { readPastedText } from "../articles/pasted/read-pasted.ts";
import {
  type Brief,
  type ExtractedArticle,
  SUMMARY_BUDGET,
  type Summarizer,
  type SummaryBudget,
} from "../domain/article.ts";
import { UserError } from "../domain/errors.ts";
import { parseFeed } from "../feeds/parse.ts";
import { readDate } from "../languages/shared/dates/dates.ts";
import { decodeBytes, isBinary } from "../net/decode.ts";
import type { Download } from "../net/download.ts";
import { makeBrief } from "../news/make-brief.ts";
import { findQuotes } from "../quotes/find-quotes.ts";
import { findIndirectSpeech } from "../quotes/indirect.ts";
import { type Input, readInput } from "./input.ts";
import { DOCUMENT_ID, runJsonLines } from "./jsonl.ts";
import { printArticle, printBrief, printFeed, printQuotes } from "./print.ts";

export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly download: Download;
}

export interface OutputOptions {
  readonly json?: boolean;
  readonly jsonl?: boolean;
}

export interface BudgetOptions {
  readonly sentences?: number;
  readonly words?: number;
  readonly quotes?: number;
}

const QUOTES_DEFAULT = 3;
/** For those who ask for words alone. */
const SENTENCES_MAX = 20;

const LANGUAGE = z.string().max(35).nullish();
const BRIEF_LINE = z
  .object({
    id: DOCUMENT_ID,
    text: z.string().nullish(),
    html: z.string().nullish(),
    title: z.string().nullish(),
    url: z.string().nullish(),
    language: LANGUAGE,
    publishedAt: z.string().nullish(),
  })
  .refine((line) => typeof line.text === "string" || typeof line.html === "string", "expected text or html");
const QUOTES_LINE = z.object({ id: DOCUMENT_ID, text: z.string(), language: LANGUAGE });
const EXTRACT_LINE = z.object({ id: DOCUMENT_ID, html: z.string(), url: z.string().nullish() });

/** `en-US` to `en`; unknown when there is none. */
function toTag(language: string | null | undefined): string | null {
  const tag = language?.toLowerCase().split(/[-_]/)[0] ?? "";
  return /^[a-z]{2,3}$/.test(tag) ? tag : null;
}

/** A limit of words alone is filled with as many sentences as fit, one of sentences alone with as many words. */
function toBudget({ sentences, words }: BudgetOptions): SummaryBudget {
  if (sentences === undefined && words === undefined) return SUMMARY_BUDGET;
  return { sentencesMax: sentences ?? SENTENCES_MAX, wordsMax: words ?? Number.MAX_SAFE_INTEGER };
}

async function briefOf(article: ExtractedArticle, options: BudgetOptions, summarizer: Summarizer): Promise<Brief> {
  const wish = { summarizer, quotesMax: options.quotes ?? QUOTES_DEFAULT, budget: toBudget(options) };
  return (await makeBrief(article, wish)).brief;
}

function toBriefAnswer(article: ExtractedArticle, brief: Brief): Readonly<Record<string, unknown>> {
  const { title, byline, outlet, agency, publishedAt, language, text } = article;
  return {
    headline: brief.headline,
    article: { title, byline, outlet, agency, publishedAt, language, text },
    sentences: brief.sentences,
    quotes: brief.quotes,
  };
}

/** A page when it looks like HTML, else text that may be pasted from one. */
function readArticle(text: string, url: string | null, title: string | null): ExtractedArticle {
  const isPage = /^\s*(?:<!doctype html|<html|<\?xml|<head|<body|<article|<div|<p[\s>])/i.test(text.slice(0, 1000));
  return isPage ? extractArticle(text, url) : readPastedText(text, title);
}

/** Throws UserError for a picture or an archive: a brief of its bytes would be gibberish. */
function decodeInput(input: Input): string {
  const text = decodeBytes(input.bytes, input.contentType, "html");
  if (isBinary(text))
    throw new UserError("bad-option", "This is no text. Expected an article as text or as a web page.");
  return text;
}

const write = (terminal: Terminal, text: string): void => {
  terminal.stdout.write(text);
};
const writeJson = (terminal: Terminal, value: unknown): void => write(terminal, `${JSON.stringify(value)}\n`);

/** Each resolves with how many documents failed. */
export async function runBrief(
  where: string,
  options: OutputOptions & BudgetOptions,
  terminal: Terminal,
  summarizer: Summarizer,
): Promise<number> {
  if (options.jsonl === true) {
    return runJsonLines({
      input: terminal.stdin,
      output: terminal.stdout,
      schema: BRIEF_LINE,
      handle: async (line) => {
        const url = line.url ?? null;
        const read =
          typeof line.html === "string"
            ? extractArticle(line.html, url)
            : readPastedText(line.text ?? "", line.title ?? null);
        const article: ExtractedArticle = {
          ...read,
          title: line.title ?? read.title,
          language: toTag(line.language) ?? read.language,
          publishedAt:
            readDate(line.publishedAt ?? "", { language: line.language ?? null, isSureOnly: true }) ?? read.publishedAt,
        };
        return toBriefAnswer(article, await briefOf(article, options, summarizer));
      },
    });
  }
  const input = await readInput(where, "page", terminal);
  const article = readArticle(decodeInput(input), input.url, null);
  const brief = await briefOf(article, options, summarizer);
  if (options.json === true) writeJson(terminal, toBriefAnswer(article, brief));
  else write(terminal, printBrief(brief, article));
  return 0;
}

export async function runQuotes(
  where: string,
  options: OutputOptions & { readonly indirect?: boolean },
  terminal: Terminal,
): Promise<number> {
  const find = (text: string, language: string, title: string | null) => {
    const given = { language, ...(title === null ? {} : { title }) };
    const quotes = findQuotes(text, given);
    if (options.indirect !== true) return { quotes };
    return {
      quotes: [...quotes, ...findIndirectSpeech(text, { language })].sort((a, b) => a.start - b.start || b.end - a.end),
    };
  };
  if (options.jsonl === true) {
    return runJsonLines({
      input: terminal.stdin,
      output: terminal.stdout,
      schema: QUOTES_LINE,
      handle: async (line) => find(line.text, toTag(line.language) ?? "en", null),
    });
  }
  const input = await readInput(where, "page", terminal);
  const article = readArticle(decodeInput(input), input.url, null);
  if (options.json === true) writeJson(terminal, find(article.text, article.language, article.title));
  else
    write(
      terminal,
      printQuotes(findQuotes(article.text, { language: article.language, title: article.title }), article.language),
    );
  return 0;
}

export async function runExtract(where: string, options: OutputOptions, terminal: Terminal): Promise<number> {
  if (options.jsonl === true) {
    return runJsonLines({
      input: terminal.stdin,
      output: terminal.stdout,
      schema: EXTRACT_LINE,
      handle: async (line) => ({ ...extractArticle(line.html, line.url ?? null) }),
    });
  }
  const input = await readInput(where, "page", terminal);
  const article = readArticle(decodeInput(input), input.url, null);
  if (options.json === true) writeJson(terminal, article);
  else write(terminal, printArticle(article));
  return 0;
}

export async function runEntries(
  where: string,
  options: OutputOptions & { readonly contentType?: string; readonly url?: string },
  terminal: Terminal,
): Promise<number> {
  const input = await readInput(where, "feed", terminal);
  const url = options.url ?? input.url ?? "http://localhost/";
  const feed = await parseFeed(input.bytes, options.contentType ?? input.contentType, url);
  if (options.json === true) writeJson(terminal, feed);
  else write(terminal, printFeed(feed));
  return 0;
}
