/** What a claim leaves out: it may shorten what the article says, never take away who did it or on whose word it stands. */

import type { ClaimWords } from "../../languages/shared/claims.ts";
import { isSubjectPronoun } from "./claim-names.ts";
import type { Reader } from "./claim-reader.ts";
import { type ClaimSentence, type ClaimWord, isLoose } from "./claim-words.ts";
import { type GroundingProblem, type Group, type Pair, takenOf, toProblem } from "./problem.ts";

const TITLE_SHARE_MIN = 0.5;
const CREDIT_WORDS_MAX = 7;

/** Whether a clause depends on words that the claim leaves out: "said that …", "the claim that …". */
function isComplement(sentence: ClaimSentence, pair: Pair, taken: ReadonlySet<number>, { words }: Reader): boolean {
  const at = sentence.words.findIndex((word) => word.clause === pair.truth.clause);
  const opener = sentence.words[at]?.opener ?? null;
  return opener !== null && words?.complements.has(opener) === true && !taken.has(at - 1) && at > 0;
}

const nextClauseWord = (sentence: ClaimSentence, at: number): number =>
  sentence.words.findIndex((word, index) => index > at && word.clause !== sentence.words[at]?.clause);

/** "the referee, who sent him off": behind a comma the writer says it himself; without one it only tells who is meant. */
function isAsserted(sentence: ClaimSentence, at: number): boolean {
  const next = sentence.words[nextClauseWord(sentence, at)];
  const isRunOn = sentence.words
    .slice(at, nextClauseWord(sentence, at))
    .every((word, index) => index === 0 || (word.part === sentence.words[at]?.part && word.isName));
  return next?.opener !== undefined && next.opener !== null && next.marks.includes(",") && isRunOn && next.isRelative;
}

const isActed = (word: ClaimWord): boolean => word.isVerb || word.operators.size > 0;

/** "will reopen after the wheel is changed": what is still to come is not told as done. */
function isStillToCome(sentence: ClaimSentence, { word, truth }: Pair, { words }: Reader): boolean {
  const opener = sentence.words.find((each) => each.clause === truth.clause)?.opener ?? "";
  if (words?.timeClauses.has(opener) !== true || word.opener !== null) return false;
  const others = sentence.words.filter((each) => each.clause !== truth.clause);
  return others.some((each) => [...each.operators].some((operator) => words.openOperators.has(operator)));
}

