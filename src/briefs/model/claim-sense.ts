/** As sure as the article: the small words, the tense and the prepositions around each word of a claim. */

import { findRepeated, isModifier } from "./claim-order.ts";
import type { Reader } from "./claim-reader.ts";
import type { ClaimSentence, ClaimWord } from "./claim-words.ts";
import { type GroundingProblem, type Group, NO_WORDS, type Pair, takenOf, toProblem } from "./problem.ts";

/** Operators said of a word of the article, with those of left out words that stood before it in its part of the clause. */
function operatorsAt(
  sentence: ClaimSentence,
  at: number,
  taken: ReadonlySet<number>,
  negations: ReadonlySet<string>,
): ReadonlySet<string> {
  const word = sentence.words[at];
  const found = new Set<string>(word?.operators);
  for (let index = at - 1; index >= 0 && !taken.has(index); index--) {
    const before = sentence.words[index];
    if (before === undefined || before.part !== word?.part || before.isPast || before.isReporting) break;
    // "about 25 minutes longer": how sure a number is goes with the number.
    for (const operator of before.operators)
      if (before.kind !== "number" || negations.has(operator)) found.add(operator);
  }
  return found;
}

/** What the words taken from a sentence hang on: an "if" beside them, with no new main clause between. */
function findCondition(group: Group, sentence: ClaimSentence, conditions: ReadonlySet<string>): string | null {
  const froms = group.pairs.map((pair) => pair.from);
  for (const [at, word] of sentence.words.entries()) {
    const condition = [...word.operators].find((operator) => conditions.has(operator));
    if (condition === undefined) continue;
    const near = at < Math.min(...froms) ? Math.min(...froms) : Math.max(...froms.filter((from) => from <= at));
    const between = sentence.words.slice(Math.min(at, near) + 1, Math.max(at, near) + 1);
    const isApart = between.some((each) => (each !== word && each.isCoordinated) || /[;:—–]/.test(each.marks));
    if (!isApart && !(at > near && word.isCoordinated)) return condition;
  }
  return null;
}

/** "closes on 1 May" is "will close on 1 May": what is set for a day, told in the present. */
function isScheduled(operator: string, { word, truth }: Pair, sentence: ClaimSentence, { words }: Reader): boolean {
  if (words?.futures.get(operator) === undefined || !word.isVerb || word.isPast) return false;
  if (truth.isPast || truth.hasBe || truth.hasHave || truth.isName || truth.operators.size > 0) return false;
  return sentence.words.some(
    (each) => each.kind === "time" && each.clause === truth.clause && words.dayLinks.has(each.link ?? ""),
  );
}

/** "said it would close" of "it will close, …": what was to come, in the words of whoever said it. */
function isReportedFuture(
  operator: string,
  others: ReadonlySet<string>,
  { at }: Pair,
  { pairs }: Group,
  { words }: Reader,
): boolean {
  const isPair = [...(words?.futures ?? [])].some(
    ([future, reported]) =>
      (operator === reported && others.has(future)) || (operator === future && others.has(reported)),
  );
  return isPair && pairs.some((pair) => pair.word.isReporting && pair.at < at);
}

export function checkOperators(group: Group, sentence: ClaimSentence, reader: Reader): readonly GroundingProblem[] {
  const { words } = reader;
  const repeated = findRepeated(group.pairs, sentence, reader);
  const taken = takenOf(group);
  const problems: GroundingProblem[] = [];
  // Where verbs change their place, small words are compared over the whole claim.
  const isLooseOrder = words?.isVerbSecond === true;
  const claimed = new Set(group.pairs.flatMap((pair) => [...pair.word.operators]));
  for (const pair of group.pairs) {
    if (repeated.has(pair)) continue;
    const { word: own, from } = pair;
    const word = isLooseOrder ? { ...own, operators: claimed } : own;
    const truth = isLooseOrder
      ? new Set([
          ...operatorsAt(sentence, from, taken, words?.negations ?? NO_WORDS),
          ...[...sentence.operators].filter((each) => claimed.has(each)),
        ])
      : operatorsAt(sentence, from, taken, words?.negations ?? NO_WORDS);
    const added = [...word.operators].find(
      (operator) =>
        !truth.has(operator) &&
        !(words?.droppable.has(operator) === true && sentence.operators.has(operator)) &&
        !isScheduled(operator, pair, sentence, reader) &&
        !isReportedFuture(operator, truth, pair, group, reader),
    );
    const lost = [...truth].find(
      (operator) =>
        !word.operators.has(operator) &&
        words?.droppable.has(operator) !== true &&
        !isReportedFuture(operator, word.operators, pair, group, reader),
    );
    const operator = added ?? lost;
    if (operator === undefined) continue;
    const kind = words === null || words.negations.has(operator) ? "negation" : "modality";
    problems.push(
      toProblem(kind, `The article says “${word.raw}” ${added === undefined ? "with" : "without"} “${operator}”.`),
    );
  }
  const condition = findCondition(group, sentence, words?.conditions ?? NO_WORDS);
  if (condition !== null && !group.pairs.some((pair) => pair.word.operators.has(condition)))
    problems.push(toProblem("modality", `The article says this only with “${condition}”.`));
  return problems;
}

