/** Reads each naming in a text: the words of the name itself, without titles, articles and what a headline adds. */

import { classAt, classSet, DETERMINING, type Item, type Mention, VERBAL } from "../../languages/reading.ts";
import { isPlaceName } from "../../languages/shared/names/name-lists.ts";
import type { ReadText } from "../reading/read-text.ts";
import { type Form, genderOf, isFirstName, OFFICES } from "./evidence.ts";
import { isGivenHere } from "./roles/given-offices.ts";
import { findTitleLines } from "./title-lines.ts";

const FORMS_MAX = 400;
/** Words of these classes begin sentences before a name: "As Ada Moor". */
const STARTERS = classSet("stop", "break", "quotation", "colon", "open", "dash");
const INITIAL = /^\p{L}\.$/u;
const ABBREVIATED = /^(?:\p{L}\.){2,}$/u;

/** Where the name itself begins, behind titles and offices: "Coast Council Chairman [Ivar Hale]". */
export function nameStart(read: ReadText, mention: Mention): number {
  const { titles, roles, notBeforeSurname, officeJoiners, stacksNouns, firstNames } = read.speech;
  let start = mention.first;
  while (start < mention.last && DETERMINING.has(classAt(read.items, start))) start++;
  // "Queen Ana Hospital" is no queen.
  if (stacksNouns && read.speech.organizationWords.has(read.items[mention.last]?.word ?? "")) return start;
  for (let index = start; index < mention.last; index++) {
    const word = read.items[index]?.word ?? "";
    // A compound is in no list, but its class says what it is: „[Hafenmeister] Hale“.
    // "Secretary-Treasurer": each part is an office.
    const isKnown = word.split("-").every((part) => titles.has(part) || roles.has(part));
    if (!isKnown && !OFFICES.has(classAt(read.items, index))) continue;
    if (index + 1 === mention.last && notBeforeSurname.has(word)) continue;
    // "strategist Guy Moor": right behind an office, what is a first name as well is one.
    if (
      index + 1 === mention.last &&
      !titles.has(word) &&
      isFirstName(read, word) &&
      OFFICES.has(classAt(read.items, index - 1))
    )
      continue;
    // "Dean Moor", where nobody is called a dean in small letters.
    if (index === start && index + 1 === mention.last && isGivenHere(read, mention, word)) continue;
    // "Ada St. Clair": a title that names begin their last part with, too.
    if (index > start && read.speech.nameParticles.has(word.replace(/\.$/, ""))) continue;
    // "Bank of Varen" is no Varen.
    if (officeJoiners.has(read.items[index + 1]?.word ?? "")) return start;
    start = index + 1;
  }
  if (isOfField(read, start, mention.last)) return behindField(read, start, mention.last);
  if (stacksNouns) {
    const own = behindDescribing(read, start, mention.last);
    return isBeforeName(read, own, mention.last) ? own + 1 : own;
  }
  // „ministre des Ports Claire Delvaux“: an office runs into the name, which a first name opens.
  const isKnownWide = read.speech.lacksArticles || isBehindOffice(read, start);
  for (let index = start + 1; index < mention.last; index++) {
    const isFirst = (word: string): boolean => firstNames.has(word) || (isKnownWide && isFirstName(read, word));
    if (isFirst(read.items[index]?.word ?? "") && !isFirst(read.items[start]?.word ?? "")) return index;
  }
  while (mention.last - start >= 2 && read.speech.isCalling(read.items[start]?.word ?? "", read.speech)) start++;
  return start;
}

/** « la ministre des [Ports Claire Delvaux] »: names right behind an office and its preposition. */
function isBehindOffice({ items, speech }: ReadText, start: number): boolean {
  const at = DETERMINING.has(classAt(items, start - 1)) ? start - 2 : start - 1;
  return classAt(items, at) === "preposition" && speech.roles.has(items[at - 1]?.word ?? "");
}

const FIELD_REACH = 5;

