/** The speaker features of languages whose clauses are read: case, the clause a phrase is the subject of, and the mood of reported speech. */

import { CASE, type Clause, type Clauses, classAt, GOVERNORS, type Governor } from "../../languages/reading.ts";
import { flag, type Sink } from "../../learned/features.ts";
import type { ReadText } from "../reading/read-text.ts";
import { CLAUSE_VERBS, KINDS, MOODS, RELATIONS, speaker } from "./templates.ts";

/** Values by their place in a list of templates.ts. */
const toPlaces = <Value extends string>(list: readonly Value[]): Readonly<Record<Value, number>> =>
  Object.fromEntries(list.map((value, place) => [value, place])) as Record<Value, number>;
const RELATION = toPlaces(RELATIONS);
const CLAUSE_VERB = toPlaces(CLAUSE_VERBS);
const MOOD = toPlaces(MOODS);
const GOVERNOR = toPlaces(GOVERNORS);

const CHAIN_SENTENCES_MAX = 4;
const CHAIN_CLAUSES_MAX = 40;
const CASE_WORDS_MAX = 5;
const ENDING_LENGTH = 4;

/** Index in RELATIONS: how a clause stands to that of the quotation. */
function relationOf(read: ReadText, clauses: Clauses, clause: number, quoteClause: number): number {
  const own = clauses.list[clause];
  const other = clauses.list[quoteClause];
  if (own === undefined || other === undefined) return RELATION.none;
  if (clause === quoteClause) return RELATION.own;
  const sentence = read.items[own.first]?.sentence ?? 0;
  const quoteSentence = read.items[other.first]?.sentence ?? 0;
  if (sentence === quoteSentence) {
    if (clause < quoteClause) return clause === quoteClause - 1 ? RELATION.matrix : RELATION.before;
    return clause === quoteClause + 1 ? RELATION.next : RELATION.after;
  }
  if (sentence > quoteSentence) return RELATION.later;
  return sentence === quoteSentence - 1 ? RELATION.lastSentence : RELATION.earlier;
}

/** Index in CLAUSE_VERBS. */
function verbOf(read: ReadText, clause: Clause | undefined, mention: number): number {
  if (clause?.source === mention && mention >= 0) return CLAUSE_VERB.source;
  if (clause === undefined || clause.verb < 0) return CLAUSE_VERB.none;
  if (!clause.isReporting) return CLAUSE_VERB.other;
  if (clause.isHow) return CLAUSE_VERB.how;
  return classAt(read.items, clause.verb) === "framing" ? CLAUSE_VERB.W : CLAUSE_VERB.V;
}

/** Index in MOODS: the quotation stands alone, in a plain clause, or in one that reports. */
function moodOf(clause: Clause | undefined): number {
  if (clause === undefined || clause.verb < 0) return MOOD.alone;
  return clause.isReported ? MOOD.reported : MOOD.plain;
}

/** Whether every sentence behind a clause up to the quotation reports: then the one who reported goes on. */
function isChain(clauses: Clauses, from: number, to: number): boolean {
  if (to - from > CHAIN_CLAUSES_MAX) return false;
  let hasReported = false;
  for (let index = from + 1; index <= to; index++) {
    const clause = clauses.list[index];
    if (clause === undefined || clause.isSubordinate || clause.verb < 0) continue;
    if (!clause.isReported) return false;
    hasReported = true;
  }
  return hasReported;
}

/** The clause that a mention is the subject of, else the one it stands in; -1 for none. */
function clauseOf(clauses: Clauses, mention: number, last: number): readonly [clause: number, isSubject: boolean] {
  const at = clauses.of[last] ?? -1;
  for (let index = Math.max(0, at); index < Math.min(clauses.list.length, at + 4); index++) {
    const clause = clauses.list[index];
    if (clause?.subject === mention || clause?.source === mention) return [index, true];
  }
  return [at, false];
}

export function addClauseFeatures(
  read: ReadText,
  candidate: number,
  at: number,
  same: number,
  side: number,
  tie: number,
  governor: Governor,
  sink: Sink,
): void {
  const { clauses } = read;
  const mention = read.mentions[candidate];
  if (clauses === null || mention === undefined) return;
  const quoteClause = clauses.of[at] ?? -1;
  const [clause, isSubject] = clauseOf(clauses, candidate, mention.last);
  const own = clauses.list[clause];
  const relation = relationOf(read, clauses, clause, quoteClause);
  const verb = verbOf(read, own, candidate);
  const mood = moodOf(clauses.list[quoteClause]);
  const itsCase = clauses.cases[candidate] ?? CASE.none;
  const subject = flag(isSubject);
  speaker.caseTie(sink, itsCase, side, tie);
  speaker.caseRelation(sink, itsCase, relation, verb);
  speaker.clause(sink, relation, subject, verb, mood);
  speaker.clauseReported(sink, relation, subject, verb, flag(isSubject && own?.isReported === true));
  speaker.clauseSame(sink, same, relation, subject, mood);
  const isIt = flag(governor.mention === candidate);
  const strong = flag(governor.isStrong);
  speaker.governor(sink, GOVERNOR[governor.how], isIt, strong, KINDS.indexOf(mention.kind));
  speaker.governorMood(sink, GOVERNOR[governor.how], isIt, strong, mood, same);
  speaker.governorCase(sink, GOVERNOR[governor.how], isIt, itsCase);
  if (clause >= 0 && clause < quoteClause) {
    const sentences = Math.min(
      CHAIN_SENTENCES_MAX,
      (read.items[at]?.sentence ?? 0) - (read.items[own?.first ?? 0]?.sentence ?? 0),
    );
    const chain = flag(isChain(clauses, clause, quoteClause));
    speaker.chain(sink, sentences, chain, verb, subject);
    speaker.chainSame(sink, sentences, chain, same);
  }
  const head = read.items[mention.last]?.word ?? "";
  if (mention.kind !== "name" && mention.kind !== "pronoun") speaker.ending(sink, head.slice(-ENDING_LENGTH));
  if (itsCase === CASE.prepositional) {
    const preposition = read.items[(clauses.spans[candidate]?.[0] ?? mention.first) - 1]?.word ?? "";
    speaker.preposition(sink, `${preposition} ${RELATIONS[relation] ?? ""}`);
  }
  speaker.caseWord(sink, itsCase, Math.min(CASE_WORDS_MAX, mention.last - mention.first));
}

export function addNoSpeakerClauseFeatures(
  read: ReadText,
  at: number,
  previousPlace: number,
  governor: Governor,
  sink: Sink,
): void {
  if (read.clauses === null) return;
  const clause = read.clauses.list[read.clauses.of[at] ?? -1];
  speaker.noneGovernor(sink, GOVERNOR[governor.how], flag(governor.isStrong), moodOf(clause));
  const hasSubject = flag(clause !== undefined && clause.subject >= 0);
  speaker.noneClause(sink, verbOf(read, clause, -1), moodOf(clause), hasSubject, previousPlace);
}
