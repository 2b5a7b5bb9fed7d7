/** Houses that are called as people are: "Cole & Brown", "Bray and Loman", "Moor said in its filing". */

import { classAt, classSet, type Mention } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { isFirstName } from "../evidence.ts";
import type { Names } from "../names.ts";
import type { Person } from "../person.ts";

const AND = "&";
const OFFICE = classSet("role", "title");
/** Words between a verb and what somebody is read in: "said [on Tuesday in a statement] on its website". */
const BEHIND_VERB_MAX = 10;
const OWNED_ITEMS_MAX = 4;
const ENDS_CLAUSE = classSet("comma", "stop", "break", "quotation", "colon", "complementizer", "conjunction");
const IN_PHRASE = classSet("plain", "capital", "role", "title", "document", "time", "ed");

/** What a house is called; null where something is joined and nobody can tell whose name it is. */
export interface House {
  readonly name: string | null;
}

/** The two names that "&" joins, whichever of them was chosen. */
function joinedNames(read: ReadText, mention: Mention): readonly [Mention, Mention] | null {
  const at = read.items[mention.first - 1]?.word === AND ? mention.first - 1 : mention.last + 1;
  if (read.items[at]?.word !== AND) return null;
  const left = read.mentions[read.index.byLast.get(at - 1) ?? -1];
  const right = read.mentions[read.index.byFirst.get(at + 1) ?? -1];
  return left?.kind === "name" && right?.kind === "name" ? [left, right] : null;
}

/** "Cole & Brown said": the whole firm, and never a Brown who is told of. */
function findFirm(read: ReadText, mention: Mention): House | null {
  const joined = joinedNames(read, mention);
  if (joined === null) return null;
  const [left, right] = joined;
  const { items, text } = read;
  // "Cole & Brown chief Ada Moor said": one mention holds the firm's end and her.
  for (let at = right.first + 1; at < right.last; at++) if (isFirstName(read, items[at]?.word ?? "")) return null;
  const isOther =
    OFFICE.has(classAt(items, right.last + 1)) ||
    classAt(items, right.last + 1) === "possessive" ||
    // "a lawyer for Cole & Brown said"
    (classAt(items, left.first - 1) === "preposition" && classAt(items, left.first - 2) !== "source") ||
    // "Hale, Cole & Brown"
    (classAt(items, left.first - 1) === "comma" && read.index.byLast.has(left.first - 2));
  return { name: isOther ? null : text.slice(items[left.first]?.start ?? 0, items[right.last]?.end ?? 0) };
}

/** "said in its filing", "said on their website": who is read in what a house has. */
function speaksAsHouse(read: ReadText, index: number): boolean {
  const { items, speech } = read;
  const { documents, cueNouns, organizationWords, offices } = speech;
  return (read.linksOf.get(index) ?? []).some(({ verb, kind }) => {
    if (classAt(items, verb) !== "reporting" || kind === "source") return false;
    for (let at = verb + 1; at - verb <= BEHIND_VERB_MAX && !ENDS_CLAUSE.has(classAt(items, at)); at++) {
      const owner =
        classAt(items, at + 1) === "determiner" ? speech.pronouns.get(items[at + 1]?.word ?? "") : undefined;
      if (classAt(items, at) !== "preposition" || (owner !== "neuter" && owner !== "plural")) continue;
      for (let of = at + 2; of - at <= OWNED_ITEMS_MAX + 1 && IN_PHRASE.has(classAt(items, of)); of++) {
        const word = items[of]?.word ?? "";
        if (documents.has(word) || cueNouns.has(word)) return true;
        if (owner === "neuter" && (organizationWords.has(word) || offices.has(word))) return true;
      }
    }
    return false;
  });
}

const isBare = ({ first, last }: Person): boolean => first === last;

/** Whether the text has these words before: "Estate agent [Bray and Loman] apologized". */
function isSaidBefore(read: ReadText, words: string, start: number): boolean {
  const at = read.text.indexOf(words);
  return at >= 0 && at < start;
}

/** "Bray and Loman said", told of as one before, where a Bray is named elsewhere and no Loman is. */
function findPair(read: ReadText, names: Names, index: number, second: number): House | null {
  const [one, other] = [read.mentions[index], read.mentions[second]];
  if (one?.kind !== "name" || other?.kind !== "name" || one.first !== one.last || other.first !== other.last)
    return null;
  const people = [names.find(index), names.find(second)];
  if (!people.some((person) => person === null || isBare(person))) return null;
  const start = read.items[one.first]?.start ?? 0;
  const words = read.text.slice(start, read.items[other.last]?.end ?? start);
  return isSaidBefore(read, words, start) ? { name: words } : null;
}

/**
 * The house that speaks by a name which may be somebody's as well; null for all else. `second` is the other of two who
 * speak together, -1 for none; `person` whom the name would mean.
 */
export function findHouse(
  read: ReadText,
  names: Names,
  index: number,
  second: number,
  person: Person | null,
): House | null {
  const mention = read.mentions[index];
  if (mention?.kind !== "name") return null;
  const firm = findFirm(read, mention);
  if (firm !== null || read.clauses !== null) return firm;
  if (second >= 0) return findPair(read, names, index, second);
  if (person?.kind !== "person" || !person.isSure || !speaksAsHouse(read, index)) return null;
  const { start = 0 } = read.items[mention.first] ?? {};
  const isOneWord = mention.first === mention.last;
  // "HCA said in its notice": initials are nobody's last name.
  const printed = read.text.slice(start, read.items[mention.last]?.end ?? start);
  if (isOneWord && printed === printed.toUpperCase()) return null;
  return { name: isOneWord ? printed : null };
}
