/** Words that whoever says them has from another: read aloud, said on somebody's behalf, or told by a witness. */

import { classAt, classSet, type Mention } from "../../languages/reading.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import { holdsAny, lookAround, wordsOf } from "../unsaid/clause.ts";

const ENDS = classSet("break", "stop");
const TELLERS: ReadonlySet<string> = new Set(["name", "role", "noun"]);
/** Items between somebody and what they do with a letter. */
const READS_REACH = 6;

/** "“…,” said Moor, reading it aloud", "“…,” her lawyer said on her behalf". */
const isReadOut = (read: ReadText, view: QuoteView): boolean =>
  holdsAny(wordsOf(read.items, view.at + 1, lookAround(read, view.at).to), read.speech.unsaid.readingOut);

/** The verb right behind whoever touches the quotation, "“…,” Moor [said]"; -1 for another order. */
function verbBehind({ items }: ReadText, view: QuoteView, { first, last }: Mention): number {
  return first > view.at && classAt(items, last + 1) === "reporting" ? last + 1 : -1;
}

/** "“…,” Moor said [the diver] told him": it is what somebody else said. */
function isToldBy(read: ReadText, verb: number): boolean {
  const found = read.index.byFirst.get(verb + 1) ?? -1;
  const other = read.mentions[found];
  // "“…,” Moor told [Hale]"
  if (other === undefined || !TELLERS.has(other.kind) || !read.speech.unsaid.sayers.has(read.items[verb]?.word ?? ""))
    return false;
  return (read.linksOf.get(found) ?? []).some(
    (link) => link.kind === "before" && link.verb > verb && classAt(read.items, link.verb) === "reporting",
  );
}

/** "“…,” Moor said, [the aide] testified": what a witness says that Moor said. */
function isTestified(read: ReadText, verb: number): boolean {
  const comma = verb + 1;
  if (classAt(read.items, comma) !== "comma") return false;
  const witness = read.mentions[read.index.byFirst.get(comma + 1) ?? -1];
  return witness !== undefined && read.speech.unsaid.testified.has(read.items[witness.last + 1]?.word ?? "");
}

/** Where the sentence before begins; -1 where it is in no paragraph near. */
function startBefore({ items }: ReadText, view: QuoteView): number {
  let at = view.at;
  while (items[at - 1]?.sentence === view.sentence) at--;
  at--;
  while (ENDS.has(classAt(items, at)) && at >= 0) at--;
  const item = items[at];
  if (item === undefined || view.paragraph - item.paragraph > 1) return -1;
  while (items[at - 1]?.sentence === item.sentence) at--;
  return at;
}

/** "Moor read from it. “…,” she said": who is told right before to read something out. */
function readsBefore(read: ReadText, view: QuoteView, { kind, last }: Mention): boolean {
  const { items, index, mentions, speech } = read;
  const word = items[last]?.word ?? "";
  let at = startBefore(read, view);
  const sentence = items[at]?.sentence;
  if (at < 0) return false;
  for (; items[at]?.sentence === sentence && at < view.at; at++) {
    const reader = mentions[index.byLast.get(at) ?? -1];
    if (reader === undefined) continue;
    const isSame =
      kind === "pronoun" ? reader.kind !== "pronoun" || items[at]?.word === word : items[at]?.word === word;
    if (isSame && holdsAny(wordsOf(items, at + 1, at + READS_REACH), speech.unsaid.readsOut)) return true;
  }
  return false;
}

/** Whether whoever is chosen only passes on what somebody else said or wrote. */
export function isRelayed(read: ReadText, view: QuoteView, chosen: number): boolean {
  const mention = read.mentions[chosen];
  const item = read.items[mention?.last ?? -1];
  if (mention === undefined || item?.sentence !== view.sentence || read.speech.unsaid.readingOut.size === 0)
    return false;
  if (isReadOut(read, view) || readsBefore(read, view, mention)) return true;
  const verb = verbBehind(read, view, mention);
  return verb > view.at && (isToldBy(read, verb) || isTestified(read, verb));
}
