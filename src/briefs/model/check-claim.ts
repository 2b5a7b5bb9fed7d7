/** Checks one sentence of a model's text: each word stands in the article, in the same sentence, said of the same, as sure as there. */

import { alignClaim, type Index, indexWords, toSegments } from "./align-claim.ts";
import { checkCredit, checkDropped } from "./claim-dropped.ts";
import { listElided } from "./claim-elided.ts";
import { findAntecedent, isCredit, isInserted, isSubjectPronoun } from "./claim-names.ts";
import { findTurned } from "./claim-order.ts";
import type { Reader } from "./claim-reader.ts";
import { findStolenVerb } from "./claim-relatives.ts";
import { checkLinks, checkOperators, checkTense } from "./claim-sense.ts";
import { type ClaimSentence, type ClaimWord, isLoose, readSentence } from "./claim-words.ts";
import { type GroundingProblem, type Group, type Pair, toProblem } from "./problem.ts";
import { splitClaim } from "./told/parts.ts";

/** A sentence that the article says besides, and the keys of words that a claim of it must have. */
export interface ToldSentence {
  readonly sentence: ClaimSentence;
  readonly needed: readonly string[];
}

export interface ClaimArticle {
  /** The title first, then the sentences of the text. */
  readonly sentences: readonly ClaimSentence[];
  readonly index: Index;
  /** What the sentences say besides, each as a sentence of its own. */
  readonly tellOtherwise: () => readonly ToldSentence[];
}

const SUPPORTED_WORDS_MIN = 2;
/** A claim may be parted, and each part once more. */
const PARTED_MAX = 2;

/** "a dam, which will cost" where the next sentence says "The dam will cost": the clause is told of the very word before it. */
function isGoneOnWith(
  groups: readonly Group[],
  at: number,
  claim: ClaimSentence,
  start: number,
  subject: readonly ClaimWord[],
): boolean {
  const word = claim.words[start];
  const isNext = groups[at - 1]?.sentence === (groups[at]?.sentence ?? 0) - 1;
  if (!isNext || word?.isRelative !== true || !word.marks.includes(",") || subject.length === 0) return false;
  const before = claim.words.slice(Math.max(0, start - subject.length), start);
  return subject.every((each, index) => each.link === null && each.key === before[index]?.key);
}

