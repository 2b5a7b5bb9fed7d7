/** Finds the subject behind its verb, over what may stand between: « …, a déclaré mardi à la presse le maire ». */

import type { Speech } from "../../languages/language.ts";
import { classAt, classSet, DETERMINING, type Item, type Mention, type MentionIndex } from "../../languages/reading.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";

const SMALL = classSet("auxiliary", "ly", "time", "common", "otherPronoun");
const PHRASE_OPENERS = classSet("determiner", "otherPronoun", "quantifier", "number", "preposition");
const OBJECT_WORDS = classSet("plain", "common", "number", "ed", "ing", "ly", "document", "possessive");
const NOUN_WORDS = classSet("plain", "capital", "role", "title", "document", "number", "time", "ed", "ing", "common");
const PARTED = classSet(
  "comma",
  "stop",
  "break",
  "quotation",
  "colon",
  "reporting",
  "framing",
  "relative",
  "dash",
  "open",
);
const SUBJECTS: ReadonlySet<string> = new Set(["name", "pronoun", "role", "title", "document", "noun", "quantifier"]);
/** Behind a verb without a subject of its own, a bare object is short: „powiedział dziennikarzom rzecznik“. */
const BARE_OBJECT_MAX = 2;
const PARTS_MAX = 5;
const OBJECT_ITEMS_MAX = 9;
const OFFICE_ITEMS_MAX = 12;
const OF_OFFICE = classSet("determiner", "plain", "capital", "role", "conjunction", "document");

/** What is looked at: a verb's place among the items and mentions of a text. */
export interface Place {
  readonly items: readonly Item[];
  readonly mentions: readonly Mention[];
  readonly index: MentionIndex;
  readonly speech: Speech;
}

const isFirstName = ({ speech }: Place, word: string): boolean =>
  speech.firstNames.has(word) || findNameGender(word) !== null;

/** A first name with another capital behind it opens a person's name. */
function opensName(place: Place, at: number): boolean {
  const { items } = place;
  return (
    classAt(items, at) === "capital" &&
    classAt(items, at + 1) === "capital" &&
    isFirstName(place, items[at]?.word ?? "")
  );
}

function skipSmall({ items, speech }: Place, from: number): number {
  let at = from;
  for (;;) {
    const isOpened = PHRASE_OPENERS.has(classAt(items, at)) || classAt(items, at) === "pronoun";
    const isDay = isOpened && classAt(items, at + 1) === "time";
    const isYear = classAt(items, at) === "number" && classAt(items, at - 1) === "time";
    const isAdverb = classAt(items, at) === "plain" && speech.adverb?.test(items[at]?.word ?? "") === true;
    const isSmall = SMALL.has(classAt(items, at)) || speech.reflexives.has(items[at]?.word ?? "");
    if (!isSmall && !isDay && !isYear && !isAdverb) return at;
    at++;
  }
}

/** Behind "to the press", "in an interview with the Tidings": where the phrase of a preposition ends. */
function skipObject(place: Place, preposition: number): number {
  const { items } = place;
  let at = preposition + 1;
  while (PHRASE_OPENERS.has(classAt(items, at)) && at - preposition < OBJECT_ITEMS_MAX) at++;
  // The first noun is the preposition's own, whatever it is; a person's name may follow it.
  if (opensName(place, at)) return nameEnd(place, at);
  if (!NOUN_WORDS.has(classAt(items, at))) return at;
  const isCapital = classAt(items, at) === "capital";
  // « à l'AFP [Slimane], qui »: a house of one word ends the phrase.
  const isHouse = isCapital && !place.speech.stacksNouns && place.speech.organizationWords.has(items[at]?.word ?? "");
  at++;
  if (isHouse && isFirstName(place, items[at]?.word ?? "")) return at;
  while (at - preposition < OBJECT_ITEMS_MAX) {
    const itemClass = classAt(items, at);
    // "to the daily El Muelle", „gazecie „Nabrzeże”“: a newspaper's own name.
    const isTitle = items[at]?.isUpper === true && (itemClass === "determiner" || itemClass === "quotation");
    if (isTitle) {
      at = nameEnd(place, at + 1);
      continue;
    }
    const isName = itemClass === "capital" && !opensName(place, at) && (isCapital || !isAlone(place, at));
    if (!OBJECT_WORDS.has(itemClass) && !isName) break;
    at++;
  }
  return at;
}

