/** The features by which a mention is judged as the speaker of a quotation; docs/quotes.md explains them. */

import type { Sink } from "../../learned/linear.ts";
import type { Entities } from "../names/entities.ts";
import type { Governor } from "../reading/quote-clause.ts";
import { classNumber, linkNumber, type QuoteView, TIE_COUNT, tieOf } from "../reading/quote-view.ts";
import { classAt, type Scene } from "../reading/read-text.ts";
import type { Link } from "../reading/verb-subjects.ts";
import { addClauseFeatures, addNoSpeakerClauseFeatures } from "./clause-features.ts";
import { CLASSES, ENDS, KINDS, LINKS, SPEAKER_TEMPLATES, VERBS } from "./templates.ts";
import { spellPath } from "./word-path.ts";

type Name = keyof typeof SPEAKER_TEMPLATES;
const T = Object.fromEntries(Object.keys(SPEAKER_TEMPLATES).map((name, index) => [name, index])) as Record<
  Name,
  number
>;

const CLASS_COUNT = CLASSES.length;
const KIND_COUNT = KINDS.length;
const LINK_COUNT = LINKS.length;
const VERB_COUNT = VERBS.length;
const END_COUNT = ENDS.length;
const TIE_TOUCH = 1;
/** Order in which ties are preferred when a mention has several verbs. */
const TIE_ORDER = [6, 0, 1, 3, 2, 4, 5];

/** What is known of the quotation before: who spoke, and how far back it stands. */
export interface Previous {
  /** Mention chosen for it; -1 when none was. */
  readonly mention: number;
  readonly quote: number;
  /** Index in PREVIOUS. */
  readonly place: number;
}

export interface SpeakerQuestion {
  readonly scene: Scene;
  readonly entities: Entities;
  readonly view: QuoteView;
  readonly previous: Previous;
  /** The best tie any candidate has, on each side. */
  readonly tieBefore: number;
  readonly tieAfter: number;
  /** The clause that the quotation hangs on; read for German alone. */
  readonly governor: Governor;
}

const bucket = (value: number, limits: readonly number[]): number => {
  let index = 0;
  while (index < limits.length && value > (limits[index] ?? 0)) index++;
  return index;
};
const flag = (value: boolean): number => (value ? 1 : 0);

/** The link of a mention that stands best to the quotation, and its tie. */
export function bestLink(
  scene: Scene,
  mention: number,
  at: number,
): { readonly link: Link | null; readonly tie: number } {
  let best: Link | null = null;
  let bestTie = 0;
  for (const link of scene.linksOf.get(mention) ?? []) {
    const tie = tieOf(scene, link, at);
    const order = (TIE_ORDER[tie] ?? 6) + (link.kind === "joined" ? 0.5 : 0);
    const bestOrder = best === null ? 9 : (TIE_ORDER[bestTie] ?? 6) + (best.kind === "joined" ? 0.5 : 0);
    if (order < bestOrder) {
      best = link;
      bestTie = tie;
    }
  }
  return { link: best, tie: bestTie };
}

function verbNumber(scene: Scene, link: Link | null): number {
  const verb = scene.items[link?.verb ?? -1];
  if (verb === undefined) return 0;
  if (verb.class === "D" || verb.class === "z") return 5;
  if (verb.isParticiple) return verb.class === "V" ? 3 : 4;
  return verb.class === "V" ? 1 : 2;
}

/** The best tie on each side of the quotation among some mentions. */
export function bestTies(scene: Scene, mentions: readonly number[], at: number): readonly [number, number] {
  let before = 0;
  let after = 0;
  for (const mention of mentions) {
    const { link, tie } = bestLink(scene, mention, at);
    if (link === null || link.kind === "joined") continue;
    const isAfter = (scene.mentions[mention]?.last ?? 0) > at;
    if (isAfter) {
      if (after === 0 || (TIE_ORDER[tie] ?? 6) < (TIE_ORDER[after] ?? 6)) after = tie;
    } else if (before === 0 || (TIE_ORDER[tie] ?? 6) < (TIE_ORDER[before] ?? 6)) before = tie;
  }
  return [before, after];
}

