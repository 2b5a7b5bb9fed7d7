/** Chooses the speaker of each quotation, in order, by the learned ranking of its candidates. */

import { classAt, classSet, type Governor } from "../../languages/reading.ts";
import type { Scorer } from "../../learned/linear.ts";
import { type Entities, findEntities } from "../names/entities.ts";
import { explainedPhrase } from "../names/explained-phrases.ts";
import { type QuoteView, viewQuote } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import { findCandidates } from "./candidates.ts";
import { creditedAbove } from "./credited-above.ts";
import { findCredited } from "./credits.ts";
import { heardSpeaker } from "./hearers.ts";
import { createLabels } from "./label.ts";
import { isFarAndSilent, isOnlyNext, leadingIn } from "./led-in.ts";
import { isRelayed } from "./relayed-words.ts";
import {
  addNoSpeakerFeatures,
  addSpeakerFeatures,
  bestTies,
  type Previous,
  type SpeakerQuestion,
} from "./speaker-features.ts";
import { statedSpeaker } from "./stated-speaker.ts";
import { toldSpeaker, verbBeside } from "./told-speaker.ts";
import { type Spoken, speakerBefore } from "./topic.ts";

export interface Choice {
  readonly view: QuoteView;
  /** Chosen mention; -1 when nobody is likely enough. */
  readonly mention: number;
  /** Probability of the choice among all answers. */
  readonly probability: number;
  /** The verb or source word that tells the speaker, where the sentence's form does; -1 for none. */
  readonly verb: number;
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
  const previous: Previous = { mention: before.mention, quote: before.quote, place: placeOf(read, view, before.quote) };
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

const VERB_REACH = 4;
const BEYOND_VERB = classSet("stop", "break", "quotation");

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

interface Sure {
  /** -1 for somebody who cannot be named. */
  readonly mention: number;
  readonly verb: number;
}

/** Who signs behind a dash; -1 for nobody. */
function signer(read: ReadText, view: QuoteView): number {
  const links = read.linksOf.get(view.touchAfter) ?? [];
  const isSigned = links.some(
    (link) => link.kind === "source" && classAt(read.items, link.verb) === "dash" && link.verb - view.at <= 2,
  );
  return isSigned ? view.touchAfter : -1;
}

/**
 * The speaker that a text's form leaves no doubt about: who signs behind a dash, and, in languages without weights of
 * their own, whoever the sentence or the one before tells. Null for all else, where the model decides.
 */
function sureSpeaker(read: ReadText, entities: Entities, view: QuoteView, spoken: Spoken): Sure | null {
  const signed = signer(read, view);
  if (signed >= 0) return { mention: signed, verb: view.at + 1 };
  const credited = findCredited(read, view);
  if (credited !== null) return { mention: credited, verb: -1 };
  const leading = leadingIn(read, view);
  if (leading !== null) return leading;
  if (read.speech.weights.isOwn) return null;
  const final = read.speech.isVerbFinal ? finalSubject(read, view) : -1;
  if (final >= 0) return { mention: final, verb: -1 };
  const told = toldSpeaker(read, view);
  if (told === "nobody") return { mention: -1, verb: -1 };
  if (told !== null && told !== "before") return told;
  const mention = speakerBefore(read, entities, view, spoken, told === "before");
  if (told === "before") return { mention, verb: mention < 0 ? -1 : verbBeside(read, view) };
  return mention < 0 ? null : { mention, verb: -1 };
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
  const isLabel = createLabels(read, entities);
  const choices: Choice[] = [];
  const spoken = new Map<number, number>();
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
    const sure = sureSpeaker(read, entities, question.view, spoken);
    const credited = sure === null ? creditedAbove(read, question.view) : -1;
    const told = sure !== null ? sure.mention : credited >= 0 ? credited : statedSpeaker(read, question.view, ranked);
    const stated = heardSpeaker(read, question.view, told);
    const isNobody =
      isLabel(question.view, stated) ||
      isRelayed(read, question.view, stated) ||
      isFarAndSilent(read, entities, question.view, stated) ||
      isOnlyNext(read, question.view, stated);
    const mention = isNobody ? -1 : stated;
    if (sure !== null) spoken.set(question.view.at, mention);
    choices.push({
      view: question.view,
      mention,
      probability: sure === null && credited < 0 && mention === ranked ? own / total : 1,
      verb: sure?.verb ?? -1,
    });
    before = { mention, quote };
  });
  return choices;
}
