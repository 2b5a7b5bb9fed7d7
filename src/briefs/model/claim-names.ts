/** Names put in where the article has a pronoun or a shorter name: right when the article itself ties them together. */

import type { Place, Segment } from "./align-claim.ts";
import type { Reader } from "./claim-reader.ts";
import type { ClaimSentence, ClaimWord } from "./claim-words.ts";

const INSERTED_WORDS_MAX = 5;
const LOOK_BACK_SENTENCES = 3;
const CREDIT_WORDS_MAX = 8;
const CREDIT_REACH = 5;
const TITLE_REACH = 3;

export interface Subject {
  readonly sentence: number;
  /** Places of its words in that sentence. */
  readonly words: ReadonlySet<number>;
}

export const isSubjectPronoun = (word: string, { lexicon }: Reader): boolean =>
  lexicon?.words.get(word)?.class === "pronoun";

/** The words before the first verb; of a sentence that opens with a quotation, the names outside it. */
export function findSubject(sentence: ClaimSentence, { words }: Reader): ReadonlySet<number> {
  const found = new Set<number>();
  const isQuotation = sentence.words[0]?.isQuoted === true;
  let isLeading = sentence.words[0]?.link !== null;
  const [first] = sentence.words;
  for (const [index, word] of sentence.words.entries()) {
    if (isQuotation) {
      if (!word.isQuoted && word.isName) found.add(index);
      continue;
    }
    // "In May, the council …": the phrase before the comma is no subject.
    if (isLeading && word.part === first?.part && sentence.words.some((each) => each.part !== first?.part)) continue;
    isLeading = false;
    if (word.isVerb && !word.isName && found.size > 0) break;
    if (word.link !== null && words?.subjectJoiners.has(word.link) !== true && found.size > 0) break;
    found.add(index);
  }
  return found;
}

/** The subject that a pronoun of this sentence stands for: that of the sentence before, or of the one before that where it is a pronoun too. */
export function findAntecedent(sentences: readonly ClaimSentence[], at: number, reader: Reader): Subject {
  for (let index = at - 1; index > 0 && index >= at - LOOK_BACK_SENTENCES; index--) {
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    const [first] = sentence.words;
    if (first?.pronouns.some((pronoun) => isSubjectPronoun(pronoun, reader)) === true && !first.isQuoted) continue;
    return { sentence: index, words: findSubject(sentence, reader) };
  }
  return { sentence: -1, words: new Set() };
}

/** "the Wexley clinic": the only name that the article puts before this word. */
function isSoleName(
  own: readonly ClaimWord[],
  near: number,
  segment: Segment,
  claim: ClaimSentence,
  sentences: readonly ClaimSentence[],
): boolean {
  const neighbor = claim.words[near];
  const last = own.at(-1);
  if (neighbor === undefined || last === undefined || near !== segment.to || own.length > 2) return false;
  if (own.some((word) => !word.isName) || claim.words[near + 1]?.isName === true) return false;
  const names = sentences.flatMap((sentence) =>
    sentence.words.flatMap((word, index) => {
      const before = sentence.words[index - 1];
      return word.key === neighbor.key && before?.isName === true && word.marks.trim() === "" ? [before.key] : [];
    }),
  );
  return names.length > 0 && names.every((name) => name === last.key);
}

function isTied(
  segment: Segment,
  near: number,
  claim: ClaimSentence,
  path: readonly (Place | null)[],
  sentences: readonly ClaimSentence[],
): boolean {
  const neighbor = claim.words[near];
  const sentence = sentences[segment.sentence];
  if (neighbor === undefined || sentence === undefined) return false;
  const own = claim.words.slice(segment.from, segment.to);
  if (!neighbor.isName && !isSoleName(own, near, segment, claim, sentences)) return false;
  const places: number[] = [];
  for (let at = segment.from; at < segment.to; at++) places.push(path[at]?.word ?? 0);
  return sentence.words.some((word, index) => {
    if (word.key !== neighbor.key || places.includes(index)) return false;
    const from = Math.min(index, ...places);
    const to = Math.max(index, ...places);
    const between = sentence.words.slice(from, to + 1);
    return (
      to - from <= places.length + 1 &&
      !between.some((each, offset) => each.isVerb && !each.isName && !places.includes(from + offset)) &&
      between.every((each) => each.clause === between[0]?.clause)
    );
  });
}

