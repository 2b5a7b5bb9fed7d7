/** What the article leaves to be understood and a claim may say: "seven [towns] have signed up", "the [300] patients". */

import type { Place } from "./align-claim.ts";
import type { ClaimSentence, ClaimWord } from "./claim-words.ts";

/** How far back the word that is understood may stand. */
const LOOK_BACK_SENTENCES = 3;

/** The noun that a number counts, "30 new guards": the first word behind it that is no name and not done by anybody. */
function countedAt(sentence: ClaimSentence, at: number): ClaimWord | null {
  const word = sentence.words[at];
  const next = sentence.words[at + 1];
  if (word?.kind !== "number" || next === undefined || next.marks.trim() !== "" || next.link !== null) return null;
  return next.isVerb || next.kind !== "word" ? null : next;
}

/** "the 300 patients": the article counts them so, and in no other way. */
function isOnlyCount(count: ClaimWord, noun: ClaimWord, sentences: readonly ClaimSentence[]): boolean {
  const counts = sentences.flatMap((sentence) =>
    sentence.words.flatMap((word, at) => (countedAt(sentence, at)?.key === noun.key ? [word.key] : [])),
  );
  return counts.length > 0 && counts.every((each) => each === count.key);
}

/** "seven have signed up" behind "12 towns": what the number before counted last. */
function isCountedBefore(noun: ClaimWord, count: Place, sentences: readonly ClaimSentence[]): boolean {
  const own = sentences[count.sentence];
  if (own === undefined || own.words[count.word]?.kind !== "number") return false;
  const next = own.words[count.word + 1];
  if (next === undefined || !(next.hasBe || next.hasHave || next.isVerb)) return false;
  const before = sentences[count.sentence - 1];
  const counted = (before?.words ?? []).flatMap((_word, at) =>
    before === undefined ? [] : (countedAt(before, at) ?? []),
  );
  return count.sentence > 1 && counted.at(-1)?.key === noun.key;
}

/** "refused to join" behind "join its plan": what the same verb had a little before. */
function isObjectBefore(noun: ClaimWord, verb: Place, sentences: readonly ClaimSentence[]): boolean {
  const own = sentences[verb.sentence];
  const word = own?.words[verb.word];
  const next = own?.words[verb.word + 1];
  if (word === undefined || (next !== undefined && !/[,.;]/.test(next.marks))) return false;
  for (let at = verb.sentence - 1; at > 0 && at >= verb.sentence - LOOK_BACK_SENTENCES; at--) {
    const words = sentences[at]?.words ?? [];
    const place = words.findIndex((each) => each.key === word.key);
    if (place < 0) continue;
    const object = words[place + 1];
    if (object === undefined) continue;
    return object.key === noun.key && object.link === null && object.marks.trim() === "";
  }
  return false;
}

/** The claim without a word; what stood before it stands before the next one now. */
function without(claim: ClaimSentence, at: number): ClaimSentence {
  const word = claim.words[at];
  const next = claim.words[at + 1];
  const words = claim.words.filter((_word, index) => index !== at);
  if (word === undefined || next === undefined || word.kind !== "number") return { ...claim, words };
  const { operators, link, pronouns, opener, isRelative, isCoordinated, marks, clause, part } = word;
  words[at] = {
    ...next,
    operators: new Set([...operators, ...next.operators]),
    link: link ?? next.link,
    pronouns,
    opener,
    isRelative,
    isCoordinated,
    marks,
    clause,
    part,
  };
  return { ...claim, words };
}

/** The claim without each word that the article only leaves to be understood where it says the rest. */
export function listElided(
  claim: ClaimSentence,
  sentences: readonly ClaimSentence[],
  align: (claim: ClaimSentence) => readonly (Place | null)[],
): readonly ClaimSentence[] {
  return claim.words.flatMap((word, at): readonly ClaimSentence[] => {
    if (word.isName || word.isQuoted || word.kind === "time") return [];
    if (word.kind === "number") {
      const next = claim.words[at + 1];
      const isCount = next !== undefined && next.marks.trim() === "" && isOnlyCount(word, next, sentences);
      return isCount ? [without(claim, at)] : [];
    }
    if (at === 0 || word.isVerb || word.link !== null || word.operators.size > 0 || word.marks.trim() !== "") return [];
    const shorter = without(claim, at);
    const before = align(shorter)[at - 1] ?? null;
    const isUnderstood =
      before !== null && (isCountedBefore(word, before, sentences) || isObjectBefore(word, before, sentences));
    return isUnderstood ? [shorter] : [];
  });
}
