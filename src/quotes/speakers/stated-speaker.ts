/** Who speaks by the grammar of the quotation's own sentence, where the ranking took a name that only stands near. */

import { classAt, classSet, type Link } from "../../languages/reading.ts";
import { explainedPhrase } from "../names/explained-phrases.ts";
import { whoseOwn } from "../names/relatives/related-people.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import { isDefinite, type ReadText } from "../reading/read-text.ts";

const SUBJECT_KINDS: ReadonlySet<string> = new Set(["before", "apposition", "phrase", "bracket"]);
const TOLD_KINDS: ReadonlySet<string> = new Set(["name", "pronoun"]);
const SENTENCE_REACH = 60;
/** Behind one of these a verb may be passive: "was told", or no statement: "whether Moor said". */
const BEFORE_VERB = classSet("auxiliary", "complementizer", "preposition");

/** The verbs that report in a quotation's sentence, nearest first on each side. */
function verbsOf(read: ReadText, view: QuoteView): readonly number[] {
  const found: number[] = [];
  for (const step of [-1, 1]) {
    for (let at = view.at + step; Math.abs(at - view.at) <= SENTENCE_REACH; at += step) {
      const item = read.items[at];
      if (item === undefined || item.sentence !== view.sentence || item.class === "break") break;
      if (item.class === "reporting" && !BEFORE_VERB.has(classAt(read.items, at - 1))) found.push(at);
    }
  }
  return found;
}

const subjectAt = (read: ReadText, verb: number): Link | undefined =>
  read.linksAt.get(verb)?.find((link) => SUBJECT_KINDS.has(link.kind));

/** ", wrote [Ada Moor],": the name behind a verb between commas; -1 when there is none. */
function nameInAside(read: ReadText, verb: number): number {
  const behind = read.linksAt.get(verb)?.find((link) => link.kind === "after")?.mention ?? -1;
  const mention = read.mentions[behind];
  const isBetween =
    classAt(read.items, verb - 1) === "comma" && classAt(read.items, (mention?.last ?? 0) + 1) === "comma";
  return mention?.kind === "name" && isBetween ? behind : -1;
}

/** "Moor said [Coast Discovery] is “…”", "[The project], wrote Moor, was “…”": who is told of in what somebody says. */
function whoTells(read: ReadText, view: QuoteView, chosen: number): number {
  const mention = read.mentions[chosen];
  const links = read.linksOf.get(chosen) ?? [];
  if (mention === undefined || mention.last > view.at || links.some((link) => link.kind !== "joined")) return chosen;
  if (read.items[mention.last]?.sentence !== view.sentence || view.isSentenceStart) return chosen;
  for (const verb of verbsOf(read, view)) {
    if (verb > view.at) break;
    if (verb > mention.last) {
      if (read.items[verb]?.isParticiple === true || explainedPhrase(read, mention) !== null) continue;
      const aside = subjectAt(read, verb) === undefined ? nameInAside(read, verb) : -1;
      if (aside >= 0) return aside;
    } else {
      const subject = subjectAt(read, verb)?.mention ?? chosen;
      // "The harbor master, [Ada Moor], said": one person.
      return explainedPhrase(read, mention)?.last === read.mentions[subject]?.last ? chosen : subject;
    }
  }
  return chosen;
}

/** "“…,” Moor wrote, according to [the Tidings]": the Tidings tell what Moor says. */
function whoIsTold(read: ReadText, view: QuoteView, chosen: number): number {
  const links = read.linksOf.get(chosen) ?? [];
  const isSource = links.length > 0 && links.every((link) => link.kind === "source");
  if (!isSource || read.items[read.mentions[chosen]?.last ?? -1]?.sentence !== view.sentence) return chosen;
  for (const verb of verbsOf(read, view)) {
    const subject = subjectAt(read, verb)?.mention;
    if (subject !== undefined && subject !== chosen) return subject;
  }
  return chosen;
}

/** "Moor said [the sign on the door] read: “…”": a document that is told of; not "Moor shared a statement reading". */
function isDocumentTold(read: ReadText, view: QuoteView, chosen: number): boolean {
  const document = read.mentions[view.touchBefore];
  if (document?.kind !== "document" || !isDefinite(read, document)) return false;
  const links = read.linksOf.get(chosen) ?? [];
  return links.some(({ kind, verb }) => SUBJECT_KINDS.has(kind) && verb < document.first);
}

