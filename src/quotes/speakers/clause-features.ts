/** The speaker features that only German has: case, the clause a phrase is the subject of, and the mood of reported speech. */

import type { Sink } from "../../learned/linear.ts";
import type { Clause, Clauses } from "../reading/clauses.ts";
import { CASE } from "../reading/german-phrases.ts";
import type { Governor } from "../reading/quote-clause.ts";
import { classAt, type Scene } from "../reading/read-text.ts";
import { CASES, CLAUSE_VERBS, KINDS, MOODS, RELATIONS, SPEAKER_TEMPLATES } from "./templates.ts";

type Name = keyof typeof SPEAKER_TEMPLATES;
const T = Object.fromEntries(Object.keys(SPEAKER_TEMPLATES).map((name, index) => [name, index])) as Record<
  Name,
  number
>;

const RELATION = {
  none: 0,
  own: 1,
  matrix: 2,
  before: 3,
  next: 4,
  after: 5,
  lastSentence: 6,
  earlier: 7,
  later: 8,
} as const;
const CASE_COUNT = CASES.length;
const RELATION_COUNT = RELATIONS.length;
const VERB_COUNT = CLAUSE_VERBS.length;
const KIND_COUNT = KINDS.length;
const MOOD_COUNT = MOODS.length;
const CHAIN_SENTENCES_MAX = 4;
const CHAIN_CLAUSES_MAX = 40;
const ENDING_LENGTH = 4;
const flag = (value: boolean): number => (value ? 1 : 0);

/** Index in RELATIONS: how a clause stands to that of the quotation. */
function relationOf(scene: Scene, clauses: Clauses, clause: number, quoteClause: number): number {
  const own = clauses.list[clause];
  const other = clauses.list[quoteClause];
  if (own === undefined || other === undefined) return RELATION.none;
  if (clause === quoteClause) return RELATION.own;
  const sentence = scene.items[own.first]?.sentence ?? 0;
  const quoteSentence = scene.items[other.first]?.sentence ?? 0;
  if (sentence === quoteSentence) {
    if (clause < quoteClause) return clause === quoteClause - 1 ? RELATION.matrix : RELATION.before;
    return clause === quoteClause + 1 ? RELATION.next : RELATION.after;
  }
  if (sentence > quoteSentence) return RELATION.later;
  return sentence === quoteSentence - 1 ? RELATION.lastSentence : RELATION.earlier;
}

/** Index in CLAUSE_VERBS. */
function verbOf(scene: Scene, clause: Clause | undefined, mention: number): number {
  if (clause?.source === mention && mention >= 0) return 5;
  if (clause === undefined || clause.verb < 0) return 0;
  if (!clause.isReporting) return 1;
  if (clause.isHow) return 4;
  return classAt(scene, clause.verb) === "W" ? 2 : 3;
}

/** Index in MOODS: the quotation stands alone, in a plain clause, or in one that reports. */
function moodOf(clause: Clause | undefined): number {
  if (clause === undefined || clause.verb < 0) return 0;
  return clause.isReported ? 2 : 1;
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
  scene: Scene,
  candidate: number,
  at: number,
  same: number,
  side: number,
  tie: number,
  governor: Governor,
  sink: Sink,
): void {
  const { clauses } = scene;
  const mention = scene.mentions[candidate];
  if (clauses === null || mention === undefined) return;
  const quoteClause = clauses.of[at] ?? -1;
  const [clause, isSubject] = clauseOf(clauses, candidate, mention.last);
  const own = clauses.list[clause];
  const relation = relationOf(scene, clauses, clause, quoteClause);
  const verb = verbOf(scene, own, candidate);
  const mood = moodOf(clauses.list[quoteClause]);
  const itsCase = clauses.cases[candidate] ?? CASE.none;
  const place = ((relation * 2 + flag(isSubject)) * VERB_COUNT + verb) * MOOD_COUNT;
  sink.add(T.caseTie, (itsCase * 4 + side) * 7 + tie);
  sink.add(T.caseRelation, (itsCase * RELATION_COUNT + relation) * VERB_COUNT + verb);
  sink.add(T.clause, place + mood);
  sink.add(T.clauseMood, place + (isSubject && own?.isReported === true ? 1 : 0));
  sink.add(T.clauseSame, ((same * RELATION_COUNT + relation) * 2 + flag(isSubject)) * MOOD_COUNT + mood);
  const isIt = flag(governor.mention === candidate);
  const how = (governor.how * 2 + isIt) * 2 + flag(governor.isStrong);
  sink.add(T.governor, how * KIND_COUNT + Math.max(0, (KINDS as readonly string[]).indexOf(mention.kind)));
  sink.add(T.governorMood, (how * MOOD_COUNT + mood) * 3 + same);
  sink.add(T.governorCase, (governor.how * 2 + isIt) * CASE_COUNT + itsCase);
  if (clause >= 0 && clause < quoteClause) {
    const sentences = Math.min(
      CHAIN_SENTENCES_MAX,
      (scene.items[at]?.sentence ?? 0) - (scene.items[own?.first ?? 0]?.sentence ?? 0),
    );
    const chain = flag(isChain(clauses, clause, quoteClause));
    sink.add(T.chain, ((sentences * 2 + chain) * VERB_COUNT + verb) * 2 + flag(isSubject));
    sink.add(T.chainSame, (sentences * 2 + chain) * 3 + same);
  }
  const head = scene.items[mention.last]?.word ?? "";
  if (mention.kind !== "name" && mention.kind !== "pronoun") sink.addWord(T.ending, head.slice(-ENDING_LENGTH));
  if (itsCase === CASE.prepositional) {
    const preposition = scene.items[(clauses.spans[candidate]?.[0] ?? mention.first) - 1]?.word ?? "";
    sink.addWord(T.preposition, `${preposition} ${RELATIONS[relation] ?? ""}`);
  }
  sink.add(T.caseWord, itsCase * CASE_COUNT + Math.min(CASE_COUNT - 1, mention.last - mention.first));
}

export function addNoSpeakerClauseFeatures(
  scene: Scene,
  at: number,
  previousPlace: number,
  governor: Governor,
  sink: Sink,
): void {
  if (scene.clauses === null) return;
  const clause = scene.clauses.list[scene.clauses.of[at] ?? -1];
  sink.add(T.noneGovernor, (governor.how * 2 + flag(governor.isStrong)) * MOOD_COUNT + moodOf(clause));
  const hasSubject = flag(clause !== undefined && clause.subject >= 0);
  sink.add(
    T.noneClause,
    ((verbOf(scene, clause, -1) * MOOD_COUNT + moodOf(clause)) * 2 + hasSubject) * 4 + previousPlace,
  );
}
