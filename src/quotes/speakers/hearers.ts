/** Who only hears, reads out or is told words is not their speaker: "Moor heard a man shout: “…”", "“…,” she read from a letter". */

import { classAt, classSet, type Mention } from "../../languages/reading.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import { holdsAny, wordsOf } from "../unsaid/clause.ts";

const SKIPPED = classSet("auxiliary", "ly", "common", "time", "otherPronoun");
/** Items from somebody to what they do: "has since read". */
const VERB_REACH = 3;
/** Items from a verb to what is received or read: "read out a text". */
const THING_REACH = 7;
const SENTENCE_REACH = 40;
const OWN_AGAIN = classSet("conjunction", "comma", "dash");
const OTHERS: ReadonlySet<string> = new Set(["name", "role"]);
const READS: ReadonlySet<string> = new Set(["name", "pronoun"]);

/** Where the words begin and end that stand between somebody and the quotation, or behind both. */
function stretchOf(read: ReadText, view: QuoteView, { last }: Mention): readonly [number, number] {
  if (last < view.at) return [last + 1, view.at];
  let to = last + 1;
  while (to - last < SENTENCE_REACH && read.items[to]?.sentence === view.sentence && to < read.items.length) {
    if (classAt(read.items, to) === "quotation") break;
    to++;
  }
  return [last + 1, to];
}

/** What somebody does: the first word of a list right behind them; -1 for another verb. */
function findVerb({ items }: ReadText, from: number, to: number, words: ReadonlySet<string>): number {
  for (let at = from; at < to && at - from < VERB_REACH; at++) {
    if (words.has(items[at]?.word ?? "")) return at;
    if (!SKIPPED.has(classAt(items, at))) return -1;
  }
  return -1;
}

/** The last verb that reports in a stretch; -1 for none. */
function lastReport({ items }: ReadText, from: number, to: number): number {
  let at = to - 1;
  while (at >= from && classAt(items, at) !== "reporting") at--;
  return at < from ? -1 : at;
}

/** "heard the news and said", "heard of it, saying": the verb is of who stands before again. */
function isOwnAgain({ items }: ReadText, verb: number): boolean {
  let at = verb - 1;
  while (SKIPPED.has(classAt(items, at))) at--;
  return OWN_AGAIN.has(classAt(items, at));
}

/** The mention that a verb behind a hearer has for its subject: "heard [a man] shout"; -1 when there is none. */
function whoIsHeard(read: ReadText, verb: number, from: number): number {
  const found = read.linksAt.get(verb)?.find((link) => link.kind === "before")?.mention ?? -1;
  const mention = read.mentions[found];
  return mention !== undefined && mention.first >= from && OTHERS.has(mention.kind) ? found : -1;
}

const isThingNear = ({ items }: ReadText, verb: number, to: number, things: ReadonlySet<string>): boolean =>
  items.slice(verb + 1, Math.min(to, verb + THING_REACH)).some(({ word }) => things.has(word));

/** The mention that speaks, given the one that was chosen: itself unless they only hear or read the words, -1 for nobody sure. */
export function heardSpeaker(read: ReadText, view: QuoteView, chosen: number): number {
  const mention = read.mentions[chosen];
  const { hearers, passives, toldPhrases, receivers, readers, letters, quoters, asSaying } = read.speech.unsaid;
  if (mention === undefined || read.items[mention.last]?.sentence !== view.sentence) return chosen;
  const [from, to] = stretchOf(read, view, mention);
  const report = lastReport(read, from, to);
  const isOwn = report >= 0 && isOwnAgain(read, report);
  const heard = findVerb(read, from, to, hearers);
  // "was heard telling the crowd"
  const isPassive = passives.has(read.items[heard - 1]?.word ?? "");
  if (heard >= 0 && !isPassive && !isOwn) return report > heard ? whoIsHeard(read, report, heard + 1) : -1;
  // "was told: “…”", "remembers being told"
  const line = wordsOf(read.items, from, Math.min(to, from + THING_REACH));
  for (const phrase of toldPhrases) if (!isOwn && line.startsWith(` ${phrase} `)) return -1;
  const quoted = findVerb(read, from, to, quoters);
  if (quoted >= 0 && holdsAny(wordsOf(read.items, quoted, to), asSaying)) return -1;
  const received = findVerb(read, from, to, receivers);
  if (received >= 0 && !isOwn && isThingNear(read, received, to, letters)) return -1;
  const reading = findVerb(read, from, to, readers);
  if (reading < 0 || isOwn || !READS.has(mention.kind)) return chosen;
  // "“…,” she read": aloud, and whose words nobody knows.
  const isCue = mention.last > view.at && report <= reading;
  return isCue || isThingNear(read, reading, to, letters) ? -1 : chosen;
}