/** The stretch names the subject: one of its words is the subject's name or head, the others stand beside that word. */
function isNamedAs(
  segment: Segment,
  subject: Subject,
  claim: ClaimSentence,
  path: readonly (Place | null)[],
  sentences: readonly ClaimSentence[],
): boolean {
  const truth = sentences[subject.sentence];
  if (truth === undefined) return false;
  const heads = [...subject.words].map((index) => truth.words[index]).filter((word) => word !== undefined);
  const names = heads.filter((word) => word.isName);
  const keys = new Set(
    (names.length > 0 && subject.sentence !== segment.sentence ? names : heads).map((word) => word.key),
  );
  const own = claim.words.slice(segment.from, segment.to);
  if (!own.some((word) => keys.has(word.key))) return false;
  const places = own.map((_word, index) => path[segment.from + index]?.word ?? 0);
  return Math.max(...places) - Math.min(...places) <= own.length + 1 && own.every((word) => !word.isPast);
}

/** "the mayor's letter" for "her letter": the article puts this title right before the subject's name. */
function isTitleOfSubject(
  segment: Segment,
  subject: Subject,
  claim: ClaimSentence,
  path: readonly (Place | null)[],
  sentences: readonly ClaimSentence[],
): boolean {
  if (claim.words.slice(segment.from, segment.to).some((word) => word.isName || word.isVerb)) return false;
  const truth = sentences[subject.sentence];
  const heads = [...subject.words].flatMap((index) => truth?.words[index] ?? []).filter((word) => word.isName);
  const name = heads.at(-1);
  const words = sentences[segment.sentence]?.words ?? [];
  const last = path[segment.to - 1]?.word ?? 0;
  const after = words.slice(last + 1, last + 1 + TITLE_REACH);
  const at = after.findIndex((word) => word.key === name?.key);
  return at >= 0 && after.slice(0, at + 1).every((word) => word.isName && word.marks.trim() === "");
}

/** "…,” Holt said" put to the words of a sentence that has "she said", or "said Holt": the credit itself names the right one. */
export function isCredit(
  segment: Segment,
  home: Segment | undefined,
  claim: ClaimSentence,
  sentences: readonly ClaimSentence[],
  reader: Reader,
): boolean {
  const own0 = home === undefined ? undefined : sentences[home.sentence];
  // A quotation of several sentences has its speaker behind the first.
  const isGoingOn = own0?.words.every((word) => word.isQuoted) === true;
  const sentence = isGoingOn && home !== undefined ? sentences[home.sentence - 1] : own0;
  if (home === undefined || sentence === undefined || segment.to - segment.from > CREDIT_WORDS_MAX) return false;
  const own = claim.words.slice(segment.from, segment.to);
  if (!own.some((word) => word.isReporting) || own.some((word) => word.isPast && !word.isReporting)) return false;
  const names = own.filter((word) => word.isName);
  const at = sentence.words.findIndex((word) => word.isReporting && !word.isQuoted);
  const report = sentence.words[at];
  if (report === undefined || names.length === 0) return false;
  const near = sentence.words
    .slice(Math.max(0, at - CREDIT_REACH), at + CREDIT_REACH)
    .filter((word) => word.isName && !word.isQuoted && word.clause === report.clause);
  const isPronoun = report.pronouns.some((pronoun) => isSubjectPronoun(pronoun, reader)) && near.length === 0;
  const subject = isPronoun ? findAntecedent(sentences, home.sentence, reader) : null;
  const truths =
    subject === null ? near : [...subject.words].flatMap((index) => sentences[subject.sentence]?.words[index] ?? []);
  const last = names.filter((name) => truths.some((truth) => truth.isName && truth.key === name.key));
  return last.length > 0 && names.at(-1) === last.at(-1);
}

/** The sentence has a shorter name at this place: "said Ferrán" for "said Alba Ferrán". */
function isShorterThere(
  segment: Segment,
  gap: readonly ClaimWord[],
  claim: ClaimSentence,
  path: readonly (Place | null)[],
  sentences: readonly ClaimSentence[],
): boolean {
  const own = claim.words.slice(segment.from, segment.to);
  const places = own.map((_word, index) => path[segment.from + index]?.word ?? 0);
  const isWhole = Math.max(...places) - Math.min(...places) <= own.length;
  const last = own.at(-1);
  if (last === undefined || !isWhole || own.some((word) => word.isPast)) return false;
  if (!gap.some((word) => word.key === last.key)) return false;
  const names = own.slice(0, -1);
  return (
    last.isName ||
    (names.length > 0 && isSoleName(names, segment.to - 1, { ...segment, to: segment.to - 1 }, claim, sentences))
  );
}

