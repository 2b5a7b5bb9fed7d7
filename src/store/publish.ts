/** Publishing: an article with all that hangs from it, in one transaction, however often it is tried. */

import { sql } from "kysely";
import { toArticleId } from "../domain/id.ts";
import type { Publication } from "../domain/store.ts";
import { toDestinationKey } from "../domain/subscription.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { releaseGrown } from "./digests.ts";
import { oweEdits } from "./edits.ts";
import { findMuted } from "./mutes.ts";
import { type Edition, type Placed, type Prepared, toArticleStatements, toRow } from "./rows/article-rows.ts";
import { insertDeliveries, runInTurns, toOwedStatements } from "./rows/owed.ts";
import { insertSeen, toSeenStatements } from "./rows/seen.ts";
import { tellStory } from "./rows/tell-story.ts";
import { indexSpeakers, toNoting } from "./speakers.ts";
import { findStoryArticles, joinStory } from "./stories.ts";
import { toHash, toMomentOrNull } from "./tables.ts";

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
  const all = database
    .selectFrom("articles")
    .select(["id", "title", "text_hash", "edition_of", "story_id", "entry_key", "canonical_url", "published_at"]);
  if (editionOf !== undefined) {
    const known = await database
      .selectFrom("articles")
      .select(["id", "edition_of"])
      .where("id", "=", editionOf)
      .executeTakeFirst();
    const family = known?.edition_of ?? editionOf;
    return all
      .where("feed_id", "=", article.feedId)
      .where("is_current", "=", 1)
      .where((each) => each.or([each("id", "=", family), each("edition_of", "=", family)]))
      .executeTakeFirst();
  }
  const [entryKey = ""] = entryKeys;
  // Each by its own index: of one condition or the other SQLite would look through all articles of the feed.
  const ofFeed = database
    .selectFrom("articles")
    .select("id")
    .where("feed_id", "=", article.feedId)
    .where("is_current", "=", 1);
  const either = ofFeed
    .where("canonical_url", "=", article.canonicalUrl)
    .unionAll(ofFeed.where("entry_key", "=", entryKey));
  const rows = await all.where("id", "in", either).orderBy("id", "desc").execute();
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

/** One that begins its own story is owed nowhere yet. */
export const isUnrelated = ({ storyOf }: Publication, previous?: Edition): boolean =>
  previous === undefined && (storyOf ?? null) === null;

/**
 * Stores articles, of which only one alone may have an edition before, with all that is found of them; resolves with
 * their ids. Those with neither story nor edition are owed to their recipients from then on.
 */
export async function insertArticles(
  database: Database,
  dialect: Dialect,
  list: readonly Prepared[],
  previous?: Edition,
): Promise<readonly number[]> {
  const quoteCount = list.reduce((count, { quotes }) => count + quotes.length, 0);
  const { articleIds, quoteIds, lastSubscriptionId } = await dialect.reserve(database, list.length, quoteCount);
  let given = 0;
  const placed = list.map((prepared, index): Placed => {
    const first = given;
    given += prepared.quotes.length;
    const row = toRow(prepared.publication, previous);
    return { prepared, row, articleId: articleIds[index] ?? 0, quoteIds: quoteIds.slice(first, given) };
  });
  const met = list.map(({ publication: { article, entryKeys: keys, now } }) => ({ feedId: article.feedId, keys, now }));
  const statements = [...toArticleStatements(dialect, placed), ...toSeenStatements(dialect, met, null)];
  const unrelated = placed.filter(({ prepared }) => isUnrelated(prepared.publication, previous));
  const owed = unrelated.map(({ prepared, articleId }) => ({ ...prepared.publication, articleId }));
  const owing = toOwedStatements(dialect, owed, lastSubscriptionId);
  // The index of speakers is everybody's.
  const said = placed.filter(({ row }) => row.is_added === 0).map(({ prepared }) => prepared);
  const noting = toNoting(
    dialect,
    said.map(({ publication: { quotes }, facts: { datedAt } }) => ({ quotes, datedAt })),
    previous === undefined,
  );
  const touched = await dialect.runTogether(
    database,
    [...statements, ...owing.slice(0, 1)],
    noting?.statement ?? sql<never>`select 1 as id where 1 = 0`,
  );
  if (noting !== null) await indexSpeakers(database, dialect, noting, touched);
  await runInTurns(database, owing.slice(1));
  return articleIds;
}

/** Inside a transaction. */
export async function publishOnce(database: Database, dialect: Dialect, prepared: Prepared): Promise<number> {
  const { publication } = prepared;
  const { article, entryKeys, now } = publication;
  const previous = await findPrevious(database, publication);
  const isSame = previous?.title === article.title && previous.text_hash === toHash(article.text);
  if (previous !== undefined && isSame) {
    await insertSeen(database, dialect, { feedId: article.feedId, keys: entryKeys, now });
    return previous.id;
  }
  if (previous !== undefined) await retire(database, dialect, previous);

  const [articleId = 0] = await insertArticles(database, dialect, [prepared], previous);
  if (!isUnrelated(publication, previous)) await owe(database, dialect, articleId, previous, publication);
  return articleId;
}

/** What hangs from a story, or an edition before, and who of the recipients has not had it by them. */
async function owe(
  database: Database,
  dialect: Dialect,
  articleId: number,
  previous: Edition | undefined,
  publication: Publication,
): Promise<void> {
  const { now } = publication;
  const story = previous === undefined ? await join(database, articleId, publication) : null;
  const familyId = previous?.edition_of ?? previous?.id ?? articleId;
  const owed = new Set(
    story === null ? await replaceOwed(database, articleId, familyId, now) : await findOwed(database, story.ids),
  );
  for (const place of await findMuted(database, articleId)) owed.add(place);
  const recipients = publication.recipients.filter(({ destination }) => !owed.has(toDestinationKey(destination)));
  await insertDeliveries(database, dialect, { articleId, recipients, now, storySize: story?.size });
  if (previous !== undefined) await tellStory(database, articleId, previous, publication);
}