/** Adds the features of one candidate; `rank` is its place among the candidates on its side. */
export function addSpeakerFeatures(question: SpeakerQuestion, candidate: number, rank: number, sink: Sink): void {
  const { scene, entities, view, previous } = question;
  const mention = scene.mentions[candidate];
  if (mention === undefined) return;
  const { first, last } = mention;
  const head = scene.items[last];
  if (head === undefined) return;
  const at = view.at;
  const isAfter = last > at;
  const isSameParagraph = head.paragraph === view.paragraph;
  const side = isSameParagraph ? (isAfter ? 1 : 0) : isAfter ? 3 : 2;
  const kind = (KINDS as readonly string[]).indexOf(mention.kind);
  const from = isAfter ? at + 1 : last + 1;
  const to = isAfter ? first : at;
  const quotesBetween = Math.max(0, (scene.quotesBefore[to] ?? 0) - (scene.quotesBefore[from] ?? 0));
  const verbsBetween = Math.max(0, (scene.verbsBefore[to] ?? 0) - (scene.verbsBefore[from] ?? 0));
  const sentences = Math.min(5, Math.abs(view.sentence - head.sentence));
  const { link, tie } = bestLink(scene, candidate, at);
  const linkIndex = linkNumber(link);
  const verbIndex = verbNumber(scene, link);
  const lemma = scene.items[link?.verb ?? -1]?.lemma ?? "";
  const left = classNumber(scene, first - 1);
  const leftTwo = classNumber(scene, first - 2);
  const right = classNumber(scene, last + 1);
  const rightTwo = classNumber(scene, last + 2);
  const same =
    previous.mention < 0 ? 0 : candidate === previous.mention ? 2 : flag(entities.isSame(candidate, previous.mention));
  const hasTouchAfter = flag(view.touchAfter >= 0);
  const hasTouchBefore = flag(view.touchBefore >= 0);
  const isStart = flag(view.isSentenceStart);
  const sentenceFirst = flag(entities.isFirstInSentence(candidate));

  sink.add(T.kind, kind);
  sink.add(T.side, side * KIND_COUNT + kind);
  sink.add(T.sentences, (side * 6 + sentences) * 2 + isStart);
  sink.add(T.distance, side * 10 + bucket(to - from, [0, 1, 2, 4, 7, 11, 17, 30, 60]));
  sink.add(T.rank, side * 8 + Math.min(7, rank));
  sink.add(T.quotesBetween, side * 4 + Math.min(3, quotesBetween));
  sink.add(T.verbsBetween, side * 4 + Math.min(3, verbsBetween));
  sink.add(T.link, (linkIndex * TIE_COUNT + tie) * VERB_COUNT + verbIndex);
  sink.add(T.linkSide, (side * LINK_COUNT + linkIndex) * TIE_COUNT + tie);
  sink.add(T.linkKind, (kind * LINK_COUNT + linkIndex) * TIE_COUNT + tie);
  if (lemma !== "") {
    sink.addWord(T.verb, lemma);
    sink.addWord(T.verbTie, `${lemma} ${tie}`);
  }
  sink.add(T.left, left * KIND_COUNT + kind);
  sink.add(T.right, right * KIND_COUNT + kind);
  sink.add(T.rightTwo, right * CLASS_COUNT + rightTwo);
  sink.add(T.leftTwo, left * CLASS_COUNT + leftTwo);
  sink.add(T.sideRight, (side * CLASS_COUNT + right) * 2 + isStart);
  sink.add(T.quoteBefore, (view.classBefore * 4 + side) * TIE_COUNT + tie);
  sink.add(T.quoteAfter, (view.classAfter * 4 + side) * TIE_COUNT + tie);
  sink.add(T.quoteEnd, (view.end * 4 + side) * TIE_COUNT + tie);
  sink.add(T.quoteForm, ((view.end * 2 + isStart) * 2 + flag(view.isParagraphEnd)) * 4 + side);
  const rival = isAfter ? question.tieBefore : question.tieAfter;
  sink.add(T.rival, (tie * TIE_COUNT + rival) * 3 + same);
  const isTouched = tie === TIE_TOUCH;
  sink.add(T.rivalSide, ((side * TIE_COUNT + tie) * 2 + hasTouchBefore) * 2 + hasTouchAfter);
  sink.add(T.previous, ((previous.place * 3 + same) * 2 + isStart) * 2 + flag(view.isParagraphStart));
  sink.add(
    T.previousTie,
    ((previous.place * 3 + same) * TIE_COUNT + tie) * 2 + flag(hasTouchAfter + hasTouchBefore > 0),
  );
  sink.add(T.previousSide, ((previous.place * 3 + same) * 4 + side) * 3 + Math.min(2, quotesBetween));
  sink.add(T.previousForm, (same * CLASS_COUNT + view.classBefore) * END_COUNT + view.end);
  const path = spellPath(scene, from, to);
  const beyond = isAfter ? `${classAt(scene, last + 1)}${classAt(scene, last + 2)}` : classAt(scene, at + 1);
  const spelled = isAfter ? `Q${path}X` : `X${path}Q`;
  sink.addWord(T.path, `${spelled} ${beyond}`);
  sink.addWord(T.pathKind, `${spelled} ${mention.kind}`);
  const reported = entities.reportedCount(candidate);
  sink.add(T.reported, (Math.min(3, reported) * 4 + side) * TIE_COUNT + tie);
  sink.add(T.frequency, bucket(entities.mentionCount(candidate), [1, 2, 4, 8]) * 4 + side);
  sink.add(T.subject, (sentenceFirst * 4 + side) * 4 + Math.min(3, sentences));
  sink.addWord(T.word, mention.kind === "name" ? "name" : `${head.word}${isTouched ? " touch" : ""}`);
  sink.add(T.headLine, flag(head.paragraph === 0) * 4 + side);
  addClauseFeatures(scene, candidate, at, same, side, tie, question.governor, sink);
}

/** Adds the features of the answer "the article does not say". */
export function addNoSpeakerFeatures(question: SpeakerQuestion, sink: Sink): void {
  const { view, previous } = question;
  sink.add(T.kind, KIND_COUNT - 1);
  sink.add(T.noneForm, (view.end * 2 + flag(view.isSentenceStart)) * 4 + previous.place);
  sink.add(T.noneAround, view.classBefore * CLASS_COUNT + view.classAfter);
  const best =
    (TIE_ORDER[question.tieBefore] ?? 6) < (TIE_ORDER[question.tieAfter] ?? 6) ? question.tieBefore : question.tieAfter;
  sink.add(T.noneRival, (best * 2 + flag(view.touchAfter >= 0)) * 2 + flag(view.touchBefore >= 0));
  addNoSpeakerClauseFeatures(question.scene, view.at, previous.place, question.governor, sink);
}
