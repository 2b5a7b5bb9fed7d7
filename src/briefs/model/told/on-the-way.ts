/** Clauses that a sentence states on its way: "closed because its roof leaked" tells that the roof leaked. */

import { type Kinds, NAME, type Told, toWords } from "./kinds.ts";
import { capitalize } from "./told-of-whom.ts";

const CREDIT_WORDS_MAX = 12;

interface Credited {
  readonly body: string;
  /** Who says it, as it stands behind the last comma; empty where the writer says it. */
  readonly credit: string;
}

/** "The tower leans, the board said on Monday": what is said, and who says it; null where that is not sure. */
function readCredit(sentence: string, kinds: Kinds): Credited | null {
  const plain = sentence.replace(/\.$/, "");
  const says = (text: string): boolean => toWords(text).some((word) => kinds.isReporting(word));
  if (!says(plain)) return { body: plain, credit: "" };
  for (let at = plain.lastIndexOf(", "); at > 0; at = plain.lastIndexOf(", ", at - 1)) {
    const credit = plain.slice(at + 2);
    if (toWords(credit).length > CREDIT_WORDS_MAX) return null;
    const body = plain.slice(0, at);
    if (!says(credit) || says(body)) continue;
    const isSpeaker = /^\p{Lu}/u.test(credit) || kinds.isDeterminer(toWords(credit)[0] ?? "");
    return isSpeaker || kinds.isReporting(toWords(credit)[0] ?? "") ? { body, credit } : null;
  }
  return null;
}

/** A clause as a sentence, under whoever says it. */
function toTold(clause: string, credit: string, kinds: Kinds): Told {
  if (credit === "") return { text: `${capitalize(clause)}.`, needed: [] };
  const names = toWords(credit).filter((word) => /^\p{Lu}/u.test(word) && !kinds.isNoName(word));
  const verb = toWords(credit).find((word) => kinds.isReporting(word)) ?? "";
  return { text: `${capitalize(clause)}, ${credit}.`, needed: [names.at(-1) ?? toWords(credit)[1] ?? "", verb] };
}

/** What stands behind an opener, up to each comma and to the end: a clause may be told without its end. */
function listEnds(body: string, start: number): readonly string[] {
  const rest = body.slice(start);
  const ends = [...rest.matchAll(/, /g)].map((match) => match.index);
  return [...ends, rest.length].map((end) => rest.slice(0, end));
}

/** "because the roof leaked", "after a boat had caught fire": stated, unless the main clause only may be, or is denied. */
export function tellClauses(sentence: string, kinds: Kinds): readonly Told[] {
  const credited = readCredit(sentence, kinds);
  if (credited === null || /[“”„«»"]/.test(sentence)) return [];
  const { body, credit } = credited;
  const told: Told[] = [];
  for (const match of body.matchAll(/(?<![\p{L}\p{N}’'-])\p{L}+(?= )/gu)) {
    const opener = match[0].toLowerCase();
    const kind = kinds.words.tellingOpeners.get(opener);
    if (kind === undefined) continue;
    const start = match.index + match[0].length + 1;
    const [first = ""] = toWords(body.slice(start));
    if (kinds.isPronoun(first) || kinds.isJoint(first) || kinds.isPreposition(first)) continue;
    for (const clause of listEnds(body, start)) {
      if (!kinds.hasVerb(clause) && !kinds.isAct(clause)) continue;
      const main = body.replace(clause, "");
      if (kinds.isDenied(main) || kinds.isOpen(clause) || (kind === "past" && kinds.isOpen(main))) continue;
      if (kind === "past" && !kinds.isPast(clause)) continue;
      told.push(toTold(clause, credit, kinds));
    }
  }
  return told;
}

/** "moved to Kesten, where wages are lower": wages are lower in Kesten. */
export function tellPlaces(sentence: string, kinds: Kinds): readonly Told[] {
  const [link] = kinds.words.placeLinks;
  const credited = readCredit(sentence, kinds);
  if (credited === null || link === undefined || /[“”„«»"]/.test(sentence)) return [];
  const { body, credit } = credited;
  return [...body.matchAll(new RegExp(`(?<![\\p{L}\\p{N}’'-])(${NAME}), (\\p{Ll}+) `, "gu"))].flatMap((match) => {
    const [whole, place = "", opener = ""] = match;
    if (!kinds.words.placeRelatives.has(opener) || kinds.isDenied(body.slice(0, match.index))) return [];
    return listEnds(body, match.index + whole.length)
      .filter((clause) => kinds.isAct(clause) || kinds.hasVerb(clause))
      .map((clause) => toTold(`${clause} ${link} ${place}`, credit, kinds));
  });
}

/** "returned to the bank, which fired him": the bank fired whoever the sentence is about. */
export function tellHeads(sentence: string, subject: string | null, kinds: Kinds): readonly Told[] {
  if (/[“”„«»"]/.test(sentence) || toWords(sentence).some((word) => kinds.isReporting(word))) return [];
  const pattern = /(\p{Ll}+) (\p{Ll}+) (\p{Ll}+ \p{Ll}[\p{L}-]+(?: \p{Ll}+ (?:19|20)\d\d)?), (\p{Ll}+) ([^,;:.()]+)/gu;
  return [...sentence.matchAll(pattern)].flatMap(([, verb = "", link = "", head = "", opener = "", rest = ""]) => {
    const isOfVerb =
      kinds.hasVerb(verb) || kinds.words.infinitives.has(toWords(sentence.split(` ${verb} `)[0] ?? "").at(-1) ?? "");
    const [first = "", ...others] = toWords(rest);
    if (!kinds.words.relatives.has(opener) || kinds.words.placeRelatives.has(opener)) return [];
    if (kinds.words.ownerRelatives.has(opener) || !kinds.isDeterminer(toWords(head)[0] ?? "")) return [];
    if (!isOfVerb || !kinds.isPreposition(link) || !(kinds.hasVerb(first) || kinds.isAct(first))) return [];
    const isOnlyName = subject !== null && /^\p{Lu}/u.test(subject) && !kinds.isDeterminer(toWords(subject)[0] ?? "");
    const [object = "", ...after] = others;
    const told = `${capitalize(head)} ${rest}.`;
    return isOnlyName && kinds.isPronoun(object)
      ? [{ text: `${capitalize(head)} ${[first, subject, ...after].join(" ")}.`, needed: [] }]
      : [{ text: told, needed: [] }];
  });
}
