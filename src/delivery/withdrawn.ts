/** Quotes a post has carried that its article, or another outlet's, has taken back or put right since. */

import type { Quote, StoredBrief } from "../domain/article.ts";
import type { ArticleId } from "../domain/id.ts";
import type { ArticleStore } from "../domain/store.ts";
import type { Display } from "../domain/subscription.ts";
import { findFate, type QuoteFate } from "../matching/quotes/gone-quote.ts";

/** An article corrected more often is told by its last editions. */
const EDITIONS_MAX = 6;
const QUOTES_MAX = 40;

export interface TakenBack {
  readonly quote: Quote;
  readonly fate: QuoteFate;
}

type Reading = Pick<ArticleStore, "get" | "listEditions" | "listQuotes">;
type Current = Pick<StoredBrief, "article" | "isUpdated">;

/** Editions before this one; from the one that stood at a moment on, where one is given. */
async function listEarlier({ article }: Current, since: Date | null, articles: Reading): Promise<readonly ArticleId[]> {
  const all = await articles.listEditions(article.id, { ownFeedIds: [article.feedId] });
  const before = all.filter((edition) => !edition.isCurrent);
  const first = since === null ? 0 : before.findLastIndex(({ fetchedAt }) => fetchedAt <= since);
  return before
    .slice(Math.max(0, first))
    .slice(-EDITIONS_MAX)
    .map(({ id }) => id);
}

/** Of the quotes that `choose` picks from each earlier edition, those that are gone; each once. */
async function findGone(
  current: Current,
  since: Date | null,
  articles: Reading,
  choose: (earlier: StoredBrief) => Promise<readonly Quote[]>,
): Promise<readonly TakenBack[]> {
  if (!current.isUpdated || current.article.basis !== "page") return [];
  const { id, text: now, language } = current.article;
  const quotesNow = (await articles.listQuotes([id])).get(id) ?? [];
  const gone = new Map<string, TakenBack>();
  for (const editionId of await listEarlier(current, since, articles)) {
    const earlier = await articles.get(editionId);
    if (earlier.article.basis !== "page") continue;
    for (const quote of await choose(earlier)) {
      const fate = findFate(quote, { before: earlier.article.text, now, quotesNow, language });
      if (fate !== null) gone.set(quote.text, { quote, fate });
    }
  }
  return [...gone.values()];
}

/** The key quotes of a post, and those that stand in its summary. */
async function listCarried(
  { article, brief }: StoredBrief,
  { quotesMax, sentencesMax }: Shown,
  articles: Reading,
): Promise<readonly Quote[]> {
  const sentences = brief.sentences.slice(0, sentencesMax);
  const all = (await articles.listQuotes([article.id])).get(article.id) ?? [];
  const inSummary = all.filter(({ start, end, text }) =>
    sentences.some((each) => each.start <= start && each.end >= end && each.text.includes(text)),
  );
  return [...brief.quotes.slice(0, quotesMax), ...inSummary];
}

type Shown = Pick<Display, "quotesMax" | "sentencesMax">;

/** What a post that was sent then has shown, and its article has no more. */
export const findTakenBack = (
  current: Current,
  sentAt: Date,
  shown: Shown,
  articles: Reading,
): Promise<readonly TakenBack[]> =>
  findGone(current, sentAt, articles, (earlier) => listCarried(earlier, shown, articles));

/** All that an article had somebody say, and has no more. */
export async function findAllTakenBack(id: ArticleId, articles: Reading): Promise<readonly TakenBack[]> {
  return findGone(await articles.get(id), null, articles, async ({ article }) =>
    ((await articles.listQuotes([article.id])).get(article.id) ?? []).slice(0, QUOTES_MAX),
  );
}
