/** Finds the phrases that can be a speaker: names, pronouns, roles, documents, and nouns beside a reporting verb. */

import type { Speech } from "../../languages/language.ts";
import {
  BESIDE_VERB,
  classAt,
  classSet,
  DETERMINING,
  type Item,
  type ItemClass,
  type Mention,
  type MentionKind,
} from "../../languages/reading.ts";
import { DEGREES } from "../../languages/shared/names/degrees.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import { isParticle, particleStart } from "./name-particles.ts";
import { findNamedField } from "./named-office.ts";

const CASELESS_NAME = classSet("plain", "role", "title");
const BEFORE_NEWSPAPER = classSet("determiner", "role", "document");
const ADVERBIAL = classSet("auxiliary", "ly");
const BEHIND_QUANTIFIER = classSet(
  "reporting",
  "framing",
  "source",
  "auxiliary",
  "preposition",
  "ly",
  "ed",
  "time",
  "comma",
  "break",
);
/** What a quantifier counts, so that it is nobody itself: "many boats". */
const COUNTED = classSet("plain", "capital", "role", "title", "document", "number", "otherPronoun");
const HEADS = classSet("role", "document");
const BARE_HEADS = classSet("plain", "number", "time", "ed");

/** Words before the head that a noun phrase may hold. */
const PREMODIFIERS_MAX = 8;
const NAME_ITEMS_MAX = 9;
/** Characters of a nickname between its marks, marks included. */
const NICKNAME_LENGTH_MAX = 18;
const PREMODIFYING = classSet(
  "plain",
  "capital",
  "title",
  "role",
  "document",
  "number",
  "ly",
  "ed",
  "time",
  "common",
  "ing",
);

/** "à l'[AFP]": a word behind a preposition, whatever article stands between. */
const isOfPreposition = (items: readonly Item[], at: number): boolean =>
  classAt(items, classAt(items, at - 1) === "determiner" ? at - 2 : at - 1) === "preposition";

/** « explique au [Blick] Claire Delvaux »: whom it was told, right behind the verb, before the one who tells it. */
function isHouseTold(items: readonly Item[], first: number, given: number, speech: Speech): boolean {
  const word = items[first]?.word ?? "";
  if (speech.stacksNouns || given !== first + 1 || speech.firstNames.has(word) || findNameGender(word) !== null)
    return false;
  const before = classAt(items, first - 1) === "determiner" ? first - 2 : first - 1;
  const isTold = classAt(items, before) === "preposition" && classAt(items, before - 1) === "reporting";
  return isTold && items[given]?.class === "capital" && classAt(items, given + 1) === "capital";
}

/** The last item of the name that starts here. */
function nameEnd(items: readonly Item[], first: number, speech: Speech): number {
  let last = first;
  for (let index = first + 1; index < items.length && index - first < NAME_ITEMS_MAX; index++) {
    const item = items[index];
    if (item === undefined) break;
    // « explique à l'[AFP] Claire Delvaux »: the house of a preposition is no part of the name behind it.
    const isHouse = !speech.stacksNouns && speech.organizationWords.has(items[index - 1]?.word ?? "");
    const isGiven = speech.firstNames.has(item.word) || findNameGender(item.word) !== null;
    if (isHouse && isGiven && item.class === "capital" && isOfPreposition(items, index - 1)) break;
    if (isGiven && isHouseTold(items, first, index, speech)) break;
    if (item.class === "capital" || (item.class === "title" && item.isUpper)) {
      last = index;
      continue;
    }
    if (isParticle(items, index, { first, last }, speech) || isNickname(items, index)) continue;
    if (item.class === "comma" && speech.suffixes.has(items[index + 1]?.word ?? "")) continue;
    break;
  }
  while (last > first && speech.suffixes.has(items[last]?.word ?? "")) last--;
  // "Ada Moor MS, RD, a dietitian": letters of a degree are no last name.
  if (last - first >= 2 && classAt(items, last + 1) === "comma" && DEGREES.has(items[last]?.word ?? "")) last--;
  return last;
}

/** Ada “Gale” Moor: a short word with a capital between marks, between two words of a name. */
export function isNickname(items: readonly Item[], index: number): boolean {
  const item = items[index];
  if (item?.class !== "quotation" || !item.isUpper || item.end - item.start > NICKNAME_LENGTH_MAX) return false;
  return classAt(items, index - 1) === "capital" && classAt(items, index + 1) === "capital";
}

