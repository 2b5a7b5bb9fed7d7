/** What training is made of: articles read with their gold, examples of speakers and of speech, and the two models learned. */

import { findLanguage } from "../../src/languages/index.ts";
import { createScorer, type Scorer, type Weights } from "../../src/learned/linear.ts";
import { toModels } from "../../src/quotes/find-quotes.ts";
import { findStretches } from "../../src/quotes/marks/find-stretches.ts";
import type { Stretch } from "../../src/quotes/marks/stretch.ts";
import { findEntities } from "../../src/quotes/names/entities.ts";
import { mentionSpan, mentionText, type ReadText, readText } from "../../src/quotes/reading/read-text.ts";
import { chooseSpeakers, poseTask } from "../../src/quotes/speakers/choose-speakers.ts";
import { addNoSpeakerFeatures, addSpeakerFeatures } from "../../src/quotes/speakers/speaker-features.ts";
import { judgeSpeech, poseSpeech, SPEECH_KINDS, type SpeechModel } from "../../src/quotes/speakers/speech.ts";
import { addSpeechFeatures } from "../../src/quotes/speakers/speech-features.ts";
import { SPEAKER_TEMPLATES, SPEECH_TEMPLATES } from "../../src/quotes/speakers/templates.ts";
import {
  type Collector,
  createCollector,
  type Example,
  type LearnSettings,
  learnRanking,
  toTable,
} from "../learning/learn-ranking.ts";
import { type GoldArticle, type GoldQuote, halfOf, indexGold, matchSpeaker, trimSpan } from "./gold.ts";

const SPEECH_SETTINGS: LearnSettings = { epochs: 10, rate: 0.1, decay: 0.002, countMin: 3 };
/** Smaller steps learn less by heart where examples are many; chosen over three folds of train. */
const ENGLISH_RATE = 0.05;
const ENGLISH_SPEECH_RATE = 0.03;

/** A weight smaller than this is left out of the file. */
const LEAST_WEIGHT = 0.02;

export interface Plan {
  readonly file: string;
  /** What is believed before any example: the first parts of a feature's value -> its weight. */
  readonly priors: ReadonlyMap<string, number>;
  /** What an example between marks, but inside another sentence, counts beside a direct one. */
  readonly mixedWeight: number;
  /** What an attribution of indirect speech counts; German has few direct ones. */
  readonly indirectWeight: number;
  readonly settings: LearnSettings;
  readonly speechSettings: LearnSettings;
}
const ENGLISH: Plan = {
  file: "polnear_train.jsonl",
  settings: { epochs: 12, rate: ENGLISH_RATE, decay: 0.0005, countMin: 3 },
  speechSettings: { ...SPEECH_SETTINGS, rate: ENGLISH_SPEECH_RATE },
  priors: new Map(),
  mixedWeight: 0.5,
  indirectWeight: 0.1,
};
const GERMAN: Plan = {
  file: "dewikinews_train.jsonl",
  // Few examples: short steps from where the priors stand.
  settings: { epochs: 6, rate: 0.05, decay: 0.0005, countMin: 3 },
  speechSettings: SPEECH_SETTINGS,
  // Whoever the reporting clause has as its subject speaks. A strong clause reports, a weak one frames.
  priors: new Map([
    ["governor own|yes|yes", 4],
    ["governor back|yes|yes", 4],
    ["governor forward|yes|yes", 4],
    ["governor colon|yes|yes", 4],
    ["governor own|yes|no", 2.8],
    ["governor back|yes|no", 2.8],
    ["governor forward|yes|no", 2],
    ["governor colon|yes|no", 2],
    ["governor wish|yes|no", 2.8],
    ["governor chain|yes|yes", 2.8],
    ["governor before|yes|yes", 1.2],
  ]),
  mixedWeight: 1,
  indirectWeight: 0.6,
};

export const planOf = (language: string): Plan => (language === "de" ? GERMAN : ENGLISH);

export interface Reading {
  readonly article: GoldArticle;
  readonly read: ReadText;
  readonly gold: readonly (GoldQuote | undefined)[];
}

