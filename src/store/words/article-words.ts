/** The words an article is found by: headline, brief and text, who wrote it, and how its feed files it. */

import { sql } from "kysely";
import type { Article, Brief, Quote } from "../../domain/article.ts";
import { listFormKeys, toAuthorKey, toCategoryKey } from "../../matching/keys.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { type SectionText, toIndexedSections, toWords } from "../normalize.ts";
import { type ArticleRow, readQuote, readQuotes, readSentences, readTopics } from "../tables.ts";
import { type ArticleFacts, listArticleKeys } from "./article-facts.ts";
import { toQuoteRows } from "./quote-words.ts";

const ROWS_AT_ONCE = 200;

type FactRow = Pick<ArticleRow, "feed_id" | "language" | "is_added" | "dated_at">;

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
export function toSections({ article, brief, quotes }: Found, facts?: ArticleFacts): readonly SectionText[] {
  const { title, language, byline, text, categories = [] } = article;
  const titles = title === brief.headline ? title : `${brief.headline}\n${title}`;
  const speakers = new Set(quotes.map((quote) => quote.speaker?.name ?? ""));
  const parts = [...brief.sentences, ...brief.quotes].map((part) => part.text);
  const more = [toWords(byline ?? "").map(toAuthorKey), ...categories.flatMap(toCategoryRuns)];
  return [
    { text: titles, language },
    {
      ...{ text: [...parts, ...speakers].join("\n"), language, more },
      facts: facts === undefined ? [] : listArticleKeys(facts, quotes),
    },
    { text, language },
  ];
}

/** What an article and its quotes are found by besides words, as its row and its topics have it. */
export const toFacts = (row: FactRow, topics: readonly string[]): ArticleFacts => ({
  feedId: row.feed_id,
  language: row.language,
  topics,
  isAdded: row.is_added === 1,
  datedAt: row.dated_at,
});

async function listTopics(database: Database, articleId: number): Promise<readonly string[]> {
  const found = database.selectFrom("article_topics").select("topic").where("article_id", "=", articleId);
  return (await found.execute()).map(({ topic }) => topic);
}

/** Into the indexes, where neither it nor its quotes are yet. */
async function index(database: Database, dialect: Dialect, row: ArticleRow, topics: readonly string[]): Promise<void> {
  const quoteRows = await database
    .selectFrom("quotes")
    .select(["id", "quote"])
    .where("article_id", "=", row.id)
    .orderBy("position")
    .execute();
  const stored = quoteRows.map(({ id, quote }) => ({ id, quote: readQuote(quote) }));
  const { headline } = row;
  const brief = { headline, sentences: readSentences(row.sentences), quotes: readQuotes(row.key_quotes) };
  const article = { ...row, categories: readTopics(row.categories) };
  const facts = toFacts(row, topics);
  const quotes = stored.map(({ quote }) => quote);
  const sections = toIndexedSections(toSections({ article, brief, quotes }, facts));
  await dialect.insertWords("article_words", [{ id: row.id, sections }]).execute(database);
  if (stored.length > 0) await dialect.insertWords("quote_words", toQuoteRows(stored, facts)).execute(database);
}

/** Inside the caller's transaction: anew with the facts it has now, such as that everybody may see it. */
export async function reindexArticle(database: Database, dialect: Dialect, row: ArticleRow): Promise<void> {
  const quotes = await database.selectFrom("quotes").select("id").where("article_id", "=", row.id).execute();
  await dialect.deleteWords(
    database,
    "quote_words",
    quotes.map(({ id }) => id),
  );
  await dialect.deleteWords(database, "article_words", [row.id]);
  await index(database, dialect, row, await listTopics(database, row.id));
}

/** All of a feed. */
export async function reindexFeed(database: Database, dialect: Dialect, feedId: string): Promise<void> {
  for (let lastId = 0; ; ) {
    const rows = await database
      .selectFrom("articles")
      .selectAll()
      .where("feed_id", "=", feedId)
      .where("id", ">", lastId)
      .where("is_current", "=", 1)
      .orderBy("id")
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const row of rows) await reindexArticle(database, dialect, row);
    const last = rows.at(-1);
    if (last === undefined) return;
    lastId = last.id;
  }
}

/** The full-text indexes hold nothing that the tables do not: they are made anew from these. */
export async function indexAll(database: Database, dialect: Dialect): Promise<void> {
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
      await index(database, dialect, row, await listTopics(database, row.id));
      lastId = row.id;
    }
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

/** A step of the schema: an entry is found by how its feed files it. Its words are indexed by a later step. */
export async function addCategories(database: Database, { types: { text } }: Dialect): Promise<void> {
  await sql`alter table articles add column categories ${text} not null default '[]'`.execute(database);
}

/** A step of the schema: what was stored before is found by the forms of its words, its feed, topics, language and day. */
export async function indexFacts(database: Database, dialect: Dialect): Promise<void> {
  await dialect.renewWords(database);
  await indexAll(database, dialect);
}