/** "State Secretary for [Urbanism Ada Moor]": capitals that a printed office ties to itself and a name follows. */
function isOfField(read: ReadText, start: number, last: number): boolean {
  const { stacksNouns, roleComplements, officeJoiners, joiners } = read.speech;
  if (!stacksNouns || officeJoiners.size === 0 || last - start < 2) return false;
  for (let at = start - 1; at > 0 && start - at <= FIELD_REACH; at--) {
    const word = read.items[at]?.word ?? "";
    const before = read.items[at - 1];
    if (roleComplements.has(word)) return before?.isUpper === true && endsOffice(read, at - 1);
    if (!joiners.has(word) && read.items[at]?.isUpper !== true) return false;
  }
  return false;
}

/** "Secretary", "Secretary of State": whether an office ends here. */
function endsOffice(read: ReadText, at: number): boolean {
  const word = (index: number): string => read.items[index]?.word ?? "";
  return isOffice(read, word(at)) || (read.speech.officeJoiners.has(word(at - 1)) && isOffice(read, word(at - 2)));
}

/** The first name behind an office's field; without a known one a name has two words. */
function behindField(read: ReadText, start: number, last: number): number {
  if (isFirstName(read, read.items[start]?.word ?? "")) return start;
  for (let at = start + 1; at < last; at++) if (isFirstName(read, read.items[at]?.word ?? "")) return at;
  return last - 1;
}

const DESCRIBING = /-\p{Ll}{3,}$/u;

/** "Coast A-lister [Ada Moor]", "East Varen-born [Ada Moor]": the name is behind what ends in small letters and opens with a first name. */
function behindDescribing(read: ReadText, start: number, last: number): number {
  for (let at = start; at <= last - 2; at++) {
    const item = read.items[at];
    const isDescribing = item !== undefined && DESCRIBING.test(read.text.slice(item.start, item.end));
    if (isDescribing && isFirstName(read, read.items[at + 1]?.word ?? "")) return at + 1;
  }
  return start;
}

/** "[Newlyweds] Tom Leese", "[As] Ada Moor", "the [E.U.] Ada Moor": a word that a first name and a last name follow. */
function isBeforeName(read: ReadText, start: number, last: number): boolean {
  const word = read.items[start]?.word ?? "";
  if (last - start < 2 || isFirstName(read, word) || !isFirstName(read, read.items[start + 1]?.word ?? ""))
    return false;
  // "C. Ada Moor": a letter of the name itself.
  if (INITIAL.test(word)) return false;
  // "envoy to [Varen] Ada Moor": the place is the preposition's.
  const isOfPlace = classAt(read.items, start - 1) === "preposition" && isPlaceName(word);
  return isOfPlace || STARTERS.has(classAt(read.items, start - 1)) || ABBREVIATED.test(word);
}

/** Items of the name itself. */
function nameItems(read: ReadText, mention: Mention): readonly number[] {
  const start = nameStart(read, mention);
  const items: number[] = [];
  for (let index = start; index <= mention.last; index++) {
    // A nickname between marks is no part of the name proper.
    if (start === mention.last || classAt(read.items, index) !== "quotation") items.push(index);
  }
  return items;
}

const headed = new WeakMap<ReadText, boolean>();

/** Whether the first paragraph may be a headline: of a text without paragraphs it is the whole text. */
function opensWithHeadline(read: ReadText): boolean {
  const known = headed.get(read);
  if (known !== undefined) return known;
  const found = !read.items.some(({ paragraph, sentence, word }) => paragraph === 0 && sentence > 0 && word !== "");
  headed.set(read, found);
  return found;
}

