/** The people an English article names in full, and who of them a surname alone can stand for without doubt. */

import type { Quote } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import type { Speech } from "../../languages/language.ts";
import { findNameGender, isPlaceName } from "../../languages/shared/name-lists.ts";
import { stopWords } from "../../languages/shared/words.ts";

const CHAINS_MAX = 2000;
const NAME_PARTS_MAX = 4;
const NAME_WORD = "\\p{Lu}(?:\\.|[\\p{L}’'-]*\\p{L})";
/** "Jon Paul Morosi", "Mara J. Hale", "Ada van der Moor": words with capitals side by side, with what may join them. */
const CHAIN = new RegExp(
  `(?<![\\p{L}\\p{N}’'@#-])${NAME_WORD}(?: (?:(?:van|von|de|del|der|den|da|di|la|el|al|bin|ben|ibn|le|du|dos) ){0,2}${NAME_WORD})*(?![\\p{L}\\p{N}])`,
  "gu",
);
const FAMILY_BEHIND =
  "brothers?|sisters?|siblings?|twins?|family|families|couple|household|clan|estate|home|house|kids|children|parents|boys|girls";
const SHOWN_BEHIND = "said|says|told|tells|added|adds|wrote|writes|explained|explains|argued|argues|noted|notes";

/** Somebody the article names in full. */
export interface Person {
  /** "Jon Paul Morosi". */
  readonly name: string;
  readonly last: string;
  readonly gender: "female" | "male" | "unsure";
}

/** A run of words with capitals. */
interface Chain {
  readonly text: string;
  readonly words: readonly string[];
  readonly start: number;
}

