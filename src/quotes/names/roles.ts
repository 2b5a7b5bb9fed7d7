/** Reads the role printed beside a name: "harbor master [Ada Moor]", "[Ada Moor], the harbor master,". */

import { classAt, classSet, DETERMINING, type Mention } from "../../languages/reading.ts";
import { isTitleWord, type ReadText } from "../reading/read-text.ts";

const ROLE_WORDS = classSet("role", "title", "capital", "plain", "document", "possessive", "number", "dash");
const ROLE_HEADS = classSet("role", "title", "document");
const BEFORE_ROLE = classSet(
  "reporting",
  "framing",
  "determiner",
  "otherPronoun",
  "quantifier",
  "comma",
  "stop",
  "break",
  "quotation",
);
const BEHIND_WORKER = classSet("preposition", "comma", "stop", "break");
const ARTICLES = classSet("determiner", "otherPronoun");
/** What ends a phrase that is no role. */
const NO_ROLE = classSet("reporting", "framing", "auxiliary", "relative", "quotation", "pronoun");
const ROLE_ENDS = classSet("comma", "stop", "break", "close");
const PLAIN_WORDS = classSet("plain", "number", "role");

const ROLE_WORDS_MAX = 12;
const ROLE_WORDS_BEFORE_MAX = 7;
/** Whether the last word of a phrase says what somebody is. */
function isWorker(read: ReadText, index: number): boolean {
  const itemClass = classAt(read.items, index);
  if (itemClass === "role" || itemClass === "title") return true;
  const word = read.items[index]?.word ?? "";
  return itemClass === "plain" && read.speech.isWorker(word);
}

/** The words right before a name, back to a comma, a verb or a determiner: "city finance chief [Ada Moor]". */
function roleBefore(read: ReadText, mention: Mention, first: number): string | null {
  const { items, text } = read;
  let from = first;
  let hasRole = false;
  for (let index = first - 1; index >= 0 && first - index <= ROLE_WORDS_BEFORE_MAX; index--) {
    const itemClass = classAt(read.items, index);
    if (!ROLE_WORDS.has(itemClass)) break;
    if (itemClass === "plain" && read.speech.officeWord?.test(items[index]?.word ?? "") === false) break;
    if (ROLE_HEADS.has(itemClass)) hasRole = true;
    from = index;
  }
  const isTitle = from >= mention.first && isTitleWord(read.speech.courtesies, items[from]?.word ?? "");
  hasRole ||= from < first && isWorker(read, first - 1) && BEFORE_ROLE.has(classAt(read.items, from - 1));
  if (!hasRole || from >= first || isTitle) return null;
  return text.slice(items[from]?.start ?? 0, items[first - 1]?.end ?? 0);
}

/** "The harbor master, [Ada Moor], said": the phrase that the name explains. */
function roleExplained(read: ReadText, mention: Mention): string | null {
  const { items, text } = read;
  const phrase = explainedPhrase(read, mention);
  if (phrase === null || !isWorker(read, phrase.last)) return null;
  const from = DETERMINING.has(classAt(read.items, phrase.first)) ? phrase.first + 1 : phrase.first;
  return from > phrase.last ? null : text.slice(items[from]?.start ?? 0, items[mention.first - 2]?.end ?? 0);
}

/** "[Ada Moor], the harbor master of Varen,". */
function roleAfter(read: ReadText, mention: Mention): string | null {
  const { items, text } = read;
  if (classAt(read.items, mention.last + 1) !== "comma") return null;
  let isRole = false;
  for (let index = mention.last + 2; index < items.length && index - mention.last < ROLE_WORDS_MAX + 3; index++) {
    const itemClass = classAt(read.items, index);
    if (ROLE_HEADS.has(itemClass) || (BEHIND_WORKER.has(classAt(read.items, index + 1)) && isWorker(read, index)))
      isRole = true;
    const isWordBefore = itemClass === "ed" && ARTICLES.has(classAt(read.items, index - 1));
    if (NO_ROLE.has(itemClass) || (itemClass === "ed" && !isWordBefore)) return null;
    if (ROLE_ENDS.has(itemClass)) {
      if (!isRole || index === mention.last + 2) return null;
      return text.slice(items[mention.last + 2]?.start ?? 0, items[index - 1]?.end ?? 0);
    }
  }
  return null;
}

/** The role beside a name, as printed; `first` is where the name itself begins, behind its titles. */
export function roleBeside(read: ReadText, mention: Mention, first: number): string | null {
  return roleBefore(read, mention, first) ?? roleAfter(read, mention) ?? roleExplained(read, mention);
}

const PHRASES_MAX = 3;
const PLAIN_WORDS_MAX = 4;

/** "The harbor master": a phrase of words that the lists does not know for a speaker. */
function plainPhrase(read: ReadText, last: number): Mention | undefined {
  for (let first = last; first >= 0 && last - first <= PLAIN_WORDS_MAX; first--) {
    if (DETERMINING.has(classAt(read.items, first))) return first === last ? undefined : { first, last, kind: "noun" };
    if (!PLAIN_WORDS.has(classAt(read.items, first))) return undefined;
  }
  return undefined;
}

/** Follows "the head of the coast council" back from a comma to "the head"; null when no phrase ends there. */
export function explainedPhrase(read: ReadText, name: Mention): Mention | null {
  if (classAt(read.items, name.first - 1) !== "comma") return null;
  let found = read.mentions[read.index.byLast.get(name.first - 2) ?? -1] ?? plainPhrase(read, name.first - 2);
  for (let count = 0; count < PHRASES_MAX && found !== undefined; count++) {
    if (classAt(read.items, found.first - 1) !== "preposition") break;
    const before = read.mentions[read.index.byLast.get(found.first - 2) ?? -1];
    if (before === undefined) break;
    found = before;
  }
  return found === undefined || found.kind === "name" || found.kind === "pronoun" ? null : found;
}
