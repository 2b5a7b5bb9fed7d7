/** Chooses the speaker of each quotation, in order, by the learned ranking of its candidates. */

import { classAt, classSet, type Governor } from "../../languages/reading.ts";
import type { Scorer } from "../../learned/linear.ts";
import { type Entities, findEntities } from "../names/entities.ts";
import { explainedPhrase } from "../names/explained-phrases.ts";
import { type QuoteView, viewQuote } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import { findCandidates } from "./candidates.ts";
import {
  addNoSpeakerFeatures,
  addSpeakerFeatures,
  bestTies,
  type Previous,
  type SpeakerQuestion,
} from "./speaker-features.ts";

const BEFORE_VERB = classSet("comma", "dash", "auxiliary");
const SENTENCE_ENDS = classSet("stop", "break");
/** What a source does not reach over. */
const BEYOND_SOURCE = classSet("break", "quotation", "reporting");

export interface Choice {
  readonly view: QuoteView;
  /** Chosen mention; -1 when nobody is likely enough. */
  readonly mention: number;
  /** Probability of the choice among all answers. */
  readonly probability: number;
}

export interface SpeakerTask {
  readonly question: SpeakerQuestion;
  readonly candidates: readonly number[];
  /** Place of each candidate among those on its side of the quotation. */
  readonly ranks: readonly number[];
}

const NO_GOVERNOR: Governor = { mention: -1, how: "none", isStrong: false };

/** Index in PREVIOUS: on the same line, in the paragraph before, farther off; 0 when there is none. */
function placeOf(read: ReadText, view: QuoteView, quote: number): number {
  if (quote < 0) return 0;
  const at = read.quoteItems[quote] ?? -1;
  const distance = view.paragraph - (read.items[at]?.paragraph ?? 0);
  return distance === 0 ? 1 : distance === 1 ? 2 : 3;
}

export function poseTask(
  read: ReadText,
  entities: Entities,
  quote: number,
  before: Omit<Previous, "place">,
): SpeakerTask {
  const view = viewQuote(read, quote);
  const previous: Previous = { ...before, place: placeOf(read, view, before.quote) };
  const governor = read.speech.clauses?.findGovernor(read, view.at) ?? NO_GOVERNOR;
  const candidates = findCandidates(read, quote, [previous.place <= 2 ? before.mention : -1, governor.mention]);
  const [tieBefore, tieAfter] = bestTies(read, candidates, view.at);
  let rankBefore = 0;
  let rankAfter = 0;
  const ranks = candidates.map((mention) =>
    (read.mentions[mention]?.last ?? 0) > view.at ? rankAfter++ : rankBefore++,
  );
  return { question: { read, entities, view, previous, tieBefore, tieAfter, governor }, candidates, ranks };
}

const SOURCE_REACH = 30;
const VERB_REACH = 4;
const BEYOND_VERB = classSet("stop", "break", "quotation");
const SENTENCE_REACH = 60;

/** Of a verb without a subject behind the quotation: the one name that the sentence before begins with; -1 for several. */
function subjectLeftOut(read: ReadText, view: QuoteView): number {
  if (!read.speech.leavesSubjectOut) return -1;
  let verb = view.at + 1;
  while (BEFORE_VERB.has(classAt(read.items, verb)) && verb - view.at < 4) verb++;
  if (classAt(read.items, verb) !== "reporting" || !SENTENCE_ENDS.has(classAt(read.items, verb + 1))) return -1;
  let only = -1;
  let sentence = -1;
  for (let index = (read.mentionFrom[view.at] ?? 0) - 1; index >= 0; index--) {
    const mention = read.mentions[index];
    const head = read.items[mention?.last ?? -1];
    if (mention === undefined || head === undefined || view.at - mention.last > SENTENCE_REACH) break;
    if (sentence >= 0 && head.sentence !== sentence) break;
    sentence = head.sentence;
    if (mention.kind !== "name" || classAt(read.items, mention.first - 1) === "preposition") continue;
    if (only >= 0 || head.paragraph < view.paragraph - 1) return -1;
    only = index;
  }
  return only;
}

