/** Publishing: an article with all that hangs from it, in one transaction, however often it is tried. */

import { type Article, assertVerbatim } from "../domain/article.ts";
import { assert } from "../domain/errors.ts";
import { type ArticleId, toArticleId } from "../domain/id.ts";
import type { Publication } from "../domain/store.ts";
import { toDestinationKey } from "../domain/subscription.ts";
import { toPageKey } from "../domain/url-key.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { releaseGrown } from "./digests.ts";
import { oweEdits } from "./edits.ts";
import { findMuted } from "./mutes.ts";
import { toIndexedSections, toStorableValue } from "./normalize.ts";
import { insertDeliveries } from "./rows/owed.ts";
import { insertSeen } from "./rows/seen.ts";
import { tellStory } from "./rows/tell-story.ts";
import { noteSpeakers } from "./speakers.ts";
import { findStoryArticles, joinStory } from "./stories.ts";
import { type NewArticleRow, toHash, toMoment, toMomentOrNull } from "./tables.ts";
import type { ArticleFacts } from "./words/article-facts.ts";
import { toFacts, toSections } from "./words/article-words.ts";
import { insertQuoteWords } from "./words/quote-words.ts";

const QUOTES_STORED_MAX = 500;
const TEXT_LENGTH_MAX = 2_000_000;
/** How often another process may publish the same page in between before this is a fault. */
const TRIES_MAX = 3;

interface Edition {
  readonly id: number;
  readonly title: string;
  readonly text_hash: string;
  readonly edition_of: number | null;
  readonly story_id: number | null;
  readonly entry_key: string;
}

function toRow(
  { article, brief, entryKeys, isAdded = false }: Publication,
  previous: Edition | undefined,
): NewArticleRow {
  const fetchedAt = toMoment(article.fetchedAt);
  return {
    feed_id: article.feedId,
    url: article.url,
    canonical_url: article.canonicalUrl,
    page_key: toPageKey(article.url),
    canonical_key: toPageKey(article.canonicalUrl),
    title: article.title,
    byline: article.byline,
    categories: JSON.stringify(article.categories ?? []),
    outlet: article.outlet,
    agency: article.agency,
    published_at: toMomentOrNull(article.publishedAt),
    fetched_at: fetchedAt,
    // A page that dates itself into the future must not stand above the news for days.
    dated_at: Math.min(toMomentOrNull(article.publishedAt) ?? fetchedAt, fetchedAt),
    language: article.language,
    image_url: article.imageUrl,
    text: article.text,
    text_hash: toHash(article.text),
    basis: article.basis,
    basis_reason: article.basisReason,
    headline: brief.headline,
    sentences: JSON.stringify(brief.sentences),
    key_quotes: JSON.stringify(brief.quotes),
    summarizer: brief.summarizer,
    // A later edition is published under the key of its wording; the entry's own stays.
    entry_key: previous?.entry_key || (entryKeys[0] ?? ""),
    edition_of: previous === undefined ? null : (previous.edition_of ?? previous.id),
    is_current: 1,
    story_id: previous?.story_id ?? null,
    is_added: isAdded ? 1 : 0,
    found_via: article.foundVia ?? null,
  };
}

async function insertQuotes(
  database: Database,
  dialect: Dialect,
  articleId: number,
  quotes: Publication["quotes"],
  facts: ArticleFacts,
): Promise<void> {
  const stored = quotes.slice(0, QUOTES_STORED_MAX);
  if (stored.length === 0) return;
  const values = stored.map((quote, position) => ({
    article_id: articleId,
    position,
    dated_at: facts.datedAt,
    quote: JSON.stringify(quote),
  }));
  const rows = await database.insertInto("quotes").values(values).returning(["id", "position"]).execute();
  const numbered = rows.flatMap(({ id, position }) => {
    const quote = stored[position];
    return quote === undefined ? [] : [{ id, quote }];
  });
  await insertQuoteWords(database, dialect, numbered, facts);
}

/** The edition now out of date is no longer searched. */
async function retire(database: Database, dialect: Dialect, previous: Edition): Promise<void> {
  await database.updateTable("articles").set({ is_current: 0 }).where("id", "=", previous.id).execute();
  const quotes = await database.selectFrom("quotes").select("id").where("article_id", "=", previous.id).execute();
  await dialect.deleteWords(database, "article_words", [previous.id]);
  await dialect.deleteWords(
    database,
    "quote_words",
    quotes.map((quote) => quote.id),
  );
}

/** Where any of these articles was or is owed. One that was refused there never arrived and does not count. */
async function findOwed(database: Database, articleIds: readonly number[]): Promise<readonly string[]> {
  if (articleIds.length === 0) return [];
  const rows = await database
    .selectFrom("deliveries")
    .select(["platform", "address"])
    .where("article_id", "in", articleIds)
    .where("state", "!=", "failed")
    .execute();
  return rows.map((row) => `${row.platform}:${row.address}`);
}

/** The articles of the story joined, other than this one, and its outlets; none when it begins its own. */
async function join(
  database: Database,
  articleId: number,
  { article, storyOf, now }: Publication,
): Promise<{ readonly ids: readonly number[]; readonly size: number }> {
  if (storyOf === undefined || storyOf === null) return { ids: [], size: 1 };
  const others = await findStoryArticles(
    database,
    await joinStory(database, toArticleId(articleId), storyOf),
    articleId,
  );
  const otherOutlets = others.filter((other) => other.outlet !== article.outlet);
  await oweEdits(
    database,
    otherOutlets.map((other) => other.id),
    now,
  );
  const size = new Set([article.outlet, ...others.map((other) => other.outlet)]).size;
  const ids = others.map((other) => other.id);
  await releaseGrown(database, ids, size, now);
  return { ids, size };
}