const OWN_SUBJECT: ReadonlySet<string> = new Set(["before", "apposition", "joined"]);
const BEFORE_WORDS = classSet("comma", "colon");

/** "[He] said, “…,” the prosecutor's office said": the verb that leads the words in tells who spoke, the one behind who tells it. */
function whoSaidFirst(read: ReadText, view: QuoteView, chosen: number): number {
  const behind = read.mentions[chosen];
  if (behind === undefined || behind.first < view.at || behind.kind === "pronoun") return chosen;
  const verb = view.at - 2;
  const item = read.items[verb];
  if (!BEFORE_WORDS.has(classAt(read.items, view.at - 1)) || item?.class !== "reporting" || item.isParticiple)
    return chosen;
  const subject = read.linksAt.get(verb)?.find((link) => OWN_SUBJECT.has(link.kind));
  if (subject === undefined || item.sentence !== view.sentence) return chosen;
  // "a caller told of her that he said, “…,” the office said": whom a pronoun means there is not certain.
  return read.mentions[subject.mention]?.kind === "name" ? subject.mention : -1;
}

const TO_WORDS = classSet("preposition", "determiner", "otherPronoun", "role", "capital", "plain", "colon", "time");
const NAMED_KINDS: ReadonlySet<string> = new Set(["name", "pronoun"]);

/** "The source recalled that [Moor] said of the boat: “…”": the last verb before the words has a subject of its own. */
function whoSaidLast(read: ReadText, view: QuoteView, chosen: number): number {
  const teller = read.mentions[chosen];
  if (teller?.kind === "pronoun") return chosen;
  let verb = view.at - 1;
  while (TO_WORDS.has(classAt(read.items, verb)) && view.at - verb < SENTENCE_REACH) verb--;
  const item = read.items[verb];
  if (teller === undefined || item?.class !== "reporting" || item.isParticiple || item.sentence !== view.sentence)
    return chosen;
  const subject = read.linksAt.get(verb)?.find((link) => link.kind === "before")?.mention ?? -1;
  const mention = read.mentions[subject];
  if (mention === undefined || mention.first <= teller.last || !NAMED_KINDS.has(mention.kind)) return chosen;
  // "it allowed them", "Americans will say": no words that were said.
  const isThing = read.speech.pronouns.get(read.items[mention.last]?.word ?? "") === "neuter";
  if (isThing || BEFORE_VERB.has(classAt(read.items, verb - 1))) return chosen;
  // "Moor, as Venn once said: “…”"
  return read.items[teller.last]?.sentence === view.sentence && classAt(read.items, mention.first - 1) !== "preposition"
    ? subject
    : chosen;
}

/** "According to the school's post, [Moor] said he left because “…”": a document that only tells what somebody says. */
function whoIsRelayed(read: ReadText, view: QuoteView, chosen: number): number {
  if (read.mentions[chosen]?.kind !== "document") return chosen;
  const told = whoIsTold(read, view, chosen);
  const [verb = -1] = told === chosen ? [] : verbsOf(read, view);
  if (verb < 0 || verb > view.at || subjectAt(read, verb)?.mention !== told) return chosen;
  const between = read.items.slice(verb + 1, view.at - 1);
  return between.some((item) => item.class === "comma" || item.class === "reporting") ? chosen : told;
}

/** The mention that speaks, given the one that was chosen: itself unless the sentence says otherwise. */
export function statedSpeaker(read: ReadText, view: QuoteView, chosen: number): number {
  const isPosed = chosen >= 0 && read.speech.weights.isOwn && read.clauses === null;
  if (!isPosed) return chosen;
  const aide = whoseOwn(read, chosen);
  if (aide !== chosen) return aide;
  const other = [whoSaidFirst, whoSaidLast, whoIsRelayed]
    .map((find) => find(read, view, chosen))
    .find((found) => found !== chosen);
  if (other !== undefined) return other;
  if (!TOLD_KINDS.has(read.mentions[chosen]?.kind ?? "")) return chosen;
  if (isDocumentTold(read, view, chosen)) return view.touchBefore;
  const teller = whoTells(read, view, chosen);
  return teller === chosen ? whoIsTold(read, view, chosen) : teller;
}
