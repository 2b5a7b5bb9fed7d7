/**
 * Prints how well reported clauses without marks are found, against PolNeAR's indirect attributions:
 * `node --import tsx tools/quotes/score-indirect.ts <path to eval/quotes> [--errors=N]`. Gold has intentions and attitudes too
 * ("wants", "plans"), which are not looked for; recall is also given over those that a reporting verb introduces.
 */

import { findLanguage } from "../../src/languages/index.ts";
import { findIndirectSpeech, type IndirectQuote } from "../../src/quotes/indirect.ts";
import { type GoldArticle, type GoldQuote, isHeldOut, matchSpeaker, readGold } from "./gold.ts";

const [folder = ".", ...flags] = process.argv.slice(2);
const errorsMax = Number(flags.find((flag) => flag.startsWith("--errors="))?.slice(9) ?? 0);
/** A found clause and a gold one are the same when they share this part of both together. */
const SAME_SHARE = 0.5;
/** Characters around a clause in which its reporting verb is looked for. */
const CUE_REACH = 60;

function sharedPart(one: { start: number; end: number }, two: { start: number; end: number }): number {
  const both = Math.min(one.end, two.end) - Math.max(one.start, two.start);
  return both <= 0 ? 0 : both / (Math.max(one.end, two.end) - Math.min(one.start, two.start));
}

/** Whether a reporting verb stands beside a gold clause. */
function isReported(article: GoldArticle, { start, end }: GoldQuote): boolean {
  const words = findLanguage("en").speech?.words;
  const around = `${article.text.slice(Math.max(0, start - CUE_REACH), start)} ${article.text.slice(end, end + CUE_REACH)}`;
  return (around.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) =>
    ["reporting", "source"].includes(words?.get(word)?.class ?? "sign"),
  );
}

function report(title: string, articles: readonly GoldArticle[]): void {
  const tally = { gold: 0, reported: 0, found: 0, same: 0, sameReported: 0, touching: 0, speakers: 0 };
  let errors = 0;
  for (const article of articles) {
    const found = findIndirectSpeech(article.text, { language: "en" });
    const gold = article.quotes.filter((quote) => quote.type === "indirect");
    tally.gold += gold.length;
    tally.found += found.length;
    tally.touching += found.filter((each) => article.quotes.some((quote) => sharedPart(quote, each) > 0)).length;
    for (const quote of gold) {
      const hasVerb = isReported(article, quote);
      if (hasVerb) tally.reported++;
      const [best] = [...found].sort((one, two) => sharedPart(quote, two) - sharedPart(quote, one));
      if (best === undefined || sharedPart(quote, best) < SAME_SHARE) {
        if (hasVerb && errors++ < errorsMax)
          console.log(`missed: ${JSON.stringify(article.text.slice(quote.start - 60, quote.end + 40))}`);
        continue;
      }
      tally.same++;
      if (hasVerb) tally.sameReported++;
      if (isRight(quote, best)) tally.speakers++;
      else if (errors++ < errorsMax)
        console.log(
          `speaker: ${best.speaker.mention} for ${quote.speaker_text}: ${JSON.stringify(best.text.slice(0, 60))}`,
        );
    }
  }
  const percent = (part: number, all: number): string => ((100 * part) / Math.max(1, all)).toFixed(1).padStart(5);
  console.log(`${title}: ${tally.gold} gold clauses, ${tally.reported} beside a reporting verb; ${tally.found} found`);
  console.log(`  found that are a gold clause (half in common)  ${percent(tally.same, tally.found)}`);
  console.log(`  found that lie in any attribution              ${percent(tally.touching, tally.found)}`);
  console.log(`  gold clauses found                             ${percent(tally.same, tally.gold)}`);
  console.log(`  those beside a reporting verb                  ${percent(tally.sameReported, tally.reported)}`);
  console.log(`  speaker right, of those found                  ${percent(tally.speakers, tally.same)}`);
}

const isRight = (gold: GoldQuote, { speaker }: IndirectQuote): boolean =>
  matchSpeaker(gold, speaker.mention, speaker.start, speaker.end) > 0;

const heldOut = readGold(folder, "polnear_train.jsonl").filter(({ id }) => isHeldOut(id));
report("held-out fifth of train", heldOut);
report("dev", readGold(folder, "polnear_dev.jsonl"));
