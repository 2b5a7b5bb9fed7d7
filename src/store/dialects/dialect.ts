/** The few things in which the two engines differ; everything else is one statement text for both. */

import type { Insertable, Kysely, OperationNodeSource, RawBuilder } from "kysely";
import type { IndexedSection } from "../normalize.ts";
import type { Query, WordQuery } from "../query.ts";
import type { Tables } from "../tables.ts";

/** A connection or a transaction. Inside a transaction pass the transaction: SQLite has one connection and would wait for ever. */
export type Database = Kysely<Tables>;

/** Tables that number their rows themselves. */
export type TableWithIds =
  | "articles"
  | "quotes"
  | "speakers"
  | "subscriptions"
  | "deliveries"
  | "notices"
  | "kept_values";

/** How many of the last changes of subscriptions are kept at least; after every so many the others go. */
export const CHANGES_KEPT = 10_000;
export const CHANGES_TRIMMED = 1_000;

/** The two full-text indexes: briefs by headline, brief and text; quotes by the speaker's name, words and the speaker's role. */
export type WordTable = "article_words" | "quote_words";

/** What articles to be published are given before they are. */
export interface Reserved {
  readonly articleIds: readonly number[];
  readonly quoteIds: readonly number[];
  /** The largest id a subscription ever had. */
  readonly lastSubscriptionId: number;
}

/** What the row of another table with this id is found by. */
export interface IndexedRow {
  readonly id: number;
  readonly sections: readonly IndexedSection[];
}

export interface ColumnTypes {
  readonly id: RawBuilder<unknown>;
  readonly integer: RawBuilder<unknown>;
  readonly real: RawBuilder<unknown>;
  readonly text: RawBuilder<unknown>;
  /** Text compared by its bytes, whatever the server's language. */
  readonly key: RawBuilder<unknown>;
  readonly tableEnd: RawBuilder<unknown>;
}

/** So many of the newest are looked at where an index cannot tell by itself what matches. */
export const LOOKED_MAX = 2_000;

/** What limits a search besides words. */
export interface Fact {
  /** As words of an index, anywhere. */
  readonly query: Query;
  /** The same as the row of an article `a` tells it; null where that would take another table. */
  readonly condition: RawBuilder<unknown> | null;
}

/** Of an index: what must be there, and what must not. */
export interface NewestQuery extends Pick<WordQuery, "included" | "excluded"> {
  /** All of them. */
  readonly facts: readonly Fact[];
  /** Where words stand, 0 being the first section; null for anywhere. */
  readonly sections: readonly number[] | null;
}

/** Where a quote stands among others: newest first, those of an article in its order. */
export interface QuotePlace {
  readonly id: number;
  readonly article_id: number;
  readonly dated_at: number;
  readonly position: number;
}

export interface Dialect {
  readonly engine: "sqlite" | "postgres";
  readonly types: ColumnTypes;
  /** So many articles that wait are stored in one transaction. */
  readonly articlesTogether: number;
  /** True where rows another process holds are stepped over. */
  readonly hasSkipLocked: boolean;
  /** Inside a transaction, before it looks: whoever else adds a subscription waits for its end. */
  lockAdding(database: Database): Promise<void>;
  /** From now on each change of a subscription is noted in `subscription_changes`, of which the newest are kept. */
  logSubscriptions(database: Database): Promise<void>;
  /** Inside a transaction: whoever else notes what happened in a room waits for its end, so that numbers come in order. */
  lockRooms(database: Database): Promise<void>;
  /** Runs alone of all processes, one after another. */
  alone<T>(database: Database, work: () => Promise<T>): Promise<T>;
  /** The database's own time in milliseconds: the clocks of several machines differ. */
  readonly nowMs: RawBuilder<number>;
  createWordTables(database: Database): Promise<void>;
  /** Inside a transaction: from here to its end no subscription is added, changed or ended. */
  holdSubscriptions(database: Database): Promise<void>;
  /** Inside a transaction: ids for so many articles and quotes; from here to its end subscriptions are held, too. */
  reserve(database: Database, articleCount: number, quoteCount: number): Promise<Reserved>;
  /**
   * Statements that do not look at what the others write, in one go to the server; resolves with the rows of the last
   * one. Rows may refer to one another's.
   */
  runTogether<Row>(
    database: Database,
    statements: readonly OperationNodeSource[],
    last: RawBuilder<Row>,
  ): Promise<readonly Row[]>;
  /** Rows with a column `value`, made of the members of a JSON list: many rows in one statement. */
  listJson(json: string): RawBuilder<unknown>;
  /** The statement that adds rows, of which there is one at least, by one bound value; what is done on a conflict may follow. */
  insertRows<Table extends keyof Tables>(table: Table, rows: readonly Insertable<Tables[Table]>[]): RawBuilder<unknown>;
  /** The largest id a table ever gave, also of rows that are gone; 0 when it gave none. */
  readLastId(database: Database, table: TableWithIds): Promise<number>;
  /** The table gives larger ids than this one from now on. */
  passIds(database: Database, table: TableWithIds, lastId: number): Promise<void>;
  /** What the engine finds wrong with its own files, in its words; empty where it cannot look or all is well. */
  findDamage(database: Database): Promise<readonly string[]>;
  /** An empty index of quotes, with a section for roles. */
  renewQuoteWords(database: Database): Promise<void>;
  /** Both indexes, empty, as they are since facts are among their words. */
  renewWords(database: Database): Promise<void>;
  /** Where nothing is stored yet, the index of articles is made so that the beginnings of words are in it, too. */
  indexBeginnings(database: Database): Promise<void>;
  /** Both indexes take the words of many articles together. */
  gatherWords(database: Database): Promise<void>;
  /** The statement that adds them, of which there is one at least. */
  insertWords(table: WordTable, rows: readonly IndexedRow[]): RawBuilder<unknown>;
  deleteWords(database: Database, table: WordTable, ids: readonly number[]): Promise<void>;
  /** The same for many at once, inside a transaction. */
  sweepWords(database: Database, table: WordTable, ids: readonly number[]): Promise<void>;
  /** Articles `a` and quotes `q`, read from an index that has what searches ask of many rows, which is little of each. */
  readonly listed: { readonly articles: RawBuilder<unknown>; readonly quotes: RawBuilder<unknown> };
  /** Those of the ids that have these words. Sections narrow it: 0 is the first. */
  keepHaving(
    database: Database,
    table: WordTable,
    ids: readonly number[],
    query: Query,
    sections: readonly number[] | null,
  ): Promise<ReadonlySet<number>>;
  /**
   * The newest ids (largest first) in an index that match and pass the conditions, which are about articles `a`. What is
   * indexed is current.
   */
  findNewest(
    database: Database,
    table: WordTable,
    query: NewestQuery,
    conditions: readonly RawBuilder<unknown>[],
    limit: number,
  ): Promise<readonly number[]>;
}
