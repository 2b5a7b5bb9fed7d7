/** Finds the quotes of an article and who said them. Never throws; what is not speech is left out. */

import type { Cue, Quote } from "../domain/article.ts";
import { findLanguage } from "../languages/index.ts";
import type { SpeechWeights } from "../languages/shared/speech-weights.ts";
import { createScorers, readWeights, type Scorer, type Weights } from "../learned/linear.ts";
import { giveCopiesTheirSpeaker } from "./copies.ts";
import { isWordAt } from "./marks/characters.ts";
import { addDashSpeech } from "./marks/dash-speech.ts";
import { findStretches } from "./marks/find-stretches.ts";
import { partAttributions } from "./marks/inner-attribution.ts";
import type { Stretch } from "./marks/stretch.ts";
import { resolveSpeakers } from "./names/resolve.ts";
import { findParticleQuotes } from "./particle-speakers.ts";
import { isNickname } from "./reading/mentions.ts";
import { type ReadText, readText } from "./reading/read-text.ts";
import { findSpacelessQuotes } from "./spaceless.ts";
import { canSpeak } from "./speakers/can-speak.ts";
import { type Choice, chooseSpeakers } from "./speakers/choose-speakers.ts";
import { groupFragments } from "./speakers/group.ts";
import { bestLink } from "./speakers/speaker-features.ts";
import { createSpeechModel, isMotto, judgeSpeech, poseSpeech, type SpeechModel } from "./speakers/speech.ts";
import { MODEL_TEMPLATES } from "./speakers/templates.ts";
import { isPutInMouth, isUnsaid } from "./unsaid/is-unsaid.ts";
import { createCharacters } from "./unsaid/played-parts.ts";

export interface FindOptions {
  /** BCP 47 tag; a language without a room gets marks only and no speakers. */
  readonly language: string;
  readonly title?: string;
}

export interface Models {
  readonly speaker: Scorer;
  readonly speech: SpeechModel;
}

/** What may be a whole quotation is called direct; only a clear fragment of another sentence is mixed. */
const DIRECT_PROBABILITY_MIN = 0.02;
/** Without a room a stretch this short may be a title or a name. */
const WORDS_WITHOUT_LEXICON_MIN = 4;
/** With shared weights, fewer words that nobody is found to say are taken for a title. */
const WORDS_ALONE_MIN = 7;

const models = new Map<string, Models>();

/** Throws when the weights are not of the features that are measured. */
export function toModels(weights: Weights): Models {
  const { speaker, ...speech } = createScorers(weights, MODEL_TEMPLATES);
  return { speaker, speech: createSpeechModel(speech) };
}

function loadModels({ name }: SpeechWeights): Models {
  const known = models.get(name);
  if (known !== undefined) return known;
  const loaded = toModels(readWeights(new URL(`../../weights/quotes/${name}.json`, import.meta.url)));
  models.set(name, loaded);
  return loaded;
}

function hasWords(text: string, stretch: Stretch, min: number): boolean {
  let count = 0;
  for (let index = stretch.start; index < stretch.end; index++) {
    if (isWordAt(text, index) && !isWordAt(text, index - 1) && ++count >= min) return true;
  }
  return false;
}

function findCue(read: ReadText, choice: Choice): Cue | null {
  const verb = choice.verb < 0 ? (bestLink(read, choice.mention, choice.view.at).link?.verb ?? -1) : choice.verb;
  const first = read.items[verb];
  if (first === undefined) return null;
  const next = read.items[verb + 1];
  // "according to" is one cue of two words.
  const end = first.class === "source" && next?.class === "preposition" ? next.end : first.end;
  return { text: read.text.slice(first.start, end), start: first.start, end };
}

function isLinked(read: ReadText, { mention, view, probability }: Choice): boolean {
  return mention >= 0 && (probability === 1 || bestLink(read, mention, view.at).link !== null);
}

/** Where clauses are read, the one that a quotation hangs on names its speaker, or a verb that touches does. */
function isGoverned(read: ReadText, { mention, view }: Choice): boolean {
  const governor = read.speech.clauses?.findGovernor(read, view.at);
  if (governor === undefined || mention < 0) return true;
  // „… ¶ „…“: a paragraph that opens again after one left unclosed.
  if (view.isParagraphStart && read.stretches[view.quote - 1]?.isClosed === false) return true;
  if (mention === view.touchAfter || mention === view.touchBefore) return true;
  const own = read.mentions[mention];
  const told = read.mentions[governor.mention];
  if (own === undefined || told === undefined) return false;
  // „der Präsident, Ada Moor,“: the phrase and the name that explains it.
  return own === told || (own.first > told.last ? own.first - told.last : told.first - own.last) <= 2;
}

/** Borrowed weights are trusted within a paragraph. */
function isHere(read: ReadText, { mention, view }: Choice): boolean {
  return read.items[read.mentions[mention]?.last ?? -1]?.paragraph === view.paragraph && canSpeak(read, mention);
}

function isTouchedBySpeaker({ mention, view }: Choice): boolean {
  if (mention < 0 || view.wordCount < WORDS_WITHOUT_LEXICON_MIN) return false;
  return mention === view.touchAfter || mention === view.touchBefore;
}