/** A headline in capitals is no name: "Moor Says Bridge Will Open". */
function isHeadlineChain(read: ReadText, mention: Mention): boolean {
  if (read.items[mention.first]?.paragraph !== 0 || !opensWithHeadline(read)) return false;
  // "Former Varen State Senator Ada Moor called": a headline has a capital there, too.
  const start = nameStart(read, mention);
  const isSubject =
    VERBAL.has(classAt(read.items, mention.last + 1)) && read.items[mention.last + 1]?.isUpper === false;
  if (isSubject && start > mention.first && start < mention.last && isFirstName(read, read.items[start]?.word ?? ""))
    return false;
  for (let index = mention.first + 1; index <= mention.last; index++)
    if (VERBAL.has(read.speech.words.get(read.items[index]?.word ?? "")?.class ?? "sign")) return true;
  return false;
}

const isOffice = ({ speech }: ReadText, word: string): boolean =>
  !speech.organizationWords.has(word) && (speech.titles.has(word) || speech.roles.has(word));

const OFFICE_KINDS: ReadonlySet<string> = new Set(["title", "role"]);

/** "[Dean] said": an office that stands alone with a capital may be somebody's last name. */
const isBareOffice = (read: ReadText, { first, last, kind }: Mention): boolean =>
  OFFICE_KINDS.has(kind) && first === last && read.items[first]?.isUpper === true;

/** "Senior Harbor [Engineer]": what is left behind other words of an office is none's name, unless somebody is called so. */
function isJobAlone(
  read: ReadText,
  { first, last }: Mention,
  words: readonly string[],
  isSurname: (word: string) => boolean,
): boolean {
  const [only = ""] = words;
  if (!read.speech.stacksNouns || words.length !== 1 || first === last || isSurname(only)) return false;
  const isOffice = read.items.slice(first, last).every((item) => isOfOffice(read, item));
  return isOffice && (read.speech.roles.has(only) || read.speech.isWorker(only));
}

const isOfOffice = ({ speech }: ReadText, { word }: Item): boolean =>
  [speech.roleModifiers, speech.noRoles, speech.titles, speech.roles].some((words) => words.has(word));

/** "[Generative] models", where the article has "generative" in small letters as well: the capital is the sentence's. */
const isSmallWord = (read: ReadText, { first }: Mention, small: ReadonlySet<string>): boolean =>
  read.items[first - 1]?.sentence !== read.items[first]?.sentence && small.has(read.items[first]?.word ?? "");

/** "[Harsh] comments are heard", nowhere else with a capital: a first name may be the word that opens a sentence. */
function isOpeningAdjective({ items, speech }: ReadText, { first, last }: Mention): boolean {
  const { word, sentence } = items[first] ?? {};
  if (items[first - 1]?.sentence === sentence || !speech.stacksNouns) return false;
  const next = items[last + 1];
  if (next?.class !== "plain" || next.isUpper || !speech.plural.test(next.word)) return false;
  return items.every((item, at) => at === first || item.word !== word || !item.isUpper);
}

/** The words printed in small letters, where these tell names from others. */
function findSmallWords({ items, speech }: ReadText): ReadonlySet<string> {
  if (speech.hasCapitalNouns || speech.isCaseless) return new Set();
  return new Set(items.flatMap(({ word, isUpper, class: own }) => (isUpper || own !== "plain" ? [] : [word])));
}

