/** Words that are verbs elsewhere and nouns where they stand: "the report", "a [state] senator". */

import type { Speech } from "../../languages/language.ts";
import { classSet, type Item } from "../../languages/reading.ts";

const MODIFYING = classSet(
  "plain",
  "time",
  "number",
  "capital",
  "common",
  "role",
  "quantifier",
  "title",
  "ly",
  "document",
);
const OWNING = classSet("determiner", "otherPronoun", "quantifier", "possessive");

/** "the report", "an early tweet", « le juge »: a word that is a verb elsewhere is a noun after a determiner. */
export function isNounHere(items: readonly Item[], word: string, speech: Speech): boolean {
  const isPerson = !speech.weights.isOwn && speech.roles.has(word);
  if (!speech.documents.has(word) && !speech.cueNouns.has(word) && !isPerson) return false;
  const last = items.at(-1)?.class ?? "break";
  if (last === "determiner" || last === "otherPronoun" || last === "possessive" || last === "quantifier") return true;
  return MODIFYING.has(last) && OWNING.has(items.at(-2)?.class ?? "break");
}

const BEFORE_VERB = classSet("pronoun", "auxiliary", "ly", "relative");

/** "Democratic [state] senator": a verb of several, where nobody of whom there are several stands before it. */
export function isPartOfOffice(items: readonly Item[], word: string, speech: Speech): boolean {
  if (!speech.officeVerbs.has(word)) return false;
  const last = items.at(-1);
  if (last === undefined || BEFORE_VERB.has(last.class)) return last === undefined;
  return !speech.plural.test(last.word);
}
