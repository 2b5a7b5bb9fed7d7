/** Tells what speaks for a name being a person's: a known first name, a title, an age, "who", a verb that reports. */

import type { Gender } from "../../languages/language.ts";
import { classAt, classSet, DETERMINING, type Mention } from "../../languages/reading.ts";
import { findNameGender, isPlaceName } from "../../languages/shared/names/name-lists.ts";
import { isTitleWord, type ReadText } from "../reading/read-text.ts";

/** One naming: its mention, the words of the name in lower case, and the name as printed. */
export interface Form {
  readonly mention: number;
  readonly words: readonly string[];
  readonly text: string;
  readonly gender: Gender;
}

export const OFFICES = classSet("role", "title");
const AGE = /^\d{1,2}$/;
const LETTERS = /^[BCDFGHJKLMNPQRSTVWXZ]{2,5}$/;
const SITE = /\.\p{L}{2,}$/u;
const PLACE_ONE_IN = 3;
const PLAIN_SUBJECT: ReadonlySet<string> = new Set(["before", "after", "bracket", "apposition", "list"]);

/** Whom a first name is given to, as the language knows it or else many countries do. */
function genderOfFirstName(read: ReadText, word: string): Gender {
  const known = read.speech.firstNames.get(word);
  if (known !== undefined) return known;
  const shared = findNameGender(word);
  return shared === null || shared === "either" ? "unsure" : shared;
}

export function isFirstName(read: ReadText, word: string): boolean {
  return read.speech.firstNames.has(word) || findNameGender(word) !== null;
}

export function genderOf(read: ReadText, mention: Mention, firstName: string): Gender {
  for (let index = Math.max(0, mention.first - 2); index <= mention.last; index++) {
    const word = read.items[index]?.word ?? "";
    if (index < mention.first && !OFFICES.has(classAt(read.items, index))) continue;
    if (isTitleWord(read.speech.femaleTitles, word)) return "female";
    if (isTitleWord(read.speech.maleTitles, word)) return "male";
  }
  return genderOfFirstName(read, firstName);
}

export function isOrganization(read: ReadText, mention: Mention, gender: Gender, words: readonly string[]): boolean {
  const last = words.at(-1) ?? "";
  if (read.speech.stacksNouns && words.length > 1 && read.speech.organizationWords.has(last)) return true;
  // "Ivar FM": letters that nobody can say as a word end no person's name.
  const end = read.items[mention.last];
  if (words.length > 1 && end?.word === last && LETTERS.test(read.text.slice(end.start, end.end))) return true;
  if (gender === "male" || gender === "female") return false;
  for (let index = mention.first; index <= mention.last; index++) {
    if (read.speech.organizationWords.has(read.items[index]?.word ?? "")) return true;
  }
  if (SITE.test(last)) return true;
  if (classAt(read.items, mention.first) === "title") return false;
  const raw = read.text.slice(read.items[mention.first]?.start ?? 0, read.items[mention.last]?.end ?? 0);
  if (words.length === 1 && raw.length >= 2 && raw === raw.toUpperCase()) return true;
  return classAt(read.items, mention.first) === "determiner" && words.length > 0;
}

/** "Brightway, which runs the ferries, said": a name that goes on with "which" and is no place of something is no person. */
export function isThing(read: ReadText, mention: Mention | undefined): boolean {
  if (mention === undefined) return false;
  return (
    classAt(read.items, mention.last + 1) === "comma" &&
    read.speech.thingRelatives.has(read.items[mention.last + 2]?.word ?? "")
  );
}

const APPOSED = classSet("plain", "capital", "number", "role", "possessive");
const APPOSED_ITEMS_MAX = 7;

