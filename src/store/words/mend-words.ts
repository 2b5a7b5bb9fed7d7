/** What a process of the release before stores beside new ones lacks the keys that searches ask for: it is indexed anew. */

import { sql } from "kysely";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { createNoteStore } from "../notes.ts";
import { takeTurn } from "../rows/turns.ts";
import { EVERYTHING } from "./article-facts.ts";
import { reindexArticle } from "./article-words.ts";

const NOTE = "words-checked";
/** Of those never looked at, so many of the newest. */
const CHECKED_MAX = 20_000;
/** Ids are given out before they are committed: so many are looked at again. */
const CHECKED_AGAIN = 200;
const ROWS_AT_ONCE = 50;

/** Those that no search in a channel finds. */
async function findLacking(
  database: Database,
  dialect: Dialect,
  afterId: number,
  lastId: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`select a.id as id from articles a
    where a.id > ${afterId} and a.id <= ${lastId} and a.is_current = 1 order by a.id`.execute(database);
  const ids = rows.map(({ id }) => id);
  const indexed = await dialect.keepHaving(database, "article_words", ids, EVERYTHING, null);
  return ids.filter((id) => !indexed.has(id));
}

/** True when it was still to be done: it may have been corrected, or indexed by another process, meanwhile. */
function mend(database: Database, dialect: Dialect, id: number): Promise<boolean> {
  return database.transaction().execute(async (trx) => {
    const standing = trx.selectFrom("articles").selectAll().where("id", "=", id).where("is_current", "=", 1);
    const row = await standing.$if(dialect.hasSkipLocked, (query) => query.forUpdate()).executeTakeFirst();
    if (row === undefined || (await findLacking(trx, dialect, id - 1, id)).length === 0) return false;
    await reindexArticle(trx, dialect, row);
    return true;
  });
}

/** Looks through what came since it last did; resolves with how many were indexed anew. */
export async function mendWords(database: Database, dialect: Dialect): Promise<number> {
  return dialect.alone(database, async () => {
    const notes = createNoteStore(database);
    const newest = await database
      .selectFrom("articles")
      .select((each) => each.fn.max("id").as("id"))
      .executeTakeFirst();
    const lastId = Number(newest?.id ?? 0);
    const checked = Number((await notes.get(NOTE)) ?? 0);
    let mended = 0;
    for (let afterId = Math.max(0, checked - CHECKED_AGAIN, lastId - CHECKED_MAX); afterId < lastId; ) {
      const upTo = Math.min(lastId, afterId + ROWS_AT_ONCE);
      for (const id of await findLacking(database, dialect, afterId, upTo)) {
        if (await mend(database, dialect, id)) mended += 1;
        await takeTurn();
      }
      afterId = upTo;
      await takeTurn();
    }
    if (lastId !== checked) await notes.set(NOTE, String(lastId), new Date());
    return mended;
  });
}
