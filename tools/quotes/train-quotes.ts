/** Trains the quote models from the gold folder: `node --import tsx tools/quotes/train-quotes.ts <folder> <en|de> [--all]`. */

import { writeFileSync } from "node:fs";
import { isHeldOut, readGold } from "./gold.ts";
import { measure, measureSpeech, planOf, read, train } from "./training.ts";

const [folder = ".", language = "en", ...flags] = process.argv.slice(2);
const out = flags.find((flag) => flag.startsWith("--out="))?.slice(6) ?? `weights/quotes/${language}.json`;
const isWhole = flags.includes("--all");
const plan = planOf(language);
const readings = readGold(folder, plan.file).flatMap((article) => read(article) ?? []);
const heldOut = readings.filter((reading) => isHeldOut(reading.article.id));
const training = isWhole ? readings : readings.filter((reading) => !isHeldOut(reading.article.id));

const { weights, speakers, speech, exampleCount, featureCount } = train(training, plan);
console.log(`${exampleCount} examples, ${featureCount} features met`);
console.log(`speakers, trained on: ${measure(training, speakers)}`);
if (!isWhole) console.log(`speakers, held out:   ${measure(heldOut, speakers)}`);
console.log(`speech, trained on: ${measureSpeech(training, speech, speakers)}`);
if (!isWhole) console.log(`speech, held out:   ${measureSpeech(heldOut, speech, speakers)}`);
writeFileSync(out, `${JSON.stringify(weights, null, 1)}\n`);