/** The last words of full names, which tell a surname from a place where names are declined. */
function findSurnames(items: readonly Item[], speech: Speech): ReadonlySet<string> {
  const found = new Set<string>();
  if (speech.obliqueName === null) return found;
  items.forEach((item, index) => {
    const isName = item.class === "capital" && classAt(items, index - 1) === "capital";
    if (isName && findNameGender(items[index - 1]?.word ?? "") !== null) found.add(item.word);
  });
  return found;
}

/** „obyvatelka [Varenu]“: the name behind an office is in a form that does not act, so it is what the office is of. */
function isPlaceOfOffice(
  items: readonly Item[],
  first: number,
  last: number,
  surnames: ReadonlySet<string>,
  speech: Speech,
): boolean {
  const word = items[last]?.word ?? "";
  if (speech.obliqueName?.test(word) !== true || classAt(items, first - 1) !== "role") return false;
  if (items[first - 1]?.isUpper === true && classAt(items, first - 2) === "capital") return false;
  return !surnames.has(word) && !items.slice(first, last + 1).some((each) => findNameGender(each.word) !== null);
}

/** The first item of the noun phrase whose head is at `last`. */
function phraseStart(items: readonly Item[], last: number, speech: Speech): number {
  let first = last;
  for (let index = last - 1; index >= 0 && last - index <= PREMODIFIERS_MAX; index--) {
    const itemClass = classAt(items, index);
    if (itemClass === "determiner" || itemClass === "otherPronoun" || itemClass === "quantifier") return index;
    if (itemClass === "possessive" || PREMODIFYING.has(itemClass)) first = index;
    // „W komunikacie [firma]“: a noun of the preposition's own stands before the one that acts.
    else return speech.lacksArticles && itemClass === "preposition" ? last : first;
  }
  return first;
}

const isVerb = (itemClass: ItemClass): boolean =>
  itemClass === "reporting" || itemClass === "framing" || itemClass === "source";

/** A word that would make the one before it no head: "campaign [manager]", "Trump [aides]". */
function isHeadClass(itemClass: ItemClass): boolean {
  return itemClass === "role" || itemClass === "capital" || itemClass === "document";
}

function kindOf(item: Item, speech: Speech): MentionKind {
  // A compound is in no list, but its class says what it is.
  if (speech.roles.has(item.word) || item.class === "role") return "role";
  return speech.documents.has(item.word) ? "document" : "noun";
}

/** Whether a reporting verb touches the phrase, on either side, small words between them aside. */
function touchesVerb(items: readonly Item[], first: number, last: number): boolean {
  for (let index = last + 1; index <= last + 3; index++) {
    const itemClass = classAt(items, index);
    if (isVerb(itemClass)) return true;
    if (!BESIDE_VERB.has(itemClass)) break;
  }
  const before = classAt(items, first - 1);
  return isVerb(before) || (before === "preposition" && classAt(items, first - 2) === "source");
}

/** The end of the noun phrase that a determiner opens; the determiner's own place when there is none. */
function nounPhraseEnd(items: readonly Item[], first: number, { hasCapitalNouns, stacksNouns }: Speech): number {
  let last = first;
  for (let index = first + 1; index <= first + PREMODIFIERS_MAX; index++) {
    const itemClass = classAt(items, index);
    if (itemClass === "possessive") continue;
    if (!PREMODIFYING.has(itemClass)) break;
    if (hasCapitalNouns && items[last]?.isUpper === true && items[index]?.isUpper !== true) break;
    last = index;
  }
  // « le ministre [mercredi 15 janvier] »: when it was said stands behind the noun.
  if (!stacksNouns && !hasCapitalNouns)
    for (let at = first + 2; at <= last; at++) if (classAt(items, at) === "time") return at - 1;
  return last;
}

const CASELESS_NAME_MAX = 4;

/** The end of the name behind a verb in a script without capitals: the words up to a sign or a small word. */
function caselessNameEnd(items: readonly Item[], verb: number): number {
  let last = verb;
  while (last - verb < CASELESS_NAME_MAX && CASELESS_NAME.has(classAt(items, last + 1))) last++;
  return last;
}

