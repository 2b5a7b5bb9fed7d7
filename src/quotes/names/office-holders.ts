/** Who is meant by an office alone, "the minister": the one named who holds it, where the article tells of no other. */

import { classAt, classSet, type Mention } from "../../languages/reading.ts";
import { isDefinite, type ReadText } from "../reading/read-text.ts";
import type { Person } from "./person.ts";

const NAMED_BESIDE = classSet("comma", "dash", "auxiliary", "open");
const COMPLEMENT = classSet("plain", "capital", "determiner", "preposition", "role", "title", "number");
const COMPLEMENT_ITEMS_MAX = 5;
const NO_QUALIFIER = classSet("determiner", "preposition", "possessive", "number", "comma", "dash");

const PAST = "former ";
const ADJECTIVE_END = /e[mnrs]?$/;
const YEAR = /\d{4}/;

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";
const toWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}.-]+/gu) ?? [];

/** "vice [president]", "prime [minister]": nobody who holds it is "the president", "the minister". */
const isOtherOffice = ({ speech }: ReadText, before: string | undefined): boolean =>
  before !== undefined &&
  speech.roleModifiers.has(before) &&
  speech.notBeforeSurname.has(before) &&
  !speech.otherOffices.has(before);

/** „die Ministerin“ is the only „Hafenministerin“; „Vizekanzler“ is no Kanzler, nor is who was it once. */
const isCompoundOf = ({ speech }: ReadText, word: string, head: string): boolean =>
  word !== head &&
  word.endsWith(head) &&
  !word.startsWith(PAST) &&
  !speech.otherOfficePrefixes.some((prefix) => word.startsWith(prefix));

const isTie = ({ speech }: ReadText, word: string): boolean =>
  speech.describingPrepositions.has(word) || speech.roleComplements.has(word);

/** "mayor" of "mayor of Varen and owner of a boat", and "owner"; of "wife of the mayor" only "wife". */
function officesIn(read: ReadText, role: string): readonly string[] {
  const offices: string[] = [];
  let isTied = false;
  const all = toWords(role);
  all.forEach((word, at) => {
    if (read.speech.joiners.has(word)) isTied = false;
    else if (isTie(read, word)) isTied = true;
    else if (!isTied && !isOtherOffice(read, all[at - 1])) offices.push(word);
  });
  return offices;
}

const isPastWord = ({ speech }: ReadText, word: string): boolean =>
  speech.pastOffices.has(word) || speech.pastOffices.has(word.split("-")[0] ?? "");

/**
 * What makes an office another one: "former " of "the ex mayor", "deputy " of "the deputy mayor", "" of "the mayor". Words
 * for one that is held no more mean the same, any other means itself.
 */
function kindOfOffice(read: ReadText, words: readonly string[]): string {
  const past = words.some((word) => isPastWord(read, word)) ? PAST : "";
  const other = words.find((word) => read.speech.otherOffices.has(word));
  return other === undefined ? past : `${past}${other.replace(ADJECTIVE_END, "")} `;
}

/** Each office -> all who hold it; one that is another by the words before it behind those. */
function findBearers(read: ReadText, people: readonly (Person | null)[]): ReadonlyMap<string, ReadonlySet<Person>> {
  const found = new Map<string, Set<Person>>();
  for (const person of people) {
    if (person?.kind !== "person") continue;
    for (const role of person.roles) {
      const said = kindOfOffice(read, toWords(role));
      const kind = YEAR.test(role) && !said.startsWith(PAST) ? PAST + said : said;
      for (const word of officesIn(read, role)) {
        const own = found.get(kind + word);
        if (own === undefined) found.set(kind + word, new Set([person]));
        else own.add(person);
      }
    }
  }
  return found;
}

/** Heads of phrases like "a senator" that name nobody -> the first such mention: "the senator" behind it takes it up. */
function findIntroduced(read: ReadText): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  read.mentions.forEach((mention, index) => {
    const head = wordAt(read, mention.last);
    if (mention.kind === "name" || found.has(head)) return;
    if (!read.speech.indefiniteArticles.has(wordAt(read, mention.first))) return;
    // "not a pilot" is nobody.
    if (classAt(read.items, mention.first - 1) === "common") return;
    // "Ada Moor, a senator", "a senator, Ada Moor": whoever is named beside it.
    const isBeside =
      NAMED_BESIDE.has(classAt(read.items, mention.first - 1)) || classAt(read.items, mention.last + 1) === "comma";
    if (!isBeside) found.set(head, index);
  });
  return found;
}

