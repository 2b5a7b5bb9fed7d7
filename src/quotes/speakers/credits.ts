/** Finds who a credit behind a dash means that only says what somebody is: “…” -- Software engineer working on boats. */

import { classAt, classSet } from "../../languages/reading.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";

const BEFORE_DASH = classSet("stop", "comma");
/** What a line that only says who somebody is does not hold. */
const TELLS = classSet("reporting", "pronoun", "auxiliary", "quotation", "relative");
const CREDIT_ITEMS_MAX = 20;

/**
 * Whom a credit at the end of a paragraph, capital first, means that no name of several words opens: the phrase it opens
 * with; -1 where that is none; null without such a credit.
 */
export function findCredited(read: ReadText, view: QuoteView): number | null {
  if (read.clauses !== null || !read.speech.weights.isOwn) return null;
  const dash = BEFORE_DASH.has(classAt(read.items, view.at + 1)) ? view.at + 2 : view.at + 1;
  const opener = read.items[dash + 1];
  if (classAt(read.items, dash) !== "dash" || opener?.isUpper !== true) return null;
  let end = dash + 1;
  while (end - dash <= CREDIT_ITEMS_MAX && classAt(read.items, end) !== "break" && end < read.items.length) {
    if (TELLS.has(classAt(read.items, end))) return null;
    end++;
  }
  const found = read.index.byFirst.get(dash + 1) ?? -1;
  const phrase = read.mentions[found];
  const isNamed = phrase?.kind === "name" && phrase.last > phrase.first;
  // “…” — Ada: a first name alone signs, too.
  if (end - dash > CREDIT_ITEMS_MAX || end - dash <= 2 || isNamed) return null;
  return phrase?.kind === "role" || phrase?.kind === "title" ? found : -1;
}
