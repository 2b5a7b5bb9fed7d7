/** Translations of briefs: wanted once, claimed by one process, kept as long as their article. */

import { type Kysely, type Selectable, sql } from "kysely";
import { z } from "zod";
import { toArticleId } from "../../domain/id.ts";
import {
  CALLS_MAX,
  type KeptTranslation,
  TRANSLATION_WAIT_MS,
  type TranslationStore,
  type WantedTranslation,
} from "../../domain/translation/translation.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { toStorable } from "../normalize.ts";
import { readJson, type Tables, toMoment } from "../tables.ts";
import type { TranslationTables } from "./translation-tables.ts";

/** Longer than the calls of one translation take; a second process begins within the wait. */
const LEASE_MS = 55_000;
/** The second time is after a crash. */
const ATTEMPTS_MAX = 2;

const linesSchema = z.record(z.string(), z.string());
const stateSchema = z.enum(["wanted", "made", "failed"]);
const NO_LEASE = { lease_owner: null, lease_until: null };

type TranslationRow = Selectable<TranslationTables["translations"]>;

export async function createTranslations(database: Kysely<Tables>, { types }: Dialect): Promise<void> {
  const { integer, text, key, tableEnd } = types;
  await sql`create table translations (
    article_id ${integer} not null references articles (id) on delete cascade, language ${key} not null,
    state ${key} not null, wanted_at ${integer} not null, lines ${text} not null, made_by ${text}, reason ${text},
    attempts ${integer} not null, calls ${integer} not null, lease_owner ${text}, lease_until ${integer},
    primary key (article_id, language)) ${tableEnd}`.execute(database);
  await sql`create index translations_wanted on translations (wanted_at)`.execute(database);
}

const toKept = (row: TranslationRow): KeptTranslation => ({
  state: stateSchema.parse(row.state),
  waitsUntil: new Date(row.wanted_at + TRANSLATION_WAIT_MS),
  lines: readJson(linesSchema, row.lines),
  by: row.made_by ?? "",
});

export function createTranslationStore(database: Database, { hasSkipLocked }: Dialect): TranslationStore {
  const skipLocked = hasSkipLocked ? sql`for update skip locked` : sql``;

  async function find({ articleId, language }: WantedTranslation): Promise<KeptTranslation | null> {
    const all = database.selectFrom("translations").selectAll().where("article_id", "=", articleId);
    const row = await all.where("language", "=", language).executeTakeFirst();
    return row === undefined ? null : toKept(row);
  }

  return {
    find: (articleId, language) => find({ articleId, language }),

    async want(wanted, now) {
      await database
        .insertInto("translations")
        .values({
          article_id: wanted.articleId,
          language: wanted.language,
          state: "wanted",
          wanted_at: toMoment(now),
          lines: "{}",
          made_by: null,
          reason: null,
          attempts: 0,
          calls: 0,
          ...NO_LEASE,
        })
        .onConflict((conflict) => conflict.columns(["article_id", "language"]).doNothing())
        .execute();
      const kept = await find(wanted);
      if (kept === null) throw new Error("a translation that is wanted is there");
      return kept;
    },

    async claim(now, limit, owner) {
      if (limit <= 0) return [];
      const moment = toMoment(now);
      const { rows } = await sql<TranslationRow>`
        with picked as (
          select article_id, language from translations
          where wanted_at > ${moment - TRANSLATION_WAIT_MS} and state = 'wanted' and attempts < ${ATTEMPTS_MAX}
            and (lease_until is null or lease_until <= ${moment})
          order by wanted_at, article_id limit ${limit} ${skipLocked}
        )
        update translations
        set lease_owner = ${owner}, lease_until = ${moment + LEASE_MS}, attempts = attempts + 1, calls = calls + 1
        from picked where translations.article_id = picked.article_id and translations.language = picked.language
        returning translations.article_id as article_id, translations.language as language`.execute(database);
      return rows.map((row) => ({
        articleId: toArticleId(row.article_id),
        language: row.language as WantedTranslation["language"],
      }));
    },

    async settle({ articleId, language }, made, now, owner) {
      const lines = made.outcome === "made" ? JSON.stringify(made.lines) : "{}";
      await database
        .updateTable("translations")
        .set((each) => ({
          // Posts that waited have gone out as they were, and stay so.
          state: sql<string>`case when wanted_at > ${toMoment(now) - TRANSLATION_WAIT_MS} and ${made.outcome === "made" ? 1 : 0} = 1
            then 'made' else 'failed' end`,
          lines: toStorable(lines),
          made_by: toStorable(made.by),
          reason: made.outcome === "made" ? null : toStorable(made.reason),
          // One was counted when it was claimed.
          calls: each("calls", "+", made.calls - 1),
          ...NO_LEASE,
        }))
        .where("article_id", "=", articleId)
        .where("language", "=", language)
        .where("lease_owner", "=", owner)
        .where("state", "=", "wanted")
        .execute();
    },

    async countCalls(since, now) {
      // As many as it may take.
      const toCome = sql`case when calls > ${CALLS_MAX} then calls else ${CALLS_MAX} end`;
      const isWaiting = sql`state = 'wanted' and wanted_at > ${toMoment(now) - TRANSLATION_WAIT_MS}`;
      const { count } = await database
        .selectFrom("translations")
        .select(sql<number | string | null>`sum(case when ${isWaiting} then ${toCome} else calls end)`.as("count"))
        .where("wanted_at", ">", toMoment(since))
        .executeTakeFirstOrThrow();
      return Number(count ?? 0);
    },

    async release(owner) {
      await database.updateTable("translations").set(NO_LEASE).where("lease_owner", "=", owner).execute();
    },
  };
}