/** "the mayor" for the Brandt whom the article calls "Mayor Ida Brandt". */
function isCalledSo(
  segment: Segment,
  gap: readonly ClaimWord[],
  path: readonly (Place | null)[],
  sentences: readonly ClaimSentence[],
): boolean {
  const words = sentences[segment.sentence]?.words ?? [];
  const [name] = gap.filter((word) => word.isName).slice(-1);
  const first = path[segment.from]?.word ?? 0;
  const last = path[segment.to - 1]?.word ?? 0;
  if (name === undefined || last - first !== segment.to - segment.from - 1) return false;
  const after = words.slice(last + 1, last + 1 + TITLE_REACH);
  const at = after.findIndex((word) => word.key === name.key);
  return (
    at >= 0 &&
    words.slice(first, last + 1).every((word) => !word.isPast && !word.isName) &&
    after.slice(0, at + 1).every((word) => word.isName && word.marks.trim() === "")
  );
}

/** Another name stands in the article where the claim puts this one. */
function replacesName(
  segment: Segment,
  before: Segment | undefined,
  after: Segment | undefined,
  claim: ClaimSentence,
  path: readonly (Place | null)[],
  sentences: readonly ClaimSentence[],
): boolean {
  const own = claim.words.slice(segment.from, segment.to);
  if (before === undefined || (after !== undefined && after.sentence !== before.sentence)) return false;
  const words = sentences[before.sentence]?.words ?? [];
  const from = path[segment.from - 1]?.word ?? 0;
  const to = after === undefined ? words.length : (path[segment.to]?.word ?? 0);
  const part = words[from + 1]?.part;
  const gap = words.slice(from + 1, to).filter((word) => after !== undefined || word.part === part);
  return (
    own.some((word) => word.isName) && gap.some((word) => word.isName && !own.some((each) => each.key === word.key))
  );
}

/** Whether a short stretch of another sentence only names somebody whom the sentence around it means. */
export function isInserted(
  segment: Segment,
  before: Segment | undefined,
  after: Segment | undefined,
  claim: ClaimSentence,
  path: readonly (Place | null)[],
  sentences: readonly ClaimSentence[],
  reader: Reader,
): boolean {
  if (segment.to - segment.from > INSERTED_WORDS_MAX) return false;
  if (before === undefined && after === undefined) return false;
  if (replacesName(segment, before, after, claim, path, sentences)) return false;
  if (isTied(segment, segment.to, claim, path, sentences) || isTied(segment, segment.from - 1, claim, path, sentences))
    return true;
  const next = after !== undefined ? path[segment.to] : undefined;
  const prev = before !== undefined ? path[segment.from - 1] : undefined;
  const home = next ?? prev;
  if (home === undefined || home === null) return false;
  const sentence = sentences[home.sentence];
  if (sentence === undefined) return false;
  const start =
    prev?.sentence === home.sentence
      ? prev.word + 1
      : next === undefined || next === null
        ? home.word + 1
        : Math.max(0, home.word - 1);
  const to = next?.sentence === home.sentence ? next.word : start;
  const from = Math.min(start, to);
  // "…,” said Holt" where the sentence has "she said", or "Holt said": who says it stands on either side.
  const isReport = prev?.sentence === home.sentence && claim.words[segment.from - 1]?.isReporting === true;
  const there = isReport
    ? sentence.words.slice(Math.max(0, (prev?.word ?? 0) - TITLE_REACH), (prev?.word ?? 0) + TITLE_REACH)
    : sentence.words.slice(from, Math.max(to, from + 2));
  if (isShorterThere(segment, there, claim, path, sentences) || isCalledSo(segment, there, path, sentences))
    return true;
  const hasPronoun = sentence.words
    .slice(isReport ? (prev?.word ?? from) : from, to + 1)
    .some((word) => word.pronouns.length > 0 && !(word.isQuoted && isReport));
  if (!hasPronoun) return false;
  // A pronoun is named; another name that stands there is not put away.
  const gap = sentence.words.slice(prev?.sentence === home.sentence ? prev.word + 1 : to, to);
  if (gap.some((word) => word.isName)) return false;
  const subject = findAntecedent(sentences, home.sentence, reader);
  return (
    isNamedAs(segment, subject, claim, path, sentences) || isTitleOfSubject(segment, subject, claim, path, sentences)
  );
}