/**
 * A paragraph that opens again after one left unclosed is the same speaker's. Weights of a language's own have learned
 * that; shared ones ask for a verb beside every speaker.
 */
function goOnOverParagraphs(read: ReadText, choices: readonly Choice[]): readonly Choice[] {
  if (read.speech.weights.isOwn) return choices;
  let before: Choice | null = null;
  return choices.map((choice) => {
    const isOpen = before !== null && read.stretches[before.view.quote]?.isClosed === false;
    const goesOn =
      isOpen && choice.view.isParagraphStart && choice.view.paragraph === (before?.view.paragraph ?? 0) + 1;
    const own: Choice = goesOn && before !== null ? { ...choice, mention: before.mention, probability: 1 } : choice;
    before = own;
    return own;
  });
}

/** A long enough paragraph that is all quotation, behind prose, is speech though nobody is named. */
function isAlone({ view }: Choice): boolean {
  return view.isParagraphStart && view.isParagraphEnd && view.wordCount >= WORDS_ALONE_MIN;
}

function toQuote(text: string, stretch: Stretch, rest: Pick<Quote, "type" | "speaker" | "cue" | "group">): Quote {
  const { start, end } = stretch;
  const { type, speaker, cue, group } = rest;
  return { text: text.slice(start, end), start, end, type, speaker, cue, group };
}

/**
 * The quotes of an article in order of the text, each with who said it (docs/quotes.md). `text` is read exactly as given:
 * `quote.text` is always `text.slice(quote.start, quote.end)`, and the offsets of speaker and cue are into the same text.
 * Words between marks that are no speech (titles, names, so-called words) are left out. The speaker is null when the text
 * does not say, or not clearly enough.
 *
 * Never throws. The first call for a language reads its words and weights from disk.
 */
export function findQuotes(text: string, options: FindOptions): readonly Quote[] {
  return findQuotesWith(null, text, options);
}

/** The same with given models, for measuring weights that are not the ones in use. */
export function findQuotesWith(given: Models | null, text: string, options: FindOptions): readonly Quote[] {
  const { marks, speech } = findLanguage(options.language);
  const closed = findStretches(text, marks);
  const marked = marks.hasDashSpeech && speech !== null ? addDashSpeech(text, closed, speech) : closed;
  if (marked.length === 0) return [];
  if (speech === null) {
    return marked
      .filter((stretch) => hasWords(text, stretch, WORDS_WITHOUT_LEXICON_MIN))
      .map((stretch, group) => toQuote(text, stretch, { type: "direct", speaker: null, cue: null, group }));
  }
  if (speech.hasSpeakerParticles) return findParticleQuotes(text, marked, speech);
  if (speech.isSpaceless) return findSpacelessQuotes(text, marked, speech);
  const stretches = partAttributions(text, marked, speech);
  const { speaker, speech: speechModel } = given ?? loadModels(speech.weights);
  const { speakerProbabilityMin, noneShare, isOwn: hasOwnWeights } = speech.weights;
  const read = readText(text, stretches, speech);
  const ranked = chooseSpeakers(read, speaker);
  const sure = ranked.map((choice) => {
    const isSure =
      choice.probability >= speakerProbabilityMin &&
      isGoverned(read, choice) &&
      (!read.speech.hasCapitalNouns || choice.mention < 0 || canSpeak(read, choice.mention)) &&
      (hasOwnWeights || choice.probability === 1 || (isLinked(read, choice) && isHere(read, choice)));
    return isSure ? choice : { view: choice.view, mention: -1, probability: choice.probability, verb: -1 };
  });
  const choices = goOnOverParagraphs(read, sure);
  const speakers = resolveSpeakers(read, choices);
  const groups = groupFragments(read, choices);
  const isCharacter = createCharacters(read);
  const rumors = new Set(
    choices.flatMap(({ view, mention }, index) =>
      isPutInMouth(read, view) || isCharacter(mention) ? [groups[index]] : [],
    ),
  );
  // What is speech is judged by whoever is likeliest, sure or not, as it was learned.
  const found = poseSpeech(read, hasOwnWeights ? ranked : choices).flatMap((question, index): readonly Quote[] => {
    const stretch = stretches[index];
    const choice = choices[index];
    const odds = judgeSpeech(speechModel, question);
    if (stretch === undefined || choice === undefined || isMotto(read, choice)) return [];
    if (isNickname(read.items, choice.view.at) || isUnsaid(read, choice.view)) return [];
    if (rumors.has(groups[index])) return [];
    if (!hasOwnWeights && choice.view.wordCount < WORDS_ALONE_MIN && !isLinked(read, choice)) return [];
    // Shared weights know no other language's words, but a verb that touches the quotation says enough.
    const isTouched = !hasOwnWeights && (isTouchedBySpeaker(choice) || isAlone(choice));
    if (!isTouched && odds.none > Math.max(odds.direct / noneShare, odds.mixed)) return [];
    const type =
      isTouched || (odds.direct >= DIRECT_PROBABILITY_MIN && odds.direct >= noneShare * odds.none) ? "direct" : "mixed";
    const cue = findCue(read, choice);
    return [toQuote(text, stretch, { type, speaker: speakers[index] ?? null, cue, group: groups[index] ?? index })];
  });
  return giveCopiesTheirSpeaker(found, text);
}