/** What a phrase says of its office: "Ostrelian" of "the Ostrelian minister", "Finances" of « la ministre des Finances ». */
function qualifiersOf(read: ReadText, { first, last }: Mention): readonly string[] {
  const found: string[] = [];
  const add = (index: number): void => {
    const item = read.items[index];
    if (item === undefined || NO_QUALIFIER.has(item.class) || kindOfOffice(read, [item.word]) !== "") return;
    // Where adjectives stand before nouns, "the embattled mayor" is still the mayor; "the new one" is not.
    const isTelling = item.isUpper || !read.speech.stacksNouns || read.speech.otherHolders.has(item.word);
    if (isTelling) found.push(item.word);
  };
  for (let index = first; index < last; index++) add(index);
  const isGenitive = !read.speech.stacksNouns && classAt(read.items, last + 1) === "determiner";
  if (!isTie(read, wordAt(read, last + 1)) && !isGenitive) {
    // « la ministre ostrélienne »
    if (!read.speech.stacksNouns && classAt(read.items, last + 1) === "plain") add(last + 1);
    return found;
  }
  for (let index = last + 1; index <= last + COMPLEMENT_ITEMS_MAX; index++) {
    if (!COMPLEMENT.has(classAt(read.items, index))) break;
    const item = read.items[index];
    if (item !== undefined && !NO_QUALIFIER.has(item.class)) found.push(item.word);
  }
  return found;
}

const isSaidOf = (person: Person, qualifiers: readonly string[]): boolean => {
  const own = new Set([person.name, ...person.roles].flatMap(toWords));
  return qualifiers.every((word) => own.has(word) || own.has(word.replace(/['’]s$/, "")));
};

function clashesInGender(read: ReadText, { first }: Mention, { gender }: Person): boolean {
  const { female, male } = read.speech.genderedArticles;
  const article = wordAt(read, first);
  return (female.has(article) && gender === "male") || (male.has(article) && gender === "female");
}

/** Asked with a mention; null where nobody is certain. */
export function createHolders(
  read: ReadText,
  listPeople: () => readonly (Person | null)[],
): (mention: number) => Person | null {
  const byOffice = new Map<string, Person | null>();
  let bearers: ReadonlyMap<string, ReadonlySet<Person>> | null = null;
  let introduced: ReadonlyMap<string, number> | null = null;
  let byHead: ReadonlyMap<string, readonly Mention[]> | null = null;

  function findOnly(head: string): Person | null {
    bearers ??= findBearers(read, listPeople());
    const found = new Set(bearers.get(head));
    if (read.speech.compoundOffices.has(head))
      for (const [word, people] of bearers)
        if (isCompoundOf(read, word, head)) for (const person of people) found.add(person);
    const [only = null, other] = found;
    return other === undefined ? only : null;
  }

  /** "the minister of Ostrel" somewhere, when the one named is minister of Varen: there are two. */
  function hasOther(head: string, person: Person): boolean {
    if (byHead === null) {
      const all = new Map<string, Mention[]>();
      for (const mention of read.mentions) {
        if (mention.kind === "name") continue;
        const own = all.get(wordAt(read, mention.last));
        if (own === undefined) all.set(wordAt(read, mention.last), [mention]);
        else own.push(mention);
      }
      byHead = all;
    }
    return (byHead.get(head) ?? []).some((mention) => !isSaidOf(person, qualifiersOf(read, mention)));
  }

  function findHolder(head: string, last: string): Person | null {
    const known = byOffice.get(head);
    if (known !== undefined) return known;
    const only = findOnly(head);
    const sure = only !== null && hasOther(last, only) ? null : only;
    byOffice.set(head, sure);
    return sure;
  }

  return (index) => {
    const mention = read.mentions[index];
    const last = wordAt(read, mention?.last ?? -1);
    if (mention === undefined || last === "") return null;
    // "our lead pilot", in a text of one house, is as much one person as "the lead pilot".
    const isOurs = read.speech.pronouns.get(wordAt(read, mention.first)) === "first";
    if (!isOurs && !isDefinite(read, mention)) return null;
    const items = read.items.slice(mention.first, mention.last);
    // "the former mayor's [spokeswoman]": the owner held an office once.
    const owner = items.findLastIndex((item) => item.class === "possessive");
    const words = [...items.slice(owner + 1).map(({ word }) => word), last];
    // "the former mayor", of whom nobody says that he was it once, is not the mayor.
    const holder = findHolder(kindOfOffice(read, words) + last, last);
    if (holder === null || clashesInGender(read, mention, holder)) return null;
    introduced ??= findIntroduced(read);
    return (introduced.get(last) ?? index) < index ? null : holder;
  };
}
