/** Who was quoted most lately, in an index that completes a name, or else a role, as it is typed. */

import { sql } from "kysely";
import type { Quote, Speaker } from "../domain/article.ts";
import { fold } from "../domain/fold.ts";
import type { Audience, FoundSpeaker } from "../domain/store.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { WORD_LENGTH_MAX } from "./normalize.ts";
import { readQuote } from "./tables.ts";

/** A quote counts half as much as one a week younger. */
const HALF_LIFE_MS = 7 * 24 * 60 * 60 * 1000;
const NAME_LENGTH_MAX = 120;
const NAME_WORDS_MAX = 8;
const SUGGESTIONS_MAX = 25;
/** Looked through for the speakers of a channel's own feeds. */
const OWN_QUOTES_MAX = 300;
/** Sorts after every other letter, in bytes. */
const LAST_LETTER = "\u{10FFFF}";

/** Words as typed, folded but not cut into pairs: a name is completed from its first letters in every script. */
function toNameWords(name: string): readonly string[] {
  const words = fold(name.slice(0, NAME_LENGTH_MAX)).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.slice(0, NAME_WORDS_MAX).map((word) => word.slice(0, WORD_LENGTH_MAX).toWellFormed());
}

/** "angela", "angela merkel" and "merkel" all begin one of: "angela merkel", "merkel". */
const toBeginnings = (words: readonly string[]): readonly string[] => [
  ...new Set(words.map((_, index) => words.slice(index).join(" "))),
];

/**
 * The logarithm of a count that fades. Written as of a fixed day instead of today it never has to be brought up to date,
 * and the order of two speakers is the order of their faded counts.
 */
const toHeat = (count: number, moment: number): number => Math.log(count) + (moment / HALF_LIFE_MS) * Math.LN2;

const addHeat = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

interface NamedSpeaker extends Speaker {
  readonly folded: string;
}

function findNamed(quotes: readonly Quote[]): readonly NamedSpeaker[] {
  return quotes.flatMap(({ speaker }) => {
    if (speaker === null || speaker.kind === "unnamed" || speaker.kind === "document") return [];
    const folded = toNameWords(speaker.name).join(" ");
    return folded === "" ? [] : [{ ...speaker, folded }];
  });
}

interface Said {
  readonly quotes: readonly Quote[];
  readonly datedAt: number;
  /** Their roles are noted in any case. */
  readonly isCounted: boolean;
}

/** What one article tells of a speaker. */
interface Told {
  readonly folded: string;
  readonly name: string;
  readonly count: number;
  readonly role: string | null;
}

/** In one order everywhere, so that two processes never wait for each other in a circle. */
function listTold(quotes: readonly Quote[]): readonly Told[] {
  const told = new Map<string, Told>();
  for (const { folded, name, role } of findNamed(quotes)) {
    const known = told.get(folded);
    const shown = role === null || toNameWords(role).length === 0 ? null : role;
    told.set(folded, {
      folded,
      name: name.slice(0, NAME_LENGTH_MAX).toWellFormed(),
      count: (known?.count ?? 0) + 1,
      role: known?.role ?? shown?.slice(0, NAME_LENGTH_MAX).toWellFormed() ?? null,
    });
  }
  return [...told.values()].sort((a, b) => (a.folded < b.folded ? -1 : 1));
}

/** Those not known yet, with what their names begin with; resolves with the names that were new. */
async function addSpeakers(database: Database, told: readonly Told[], datedAt: number): Promise<ReadonlySet<string>> {
  const added = await database
    .insertInto("speakers")
    .values(
      told.map(({ folded, name, count }) => ({
        folded_name: folded,
        name,
        heat: toHeat(count, datedAt),
        last_quoted_at: datedAt,
      })),
    )
    .onConflict((conflict) => conflict.column("folded_name").doNothing())
    .returning(["id", "folded_name"])
    .execute();
  const rows = added.flatMap(({ id, folded_name: folded }) =>
    toBeginnings(folded.split(" ")).map((beginning) => ({ beginning, speaker_id: id })),
  );
  if (rows.length > 0) await database.insertInto("speaker_words").values(rows).execute();
  return new Set(added.map((row) => row.folded_name));
}

interface NewRole {
  readonly id: number;
  readonly role: string;
}

/** The words of the role before are forgotten. */
async function indexNewRoles(database: Database, roles: readonly NewRole[]): Promise<void> {
  if (roles.length === 0) return;
  const ids = roles.map(({ id }) => id);
  await database.deleteFrom("speaker_role_words").where("speaker_id", "in", ids).execute();
  const rows = roles.flatMap(({ id, role }) =>
    toBeginnings(toNameWords(role)).map((beginning) => ({ beginning, speaker_id: id })),
  );
  await database.insertInto("speaker_role_words").values(rows).execute();
}