/** Words left out between two that the claim puts side by side: they may describe, never be who did it. */
function isHeadDropped(
  sentence: ClaimSentence,
  before: Pair | null,
  pair: Pair,
  taken: ReadonlySet<number>,
  isResolved: boolean,
  reader: Reader,
): boolean {
  const from = before === null ? -1 : before.from;
  const dropped = sentence.words
    .slice(from + 1, pair.from)
    .map((word, index) => ({ word, at: from + 1 + index }))
    .filter(({ at }) => !taken.has(at));
  const isNewClause = pair.truth.clause !== (before?.truth.clause ?? 0);
  const hasPronoun = pair.truth.pronouns.some((pronoun) => isSubjectPronoun(pronoun, reader));
  if (
    before !== null &&
    isNewClause &&
    hasPronoun &&
    !isResolved &&
    !pair.word.pronouns.some((pronoun) => isSubjectPronoun(pronoun, reader))
  )
    return true;
  // "criticism that the town had warned too late": what only somebody claims.
  if (before === null && from < 0 && isComplement(sentence, pair, taken, reader)) return true;
  if (before === null && isStillToCome(sentence, pair, reader)) return true;
  if (dropped.length === 0) return false;
  if (before === null) {
    // "…, but we cannot wait": what is joined on has a subject of its own, and keeps it.
    const isOwn = hasPronoun && pair.truth.pronouns.every((pronoun) => pair.word.pronouns.includes(pronoun));
    if (isOwn && pair.truth.isCoordinated) return false;
    const inClause = dropped.filter(({ word }) => word.clause === pair.truth.clause);
    if (
      !isAsserted(sentence, pair.from) &&
      inClause.some(
        ({ word }) =>
          word.isVerb &&
          !word.isName &&
          !(word.isParticiple && !word.hasBe && !word.hasHave && word.part !== pair.truth.part),
      )
    )
      return true;
    if (sentence.words[pair.from - 1]?.isReporting === true) return false;
    return (
      inClause.some(({ word }) => !isLoose(word)) &&
      pair.truth.link !== null &&
      pair.truth.link !== pair.word.link &&
      !isResolved &&
      pair.truth.part === inClause.at(-1)?.word.part
    );
  }
  if (
    pair.word.kind !== "number" &&
    before.word.kind === "number" &&
    dropped.some(({ word }) => word.kind === "number" && !reader.words?.partitives.has(word.link ?? ""))
  )
    return true;
  // "the ferry [between Hale and Orvane] will stop": a phrase that a preposition opens, with what is joined on in it.
  const isPhrase = (word: ClaimWord, at: number): boolean =>
    !word.isVerb && word.opener === null && !/[,;:()“”"]/.test(word.marks) && (at > 0 || word.link !== null);
  if (dropped.every(({ word }, at) => isPhrase(word, at)) && !pair.truth.isCoordinated && isActed(pair.truth))
    return false;
  // An aside between commas or marks went as a whole.
  const opens = sentence.words[before.from + 1];
  const isAside =
    opens !== undefined && opens.part !== before.truth.part && pair.truth.part !== sentence.words[pair.from - 1]?.part;
  if (isAside && !pair.truth.isCoordinated) return false;
  const tail = dropped.filter(({ word }) => word.part === pair.truth.part && !isLoose(word));
  const isNewPart = pair.truth.part !== before.truth.part;
  const isTitle = pair.truth.isName && tail.every(({ word }) => !word.isPast && word.link === null);
  if (isNewPart && tail.length > 0 && !isResolved && pair.truth.link === null && !isTitle) return true;
  if (isAsserted(sentence, before.from) && pair.from === nextClauseWord(sentence, before.from)) return false;
  // "who", "while", "after": what the clause hangs on must be there.
  return (
    isNewClause &&
    pair.truth.opener !== null &&
    pair.word.opener === null &&
    ![...pair.truth.operators].some((operator) => reader.words?.causes.has(operator)) &&
    reader.words?.bareOpeners.has(pair.truth.opener) !== true &&
    tail.length === 0 &&
    !isResolved &&
    pair.word.marks.trim() === "" &&
    !pair.word.isCoordinated
  );
}

export function checkDropped(
  group: Group,
  sentence: ClaimSentence,
  inserted: ReadonlySet<number>,
  reader: Reader,
): readonly GroundingProblem[] {
  if (reader.words === null) return [];
  const taken = takenOf(group);
  const inOrder = [...group.pairs].sort((one, other) => one.from - other.from);
  for (const [index, pair] of inOrder.entries()) {
    const earlier = inOrder.slice(0, index);
    // A time may come from anywhere in the clause: what stands before it counts.
    const before =
      earlier.filter((each) => each.at < pair.at && each.word.kind !== "time").at(-1) ?? earlier.at(-1) ?? null;
    // "…,” said Holt" where the article has "she said": the name stands behind the verb.
    const isResolved = inserted.has(pair.at - 1) || (pair.word.isReporting && inserted.has(pair.at + 1));
    const isNext =
      before !== null &&
      group.pairs.every((each) => each.at <= before.at || each.at >= pair.at || each.word.kind === "time");
    if (before !== null && !isNext && !isResolved) continue;
    if (isHeadDropped(sentence, before, pair, taken, isResolved, reader))
      return [
        toProblem(
          "order",
          `The article does not say “${pair.word.raw}” of ${before === null ? "this" : `“${before.word.raw}”`}.`,
        ),
      ];
  }
  return [];
}

/** "…, analysts think": the verb that credits stands in both. */
const isCreditBy = (word: ClaimWord, truth: ClaimWord, { credits }: ClaimWords): boolean =>
  credits.has(word.low) && credits.has(truth.low);

const TOLD_WORDS_MIN = 2;

/** "thanked the town and said the bell would ring": what is said comes behind the verb, and what stands before is the writer's. */
function goesOnWith({ words }: ClaimSentence, credit: number): boolean {
  const part = words[credit]?.part;
  const first = words.find((word) => word.part === part);
  return first?.isCoordinated === true && words.length - credit > TOLD_WORDS_MIN;
}

/** Who said it must stay, unless the title itself states it. */
export function checkCredit(
  group: Group,
  sentence: ClaimSentence,
  claim: ClaimSentence,
  title: ClaimSentence,
  reader: Reader,
): readonly GroundingProblem[] {
  const { words } = reader;
  if (words === null || group.pairs.some(({ word, truth }) => word.isReporting || isCreditBy(word, truth, words)))
    return [];
  const hasReport = claim.words.some((word) => word.isReporting);
  const quoted = group.pairs.find((pair) => pair.truth.isQuoted && !pair.word.isQuoted);
  if (quoted !== undefined && !hasReport)
    return [toProblem("speaker", `Somebody said “${quoted.word.raw}”: the text does not say who.`)];
  const keys = new Set(claim.words.map((word) => word.key));
  const titled = new Set(title.words.map((word) => word.key));
  const shared = title.words.filter((word) => keys.has(word.key)).length;
  // The title says all of it, but for when.
  const isAllTitled =
    claim.words.length > 1 && claim.words.every((word) => word.kind === "time" || titled.has(word.key));
  if (
    (isAllTitled || shared >= title.words.length * TITLE_SHARE_MIN) &&
    !title.words.some((word) => word.isReporting || (word.isVerb && words.credits.has(word.low)))
  )
    return [];
  const last = Math.max(...group.pairs.map((pair) => pair.from));
  const first = Math.min(...group.pairs.map((pair) => pair.from));
  const credit = sentence.words.findIndex(
    (word, at) =>
      words.credits.has(word.low) &&
      !word.isQuoted &&
      !(at > last && goesOnWith(sentence, at)) &&
      ((at > last && word.part !== sentence.words[last]?.part) ||
        (at < first && word.part === sentence.words[first]?.part)),
  );
  // "Rovers [coach Lind said they] had been better": who says it is cut down to what the claim is then about.
  const within = sentence.words.findIndex(
    (word, at) =>
      word.isReporting &&
      !word.isQuoted &&
      !word.isCoordinated &&
      at > first &&
      at < last &&
      word.clause === sentence.words[first]?.clause,
  );
  const told = group.pairs.filter((pair) => pair.from > within);
  const isCutDown =
    within > 0 &&
    sentence.words[within - 1]?.isName === true &&
    told.length > 0 &&
    told.every((pair) => sentence.words[pair.from]?.isCoordinated !== true) &&
    group.pairs.some((pair) => pair.from < within && pair.truth.clause === sentence.words[within]?.clause);
  if (isCutDown) return [toProblem("speaker", `The text leaves out who said it: ${claim.text}`)];
  if (credit < 0) return [];
  const isEnd =
    credit < first ||
    sentence.words.length - credit <= CREDIT_WORDS_MAX ||
    (sentence.words[credit]?.isReporting === true && words.sources.has(sentence.words[credit]?.low ?? ""));
  return isEnd ? [toProblem("speaker", `The text leaves out who said it: ${claim.text}`)] : [];
}
