/** Who was quoted most lately, in an index that completes a name, or else a role, as it is typed. */

import type { Quote, Speaker } from "../domain/article.ts";
import { fold } from "../domain/fold.ts";
import type { Audience, FoundSpeaker } from "../domain/store.ts";
import type { Database } from "./dialects/dialect.ts";
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

/** In one order everywhere, so that two processes never wait for each other in a circle. */
const inOrder = <T>(byName: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
  [...byName].sort(([a], [b]) => (a < b ? -1 : 1));

/** Counts the named speakers of an article, inside the caller's transaction. */
export async function countSpeakers(database: Database, quotes: readonly Quote[], datedAt: number): Promise<void> {
  const counted = new Map<string, { readonly name: string; readonly count: number }>();
  for (const { folded, ...speaker } of findNamed(quotes)) {
    counted.set(folded, { name: speaker.name.slice(0, NAME_LENGTH_MAX), count: (counted.get(folded)?.count ?? 0) + 1 });
  }
  for (const [folded, { name, count }] of inOrder(counted)) {
    const heat = toHeat(count, datedAt);
    const added = await database
      .insertInto("speakers")
      .values({ folded_name: folded, name: name.toWellFormed(), heat, last_quoted_at: datedAt })
      .onConflict((conflict) => conflict.column("folded_name").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (added !== undefined) {
      const rows = toBeginnings(folded.split(" ")).map((beginning) => ({ beginning, speaker_id: added.id }));
      await database.insertInto("speaker_words").values(rows).execute();
      continue;
    }
    const known = await database
      .selectFrom("speakers")
      .select(["id", "heat", "last_quoted_at"])
      .where("folded_name", "=", folded)
      .executeTakeFirstOrThrow();
    await database
      .updateTable("speakers")
      .set({ heat: addHeat(known.heat, heat), last_quoted_at: Math.max(known.last_quoted_at, datedAt) })
      .where("id", "=", known.id)
      .execute();
  }
}

/** Notes the newest role of each speaker known, inside the caller's transaction; the one before is forgotten. */
export async function noteRoles(database: Database, quotes: readonly Quote[], datedAt: number): Promise<void> {
  const roles = new Map<string, string>();
  for (const { folded, role } of findNamed(quotes)) {
    if (role !== null && !roles.has(folded)) roles.set(folded, role.slice(0, NAME_LENGTH_MAX).toWellFormed());
  }
  for (const [folded, role] of inOrder(roles)) {
    const words = toNameWords(role);
    if (words.length === 0) continue;
    const isNewest = database
      .updateTable("speakers")
      .set({ role, role_at: datedAt })
      .where("folded_name", "=", folded)
      .where((each) => each.or([each("role_at", "is", null), each("role_at", "<=", datedAt)]))
      .returning("id");
    // Nearly always it is as it was.
    if ((await isNewest.where("role", "=", role).executeTakeFirst()) !== undefined) continue;
    const noted = await isNewest.executeTakeFirst();
    if (noted === undefined) continue;
    await database.deleteFrom("speaker_role_words").where("speaker_id", "=", noted.id).execute();
    const rows = toBeginnings(words).map((beginning) => ({ beginning, speaker_id: noted.id }));
    await database.insertInto("speaker_role_words").values(rows).execute();
  }
}

/** Forgets names not quoted since. */
export async function forgetSpeakers(database: Database, before: number): Promise<void> {
  await database.deleteFrom("speakers").where("last_quoted_at", "<", before).execute();
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