/** “According to Moor, the bridge is “…””: the mention, when the sentence has no verb that reports nearer; -1 for none. */
function sourceBefore(read: ReadText, view: QuoteView): number {
  for (let index = view.at - 1; index >= 0 && view.at - index <= SOURCE_REACH; index--) {
    const item = read.items[index];
    if (item === undefined || item.sentence !== view.sentence || BEYOND_SOURCE.has(item.class)) return -1;
    if (item.class !== "source" && item.class !== "sourceAfter") continue;
    const link = read.linksAt.get(index)?.find((each) => each.kind === "source");
    return link?.mention ?? -1;
  }
  return -1;
}

/** Where verbs stand last: the subject of the verb behind the quotation, wherever it stands; -1 for none. */
function finalSubject(read: ReadText, view: QuoteView): number {
  for (let verb = view.at + 1; verb - view.at <= VERB_REACH; verb++) {
    const itemClass = classAt(read.items, verb);
    if (BEYOND_VERB.has(itemClass)) return -1;
    const link = itemClass === "reporting" ? read.linksAt.get(verb)?.[0] : undefined;
    if (link !== undefined) return link.mention;
  }
  return -1;
}

/**
 * The speaker that a text's form leaves no doubt about: who signs behind a dash, and, in languages without weights of
 * their own, whoever stands behind the verb that touches (“…”, dijo Ada Moor), or behind “according to” in the same
 * sentence. -1 for all else, where the model decides.
 */
function sureSpeaker(read: ReadText, view: QuoteView): number {
  const links = read.linksOf.get(view.touchAfter) ?? [];
  if (
    links.some(
      (link) => link.kind === "source" && classAt(read.items, link.verb) === "dash" && link.verb - view.at <= 2,
    )
  ) {
    return view.touchAfter;
  }
  if (read.speech.weights.isOwn) return -1;
  const final = read.speech.isVerbFinal ? finalSubject(read, view) : -1;
  if (final >= 0) return final;
  if (view.touchAfter >= 0 && links.some((link) => link.kind === "after")) return view.touchAfter;
  if (view.touchBefore >= 0 || view.touchAfter >= 0) return -1;
  const source = sourceBefore(read, view);
  return source >= 0 ? source : subjectLeftOut(read, view);
}

function isSameSpeaker(read: ReadText, entities: Entities, one: number, two: number): boolean {
  return entities.isSame(one, two) || isApposed(read, one, two) || isApposed(read, two, one);
}

/** "[Ada Moor], [the governor]," or "[the governor] of the island, [Ada Moor],": the second explains the first. */
function isApposed(read: ReadText, one: number, two: number): boolean {
  const first = read.mentions[one];
  const second = read.mentions[two];
  if (first === undefined || second === undefined || first.last >= second.first) return false;
  if (second.kind === "name") return explainedPhrase(read, second)?.last === first.last;
  return first.kind === "name" && first.last === second.first - 2 && classAt(read.items, first.last + 1) === "comma";
}

export function chooseSpeakers(read: ReadText, scorer: Scorer): readonly Choice[] {
  const entities = findEntities(read);
  const choices: Choice[] = [];
  let before = { mention: -1, quote: -1 };
  read.stretches.forEach((_, quote) => {
    const { question, candidates, ranks } = poseTask(read, entities, quote, before);
    scorer.reset();
    addNoSpeakerFeatures(question, scorer);
    const scores = [scorer.score()];
    candidates.forEach((mention, index) => {
      scorer.reset();
      addSpeakerFeatures(question, mention, ranks[index] ?? 0, scorer);
      scores.push(scorer.score());
    });
    const top = Math.max(...scores);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
    const best = scores.indexOf(top);
    const ranked = best === 0 ? -1 : (candidates[best - 1] ?? -1);
    // "The governor, Ada Moor, said": two phrases for one person share what is likely, and do not make each other doubtful.
    const own = scores.reduce((sum, score, place) => {
      const other = candidates[place - 1] ?? -1;
      const isOwn = place === best || (ranked >= 0 && other >= 0 && isSameSpeaker(read, entities, ranked, other));
      return isOwn ? sum + Math.exp(score - top) : sum;
    }, 0);
    const sure = sureSpeaker(read, question.view);
    const mention = sure < 0 ? ranked : sure;
    choices.push({ view: question.view, mention, probability: sure < 0 ? own / total : 1 });
    before = { mention, quote };
  });
  return choices;
}
