/** The features by which a mention is judged as the speaker of a quotation; docs/quotes.md explains them. */

import type { Governor, Link } from "../../languages/reading.ts";
import { bucket, flag, type Sink } from "../../learned/features.ts";
import type { Entities } from "../names/entities.ts";
import { classNumber, linkNumber, type QuoteView, tieOf } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import { addClauseFeatures, addNoSpeakerClauseFeatures } from "./clause-features.ts";
import { KINDS, speaker } from "./templates.ts";
import { letterAt, spellPath } from "./word-path.ts";

const TIE_TOUCH = 1;
/** Order in which ties are preferred when a mention has several verbs. */
const TIE_ORDER = [6, 0, 1, 3, 2, 4, 5];
/** Items between a mention and the quotation, and mentions of one person, as far as they are told apart. */
const DISTANCE_LIMITS = [0, 1, 2, 4, 7, 11, 17, 30, 60];
const FREQUENCY_LIMITS = [1, 2, 4, 8];

/** What is known of the quotation before: who spoke, and how far back it stands. */
export interface Previous {
  /** Mention chosen for it; -1 when none was. */
  readonly mention: number;
  readonly quote: number;
  /** Index in PREVIOUS. */
  readonly place: number;
}

export interface SpeakerQuestion {
  readonly read: ReadText;
  readonly entities: Entities;
  readonly view: QuoteView;
  readonly previous: Previous;
  /** The best tie any candidate has, on each side. */
  readonly tieBefore: number;
  readonly tieAfter: number;
  /** The clause that the quotation hangs on; read for German alone. */
  readonly governor: Governor;
}

/** The link of a mention that stands best to the quotation, and its tie. */
export function bestLink(
  read: ReadText,
  mention: number,
  at: number,
): { readonly link: Link | null; readonly tie: number } {
  let best: Link | null = null;
  let bestTie = 0;
  for (const link of read.linksOf.get(mention) ?? []) {
    const tie = tieOf(read, link, at);
    const order = (TIE_ORDER[tie] ?? 6) + (link.kind === "joined" ? 0.5 : 0);
    const bestOrder = best === null ? 9 : (TIE_ORDER[bestTie] ?? 6) + (best.kind === "joined" ? 0.5 : 0);
    if (order < bestOrder) {
      best = link;
      bestTie = tie;
    }
  }
  return { link: best, tie: bestTie };
}

function verbNumber(read: ReadText, link: Link | null): number {
  // A place before the first is no quick look: it is taken for a name.
  const verb = link === null ? undefined : read.items[link.verb];
  if (verb === undefined) return 0;
  if (verb.class === "source" || verb.class === "sourceAfter") return 5;
  if (verb.isParticiple) return verb.class === "reporting" ? 3 : 4;
  return verb.class === "reporting" ? 1 : 2;
}

/** The best tie on each side of the quotation among some mentions. */
export function bestTies(read: ReadText, mentions: readonly number[], at: number): readonly [number, number] {
  let before = 0;
  let after = 0;
  for (const mention of mentions) {
    const { link, tie } = bestLink(read, mention, at);
    if (link === null || link.kind === "joined") continue;
    const isAfter = (read.mentions[mention]?.last ?? 0) > at;
    if (isAfter) {
      if (after === 0 || (TIE_ORDER[tie] ?? 6) < (TIE_ORDER[after] ?? 6)) after = tie;
    } else if (before === 0 || (TIE_ORDER[tie] ?? 6) < (TIE_ORDER[before] ?? 6)) before = tie;
  }
  return [before, after];
}

