/**
 * Trains the quote models and prints their figures on the fifth left out:
 * `node --import tsx tools/quotes/train-quotes.ts FOLDER en|de [--all] [--out=FILE.json]`. FOLDER holds the gold. With
 * `--all` nothing is left out and weights/quotes is written.
 */

import { findOut, spellWeights, writeOut } from "../learning/write-weights.ts";
import { isHeldOut, readGold } from "./gold.ts";
import { measure, measureSpeech, planOf, readArticle, train } from "./training.ts";

const [folder = ".", language = "en", ...flags] = process.argv.slice(2);
const isWhole = flags.includes("--all");
const plan = planOf(language);
const readings = readGold(folder, plan.file).flatMap((article) => readArticle(article) ?? []);
const heldOut = readings.filter((reading) => isHeldOut(reading.article.id));
const training = isWhole ? readings : readings.filter((reading) => !isHeldOut(reading.article.id));

const { weights, speakers, speech, exampleCount, featureCount } = train(training, plan);
console.log(`${exampleCount} examples, ${featureCount} features met`);
console.log(`speakers, trained on: ${measure(training, speakers)}`);
if (!isWhole) console.log(`speakers, held out:   ${measure(heldOut, speakers)}`);
console.log(`speech, trained on: ${measureSpeech(training, speech, speakers)}`);
if (!isWhole) console.log(`speech, held out:   ${measureSpeech(heldOut, speech, speakers)}`);
writeOut(findOut(flags), `quotes/${language}.json`, spellWeights(weights));
