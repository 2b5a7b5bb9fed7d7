/** One article whole: its text as it was read, and where in it each sentence and quote of the brief stands. */

import type { Quote, StoredBrief } from "../../../domain/article.ts";
import { toArticlePage } from "../page-paths.ts";
import { HEADLINE_LENGTH_MAX, NAME_LENGTH_MAX, shorten, shortenName } from "../render.ts";
import type { ArticleShape } from "./shapes.ts";
import { nameHeadline, type Reader, readId, toBriefShape } from "./to-shapes.ts";

/** Of quotes that are no key quotes; an interview may have hundreds. */
const QUOTES_MAX = 200;

/** As a post names the speaker, which is not by a pronoun. */
function toMarkedSpeaker(quote: Quote, stored: StoredBrief, { archive, language }: Reader) {
  const [shown] = archive.toPost({ ...stored, brief: { ...stored.brief, quotes: [quote] } }, language).quotes;
  if (quote.speaker === null || shown === undefined || shown.speaker === null) return null;
  const { mention, start, end } = quote.speaker;
  return { name: shorten(shown.speaker, NAME_LENGTH_MAX), role: shortenName(shown.role), mention, start, end };
}

const isSame = (a: Quote, b: Quote): boolean => a.start === b.start && a.end === b.end;

export async function readArticle(asked: string, reader: Reader): Promise<ArticleShape | null> {
  const id = readId(asked);
  const { articles } = reader.archive;
  const stored = id === null ? null : await articles.find(id);
  if (stored === null || id === null) return null;
  const { article, brief } = stored;
  const all = ((await articles.listQuotes([id])).get(id) ?? []).slice(0, QUOTES_MAX);
  const quotes = [...all, ...brief.quotes.filter((key) => !all.some((quote) => isSame(quote, key)))];
  const editions = await articles.listEditions(id);
  const shape = toBriefShape(stored, reader);
  const toHeadline = (text: string): string =>
    nameHeadline(shorten(text, HEADLINE_LENGTH_MAX), shape.outlet, shape.url);
  return {
    ...shape,
    title: toHeadline(article.title),
    text: article.text,
    basisReason: article.basisReason,
    marks: {
      sentences: brief.sentences.map(({ text, start, end, edited }) => ({ text, start, end, isEdited: edited })),
      quotes: quotes
        .toSorted((a, b) => a.start - b.start)
        .map((quote) => ({
          text: quote.text,
          start: quote.start,
          end: quote.end,
          isKey: brief.quotes.some((key) => isSame(quote, key)),
          speaker: toMarkedSpeaker(quote, stored, reader),
          cue: quote.cue === null ? null : { start: quote.cue.start, end: quote.cue.end },
        })),
    },
    editions: editions.map((edition) => ({
      id: edition.id,
      page: toArticlePage(edition.id),
      headline: toHeadline(edition.headline),
      fetchedAt: edition.fetchedAt.toISOString(),
      isCurrent: edition.isCurrent,
    })),
  };
}