export function checkTense({ sentence, pairs }: Group): readonly GroundingProblem[] {
  // Titles tell the past in the present.
  if (sentence === 0) return [];
  const changed = pairs.find(({ word, truth }) => {
    if (word.isReporting || !word.isVerb) return false;
    if (word.hasHave && !truth.hasHave && !truth.isPast && !truth.isParticiple) return true;
    return (
      word.isPast &&
      !word.isParticiple !== undefined &&
      word.isPast &&
      !truth.isPast &&
      !truth.isParticiple &&
      !word.hasBe &&
      word.low !== truth.low &&
      !/ing$/.test(truth.low)
    );
  });
  return changed === undefined ? [] : [toProblem("modality", `“${changed.word.raw}” has not happened in the article.`)];
}

/** The preposition of the phrase that the word ends: "from" of "from the Danish builder Karsten", but for words that are taken too. */
function linkOf(sentence: ClaimSentence, from: number, taken: ReadonlySet<number>): string | null {
  let at = from;
  while (at > 0) {
    const word = sentence.words[at];
    const before = sentence.words[at - 1];
    // "14 of them need": the pronoun has the preposition.
    if (word === undefined || word.pronouns.length > 0) return null;
    if (word.link !== null || before === undefined || word.marks.trim() !== "" || word.isCoordinated) return word.link;
    if (taken.has(at - 1) || before.isVerb || before.part !== word.part) return null;
    at--;
  }
  return sentence.words[at]?.link ?? null;
}

function isSameLink(
  word: ClaimWord,
  truth: ClaimWord,
  isAfterReport: boolean,
  clauseLinks: ReadonlySet<string | null>,
  reader: Reader,
): boolean {
  const { words, lexicon } = reader;
  if (word.link === truth.link || words === null || word.kind === "time") return true;
  const toGroup = (link: string | null): string | undefined => words.linkGroups.get(link ?? "");
  if (toGroup(word.link) !== undefined && toGroup(word.link) === toGroup(truth.link)) return true;
  if (word.link !== null && words.subordinators.has(word.link) && clauseLinks.has(word.link)) return true;
  if (
    word.kind === "number" &&
    (words.ranges.has(truth.link ?? "") || (truth.isCoordinated && words.infinitives.has(word.link ?? "")))
  )
    return true;
  const isFree = (link: string | null): boolean =>
    link === null || words.bareOpeners.has(link) || lexicon?.words.get(link)?.class === "relative";
  if (isFree(word.link) && (isFree(truth.link) || words.subordinators.has(truth.link ?? ""))) return true;
  if (isAfterReport) return true;
  if ((word.link === null && word.isPossessive) || (truth.link === null && truth.isPossessive)) return true;
  if (word.link === null)
    return words.agents.has(truth.link ?? "") || (words.addable.has(truth.link ?? "") && word.isName);
  if (words.agents.has(word.link) && words.subordinators.has(truth.link ?? "")) return true;
  if (truth.link === null) return words.addable.has(word.link) || words.agents.has(word.link);
  return (
    words.addable.has(word.link) &&
    words.addable.has(truth.link) &&
    !words.agents.has(word.link) &&
    !words.agents.has(truth.link)
  );
}

export function checkLinks(
  group: Group,
  sentence: ClaimSentence,
  claim: ClaimSentence,
  reader: Reader,
): readonly GroundingProblem[] {
  const taken = takenOf(group);
  const isPlaceOfNext = (from: number, link: string | null): boolean => {
    const next = sentence.words[from + 1];
    return link !== null && next?.isRelative === true && reader.words?.placeRelatives.has(next.opener ?? "") === true;
  };
  const wrong = group.pairs.find(({ word, truth, at, from }) => {
    // "to Kesten, where wages are lower" is "in Kesten".
    if (reader.words?.placeLinks.has(word.link ?? "") === true && isPlaceOfNext(from, word.link)) return false;
    const clauseLinks = new Set(sentence.words.filter((each) => each.clause === truth.clause).map((each) => each.link));
    const isAfterReport = sentence.words[from - 1]?.isReporting === true || claim.words[at - 1]?.isReporting === true;
    if (isSameLink(word, truth, isAfterReport, clauseLinks, reader)) return false;
    const isOf = reader.words?.addable.has(truth.link ?? "") === true;
    if (isOf && isModifier({ word, truth, at, from }, group.pairs)) return false;
    const isOfPronoun = truth.link !== null && truth.pronouns.length > 0 && word.link === null;
    return !isOfPronoun && (truth.link !== null || word.link !== linkOf(sentence, from, taken));
  });
  if (wrong === undefined) return [];
  return [
    toProblem(
      "order",
      `The article says “${wrong.truth.link ?? ""} ${wrong.truth.raw}”, not “${wrong.word.link ?? ""} ${wrong.word.raw}”.`,
    ),
  ];
}