/**
 * Counts the named speakers of an article and notes the newest role of each, inside the caller's transaction. Those of an
 * article that does not count are noted where they are known.
 */
export async function noteSpeakers(database: Database, dialect: Dialect, said: Said): Promise<void> {
  const { datedAt, isCounted } = said;
  const told = new Map(listTold(said.quotes).map((each) => [each.folded, each]));
  if (told.size === 0) return;
  const added = isCounted ? await addSpeakers(database, [...told.values()], datedAt) : new Set<string>();
  const known = await database
    .selectFrom("speakers")
    .select(["id", "folded_name", "heat", "last_quoted_at", "role", "role_at"])
    .where("folded_name", "in", [...told.keys()])
    .orderBy("folded_name")
    .$if(dialect.hasSkipLocked, (query) => query.forUpdate())
    .execute();
  const roles: NewRole[] = [];
  const changed = known.map((row) => {
    const { count = 1, role = null } = told.get(row.folded_name) ?? {};
    const counts = isCounted && !added.has(row.folded_name);
    const heat = counts ? addHeat(row.heat, toHeat(count, datedAt)) : row.heat;
    const last = counts ? Math.max(row.last_quoted_at, datedAt) : row.last_quoted_at;
    const isNewest = role !== null && (row.role_at === null || row.role_at <= datedAt);
    if (isNewest && role !== row.role) roles.push({ id: row.id, role });
    return [row.id, heat, last, isNewest ? role : row.role, isNewest ? datedAt : row.role_at];
  });
  if (changed.length > 0) {
    await sql`update speakers set heat = cast(e.value ->> 1 as double precision),
      last_quoted_at = cast(e.value ->> 2 as bigint), role = e.value ->> 3, role_at = cast(e.value ->> 4 as bigint)
      from ${dialect.listJson(JSON.stringify(changed))} e
      where speakers.id = cast(e.value ->> 0 as bigint)`.execute(database);
  }
  await indexNewRoles(database, roles);
}

/** Of the newest articles of the feeds that only this audience sees; the index is everybody's. */
async function findOwnSpeakers(
  database: Database,
  prefix: string,
  { ownFeedIds = [] }: Audience,
): Promise<readonly FoundSpeaker[]> {
  if (ownFeedIds.length === 0) return [];
  const rows = await database
    .selectFrom("quotes")
    .innerJoin("articles", "articles.id", "quotes.article_id")
    .select("quotes.quote")
    .where("articles.is_added", "=", 1)
    .where("articles.is_current", "=", 1)
    .where("articles.feed_id", "in", [...ownFeedIds])
    .orderBy("quotes.dated_at", "desc")
    .orderBy("quotes.id", "desc")
    .limit(OWN_QUOTES_MAX)
    .execute();
  const found = new Map<string, FoundSpeaker>();
  for (const { folded, name, role } of findNamed(rows.map((row) => readQuote(row.quote)))) {
    const words = [...folded.split(" "), ...(role === null ? [] : toNameWords(role))];
    const begins = prefix === "" || toBeginnings(words).some((beginning) => beginning.startsWith(prefix));
    if (begins && !found.has(folded)) found.set(folded, { name: name.slice(0, NAME_LENGTH_MAX), role });
  }
  return [...found.values()];
}

/**
 * An empty beginning gives the names quoted most. Those whose name begins so come before those whose role does, and what
 * is the audience's own before all.
 */
export async function findSpeakers(
  database: Database,
  typed: string,
  limit: number,
  audience: Audience = {},
): Promise<readonly FoundSpeaker[]> {
  const prefix = toNameWords(typed).join(" ");
  if (prefix === "" && typed.trim() !== "") return [];
  const count = Math.min(Math.max(0, Math.trunc(limit)), SUGGESTIONS_MAX);
  const own = await findOwnSpeakers(database, prefix, audience);
  const found = new Map<number, FoundSpeaker>();
  for (const table of prefix === "" ? [null] : (["speaker_words", "speaker_role_words"] as const)) {
    const rows = await database
      .selectFrom("speakers")
      .select(["id", "name", "role"])
      .$if(table !== null, (query) =>
        query.where("id", "in", (each) =>
          each
            .selectFrom(table ?? "speaker_words")
            .select("speaker_id")
            .where("beginning", ">=", prefix)
            .where("beginning", "<", `${prefix}${LAST_LETTER}`),
        ),
      )
      .orderBy("heat", "desc")
      .orderBy("id")
      .limit(count)
      .execute();
    for (const { id, name, role } of rows) if (!found.has(id)) found.set(id, { name, role });
  }
  const all = [...own, ...found.values()];
  return [...new Map(all.map((each) => [toNameWords(each.name).join(" "), each])).values()].slice(0, count);
}