export function readArticle(article: GoldArticle): Reading | null {
  const { marks, speech } = findLanguage(article.lang);
  if (speech === null) return null;
  const stretches = findStretches(article.text, marks);
  const index = indexGold(article);
  const gold = stretches.map((stretch) => index.get(trimSpan(article.text, stretch.start, stretch.end).join()));
  return { article, read: readText(article.text, stretches, speech), gold };
}

/** The article with its indirect speech taken as if it stood between marks: more attributions to learn from. */
function readIndirect(article: GoldArticle): Reading | null {
  const { marks, speech } = findLanguage(article.lang);
  if (speech === null) return null;
  const marked = findStretches(article.text, marks);
  const found = new Map<number, GoldQuote>();
  const stretches: Stretch[] = [...marked];
  for (const quote of article.quotes) {
    const { start, end } = quote;
    if (quote.type !== "indirect" || article.text.slice(start, end).includes("\n")) continue;
    if (stretches.some((each) => each.open < end && start < each.close)) continue;
    stretches.push({ start, end, open: start, close: end, isClosed: true, isSingle: false });
    found.set(start, quote);
  }
  stretches.sort((a, b) => a.start - b.start);
  return {
    article,
    read: readText(article.text, stretches, speech),
    gold: stretches.map((each) => found.get(each.start)),
  };
}

function rightness(reading: Reading, gold: GoldQuote, mention: number): 0 | 1 | 2 {
  const { read } = reading;
  const [start, end] = mentionSpan(read, mention);
  return matchSpeaker(gold, mentionText(read, mention), start, end);
}

/** One example a quotation; the speaker before it is the right one. */
function collect(parts: readonly Reading[], sink: Collector, mixedWeight: number): Example[] {
  const examples: Example[] = [];
  for (const reading of parts) {
    const { read, gold } = reading;
    const entities = findEntities(read);
    let before = { mention: -1, quote: -1 };
    read.stretches.forEach((_, quote) => {
      const { question, candidates, ranks } = poseTask(read, entities, quote, before);
      const answer = gold[quote];
      let best = -1;
      if (answer !== undefined) {
        addNoSpeakerFeatures(question, sink);
        const answers = [sink.take()];
        const marks = candidates.map((mention) => rightness(reading, answer, mention));
        const level = Math.max(0, ...marks);
        const right: number[] = [];
        candidates.forEach((mention, place) => {
          addSpeakerFeatures(question, mention, ranks[place] ?? 0, sink);
          answers.push(sink.take());
          if (level > 0 && marks[place] === level) {
            right.push(place + 1);
            best = mention;
          }
        });
        if (!answer.speaker_text) right.push(0);
        const weight = answer.type === "direct" ? 1 : mixedWeight;
        if (right.length > 0) examples.push({ answers, right, weight });
      }
      before = { mention: best, quote };
    });
  }
  return examples;
}

export function measure(parts: readonly Reading[], scorer: Scorer): string {
  let total = 0;
  let right = 0;
  let given = 0;
  for (const reading of parts) {
    chooseSpeakers(reading.read, scorer).forEach((choice, quote) => {
      const gold = reading.gold[quote];
      if (gold?.type !== "direct" || !gold.speaker_text) return;
      total++;
      if (choice.mention >= 0) given++;
      if (choice.mention >= 0 && rightness(reading, gold, choice.mention) > 0) right++;
    });
  }
  const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(2);
  return `${total} direct quotes, speaker right ${percent(right, total)}, right when given ${percent(right, given)}`;
}

/** Examples of direct, mixed and no speech, with the speakers that the ranker for an article chooses. */
function collectSpeech(
  parts: readonly Reading[],
  sink: Collector,
  speakersOf: (reading: Reading) => Scorer,
): Example[] {
  return parts.flatMap((reading) =>
    poseSpeech(reading.read, chooseSpeakers(reading.read, speakersOf(reading))).map((question, quote) => {
      const answers = SPEECH_KINDS.map((kind) => {
        sink.setOutput(kind);
        addSpeechFeatures(question, sink);
        return sink.take();
      });
      const gold = reading.gold[quote];
      return {
        answers,
        right: [SPEECH_KINDS.indexOf(gold === undefined || gold.type === "indirect" ? "none" : gold.type)],
        weight: 1,
      };
    }),
  );
}