/** All mentions, in order of their heads. Overlaps are kept ("the Trump campaign" and "Trump"): the model chooses. */
export function findMentions(items: readonly Item[], speech: Speech): readonly Mention[] {
  const mentions: Mention[] = [];
  const heads = new Set<number>();
  const surnames = findSurnames(items, speech);
  const hasCapitalNouns = speech.hasCapitalNouns;
  const add = (first: number, last: number, kind: MentionKind): void => {
    if (heads.has(last)) return;
    heads.add(last);
    mentions.push({ first, last, kind });
  };
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item === undefined) continue;
    switch (item.class) {
      case "quotation":
        // A newspaper between marks: „Hafenbote“ reports.
        if (item.isUpper && (touchesVerb(items, index, index) || BEFORE_NEWSPAPER.has(classAt(items, index - 1)))) {
          add(classAt(items, index - 1) === "determiner" ? index - 1 : index, index, "name");
        }
        break;
      case "pronoun":
        add(index, index, "pronoun");
        break;
      case "relative":
        if (isVerb(classAt(items, index + 1)) || ADVERBIAL.has(classAt(items, index + 1)))
          add(index, index, "relative");
        break;
      case "quantifier":
        if (BEHIND_QUANTIFIER.has(classAt(items, index + 1))) add(index, index, "quantifier");
        else if (isVerb(classAt(items, index - 1)) && !COUNTED.has(classAt(items, index + 1)))
          add(index, index, "quantifier");
        break;
      case "capital":
      case "title": {
        if (DEGREES.has(item.word) && classAt(items, index + 1) === "comma" && heads.has(index - 1)) break;
        if (item.class === "title" && !item.isUpper) {
          if (!isHeadClass(classAt(items, index + 1)) && classAt(items, index + 1) !== "title")
            add(phraseStart(items, index, speech), index, "title");
          break;
        }
        // "Robert Moor [Jr.] said": what ends the name before it names nobody.
        const isBehindName = heads.has(index - 1) || (classAt(items, index - 1) === "comma" && heads.has(index - 2));
        if (isBehindName && speech.suffixes.has(item.word)) break;
        const field = findNamedField(items, index, speech);
        if (field !== null) {
          index = field - 1;
          break;
        }
        const last = nameEnd(items, index, speech);
        if (isPlaceOfOffice(items, index, last, surnames, speech)) {
          add(phraseStart(items, index - 1, speech), last, "role");
          index = last;
          break;
        }
        const hasName = items.slice(index, last + 1).some((each) => each.class === "capital");
        const isDetermined = DETERMINING.has(classAt(items, index - 1)) && index > 0;
        // „[Das Auswärtige] Amt“, „[Varens] Bürgermeister“: the head comes next.
        if (hasCapitalNouns && HEADS.has(classAt(items, last + 1)) && items[last + 1]?.isUpper === true) {
          index = last;
          break;
        }
        const start = hasName ? particleStart(items, index, speech) : index;
        add(isDetermined ? index - 1 : start, last, hasName ? "name" : "title");
        index = last;
        break;
      }
      case "role":
      case "document":
        if (isHeadClass(classAt(items, index + 1)) || classAt(items, index + 1) === "title") break;
        add(phraseStart(items, index, speech), index, kindOf(item, speech));
        break;
      default:
        break;
    }
    if (item.class === "determiner" || item.class === "otherPronoun" || item.class === "quantifier") {
      const last = nounPhraseEnd(items, index, speech);
      if (last > index && BARE_HEADS.has(classAt(items, last)) && touchesVerb(items, index, last))
        add(index, last, "noun");
    }
    if (speech.isCaseless && (item.class === "reporting" || item.class === "source")) {
      const last = caselessNameEnd(items, index);
      if (last > index) add(index + 1, last, classAt(items, last) === "role" ? "role" : "name");
      index = last;
      continue;
    }
    if (speech.isCaseless && speech.firstNames.has(item.word) && classAt(items, index + 1) === "plain") {
      add(index, index + 1, "name");
      index++;
      continue;
    }
    if ((item.class === "plain" || item.class === "number") && touchesVerb(items, index, index))
      add(phraseStart(items, index, speech), index, "noun");
  }
  return mentions.sort((a, b) => a.last - b.last);
}
