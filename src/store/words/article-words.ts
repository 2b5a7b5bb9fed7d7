/** The words an article is found by: headline, brief and text, who wrote it, and how its feed files it. */

import { sql } from "kysely";
import type { Article, Brief, Quote } from "../../domain/article.ts";
import { listFormKeys, toAuthorKey, toCategoryKey } from "../../matching/keys.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { type SectionText, toIndexedSections, toWords } from "../normalize.ts";
import { readQuote, readQuotes, readSentences, toArticle } from "../tables.ts";
import { insertQuoteWords } from "./quote-words.ts";

const ROWS_AT_ONCE = 200;

interface Found {
  readonly article: Pick<Article, "title" | "text" | "language" | "byline" | "categories">;
  readonly brief: Pick<Brief, "headline" | "sentences" | "quotes">;
  readonly quotes: readonly Quote[];
}

/** The words of a category, and after them their forms, each apart. */
function toCategoryRuns(category: string): readonly (readonly string[])[] {
  const words = toWords(category);
  return [words.map(toCategoryKey), ...words.flatMap(listFormKeys).map((key) => [toCategoryKey(key)])];
}

/** What is searched, weightiest first. A headline that is the page's own title counts once. */
export function toSections({ article, brief, quotes }: Found): readonly SectionText[] {
  const { title, language, byline, text, categories = [] } = article;
  const titles = title === brief.headline ? title : `${brief.headline}\n${title}`;
  const speakers = new Set(quotes.map((quote) => quote.speaker?.name ?? ""));
  const parts = [...brief.sentences, ...brief.quotes].map((part) => part.text);
  const more = [toWords(byline ?? "").map(toAuthorKey), ...categories.flatMap(toCategoryRuns)];
  return [
    { text: titles, language },
    { text: [...parts, ...speakers].join("\n"), language, more },
    { text, language },
  ];
}

async function reindexQuotes(database: Database, dialect: Dialect, id: number, language: string) {
  const rows = await database
    .selectFrom("quotes")
    .select(["id", "quote"])
    .where("article_id", "=", id)
    .orderBy("position")
    .execute();
  await dialect.deleteWords(
    database,
    "quote_words",
    rows.map((row) => row.id),
  );
  const quotes = rows.map((row) => ({ id: row.id, quote: readQuote(row.quote) }));
  await insertQuoteWords(database, dialect, quotes, language);
  return quotes.map((each) => each.quote);
}

/** A step of the schema: articles stored when words were found as they stand alone are found by their other forms, too. */
export async function addForms(database: Database, dialect: Dialect): Promise<void> {
  const { text } = dialect.types;
  await sql`alter table articles add column categories ${text} not null default '[]'`.execute(database);
  for (let lastId = 0; ; ) {
    const rows = await database
      .selectFrom("articles")
      .selectAll()
      .where("id", ">", lastId)
      .where("is_current", "=", 1)
      .orderBy("id")
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const row of rows) {
      const quotes = await reindexQuotes(database, dialect, row.id, row.language);
      const { headline } = row;
      const brief = { headline, sentences: readSentences(row.sentences), quotes: readQuotes(row.key_quotes) };
      await dialect.deleteWords(database, "article_words", [row.id]);
      const sections = toIndexedSections(toSections({ article: toArticle(row), brief, quotes }));
      await dialect.insertWords(database, "article_words", [{ id: row.id, sections }]);
      lastId = row.id;
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}
