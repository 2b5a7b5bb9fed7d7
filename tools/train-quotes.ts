/** Trains the quote models from the gold folder: `node --import tsx tools/train-quotes.ts <folder> <en|de> [--all]`. */

import { writeFileSync } from "node:fs";
import { findLexicon } from "../src/language/lexicon.ts";
import { findEntities } from "../src/quotes/entities.ts";
import { findStretches } from "../src/quotes/marks.ts";
import { createScorer, type Scorer } from "../src/quotes/model.ts";
import { mentionText, readScene, type Scene } from "../src/quotes/scene.ts";
import { addNoSpeakerFeatures, addSpeakerFeatures } from "../src/quotes/speaker-features.ts";
import { chooseSpeakers, poseTask } from "../src/quotes/speakers.ts";
import { judgeSpeech, poseSpeech, SPEECH_KINDS, type SpeechModel } from "../src/quotes/speech.ts";
import { addSpeechFeatures } from "../src/quotes/speech-features.ts";
import { SPEAKER_TEMPLATES, SPEECH_TEMPLATES } from "../src/quotes/templates.ts";
import {
  type GoldArticle,
  type GoldQuote,
  indexGold,
  isHeldOut,
  matchSpeaker,
  readGold,
  trimSpan,
} from "./quotes/gold.ts";
import {
  type Collector,
  createCollector,
  type Example,
  type LearnSettings,
  learnRanking,
  toTable,
} from "./quotes/learn.ts";

const SETTINGS: LearnSettings = { epochs: 12, rate: 0.15, decay: 0.0005, countMin: 3 };
const SPEECH_SETTINGS: LearnSettings = { epochs: 10, rate: 0.1, decay: 0.002, countMin: 3 };
const MIXED_WEIGHT = 0.5;
const ROUNDS = 2;

interface Reading {
  readonly article: GoldArticle;
  readonly scene: Scene;
  readonly gold: readonly (GoldQuote | undefined)[];
}

function read(article: GoldArticle): Reading | null {
  const lexicon = findLexicon(article.lang);
  if (lexicon === null) return null;
  const stretches = findStretches(article.text, article.lang);
  const index = indexGold(article);
  const gold = stretches.map((stretch) => index.get(trimSpan(article.text, stretch.start, stretch.end).join()));
  return { article, scene: readScene(article.text, stretches, lexicon), gold };
}

function rightness(reading: Reading, gold: GoldQuote, mention: number): 0 | 1 | 2 {
  const { scene } = reading;
  const found = scene.mentions[mention];
  const start = scene.items[found?.first ?? 0]?.start ?? 0;
  const end = scene.items[found?.last ?? 0]?.end ?? 0;
  return matchSpeaker(gold, mentionText(scene, mention), start, end);
}

/** One example a quotation. The speaker before it is the right one, or, with a scorer, the one it would choose. */
function collect(readings: readonly Reading[], collector: Collector, scorer: Scorer | null): Example[] {
  const examples: Example[] = [];
  for (const reading of readings) {
    const { scene, gold } = reading;
    const entities = findEntities(scene);
    const chosen = scorer === null ? null : chooseSpeakers(scene, scorer);
    let before = { mention: -1, quote: -1 };
    scene.stretches.forEach((_, quote) => {
      const { question, candidates, ranks } = poseTask(scene, entities, quote, before);
      const answer = gold[quote];
      let best = -1;
      if (answer !== undefined) {
        addNoSpeakerFeatures(question, collector);
        const answers = [collector.take()];
        const marks = candidates.map((mention) => rightness(reading, answer, mention));
        const level = Math.max(0, ...marks);
        const right: number[] = [];
        candidates.forEach((mention, place) => {
          addSpeakerFeatures(question, mention, ranks[place] ?? 0, collector);
          answers.push(collector.take());
          if (level > 0 && marks[place] === level) {
            right.push(place + 1);
            best = mention;
          }
        });
        if (!answer.speaker_text) right.push(0);
        const weight = answer.type === "direct" ? 1 : MIXED_WEIGHT;
        if (right.length > 0) examples.push({ answers, right, weight });
      }
      before = { mention: chosen === null ? best : (chosen[quote]?.mention ?? -1), quote };
    });
  }
  return examples;
}