/** A clause of another sentence joined on must bring its own subject, or have the same. */
function checkJoin(
  groups: readonly Group[],
  at: number,
  claim: ClaimSentence,
  inserted: ReadonlySet<number>,
  article: ClaimArticle,
  reader: Reader,
): readonly GroundingProblem[] {
  const group = groups[at];
  const [first] = group?.pairs ?? [];
  if (group === undefined || first === undefined) return [];
  const refusal = [toProblem("order", `“${first.word.raw}” comes from another sentence of the article.`)];
  let start = first.at;
  while (inserted.has(start - 1)) start--;
  const word = claim.words[start] ?? first.word;
  const { truth } = first;
  if (!/[,;:“”".]/.test(word.marks) && !word.isCoordinated && word.opener === null) return refusal;
  const sentence = article.sentences[group.sentence];
  const dropped = (sentence?.words ?? [])
    .slice(0, first.from)
    .filter((each) => each.part === truth.part && !isLoose(each));
  if (isGoneOnWith(groups, at, claim, start, dropped)) return [];
  const isTitle = truth.isName && truth.link === null && dropped.every((each) => !each.isVerb && !each.isName);
  if (dropped.length > 0 && !isTitle) return refusal;
  const hasPronoun = truth.pronouns.some((pronoun) => isSubjectPronoun(pronoun, reader));
  if (start < first.at) return [];
  if (!hasPronoun)
    return first.from === dropped.length || (truth.isCoordinated === false && !truth.isVerb) ? [] : refusal;
  const subject = findAntecedent(article.sentences, group.sentence, reader);
  if (
    word.pronouns.some((pronoun) => isSubjectPronoun(pronoun, reader)) ||
    word.opener !== null ||
    word.isCoordinated ||
    /[,;]/.test(word.marks)
  ) {
    const isSame = groups
      .slice(0, at)
      .some((other) => other.sentence === subject.sentence && other.pairs.some((pair) => subject.words.has(pair.from)));
    return isSame ? [] : refusal;
  }
  return refusal;
}

/** `title`: what may be said on nobody's word, where it is none of the sentences looked at. */
function checkWhole(
  claim: ClaimSentence,
  article: ClaimArticle,
  reader: Reader,
  title = article.sentences[0],
): readonly GroundingProblem[] {
  const path = alignClaim(claim, article.sentences, article.index);
  const missing = claim.words.find((_word, at) => path[at] === null);
  if (missing !== undefined)
    return [
      toProblem(
        missing.kind === "number" ? "number" : missing.kind === "time" ? "date" : missing.isName ? "name" : "support",
        `“${missing.raw}” does not stand in the article.`,
      ),
    ];
  const inserted = new Set<number>();
  const segments = toSegments(path);
  const credited = new Set<number>();
  for (const [index, segment] of segments.entries()) {
    const near = [segments[index - 1], segments[index + 1]];
    // "[“Nobody goes,”] Ruth [Amsel wrote]": the name between belongs to the sentence around it, not the other way round.
    const goesOn = [segments[index - 2], segments[index + 2]].some((each) => each?.sentence === segment.sentence);
    const home = goesOn ? undefined : near.find((each) => isCredit(segment, each, claim, article.sentences, reader));
    if (home !== undefined) credited.add(home.sentence);
    else if (!isInserted(segment, near[0], near[1], claim, path, article.sentences, reader)) continue;
    for (let at = segment.from; at < segment.to; at++) inserted.add(at);
  }
  const groups: { sentence: number; pairs: Pair[] }[] = [];
  claim.words.forEach((word, at) => {
    const place = path[at];
    if (place === null || place === undefined || inserted.has(at)) return;
    const truth = article.sentences[place.sentence]?.words[place.word];
    if (truth === undefined) return;
    const last = groups.at(-1);
    const pair = { word, truth, at, from: place.word };
    if (last?.sentence === place.sentence) last.pairs.push(pair);
    else groups.push({ sentence: place.sentence, pairs: [pair] });
  });
  const problems: GroundingProblem[] = [];
  if (groups.length === 0 && claim.words.length >= SUPPORTED_WORDS_MIN)
    problems.push(toProblem("support", `Nothing in the article supports: ${claim.text}`));
  groups.forEach((group, at) => {
    const sentence = article.sentences[group.sentence];
    if (sentence === undefined || title === undefined) return;
    const turned = findTurned(group.pairs, sentence, reader);
    if (turned !== null)
      problems.push(toProblem("order", `“${turned}” stands in another place in the article: ${claim.text}`));
    const stolen = findStolenVerb(group.pairs, sentence);
    if (stolen !== null)
      problems.push(toProblem("order", `The article does not say “${stolen.verb}” of “${stolen.of}”.`));
    problems.push(
      ...checkOperators(group, sentence, reader),
      ...checkTense(group),
      ...checkLinks(group, sentence, claim, reader),
      ...checkDropped(group, sentence, inserted, reader),
      ...(credited.has(group.sentence) ? [] : checkCredit(group, sentence, claim, title, reader)),
      ...(at > 0 ? checkJoin(groups, at, claim, inserted, article, reader) : []),
    );
  });
  return problems;
}

/** What is wrong with a claim, as it stands and as the article would say it, which leaves to be understood what it said before. */
export function checkClaim(
  claim: ClaimSentence,
  article: ClaimArticle,
  reader: Reader,
  depth = 0,
): readonly GroundingProblem[] {
  const problems = checkWhole(claim, article, reader);
  if (problems.length === 0 || reader.words === null) return problems;
  const align = (each: ClaimSentence): ReturnType<typeof alignClaim> =>
    alignClaim(each, article.sentences, article.index);
  const isSaid = listElided(claim, article.sentences, align).some(
    (each) => checkWhole(each, article, reader).length === 0,
  );
  if (isSaid || isToldOtherwise(claim, article, reader)) return [];
  if (depth >= PARTED_MAX) return problems;
  const isSaidInParts = splitClaim(claim.text, reader).some((parts) =>
    parts.every((part) => checkClaim(readSentence(part, reader), article, reader, depth + 1).length === 0),
  );
  return isSaidInParts ? [] : problems;
}

/** Whether one of the sentences that the article says besides says all of the claim, with nothing taken from another. */
function isToldOtherwise(claim: ClaimSentence, article: ClaimArticle, reader: Reader): boolean {
  const untitled = readSentence("", reader);
  const claimed = new Set(claim.words.map((word) => word.key));
  const [title = untitled] = article.sentences;
  const asWritten = article.sentences.slice(1).map((sentence): ToldSentence => ({ sentence, needed: [] }));
  return [...asWritten, ...article.tellOtherwise()].some(({ sentence, needed }) => {
    const keys = new Set(sentence.words.map((word) => word.key));
    if (!claim.words.every((word) => keys.has(word.key)) || !needed.every((key) => claimed.has(key))) return false;
    const sentences = [untitled, sentence];
    const alone: ClaimArticle = { sentences, index: indexWords(sentences), tellOtherwise: () => [] };
    return checkWhole(claim, alone, reader, title).length === 0;
  });
}
