/** The words a quote is found by: who said it, by name and by role, and what was said. */

import { sql } from "kysely";
import type { Quote } from "../../domain/article.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { toIndexedSections } from "../normalize.ts";
import { noteRoles } from "../speakers.ts";
import { readQuote } from "../tables.ts";

/** Sections of the index, in its order. */
export const SPEAKER_NAME = [0];
export const QUOTE_WORDS = [1];
/** By the name, or by the role and the mention as printed: "the minister" is who the article says she is. */
export const SPEAKER = [0, 2];

const QUOTES_AT_ONCE = 500;

export async function insertQuoteWords(
  database: Database,
  dialect: Dialect,
  id: number,
  quote: Quote,
  language: string,
): Promise<void> {
  const { speaker, text } = quote;
  const role = speaker === null ? "" : `${speaker.role ?? ""}\n${speaker.mention}`;
  await dialect.insertWords(
    database,
    "quote_words",
    id,
    toIndexedSections([
      { text: speaker?.name ?? "", language: null },
      { text, language },
      { text: role, language: null },
    ]),
  );
}

/** A step of the schema: quotes stored when speakers were found by their names alone are found by their roles, too. */
export async function indexRoles(database: Database, dialect: Dialect): Promise<void> {
  await dialect.renewQuoteWords(database);
  for (let lastId = 0; ; ) {
    const { rows } = await sql<{ id: number; quote: string; dated_at: number; is_current: number; language: string }>`
      select q.id as id, q.quote as quote, q.dated_at as dated_at, a.is_current as is_current,
        a.language as language from quotes q join articles a on a.id = q.article_id
      where q.id > ${lastId} order by q.id limit ${QUOTES_AT_ONCE}`.execute(database);
    for (const row of rows) {
      const quote = readQuote(row.quote);
      await noteRoles(database, [quote], row.dated_at);
      if (row.is_current === 1) await insertQuoteWords(database, dialect, row.id, quote, row.language);
      lastId = row.id;
    }
    if (rows.length < QUOTES_AT_ONCE) return;
  }
}