/** "[said] in the town Moor": one capital behind a small word may be who speaks. */
const isAlone = ({ items }: Place, at: number): boolean =>
  classAt(items, at + 1) !== "capital" && PARTED.has(classAt(items, at + 1));

function nameEnd({ items }: Place, from: number): number {
  let at = from;
  while (classAt(items, at) === "capital") at++;
  return at;
}

/** The mention that begins at a place and can act; -1 for none. */
function mentionFrom({ items, mentions, index }: Place, at: number): number {
  let end = at;
  while (
    end - at < OBJECT_ITEMS_MAX &&
    (NOUN_WORDS.has(classAt(items, end)) || (end === at && DETERMINING.has(classAt(items, end))))
  )
    end++;
  for (let last = end - 1; last >= at; last--) {
    const found = index.byLast.get(last);
    if (found !== undefined && mentions[found]?.kind === "noun" && !DETERMINING.has(classAt(items, at))) continue;
    if (found !== undefined && SUBJECTS.has(mentions[found]?.kind ?? "")) return found;
  }
  const first = index.byFirst.get(at);
  if (first === undefined || !SUBJECTS.has(mentions[first]?.kind ?? "")) return -1;
  // A bare noun that no list knows is an adverb or a verb as often as not.
  return !DETERMINING.has(classAt(items, at)) && mentions[first]?.kind === "noun" ? -1 : first;
}

/** „ministr dopravy [Ivar Hale]“: the name behind an office and what it is of; the office itself where none stands there. */
export function nameOfOffice(place: Place, found: number): number {
  const { items, mentions, index, speech } = place;
  const mention = mentions[found];
  if (mention === undefined || (mention.kind !== "role" && mention.kind !== "title")) return found;
  for (let at = mention.last + 1; at - mention.last < OFFICE_ITEMS_MAX; at++) {
    const isOf = speech.describingPrepositions.has(items[at]?.word ?? "");
    if (!OF_OFFICE.has(classAt(items, at)) && !isOf) return found;
    // "a spokesman for Ada Moor" is somebody else.
    if (!opensName(place, at) || classAt(items, at - 1) === "preposition") continue;
    const name = index.byLast.get(nameEnd(place, at) - 1);
    return name === undefined ? found : name;
  }
  return found;
}

/** The mention behind a verb that is its subject; -1 when the verb has none there. */
export function findSubjectBehind(place: Place, verb: number): number {
  const { items } = place;
  let at = verb + 1;
  let bare = 0;
  for (let part = 0; part < PARTS_MAX; part++) {
    at = skipSmall(place, at);
    const itemClass = classAt(items, at);
    if (itemClass === "preposition") {
      at = skipObject(place, at);
      continue;
    }
    if (itemClass === "comma") {
      // « a déclaré à l'AFP, Claire Delvaux, … »
      const end = part > 0 ? nameEnd(place, at + 1) : at;
      if (end - at > 2 && PARTED.has(classAt(items, end))) return place.index.byLast.get(end - 1) ?? -1;
      // “…”, dijo, por su parte, Ada Moor
      const inside = skipSmall(place, at + 1);
      const behind = classAt(items, inside) === "preposition" ? skipObject(place, inside) : inside;
      if (behind === at + 1 || classAt(items, behind) !== "comma") return -1;
      at = behind + 1;
      continue;
    }
    if (itemClass === "quotation" && items[at]?.isUpper === true && bare > 0) {
      at++;
      continue;
    }
    const found = mentionFrom(place, at);
    if (found >= 0) return nameOfOffice(place, found);
    if (itemClass !== "plain" || !place.speech.lacksArticles || bare++ >= BARE_OBJECT_MAX) return -1;
    at++;
  }
  return -1;
}