export function measureSpeech(parts: readonly Reading[], model: SpeechModel, speakers: Scorer): string {
  let found = 0;
  let wrong = 0;
  let gold = 0;
  for (const reading of parts) {
    poseSpeech(reading.read, chooseSpeakers(reading.read, speakers)).forEach((question, quote) => {
      const type = reading.gold[quote]?.type;
      const odds = judgeSpeech(model, question);
      if (type === "direct") gold++;
      if (odds.direct < 0.6 * odds.none || type === "mixed") return;
      if (type === "direct") found++;
      else wrong++;
    });
  }
  return `direct P ${((100 * found) / (found + wrong)).toFixed(2)} R ${((100 * found) / gold).toFixed(2)} of those between marks`;
}

function priorOf(names: readonly (readonly [string, string])[], { priors }: Plan): Float64Array {
  return Float64Array.from(
    names,
    ([template, value]) => priors.get(`${template} ${value.split("|").slice(0, 3).join("|")}`) ?? 0,
  );
}

export interface Trained {
  readonly weights: Weights;
  readonly speakers: Scorer;
  readonly speech: SpeechModel;
  readonly exampleCount: number;
  readonly featureCount: number;
}

interface Ranker {
  readonly table: Record<string, Record<string, number>>;
  readonly scorer: Scorer;
  readonly exampleCount: number;
  readonly featureCount: number;
}

function learnSpeakers(training: readonly Reading[], plan: Plan): Ranker {
  const collector = createCollector(SPEAKER_TEMPLATES);
  const examples = collect(training, collector, plan.mixedWeight);
  for (const reading of training) {
    const indirect = readIndirect(reading.article);
    if (indirect === null) continue;
    for (const example of collect([indirect], collector, 1)) examples.push({ ...example, weight: plan.indirectWeight });
  }
  const learned = learnRanking(examples, collector.names.length, plan.settings, priorOf(collector.names, plan));
  const table = toTable(collector.names, learned, LEAST_WEIGHT);
  const scorer = createScorer(table, SPEAKER_TEMPLATES);
  return { table, scorer, exampleCount: examples.length, featureCount: collector.names.length };
}

/** A ranker for each article that did not see it: what is speech must not be learned from speakers known by heart. */
function learnUnseen(training: readonly Reading[], plan: Plan): (reading: Reading) => Scorer {
  const isEven = ({ article }: Reading): boolean => halfOf(article.id) === 0;
  const even = learnSpeakers(training.filter(isEven), plan).scorer;
  const odd = learnSpeakers(
    training.filter((reading) => !isEven(reading)),
    plan,
  ).scorer;
  return (reading) => (isEven(reading) ? odd : even);
}

/** Learns both models from some articles: the speakers first, for what is speech depends on who is found to say it. */
export function train(training: readonly Reading[], plan: Plan): Trained {
  const { table, scorer: speakers, exampleCount, featureCount } = learnSpeakers(training, plan);
  const speechCollector = createCollector(SPEECH_TEMPLATES);
  const speechExamples = collectSpeech(training, speechCollector, learnUnseen(training, plan));
  const speechWeights = learnRanking(speechExamples, speechCollector.names.length, plan.speechSettings);
  const all = toTable(speechCollector.names, speechWeights, LEAST_WEIGHT);
  const outputs: Record<string, Record<string, Record<string, number>>> = { speaker: table };
  for (const kind of SPEECH_KINDS) {
    const own = Object.entries(all).filter(([name]) => name.startsWith(`${kind}/`));
    outputs[kind] = Object.fromEntries(own.map(([name, values]) => [name.slice(kind.length + 1), values]));
  }
  const weights: Weights = {
    about: "Weights of the quote models, made by tools/quotes/train-quotes.ts; docs/quotes.md explains the features.",
    outputs,
  };
  return {
    weights,
    speakers,
    speech: toModels(weights).speech,
    exampleCount,
    featureCount,
  };
}
