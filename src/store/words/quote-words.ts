/** The words a quote is found by: who said it, by name and by role, and what was said. */

import { sql } from "kysely";
import type { Quote } from "../../domain/article.ts";
import type { Database, Dialect, IndexedRow } from "../dialects/dialect.ts";
import { type IndexedSection, toIndexedSections } from "../normalize.ts";
import { noteRolesOf } from "../speakers.ts";
import { readQuote } from "../tables.ts";
import { type ArticleFacts, listQuoteKeys } from "./article-facts.ts";

/** Sections of the index, in its order. */
export const QUOTE_WORDS = [1];
/** By the name, or by the role and the mention as printed: "the minister" is who the article says she is. */
export const SPEAKER = [0, 2];

const QUOTES_AT_ONCE = 500;

interface StoredQuote {
  readonly id: number;
  readonly quote: Quote;
}

function toQuoteSections(quote: Quote, facts: ArticleFacts): readonly IndexedSection[] {
  const { speaker, text } = quote;
  const role = speaker === null ? "" : `${speaker.role ?? ""}\n${speaker.mention}`;
  return toIndexedSections([
    { text: speaker?.name ?? "", language: null },
    { text, language: facts.language, facts: listQuoteKeys(facts, quote) },
    { text: role, language: null },
  ]);
}

/** What quotes of one article are found by. */
export const toQuoteRows = (quotes: readonly StoredQuote[], facts: ArticleFacts): readonly IndexedRow[] =>
  quotes.map(({ id, quote }) => ({ id, sections: toQuoteSections(quote, facts) }));

/** A step of the schema: speakers are found by their roles, too. The words of the quotes are indexed by a later step. */
export async function noteRoles(database: Database, dialect: Dialect): Promise<void> {
  await dialect.renewQuoteWords(database);
  for (let lastId = 0; ; ) {
    const { rows } = await sql<{ id: number; quote: string; dated_at: number }>`
      select q.id as id, q.quote as quote, q.dated_at as dated_at from quotes q
      where q.id > ${lastId} order by q.id limit ${QUOTES_AT_ONCE}`.execute(database);
    for (const row of rows) {
      const quote = readQuote(row.quote);
      await noteRolesOf(database, dialect, { quotes: [quote], datedAt: row.dated_at });
      lastId = row.id;
    }
    if (rows.length < QUOTES_AT_ONCE) return;
  }
}