/**
 * What has not left yet shows the new edition, what was sent is owed an edit; where any edition was owed, this one is
 * not owed again.
 */
async function replaceOwed(
  database: Database,
  articleId: number,
  familyId: number,
  now: Date,
): Promise<readonly string[]> {
  const isOfFamily = database
    .selectFrom("articles")
    .select("id")
    .where((each) => each.or([each("id", "=", familyId), each("edition_of", "=", familyId)]));
  await database
    .updateTable("deliveries")
    .set({ article_id: articleId })
    .where("article_id", "in", isOfFamily)
    .where("state", "in", ["waiting", "gathered", "pending", "muted"])
    .where("first_sent_at", "is", null)
    .execute();
  const family = (await isOfFamily.execute()).map((row) => row.id);
  await oweEdits(database, family, now);
  const owed = await database
    .selectFrom("deliveries")
    .select(["platform", "address"])
    .where("article_id", "in", family)
    .execute();
  return owed.map((row) => `${row.platform}:${row.address}`);
}

/** The standing edition of the article: the one named, else that of the same entry, else of the same page. */
async function findPrevious(
  database: Database,
  { article, entryKeys, editionOf }: Publication,
): Promise<Edition | undefined> {
  const standing = database
    .selectFrom("articles")
    .select(["id", "title", "text_hash", "edition_of", "story_id", "entry_key", "canonical_url", "published_at"])
    .where("feed_id", "=", article.feedId)
    .where("is_current", "=", 1);
  if (editionOf !== undefined) {
    const known = await database
      .selectFrom("articles")
      .select(["id", "edition_of"])
      .where("id", "=", editionOf)
      .executeTakeFirst();
    const family = known?.edition_of ?? editionOf;
    return standing
      .where((each) => each.or([each("id", "=", family), each("edition_of", "=", family)]))
      .executeTakeFirst();
  }
  const [entryKey = ""] = entryKeys;
  const rows = await standing
    .where((each) => each.or([each("canonical_url", "=", article.canonicalUrl), each("entry_key", "=", entryKey)]))
    .orderBy("id", "desc")
    .execute();
  const isSamePage = (row: (typeof rows)[number]): boolean => row.canonical_url === article.canonicalUrl;
  const publishedAt = toMomentOrNull(article.publishedAt);
  return (
    rows.find((row) => entryKey !== "" && row.entry_key === entryKey && isSamePage(row)) ??
    // Another entry with the same address is this article only under the same title, with its text or of its moment.
    rows.find(
      (row) =>
        isSamePage(row) &&
        row.title === article.title &&
        (row.text_hash === toHash(article.text) || (publishedAt !== null && row.published_at === publishedAt)),
    )
  );
}

async function publishOnce(
  database: Database,
  dialect: Dialect,
  publication: Publication,
): Promise<{ readonly id: number } | null> {
  const { article, now } = publication;
  const previous = await findPrevious(database, publication);
  const isSame = previous?.title === article.title && previous.text_hash === toHash(article.text);
  if (previous !== undefined && isSame) return previous;
  if (previous !== undefined) await retire(database, dialect, previous);

  const row = toRow(publication, previous);
  const added = await database
    .insertInto("articles")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (added === undefined) return null;

  const topics = [...new Set(publication.topics.map((topic) => topic.toLowerCase()))];
  if (topics.length > 0) {
    const rows = topics.map((topic) => ({ article_id: added.id, topic }));
    await database.insertInto("article_topics").values(rows).execute();
  }
  const facts = toFacts({ ...row, is_added: row.is_added }, topics);
  const sections = toIndexedSections(toSections(publication, facts));
  await dialect.insertWords(database, "article_words", [{ id: added.id, sections }]);
  await insertQuotes(database, dialect, added.id, publication.quotes, facts);
  // The index of speakers is everybody's.
  const { quotes } = publication;
  const said = { quotes, datedAt: row.dated_at, isCounted: previous === undefined };
  if (row.is_added === 0) await noteSpeakers(database, dialect, said);

  const familyId = row.edition_of ?? null;
  const story = familyId === null ? await join(database, added.id, publication) : null;
  const owed = new Set(
    story === null
      ? await replaceOwed(database, added.id, familyId ?? added.id, now)
      : await findOwed(database, story.ids),
  );
  for (const place of await findMuted(database, added.id)) owed.add(place);
  const recipients = publication.recipients.filter(({ destination }) => !owed.has(toDestinationKey(destination)));
  await insertDeliveries(database, dialect, added.id, recipients, now, story?.size);
  if (previous !== undefined) await tellStory(database, added.id, previous, publication);
  return added;
}

function checkText({ text }: Pick<Article, "text">): void {
  assert(text.length <= TEXT_LENGTH_MAX, `a stored text has at most ${TEXT_LENGTH_MAX} characters`);
}

export async function publish(database: Database, dialect: Dialect, given: Publication): Promise<ArticleId> {
  const publication = toStorableValue(given);
  checkText(publication.article);
  assertVerbatim(publication.quotes, publication.article.text);
  assertVerbatim(publication.brief.quotes, publication.article.text);
  const { article, entryKeys, now } = publication;
  return database.transaction().execute(async (trx) => {
    let published: { readonly id: number } | null = null;
    for (let tries = 0; published === null && tries < TRIES_MAX; tries += 1) {
      published = await publishOnce(trx, dialect, publication);
    }
    assert(published !== null, "one process at a time publishes a page");
    await insertSeen(trx, article.feedId, entryKeys, now, null);
    return toArticleId(published.id);
  });
}