/** "Brightway, the coast's news agency, wrote": what is called a house right behind its name is one. */
export function isCalledHouse(read: ReadText, { last }: Mention): boolean {
  if (classAt(read.items, last + 1) !== "comma" || !DETERMINING.has(classAt(read.items, last + 2))) return false;
  let at = last + 2;
  while (at - last <= APPOSED_ITEMS_MAX && APPOSED.has(classAt(read.items, at + 1))) at++;
  return at > last + 2 && isHouseWord(read, at) && classAt(read.items, at + 1) === "comma";
}

const isHouseWord = (read: ReadText, at: number): boolean =>
  read.items[at]?.isUpper === false &&
  read.speech.anyOrganization.has(read.items[at].word) &&
  // "the magazine's publisher" may be somebody.
  !read.speech.isWorker(read.items[at].word);

/** A name that stands behind a word like "in" every third time or more. */
export function isPlace(read: ReadText, forms: readonly Form[]): boolean {
  const inside = forms.filter((form) => {
    const before = read.items[(read.mentions[form.mention]?.first ?? 0) - 1];
    return read.speech.placePrepositions.has(before?.word ?? "");
  });
  return inside.length * PLACE_ONE_IN >= forms.length;
}

/** The name of a country or a large city, with no title and no verb that reports: "Governor Lincoln" is a person. */
export function isKnownPlace(read: ReadText, forms: readonly Form[]): boolean {
  // "North Korea said": nobody is called so, whatever it does.
  if (forms.some(({ words }) => words.length > 1 && isPlaceName(words.join(" ")))) return true;
  return forms.every((form) => {
    const first = read.mentions[form.mention]?.first ?? 0;
    const isPersonal = OFFICES.has(classAt(read.items, first - 1)) || reports(read, form.mention);
    return isPlaceName(form.words.join(" ")) && !isPersonal;
  });
}

/** Whether a verb that reports has this naming for its plain subject. */
export function reports(read: ReadText, index: number): boolean {
  return (read.linksOf.get(index) ?? []).some(
    (link) => PLAIN_SUBJECT.has(link.kind) && classAt(read.items, link.verb) === "reporting",
  );
}

/** Whether anything ties this naming to words: a verb that reports or frames, or "according to". */
export function isTied(read: ReadText, index: number): boolean {
  return (read.linksOf.get(index) ?? []).some((link) => link.kind !== "joined");
}

/** "[Ada Moor], 57,", "[Ada Moor], who", "harbor master [Ada Moor]", "[Ada] Moor". */
export function isPersonHere(read: ReadText, form: Form): boolean {
  const mention = read.mentions[form.mention];
  if (mention === undefined) return false;
  if (OFFICES.has(classAt(read.items, mention.first - 1)) || OFFICES.has(classAt(read.items, mention.first)))
    return true;
  if (isFirstName(read, form.words[0] ?? "") && !isPlaceName(form.words.join(" "))) return true;
  const next = read.items[mention.last + 2];
  const isBehindComma = classAt(read.items, mention.last + 1) === "comma";
  if (isBehindComma && AGE.test(next?.word ?? "")) return true;
  if (isBehindComma && next?.class === "relative" && !read.speech.thingRelatives.has(next.word)) return true;
  return hasOwnPronoun(read, mention, form.words.length);
}

const SENTENCE_STARTS = classSet("stop", "break");
const SENTENCE_REACH = 25;

/** "[Ada Moor] showed her boats": a full name that begins a sentence and is taken up there by a person's pronoun. */
function hasOwnPronoun(read: ReadText, mention: Mention, wordCount: number): boolean {
  if (wordCount < 2 || !SENTENCE_STARTS.has(classAt(read.items, mention.first - 1))) return false;
  const sentence = read.items[mention.last]?.sentence;
  for (let index = mention.last + 1; index - mention.last < SENTENCE_REACH; index++) {
    const item = read.items[index];
    if (item === undefined || item.sentence !== sentence || item.class === "capital") return false;
    const gender = read.speech.pronouns.get(item.word);
    if (gender === "male" || gender === "female") return true;
  }
  return false;
}