/** `isSurname` tells whether somebody's full name in the article ends in a word. */
function toForm(
  read: ReadText,
  index: number,
  isSurname: (word: string) => boolean,
  small: ReadonlySet<string>,
): Form | null {
  const mention = read.mentions[index];
  if (mention === undefined || (mention.kind !== "name" && !isBareOffice(read, mention))) return null;
  if (isHeadlineChain(read, mention)) return null;
  const items = nameItems(read, mention);
  // "Solicitor General" is an office without a name.
  if (
    classAt(read.items, mention.last + 1) === "preposition" &&
    items.every((each) => isOffice(read, read.items[each]?.word ?? ""))
  )
    return null;
  // "May" and "Following" begin sentences and are nobody.
  const only = read.items[mention.first];
  if (mention.first === mention.last && only !== undefined && !isSurname(only.word)) {
    if (
      mention.kind !== "name" ||
      read.speech.words.has(only.word) ||
      isSmallWord(read, mention, small) ||
      isOpeningAdjective(read, mention) ||
      (read.speech.noName.test(only.word) && classAt(read.items, mention.last + 1) !== "reporting")
    )
      return null;
  }
  const all = items.map((each) => read.items[each]?.word ?? "");
  if (isJobAlone(read, mention, all, isSurname)) return null;
  if (all.length === 1 && (all[0] ?? "").length === 1 && /\p{L}/u.test(all[0] ?? "") && !read.speech.isCaseless)
    return null;
  // „Van den Moor“ is the last name of „Ada van den Moor“.
  const opening = all.findIndex((word) => !read.speech.nameParticles.has(word));
  const words = opening > 0 ? all.slice(opening) : [...all];
  const given = words.length === 1 ? givenInBrackets(read, items[0] ?? 0) : null;
  if (given !== null) words.unshift(given.word);
  const text = `${given === null ? "" : `${read.text.slice(given.start, given.end)} `}${textOf(read, items)}${suffixOf(read, mention.last)}`;
  return { mention: index, words, text, gender: genderOf(read, mention, words.length > 1 ? (words[0] ?? "") : "") };
}

/** "Coach (Ada) Moor": the first name that brackets add to a last one. */
function givenInBrackets(read: ReadText, first: number): Item | null {
  const given = read.items[first - 2];
  const isBracketed = classAt(read.items, first - 1) === "close" && classAt(read.items, first - 3) === "open";
  return isBracketed && given?.isUpper === true && isFirstName(read, given.word) ? given : null;
}

/** " III", ", Jr.": what stands behind a name and belongs to it; empty when nothing does. */
function suffixOf(read: ReadText, last: number): string {
  const at = classAt(read.items, last + 1) === "comma" ? last + 2 : last + 1;
  const suffix = read.items[at];
  if (suffix === undefined || !suffix.isUpper || !read.speech.suffixes.has(suffix.word)) return "";
  return read.text.slice(read.items[last]?.end ?? 0, suffix.end);
}

/** The text of items that follow one another but for a nickname, with single spaces. */
function textOf(read: ReadText, items: readonly number[]): string {
  const parts: string[] = [];
  let from = items[0] ?? 0;
  items.forEach((item, index) => {
    if (items[index + 1] === item + 1) return;
    parts.push(read.text.slice(read.items[from]?.start ?? 0, read.items[item]?.end ?? 0));
    from = items[index + 1] ?? from;
  });
  return parts.join(" ").replace(/\s+/g, " ");
}

/** The last words of full names that open with a first name: "Dean" where "Ada Dean" is printed. */
function findSurnames(read: ReadText): ReadonlySet<string> {
  const found = new Set<string>();
  for (const mention of read.mentions) {
    if (mention.kind !== "name" || mention.first === mention.last || isHeadlineChain(read, mention)) continue;
    const [opening] = nameItems(read, mention);
    const last = read.items[mention.last]?.word ?? "";
    if (opening !== undefined && opening < mention.last && isFirstName(read, read.items[opening]?.word ?? ""))
      found.add(last);
  }
  return found;
}

/** Words of a name in a headline: more of them are another word's. */
const TITLE_NAME_WORDS_MAX = 2;

/** Every naming, in order of the text; bounded for any text. */
export function readForms(read: ReadText): readonly Form[] {
  const surnames = findSurnames(read);
  const small = findSmallWords(read);
  const titleLines = read.speech.hasCapitalNouns ? new Set<number>() : findTitleLines(read);
  const isCut = (form: Form): boolean =>
    form.words.length > TITLE_NAME_WORDS_MAX &&
    titleLines.has(read.items[read.mentions[form.mention]?.last ?? -1]?.paragraph ?? -1);
  return read.mentions
    .flatMap((_, index) => toForm(read, index, (word) => surnames.has(word), small) ?? [])
    .filter((form) => !isCut(form))
    .slice(0, FORMS_MAX);
}
