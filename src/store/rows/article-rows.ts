/** The row of an article to be published, with the rows that hang from it. */

import type { OperationNodeSource } from "kysely";
import type { Publication } from "../../domain/store.ts";
import { toPageKey } from "../../domain/url-key.ts";
import type { Dialect } from "../dialects/dialect.ts";
import { type IndexedSection, toIndexedSections } from "../normalize.ts";
import { type NewArticleRow, toHash, toMoment, toMomentOrNull } from "../tables.ts";
import type { ArticleFacts } from "../words/article-facts.ts";
import { toFacts, toSections } from "../words/article-words.ts";
import { toQuoteRows } from "../words/quote-words.ts";

const QUOTES_STORED_MAX = 500;

export interface Edition {
  readonly id: number;
  readonly title: string;
  readonly text_hash: string;
  readonly edition_of: number | null;
  readonly story_id: number | null;
  readonly entry_key: string;
}

export function toRow(
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

/** What hangs from the article's row, made before a transaction is begun. */
export interface Prepared {
  readonly publication: Publication;
  readonly topics: readonly string[];
  readonly facts: ArticleFacts;
  readonly sections: readonly IndexedSection[];
  readonly quotes: Publication["quotes"];
}

export function prepare(publication: Publication): Prepared {
  const topics = [...new Set(publication.topics.map((topic) => topic.toLowerCase()))];
  const row = toRow(publication, undefined);
  const facts = toFacts({ ...row, is_added: row.is_added }, topics);
  const sections = toIndexedSections(toSections(publication, facts));
  return { publication, topics, facts, sections, quotes: publication.quotes.slice(0, QUOTES_STORED_MAX) };
}

/** An article to be stored, with the ids it was given. */
export interface Placed {
  readonly prepared: Prepared;
  readonly row: NewArticleRow;
  readonly articleId: number;
  readonly quoteIds: readonly number[];
}

/** The articles with all that is found of them. */
export function toArticleStatements(dialect: Dialect, placed: readonly Placed[]): OperationNodeSource[] {
  const articles = placed.map(({ row, articleId }) => ({ ...row, id: articleId }));
  const words = placed.map(({ prepared: { sections }, articleId }) => ({ id: articleId, sections }));
  const statements: OperationNodeSource[] = [
    dialect.insertRows("articles", articles),
    dialect.insertWords("article_words", words),
  ];
  const topics = placed.flatMap(({ prepared, articleId }) =>
    prepared.topics.map((topic) => ({ article_id: articleId, topic })),
  );
  if (topics.length > 0) statements.push(dialect.insertRows("article_topics", topics));
  const numbered = placed.map(({ prepared: { facts, quotes }, articleId, quoteIds }) => {
    const own = quotes.flatMap((quote, position) => {
      const id = quoteIds[position];
      return id === undefined ? [] : [{ id, position, quote }];
    });
    const rows = own.map(({ id, position, quote }) => ({
      ...{ id, article_id: articleId, position },
      ...{ dated_at: facts.datedAt, quote: JSON.stringify(quote) },
    }));
    return { rows, words: toQuoteRows(own, facts) };
  });
  const quotes = numbered.flatMap(({ rows }) => rows);
  if (quotes.length === 0) return statements;
  const quoteWords = numbered.flatMap((each) => each.words);
  return [...statements, dialect.insertRows("quotes", quotes), dialect.insertWords("quote_words", quoteWords)];
}
