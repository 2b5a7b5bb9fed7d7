/** Who was quoted most lately, in an index that completes a name, or else a role, as it is typed. */

import { type RawBuilder, sql } from "kysely";
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

/** The quotes of an article. */
export interface Said {
  readonly quotes: readonly Quote[];
  readonly datedAt: number;
}

/** What articles tell of a speaker. */
interface Told {
  readonly folded: string;
  readonly name: string;
  readonly heat: number;
  readonly lastAt: number;
  readonly role: string | null;
  readonly roleAt: number | null;
}

function tellOf({ quotes, datedAt }: Said): readonly Told[] {
  const told = new Map<string, NamedSpeaker & { readonly count: number }>();
  for (const { role, ...speaker } of findNamed(quotes)) {
    const known = told.get(speaker.folded);
    const shown = role === null || toNameWords(role).length === 0 ? null : role;
    told.set(speaker.folded, { ...speaker, role: known?.role ?? shown, count: (known?.count ?? 0) + 1 });
  }
  return [...told.values()].map(({ folded, name, role, count }) => ({
    folded,
    name: name.slice(0, NAME_LENGTH_MAX).toWellFormed(),
    ...{ heat: toHeat(count, datedAt), lastAt: datedAt },
    ...{ role: role?.slice(0, NAME_LENGTH_MAX).toWellFormed() ?? null, roleAt: role === null ? null : datedAt },
  }));
}

/** As one article after the other would tell of a speaker. */
function join(first: Told, second: Told): Told {
  const [hot, cool] = first.heat > second.heat ? [first.heat, second.heat] : [second.heat, first.heat];
  const isNewer = second.roleAt !== null && (first.roleAt === null || first.roleAt <= second.roleAt);
  const { role, roleAt } = isNewer ? second : first;
  const heat = hot + Math.log1p(Math.exp(cool - hot));
  return { ...first, heat, lastAt: Math.max(first.lastAt, second.lastAt), role, roleAt };
}

/** In one order everywhere, so that two processes never wait for each other in a circle. */
function listTold(said: readonly Said[]): readonly Told[] {
  const told = new Map<string, Told>();
  for (const each of said.flatMap(tellOf)) {
    const known = told.get(each.folded);
    told.set(each.folded, known === undefined ? each : join(known, each));
  }
  return [...told.values()].sort((a, b) => (a.folded < b.folded ? -1 : 1));
}

/** As it is once an article was told of: no longer the role of one that is older. */
const isNewestRole = (datedAt: RawBuilder<unknown>, role: RawBuilder<unknown>) =>
  sql`${role} is not null and (speakers.role_at is null or speakers.role_at <= ${datedAt})`;

interface Touched {
  readonly id: number;
  readonly folded_name: string;
  readonly role: string | null;
}

/** Null where no speaker is named. */
export interface Noting {
  readonly told: ReadonlyMap<string, Told>;
  readonly isCounted: boolean;
  /** Counts them and notes their roles; gives those that are known now. */
  readonly statement: RawBuilder<Touched>;
}

/**
 * Counts the named speakers of articles and notes the newest role of each. Those of articles that do not count are noted
 * where they are known.
 */
export function toNoting(dialect: Dialect, said: readonly Said[], isCounted: boolean): Noting | null {
  const told = new Map(listTold(said).map((each) => [each.folded, each]));
  if (told.size === 0) return null;
  const rows = [...told.values()].map((each) => [
    ...[each.folded, each.name, each.heat, each.role],
    ...[each.lastAt, each.roleAt],
  ]);
  const list = dialect.listJson(JSON.stringify(rows));
  if (!isCounted) {
    const [role, roleAt] = [sql`e.value ->> 3`, sql`cast(e.value ->> 5 as bigint)`];
    const statement = sql<Touched>`update speakers set role = ${role}, role_at = ${roleAt} from ${list} e
      where speakers.folded_name = e.value ->> 0 and ${isNewestRole(roleAt, role)}
      returning speakers.id as id, speakers.folded_name as folded_name, speakers.role as role`;
    return { told, isCounted, statement };
  }
  const isNewest = isNewestRole(sql`excluded.role_at`, sql`excluded.role`);
  const [heat, more] = [sql`speakers.heat`, sql`excluded.heat`];
  // Two heats together; what is less by so much adds nothing, and is beyond what the exponential function takes.
  const together = sql`case when ${heat} - ${more} > 100 then ${heat} when ${more} - ${heat} > 100 then ${more}
    else ${heat} + ln(1 + exp(${more} - ${heat})) end`;
  const statement = sql<Touched>`
    insert into speakers (folded_name, name, heat, last_quoted_at, role, role_at)
    select e.value ->> 0, e.value ->> 1, cast(e.value ->> 2 as double precision), cast(e.value ->> 4 as bigint),
      e.value ->> 3, cast(e.value ->> 5 as bigint)
    from ${list} e where true
    on conflict (folded_name) do update set heat = ${together},
      last_quoted_at = case when speakers.last_quoted_at > excluded.last_quoted_at then speakers.last_quoted_at
        else excluded.last_quoted_at end,
      role = case when ${isNewest} then excluded.role else speakers.role end,
      role_at = case when ${isNewest} then excluded.role_at else speakers.role_at end
    returning id, folded_name, role`;
  return { told, isCounted, statement };
}

interface Beginning {
  readonly speaker_id: number;
  readonly beginning: string;
}

const toRows = (id: number, words: readonly string[]): readonly Beginning[] =>
  toBeginnings(words).map((beginning) => ({ speaker_id: id, beginning }));

const addBeginnings = (dialect: Dialect, table: "speaker_words" | "speaker_role_words", rows: readonly Beginning[]) =>
  sql<never>`${dialect.insertRows(table, rows)} on conflict do nothing returning speaker_id as id`;

/** What the names begin with, and the words of roles that are new; those of the role before are forgotten. */
export async function indexSpeakers(
  database: Database,
  dialect: Dialect,
  { told, isCounted }: Noting,
  touched: readonly Touched[],
): Promise<void> {
  const names = touched.flatMap(({ id, folded_name: folded }) => toRows(id, folded.split(" ")));
  const withRole = touched.filter(({ folded_name: folded, role }) => role !== null && told.get(folded)?.role === role);
  const roles = withRole.flatMap(({ id, role }) => toRows(id, toNameWords(role ?? "")));
  const statements = isCounted && names.length > 0 ? [addBeginnings(dialect, "speaker_words", names)] : [];
  if (roles.length > 0) {
    const kept = dialect.listJson(JSON.stringify(roles.map((row) => [row.speaker_id, row.beginning])));
    const isOfThese = sql.join(withRole.map(({ id }) => id));
    statements.push(
      addBeginnings(dialect, "speaker_role_words", roles),
      sql<never>`delete from speaker_role_words where speaker_id in (${isOfThese}) and not exists (
        select 1 from ${kept} e where cast(e.value ->> 0 as bigint) = speaker_role_words.speaker_id
          and e.value ->> 1 = speaker_role_words.beginning) returning speaker_id as id`,
    );
  }
  const last = statements.pop();
  if (last !== undefined) await dialect.runTogether(database, statements, last);
}

/** Inside the caller's transaction: the roles of speakers that are known. */
export async function noteRolesOf(database: Database, dialect: Dialect, said: Said): Promise<void> {
  const noting = toNoting(dialect, [said], false);
  if (noting === null) return;
  await indexSpeakers(database, dialect, noting, (await noting.statement.execute(database)).rows);
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
