/** Words that somebody only passes on: a proverb, a motto, a verse, what is told beside "as Moor pointed out". */

import { classAt, classSet } from "../../languages/reading.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import { type Around, clauseStart, holdsAny, isReporting, leadEnd, wordsOf } from "./clause.ts";

/** So near before a quotation a word may say what it is: "an old proverb from the north:". */
const SAYING_REACH = 10;
/** A verb that passes words on, so near before them. */
const PASSING_REACH = 9;
const ASIDE_REACH = 9;
/** What is told behind an aside has so many words. */
const TOLD_MIN = 3;
const OPENS_MORE = classSet("preposition", "time", "conjunction", "relative", "complementizer");
const NOUNS = classSet("plain", "capital", "document", "role", "number", "time");

/** "an old proverb says: “…”", "quoted the club's motto: “…”". */
function isSaying(around: Around): boolean {
  const { items, speech, from, at } = around;
  const end = leadEnd(around);
  if (end === at) return false;
  return holdsAny(
    wordsOf(items, Math.max(clauseStart(around, end), end - SAYING_REACH, from), end),
    speech.unsaid.sayings,
  );
}

/** "quoting her grandmother: “…”", "recalled her mother's advice: “…”"; not `cited “a lack of funds”`. */
function isPassedOn(around: Around): boolean {
  const { items, speech, from } = around;
  const end = leadEnd(around);
  if (classAt(items, end) !== "colon") return false;
  for (let verb = end - 1; verb >= from && end - verb <= PASSING_REACH; verb--) {
    const behind = items.slice(verb + 1, end);
    if (speech.unsaid.passers.has(items[verb]?.word ?? "")) return behind.some((item) => NOUNS.has(item.class));
    if (speech.unsaid.recallers.has(items[verb]?.word ?? "")) return behind.some((item) => item.class === "possessive");
    if (isReporting(items[verb]) || classAt(items, verb) === "comma") return false;
  }
  return false;
}

/** "but, as Ms. Moor pointed out, it carries a warning: “…”": her remark is what is told, not the quotation. */
function isBesideAside(around: Around): boolean {
  const { items, speech, from } = around;
  const end = leadEnd(around);
  if (classAt(items, end) !== "colon") return false;
  let comma = end - 1;
  while (comma > from && classAt(items, comma) !== "comma") {
    if (isReporting(items[comma])) return false;
    comma--;
  }
  if (comma <= from || end - comma <= TOLD_MIN || OPENS_MORE.has(classAt(items, comma + 1))) return false;
  let verb = -1;
  for (let at = comma - 1; at >= from && comma - at <= ASIDE_REACH; at--) {
    if (isReporting(items[at])) verb = at;
    if (!speech.unsaid.asides.has(items[at]?.word ?? "")) continue;
    return verb >= 0 && (at === from || classAt(items, at - 1) === "comma");
  }
  return false;
}

/** Whether the sentence of a quotation says of its words that whoever tells them did not put them. */
export function isOthersWords(around: Around, { touchAfter }: QuoteView): boolean {
  return touchAfter < 0 && (isSaying(around) || isPassedOn(around) || isBesideAside(around));
}