/** Adds the features of one candidate; `rank` is its place among the candidates on its side. */
export function addSpeakerFeatures(question: SpeakerQuestion, candidate: number, rank: number, sink: Sink): void {
  const { read, entities, view, previous } = question;
  const mention = read.mentions[candidate];
  if (mention === undefined) return;
  const { first, last } = mention;
  const head = read.items[last];
  if (head === undefined) return;
  const at = view.at;
  const isAfter = last > at;
  const isSameParagraph = head.paragraph === view.paragraph;
  const side = isSameParagraph ? (isAfter ? 1 : 0) : isAfter ? 3 : 2;
  const kind = KINDS.indexOf(mention.kind);
  const from = isAfter ? at + 1 : last + 1;
  const to = isAfter ? first : at;
  const quotesBetween = Math.max(0, (read.quotesBefore[to] ?? 0) - (read.quotesBefore[from] ?? 0));
  const verbsBetween = Math.max(0, (read.verbsBefore[to] ?? 0) - (read.verbsBefore[from] ?? 0));
  const sentences = Math.min(5, Math.abs(view.sentence - head.sentence));
  const { link, tie } = bestLink(read, candidate, at);
  const linkIndex = linkNumber(link);
  const verbIndex = verbNumber(read, link);
  const lemma = link === null ? "" : (read.items[link.verb]?.lemma ?? "");
  const left = classNumber(read, first - 1);
  const leftTwo = classNumber(read, first - 2);
  const right = classNumber(read, last + 1);
  const rightTwo = classNumber(read, last + 2);
  const same =
    previous.mention < 0 ? 0 : candidate === previous.mention ? 2 : flag(entities.isSame(candidate, previous.mention));
  const hasTouchAfter = flag(view.touchAfter >= 0);
  const hasTouchBefore = flag(view.touchBefore >= 0);
  const isStart = flag(view.isSentenceStart);
  const sentenceFirst = flag(entities.isFirstInSentence(candidate));

  speaker.kind(sink, kind);
  speaker.side(sink, side, kind);
  speaker.sentences(sink, side, sentences, isStart);
  speaker.distance(sink, side, bucket(to - from, DISTANCE_LIMITS));
  speaker.rank(sink, side, Math.min(7, rank));
  speaker.quotesBetween(sink, side, Math.min(3, quotesBetween));
  speaker.verbsBetween(sink, side, Math.min(3, verbsBetween));
  speaker.link(sink, linkIndex, tie, verbIndex);
  speaker.linkSide(sink, side, linkIndex, tie);
  speaker.linkKind(sink, kind, linkIndex, tie);
  if (lemma !== "") {
    speaker.verb(sink, lemma);
    speaker.verbTie(sink, `${lemma} ${tie}`);
  }
  speaker.left(sink, left, kind);
  speaker.right(sink, right, kind);
  speaker.rightTwo(sink, right, rightTwo);
  speaker.leftTwo(sink, left, leftTwo);
  speaker.sideRight(sink, side, right, isStart);
  speaker.quoteBefore(sink, view.classBefore, side, tie);
  speaker.quoteAfter(sink, view.classAfter, side, tie);
  speaker.quoteEnd(sink, view.end, side, tie);
  speaker.quoteForm(sink, view.end, isStart, flag(view.isParagraphEnd), side);
  const rival = isAfter ? question.tieBefore : question.tieAfter;
  speaker.rival(sink, tie, rival, same);
  const isTouched = tie === TIE_TOUCH;
  speaker.rivalSide(sink, side, tie, hasTouchBefore, hasTouchAfter);
  speaker.previous(sink, previous.place, same, isStart, flag(view.isParagraphStart));
  speaker.previousTie(sink, previous.place, same, tie, flag(hasTouchAfter + hasTouchBefore > 0));
  speaker.previousSide(sink, previous.place, same, side, Math.min(2, quotesBetween));
  speaker.previousForm(sink, same, view.classBefore, view.end);
  const path = spellPath(read, from, to);
  const beyond = isAfter ? `${letterAt(read, last + 1)}${letterAt(read, last + 2)}` : letterAt(read, at + 1);
  const spelled = isAfter ? `Q${path}X` : `X${path}Q`;
  speaker.path(sink, `${spelled} ${beyond}`);
  speaker.pathKind(sink, `${spelled} ${mention.kind}`);
  speaker.reported(sink, Math.min(3, entities.reportedCount(candidate)), side, tie);
  speaker.frequency(sink, bucket(entities.mentionCount(candidate), FREQUENCY_LIMITS), side);
  speaker.subject(sink, sentenceFirst, side, Math.min(3, sentences));
  speaker.word(sink, mention.kind === "name" ? "name" : `${head.word}${isTouched ? " touch" : ""}`);
  speaker.headLine(sink, flag(head.paragraph === 0), side);
  addClauseFeatures(read, candidate, at, same, side, tie, question.governor, sink);
}

/** Adds the features of the answer "the article does not say". */
export function addNoSpeakerFeatures(question: SpeakerQuestion, sink: Sink): void {
  const { view, previous } = question;
  speaker.kind(sink, KINDS.indexOf("none"));
  speaker.noneForm(sink, view.end, flag(view.isSentenceStart), previous.place);
  speaker.noneAround(sink, view.classBefore, view.classAfter);
  const best =
    (TIE_ORDER[question.tieBefore] ?? 6) < (TIE_ORDER[question.tieAfter] ?? 6) ? question.tieBefore : question.tieAfter;
  speaker.noneRival(sink, best, flag(view.touchAfter >= 0), flag(view.touchBefore >= 0));
  addNoSpeakerClauseFeatures(question.read, view.at, previous.place, question.governor, sink);
}