function measure(readings: readonly Reading[], scorer: Scorer): string {
  let total = 0;
  let right = 0;
  let given = 0;
  for (const reading of readings) {
    chooseSpeakers(reading.scene, scorer).forEach((choice, quote) => {
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

/** Examples of direct, mixed and no speech, with the speakers that the ranker chooses. */
function collectSpeech(parts: readonly Reading[], collector: Collector, speakers: Scorer): Example[] {
  return parts.flatMap((reading) =>
    poseSpeech(reading.scene, chooseSpeakers(reading.scene, speakers)).map((question, quote) => {
      const answers = SPEECH_KINDS.map((kind) => {
        collector.setOutput(kind);
        addSpeechFeatures(question, collector);
        return collector.take();
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

function measureSpeech(parts: readonly Reading[], model: SpeechModel, speakers: Scorer): string {
  let found = 0;
  let wrong = 0;
  let gold = 0;
  for (const reading of parts) {
    poseSpeech(reading.scene, chooseSpeakers(reading.scene, speakers)).forEach((question, quote) => {
      const type = reading.gold[quote]?.type;
      const odds = judgeSpeech(model, question);
      if (type === "direct") gold++;
      if (odds.direct < Math.max(odds.mixed, odds.none) || type === "mixed") return;
      if (type === "direct") found++;
      else wrong++;
    });
  }
  return `direct P ${((100 * found) / (found + wrong)).toFixed(2)} R ${((100 * found) / gold).toFixed(2)} of those between marks`;
}

const [folder = ".", language = "en", ...flags] = process.argv.slice(2);
const out = flags.find((flag) => flag.startsWith("--out="))?.slice(6) ?? `src/quotes/weights/${language}.json`;
const file = language === "de" ? "dewikinews_train.jsonl" : "polnear_train.jsonl";
const readings = readGold(folder, file).flatMap((article) => read(article) ?? []);
const isKept = (reading: Reading): boolean => flags.includes("--all") || !isHeldOut(reading.article.id);
const training = readings.filter(isKept);
const heldOut = readings.filter((reading) => isHeldOut(reading.article.id));
let table: Record<string, Record<string, number>> = {};
let scorer: Scorer | null = null;
for (let round = 0; round < ROUNDS; round++) {
  const collector = createCollector(SPEAKER_TEMPLATES);
  const examples = collect(training, collector, null);
  if (scorer !== null) examples.push(...collect(training, collector, scorer));
  const weights = learnRanking(examples, collector.names.length, SETTINGS);
  table = toTable(collector.names, weights, 0.02);
  scorer = createScorer(table, SPEAKER_TEMPLATES);
  console.log(`round ${round + 1}: ${examples.length} examples, ${collector.names.length} features`);
  console.log(`  trained on: ${measure(training, scorer)}`);
  if (!flags.includes("--all")) console.log(`  held out:   ${measure(heldOut, scorer)}`);
}
const speechCollector = createCollector(SPEECH_TEMPLATES);
const outputs: Record<string, Record<string, Record<string, number>>> = { speaker: table };
if (scorer !== null) {
  const examples = collectSpeech(training, speechCollector, scorer);
  const weights = learnRanking(examples, speechCollector.names.length, SPEECH_SETTINGS);
  const all = toTable(speechCollector.names, weights, 0.02);
  for (const kind of SPEECH_KINDS) {
    const own = Object.entries(all).filter(([name]) => name.startsWith(`${kind}/`));
    outputs[kind] = Object.fromEntries(own.map(([name, values]) => [name.slice(kind.length + 1), values]));
  }
  const toScorer = (kind: string): Scorer => createScorer(outputs[kind] ?? {}, SPEECH_TEMPLATES);
  const model: SpeechModel = {
    scorers: { direct: toScorer("direct"), mixed: toScorer("mixed"), none: toScorer("none") },
  };
  console.log(`speech: trained on ${measureSpeech(training, model, scorer)}`);
  if (!flags.includes("--all")) console.log(`speech: held out   ${measureSpeech(heldOut, model, scorer)}`);
}
const about = "Weights of the quote models, made by tools/train-quotes.ts; docs/quotes.md explains the features.";
writeFileSync(out, `${JSON.stringify({ about, outputs }, null, 1)}\n`);
