/** Publishing on a store: articles that wait are stored in one transaction, and each by itself where that fails. */

import { sql } from "kysely";
import { type Article, assertVerbatim } from "../../domain/article.ts";
import { assert } from "../../domain/errors.ts";
import { type ArticleId, toArticleId } from "../../domain/id.ts";
import type { Log } from "../../domain/platform.ts";
import type { Publication } from "../../domain/store.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { isTaken, toFaultCode } from "../dialects/faults.ts";
import { toStorableValue } from "../normalize.ts";
import { insertArticles, isUnrelated, publishOnce } from "../publish.ts";
import { type Prepared, prepare } from "../rows/article-rows.ts";
import { createGathering, type Outcome } from "./group-waiting.ts";

const TEXT_LENGTH_MAX = 2_000_000;
/** How often another process may publish the same page in between before this is a fault. */
const TRIES_MAX = 3;
/** What weighs as much as an article more, so that no transaction is endless. */
const HEAVY_TEXT = 50_000;
const MANY_RECIPIENTS = 100;
const MANY_QUOTES = 50;

async function publishAlone(database: Database, dialect: Dialect, prepared: Prepared): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await database.transaction().execute((trx) => publishOnce(trx, dialect, prepared));
    } catch (error) {
      // Another process has published the page in between: it is found the next time.
      if (!isTaken(error) || tries === TRIES_MAX) throw error;
    }
  }
}

/** The places in the list of those that may have an edition before. */
async function findKnown(
  database: Database,
  dialect: Dialect,
  list: readonly Prepared[],
): Promise<ReadonlySet<number>> {
  const rows = list.map(({ publication: { article, entryKeys } }, place) => [
    ...[place, article.feedId, article.canonicalUrl, entryKeys[0] ?? ""],
  ]);
  const isOfFeed = sql`a.feed_id = e.value ->> 1 and a.is_current = 1`;
  const { rows: known } = await sql<{ place: number }>`
    select cast(e.value ->> 0 as bigint) as place from ${dialect.listJson(JSON.stringify(rows))} e
    where (select a.id from articles a where ${isOfFeed} and a.canonical_url = e.value ->> 2 limit 1) is not null
      or (select a.id from articles a where ${isOfFeed} and a.entry_key = e.value ->> 3 limit 1) is not null`.execute(
    database,
  );
  return new Set(known.map(({ place }) => place));
}

/** Inside a transaction: the new ones; null for each that is none, or not for sure. */
async function publishNew(
  database: Database,
  dialect: Dialect,
  list: readonly Prepared[],
): Promise<readonly (number | null)[]> {
  const known = await findKnown(database, dialect, list);
  const fresh = list.filter((_, place) => !known.has(place));
  if (fresh.length === 0) return list.map(() => null);
  const ids = await insertArticles(database, dialect, fresh);
  return list.map((prepared) => ids[fresh.indexOf(prepared)] ?? null);
}

async function settle<Result>(work: Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { result: await work };
  } catch (error) {
    return { error };
  }
}

/** Where the whole cannot be stored, each is by itself, so that one that is at fault holds up no other. */
async function publishAll(
  database: Database,
  dialect: Dialect,
  list: readonly Prepared[],
  log: Log,
): Promise<readonly Outcome<number>[]> {
  const ids =
    list.length === 1
      ? []
      : await database
          .transaction()
          .execute((trx) => publishNew(trx, dialect, list))
          .catch((error) => {
            log.warn({ count: list.length, code: toFaultCode(error) }, "articles_not_stored_together");
            return [];
          });
  const outcomes: Outcome<number>[] = [];
  for (const [place, prepared] of list.entries()) {
    const id = ids[place] ?? null;
    outcomes.push(id === null ? await settle(publishAlone(database, dialect, prepared)) : { result: id });
  }
  return outcomes;
}

/** What one may be told from another by. */
function listPageKeys({ publication: { article, entryKeys } }: Prepared): readonly string[] {
  return [`page ${article.canonicalUrl}`, ...entryKeys.map((key) => `entry ${key}`)].map(
    (key) => `${article.feedId} ${key}`,
  );
}

function weigh({ publication, quotes }: Prepared): number {
  const { article, recipients, editionOf } = publication;
  // What joins a story looks at more than its own rows.
  if (editionOf !== undefined || !isUnrelated(publication)) return Number.POSITIVE_INFINITY;
  return 1 + article.text.length / HEAVY_TEXT + recipients.length / MANY_RECIPIENTS + quotes.length / MANY_QUOTES;
}

function checkText({ text }: Pick<Article, "text">): void {
  assert(text.length <= TEXT_LENGTH_MAX, `a stored text has at most ${TEXT_LENGTH_MAX} characters`);
}

export function createPublishing(
  database: Database,
  dialect: Dialect,
  log: Log,
): (given: Publication) => Promise<ArticleId> {
  const publishPrepared = createGathering<Prepared, number>({
    work: (list) => publishAll(database, dialect, list, log),
    listKeys: listPageKeys,
    weigh,
    weightMax: dialect.articlesTogether,
  });
  return async (given) => {
    const publication = toStorableValue(given);
    checkText(publication.article);
    assertVerbatim(publication.quotes, publication.article.text);
    assertVerbatim(publication.brief.quotes, publication.article.text);
    return toArticleId(await publishPrepared(prepare(publication)));
  };
}