/** Words with capitals side by side; "’s" is no part of them. */
function findChains(text: string): readonly Chain[] {
  const found: Chain[] = [];
  for (const match of text.matchAll(CHAIN)) {
    if (found.length >= CHAINS_MAX) break;
    const whole = match[0].replace(/['’]s$/u, "");
    found.push({ text: whole, words: whole.split(" "), start: match.index });
  }
  return found;
}

const low = (word: string): string => word.toLowerCase().replace(/\.$/, "");

/** "Sen.", "Coach", "The": nothing a name begins with. */
function isNoName(word: string, speech: Speech): boolean {
  const plain = low(word);
  return (
    speech.titles.has(plain) ||
    speech.courtesies.has(plain) ||
    (speech.roles.has(plain) && findNameGender(plain) === null) ||
    stopWords("en").has(plain)
  );
}

const isOrganizationWord = (word: string, speech: Speech): boolean =>
  speech.organizationWords.has(low(word)) || speech.offices.has(low(word)) || speech.anyOrganization.has(low(word));

/** The name without titles in front of it: "Councilor Mara Hale" is Mara Hale. */
function toBareName({ words }: Chain, speech: Speech): readonly string[] {
  let from = 0;
  while (from < words.length - 1 && isNoName(words[from] ?? "", speech)) from++;
  return words.slice(from);
}

/** "J." and "Jr." may be left out by the next who writes the name. */
const isInitial = (word: string): boolean => /^\p{Lu}\.?$/u.test(word);

function genderOf(name: string): Person["gender"] {
  const gender = findNameGender(low(name.split(" ")[0] ?? ""));
  return gender === "female" || gender === "male" ? gender : "unsure";
}

/** Surnames that stand with more than one person, or with a family, a firm or a place, and those that are words as well. */
function isSharedName(last: string, text: string, named: NamedWords, speech: Speech): boolean {
  const plain = last.toLowerCase();
  if (isPlaceName(plain) || speech.roles.has(plain) || isOrganizationWord(last, speech)) return true;
  // "rice": the word itself is in the text too.
  if (named.words.has(plain) || named.ofCouples.has(last)) return true;
  // "the Hales"
  return text.includes(`he ${last}`) && new RegExp(`\\b[Tt]he ${last}e?s(?!\\p{L})`, "u").test(text);
}

/** What is looked up for every surname, read once: a pattern a name would read the whole text each time. */
interface NamedWords {
  readonly words: ReadonlySet<string>;
  /** "Bo and Mara Hale" */
  readonly ofCouples: ReadonlySet<string>;
}

const COUPLE = /(?<=\p{Lu}[\p{L}’'-]+) (?:and|&) \p{Lu}[\p{L}’'-]+ (\p{Lu}[\p{L}’'-]+)/gu;

const readNamedWords = (text: string): NamedWords => ({
  words: new Set(text.match(/[\p{L}’'-]+/gu) ?? []),
  ofCouples: new Set(Array.from(text.matchAll(COUPLE), ([, last = ""]) => last)),
});

/** Whether a name without a known first name is a person's: the text lets it speak, and its words are no common ones. */
function isSpeakersName(name: string, text: string, quotes: readonly Quote[]): boolean {
  const isSpeaker = quotes.some(({ speaker }) => speaker?.kind === "person" && speaker.name === name);
  const first = name.split(" ")[0] ?? "";
  if (!isSpeaker || isPlaceName(first.toLowerCase()) || /\p{Lu}.*\p{Lu}|[^\p{L}’'-]/u.test(first)) return false;
  if (new RegExp(`(?<![\\p{L}])${first.toLowerCase()}(?![\\p{L}])`, "u").test(text)) return false;
  return new RegExp(`${name},? (?:${SHOWN_BEHIND})\\b|\\b(?:${SHOWN_BEHIND}) ${name}(?!\\p{L})`, "u").test(text);
}

export interface People {
  /** By surname: only one person of the article has it. */
  readonly byLast: ReadonlyMap<string, Person>;
  /** Surnames that a family shares: only where it speaks is one meant. */
  readonly families: ReadonlySet<string>;
  /** All full names and where they stand, for who else may be meant. */
  readonly mentions: readonly (Person & { readonly start: number })[];
}

export const NO_PEOPLE: People = { byLast: new Map(), families: new Set(), mentions: [] };

/** Reads an English article. */
export function readPeople(text: string, quotes: readonly Quote[]): People {
  const { speech } = findLanguage("en");
  if (speech === null) return NO_PEOPLE;
  const chains = findChains(text);
  const mentions: (Person & { start: number })[] = [];
  const byLast = new Map<string, Person>();
  const shared = new Set<string>();
  for (const chain of chains) {
    const words = toBareName(chain, speech);
    const last = words.at(-1) ?? "";
    const name = words.join(" ");
    if (words.length < 2 || words.length > NAME_PARTS_MAX || last.length < 3 || isInitial(last)) continue;
    if (!/\p{Ll}/u.test(name) || words.some((word) => isOrganizationWord(word, speech))) continue;
    const first = words[0] ?? "";
    const given = isInitial(first) ? null : findNameGender(low(first));
    const isKnown = given === "female" || given === "male";
    if (!isKnown && !isSpeakersName(name, text, quotes)) continue;
    const person: Person = { name, last, gender: genderOf(name) };
    mentions.push({ ...person, start: chain.start });
    if (!byLast.has(last)) byLast.set(last, person);
  }
  // Any other run of capitals with the surname in it is another bearer: "Bo Hale", "Hale Marine".
  for (const chain of chains) {
    const words = toBareName(chain, speech);
    for (const [at, word] of words.entries()) {
      const person = byLast.get(word);
      if (person === undefined || words.length < 2) continue;
      const own = person.name.split(" ").filter((part) => !isInitial(part));
      const isOwn = words.every((each) => isInitial(each) || own.includes(each));
      if (!isOwn && (at < words.length - 1 || !isNoName(words[at - 1] ?? "", speech))) shared.add(word);
    }
  }
  const named = readNamedWords(text);
  for (const last of byLast.keys()) if (isSharedName(last, text, named, speech)) shared.add(last);
  for (const last of shared) byLast.delete(last);
  const families = new Set(
    [...byLast.keys()].filter((last) =>
      new RegExp(`(?<!\\p{L})${last}(?:['’]s)? (?:${FAMILY_BEHIND})\\b`, "u").test(text),
    ),
  );
  return { byLast, families, mentions };
}
