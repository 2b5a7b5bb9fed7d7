/** Stored briefs: publishing, finding one, putting stories together, forgetting the old. */

import { type SelectQueryBuilder, sql } from "kysely";
import type { Quote } from "../domain/article.ts";
import { type ArticleId, toArticleId } from "../domain/id.ts";
import type { Log } from "../domain/platform.ts";
import type { ArticleStore, Audience } from "../domain/store.ts";
import { toPageKey } from "../domain/url-key.ts";
import { createPauses } from "../matching/pauses.ts";
import { findBrief, toStoredBriefs } from "./briefs.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { toStorable } from "./normalize.ts";
import { createPublishing } from "./publishing/together.ts";
import { createStoryReadings } from "./reading/stories-read.ts";
import { findTop } from "./reading/top.ts";
import { forgetArticles } from "./rows/forget.ts";
import { isPostKey } from "./rows/post-key.ts";
import { createSearch } from "./search.ts";
import { joinStory, listRecent } from "./stories.ts";
import { type ArticleRow, readQuote, type Tables, toMoment } from "./tables.ts";
import { mendWords } from "./words/mend-words.ts";

/** Ids bound in one statement. */
const IDS_MAX = 100;
const ROWS_UNPAUSED = 50;

type ArticleRows = SelectQueryBuilder<Tables, "articles", ArticleRow>;

/** Everybody's, and what this audience added itself, or has the key of. */
function forAudience(query: ArticleRows, audience?: Audience & { readonly postKey?: string | null }): ArticleRows {
  const own = audience?.ownFeedIds;
  if (own === undefined) return query;
  const key = audience?.postKey ?? null;
  return query.where((each) =>
    each.or([
      each("is_added", "=", 0),
      ...(own.length === 0 ? [] : [each("feed_id", "in", [...own])]),
      ...(key === null || !isPostKey(key) ? [] : [each("text_hash", "like", `${key}%`)]),
    ]),
  );
}

export function createArticleStore(database: Database, dialect: Dialect, log: Log): ArticleStore {
  return {
    ...createSearch(database, dialect),
    ...createStoryReadings(database),

    findTop: (query) => findTop(database, query),

    publish: createPublishing(database, dialect, log),

    async get(id) {
      const stored = await findBrief(database, id);
      if (stored === null) throw new Error(`Expected article ${id}; it is not stored.`);
      return stored;
    },

    async find(id, audience) {
      const row = await database
        .selectFrom("articles")
        .selectAll()
        .where("id", "=", id)
        .$call((query) => forAudience(query, audience))
        .executeTakeFirst();
      return row === undefined ? null : ((await toStoredBriefs(database, [row]))[0] ?? null);
    },

    async findByUrl(given, limits) {
      const feedId = limits?.feedId;
      const url = toStorable(given);
      const key = toPageKey(url);
      const rows = await database
        .selectFrom("articles")
        .selectAll()
        .where((each) => each.or([each("page_key", "=", key), each("canonical_key", "=", key)]))
        .where("is_current", "=", 1)
        .$if(feedId !== undefined, (query) => query.where("feed_id", "=", feedId ?? ""))
        .$call((query) => forAudience(query, limits))
        // The very address first, should another form of it be another page after all.
        .orderBy((each) =>
          each
            .case()
            .when(each.or([each("url", "=", url), each("canonical_url", "=", url)]))
            .then(0)
            .else(1)
            .end(),
        )
        .orderBy("id", "desc")
        .limit(1)
        .execute();
      return (await toStoredBriefs(database, rows))[0] ?? null;
    },

    async findNewest(id) {
      const row = await database
        .selectFrom("articles as own")
        .innerJoin("articles as newest", (joined) => joined.on("newest.is_current", "=", 1))
        .where("own.id", "=", id)
        .where(
          sql<boolean>`(newest.id = coalesce(own.edition_of, own.id) or newest.edition_of = coalesce(own.edition_of, own.id))`,
        )
        .selectAll("newest")
        .executeTakeFirst();
      return row === undefined ? null : ((await toStoredBriefs(database, [row]))[0] ?? null);
    },

    async findByEntry(feedId, given) {
      const keys = given.map(toStorable);
      const rows = await database
        .selectFrom("articles")
        .selectAll()
        .where("feed_id", "=", feedId)
        .where("entry_key", "in", keys)
        .where("is_current", "=", 1)
        .orderBy("id", "desc")
        .execute();
      const best = keys.flatMap((key) => rows.find((row) => row.entry_key === key) ?? [])[0];
      return best === undefined ? null : ((await toStoredBriefs(database, [best]))[0] ?? null);
    },

    async listQuotes(ids) {
      const quotes = new Map<ArticleId, Quote[]>();
      const pause = createPauses();
      for (let start = 0; start < ids.length; start += IDS_MAX) {
        await pause();
        const rows = await database
          .selectFrom("quotes")
          .select(["article_id", "quote"])
          .where("article_id", "in", ids.slice(start, start + IDS_MAX))
          .orderBy("article_id")
          .orderBy("position")
          .execute();
        for (const [index, row] of rows.entries()) {
          const id = toArticleId(row.article_id);
          quotes.set(id, [...(quotes.get(id) ?? []), readQuote(row.quote)]);
          if (index % ROWS_UNPAUSED === 0) await pause();
        }
      }
      return quotes;
    },

    listRecent: (since, afterId, limit, known) => listRecent(database, dialect, since, afterId, limit, known),

    async count() {
      const row = await database
        .selectFrom("articles")
        .select((each) => each.fn.countAll<number>().as("count"))
        .where("is_current", "=", 1)
        .executeTakeFirstOrThrow();
      return row.count;
    },

    async findNewestId() {
      const row = await database
        .selectFrom("articles")
        .select((each) => each.fn.max("id").as("id"))
        .executeTakeFirst();
      const id = row?.id ?? null;
      return id === null ? null : toArticleId(Number(id));
    },

    async joinStory(id, other) {
      return database.transaction().execute((trx) => joinStory(trx, id, other));
    },

    mendIndex: () => mendWords(database, dialect),

    forget: (before) => forgetArticles(database, dialect, toMoment(before)),
  };
}
