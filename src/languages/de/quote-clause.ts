/** Finds the clause that a German quotation hangs on: its own, one before or behind it, or the last one that reported. */

import { CASE, type Clause, type Clauses, CUES, classAt, classSet, type Governor, type Reading } from "../reading.ts";

const BEFORE_QUOTE = classSet("colon", "open");

const CLAUSES_AHEAD_MAX = 6;
const CLAUSES_BACK_MAX = 24;
const PARTS_BACK_MAX = 6;
const COLON_ITEMS_MAX = 80;
const NONE: Governor = { mention: -1, how: "none", isStrong: false };

function speakerOf(reading: Reading, clause: Clause | undefined): number {
  if (clause === undefined) return -1;
  const hasOwn = clause.isReporting && clause.subject >= 0 && !clause.isReported;
  // „sagte Hale laut „Hafenbote““: who says it stands before where it was read.
  const isLater =
    hasOwn && (reading.mentions[clause.source]?.first ?? 0) > (reading.mentions[clause.subject]?.last ?? 0);
  if (clause.source >= 0 && !(isLater && clause.verb < (reading.mentions[clause.subject]?.first ?? 0)))
    return clause.source;
  // „Es drohe …“ is itself reported.
  if (!clause.isReporting || (clause.isReported && !clause.isHow)) return -1;
  const links = reading.linksAt.get(clause.verb) ?? [];
  return links.find((link) => link.kind !== "joined")?.mention ?? -1;
}

/** „Ada Moor: „…““, or weakly whoever does something before a colon: „Hier sparte Hale nicht mit Kritik: „…““. */
function findBeforeColon(reading: Reading, clauses: Clauses, at: number, own: number): Governor | null {
  if (!BEFORE_QUOTE.has(classAt(reading.items, at - 1))) return null;
  let index = clauses.of[at - 2] ?? -1;
  const clause = clauses.list[index];
  if (clause === undefined || index === own) return null;
  if (clause.verb >= 0) {
    const kind = reading.mentions[clause.subject]?.kind;
    const canSpeak = kind === "name" || kind === "role" || kind === "pronoun";
    const isMain = !clause.isSubordinate || clause.isReporting;
    return clause.subject >= 0 && canSpeak && isMain && !clause.isReported && !clause.isPassive
      ? { mention: clause.subject, how: "colon", isStrong: false }
      : null;
  }
  // The first phrase of a sentence without a verb, over appositions.
  const sentence = reading.items[clause.first]?.sentence;
  for (let steps = 0; steps < PARTS_BACK_MAX && clauses.list[index - 1]?.verb === -1; steps++) {
    const first = clauses.list[index - 1]?.first ?? -1;
    if (reading.items[first]?.sentence !== sentence) break;
    index--;
  }
  const before = clauses.list[index - 1];
  // „sagte Ada Moor, Gründerin der Werft: „…““: what has no verb explains the phrase before.
  if (before !== undefined && reading.items[before.first]?.sentence === sentence) return null;
  const from = clauses.list[index]?.first ?? 0;
  for (let mention = reading.mentionFrom[from] ?? 0; mention < reading.mentions.length; mention++) {
    const found = reading.mentions[mention];
    if (found === undefined || found.last >= at || found.last - from > COLON_ITEMS_MAX) break;
    const isAble = clauses.cases[mention] === CASE.subject || clauses.cases[mention] === CASE.open;
    if (isAble && (found.kind === "name" || found.kind === "role")) return { mention, how: "colon", isStrong: true };
  }
  return null;
}

/** „…“, hieß es: nobody is told. */
function isHearsay(reading: Reading, clauses: Clauses, at: number): boolean {
  const verb = classAt(reading.items, at + 1) === "comma" ? at + 2 : at + 1;
  if (reading.items[verb]?.lemma !== "heißen" || reading.items[verb + 1]?.word !== "es") return false;
  return (clauses.list[clauses.of[verb] ?? -1]?.source ?? -1) < 0;
}

/** The governor of the quotation at item `at`; nobody where clauses are not read. */
export function findGovernor(reading: Reading, at: number): Governor {
  const { clauses } = reading;
  if (clauses === null) return NONE;
  const own = clauses.of[at] ?? -1;
  const quote = clauses.list[own];
  if (quote === undefined) return NONE;
  const sentence = reading.items[quote.first]?.sentence ?? 0;
  const paragraph = reading.items[quote.first]?.paragraph ?? 0;
  const found = (clause: Clause | undefined, how: Governor["how"]): Governor | null => {
    const mention = speakerOf(reading, clause);
    if (mention < 0 || clause === undefined) return null;
    return { mention, how, isStrong: clause.source >= 0 || classAt(reading.items, clause.verb) === "reporting" };
  };
  if (isHearsay(reading, clauses, at)) return NONE;
  const inOwn = found(quote, "own");
  if (inOwn?.isStrong === true) return inOwn;
  for (const step of [-1, 1, -2, 2]) {
    const clause = clauses.list[own + step];
    if (clause?.isHow !== true || reading.items[clause.first]?.sentence !== sentence) continue;
    const how = found(clause, step < 0 ? "back" : "forward");
    if (how !== null) return how;
  }
  if (inOwn !== null) return inOwn;
  const colon = findBeforeColon(reading, clauses, at, own);
  if (colon?.isStrong === true) return colon;
  // „Hale will „…““
  if (quote.subject >= 0 && /^(?:will|wollen|wollte|wollten)$/.test(reading.items[quote.verb]?.word ?? ""))
    return { mention: quote.subject, how: "wish", isStrong: false };
  const forward = (): Governor | null => {
    for (let index = own + 1; index <= own + CLAUSES_AHEAD_MAX; index++) {
      const clause = clauses.list[index];
      if (clause === undefined || reading.items[clause.first]?.sentence !== sentence) return null;
      const governor = found(clause, "forward");
      if (governor !== null) return governor;
    }
    return null;
  };
  const isFollowed = CUES.has(classAt(reading.items, classAt(reading.items, at + 1) === "comma" ? at + 2 : at + 1));
  const ahead = forward();
  if (isFollowed && ahead !== null) return ahead;
  const last = clauses.list[own - 1];
  if (colon !== null && found(last, "back") === null) return colon;
  let isChain = true;
  for (let index = own - 1; index >= 0 && own - index <= CLAUSES_BACK_MAX; index--) {
    const clause = clauses.list[index];
    const item = reading.items[clause?.first ?? -1];
    if (clause === undefined || item === undefined || item.paragraph !== paragraph) break;
    const isSame = item.sentence === sentence;
    if (!isSame && ahead !== null) return ahead;
    // „kritisierte den Plan, den Hale vorgestellt hatte, als „…““: a relative clause in between governs nothing.
    if (
      clause.isRelative &&
      !(index === own - 1 && (quote.isSubordinate || classAt(reading.items, at - 1) === "colon"))
    )
      continue;
    const governor = found(clause, isSame ? "back" : isChain && quote.isReported ? "chain" : "before");
    if (governor !== null) return governor;
    if (!clause.isSubordinate && clause.verb >= 0 && !clause.isReported) isChain = false;
  }
  return ahead ?? NONE;
}
