/** Who does what to whom: the words of a claim in the article's order, but for what may move without turning the sense. */

import type { ClaimWords } from "../../languages/shared/claims.ts";
import { findSubject } from "./claim-names.ts";
import type { Reader } from "./claim-reader.ts";
import { findOwner, findSwappedSpeaker } from "./claim-speakers.ts";
import type { ClaimSentence, ClaimWord } from "./claim-words.ts";
import type { Pair } from "./problem.ts";

/** The longest run of pairs that stand in the article's order. */
function findBackbone(pairs: readonly Pair[]): ReadonlySet<number> {
  const lengths = pairs.map(() => 1);
  const links = pairs.map(() => -1);
  let best = 0;
  pairs.forEach((pair, index) => {
    for (let earlier = 0; earlier < index; earlier++)
      if ((pairs[earlier]?.from ?? 0) < pair.from && (lengths[earlier] ?? 0) + 1 > (lengths[index] ?? 0)) {
        lengths[index] = (lengths[earlier] ?? 0) + 1;
        links[index] = earlier;
      }
    if ((lengths[index] ?? 0) > (lengths[best] ?? 0)) best = index;
  });
  const backbone = new Set<number>();
  for (let index = best; index >= 0; index = links[index] ?? -1) backbone.add(index);
  return backbone;
}

const isPassive = (word: ClaimWord): boolean => word.hasBe && word.isParticiple;

/** "published on Tuesday", "driven by him": a participle without "to be" may be passive; nobody can tell from its form. */
function mayBePassive(sentence: ClaimSentence, at: number): boolean {
  const word = sentence.words[at];
  if (word?.isParticiple !== true || word.hasHave) return false;
  const next = sentence.words[at + 1];
  return next === undefined || next.link !== null || (next.marks !== "" && /[,.;:]/.test(next.marks));
}

/** "the tower, built by Odda,": passive without its "was". */
function isDoneBy(sentence: ClaimSentence, at: number, { agents }: ClaimWords): boolean {
  const word = sentence.words[at];
  return word?.isParticiple === true && !word.hasHave && agents.has(sentence.words[at + 1]?.link ?? "");
}

interface Flip {
  readonly verb: Pair;
  readonly isWrong: boolean;
}

/** A verb that is passive on one side only: its subject and object must have changed places. */
function findFlip(verb: Pair, pairs: readonly Pair[], sentence: ClaimSentence, words: ClaimWords): Flip | null {
  const isClaimPassive = isPassive(verb.word);
  const isTruthPassive = isPassive(verb.truth) || isDoneBy(sentence, verb.from, words);
  if (isClaimPassive === isTruthPassive) return null;
  const others = pairs.filter((pair) => pair.word.clause === verb.word.clause && pair.word.kind !== "time");
  const left = others
    .filter((pair) => pair.at < verb.at && (pair.word.link === null || words.subordinators.has(pair.word.link)))
    .at(-1);
  const right = others.find((pair) => pair.at > verb.at);
  const isAfter = (pair: Pair | undefined): boolean => pair === undefined || pair.from > verb.from;
  const isBefore = (pair: Pair | undefined): boolean => pair === undefined || pair.from < verb.from;
  if (isClaimPassive) {
    if (mayBePassive(sentence, verb.from) && !isAfter(left)) return null;
    const agent = others.find(
      (pair) => pair.at > verb.at && pair.word.link !== null && words.agents.has(pair.word.link),
    );
    return { verb, isWrong: !isAfter(left) || left === undefined || !isBefore(agent) };
  }
  if (verb.word.hasBe || mayBePassive({ ...sentence, words: pairs.map((pair) => pair.word) }, pairs.indexOf(verb)))
    return null;
  const isByAgent = left !== undefined && isAfter(left) && isAgent(left, sentence, words);
  return { verb, isWrong: !(isByAgent && isBefore(right)) };
}

/** "by [the Moor Foundation]", "by [the sculptor] Tordal": the preposition stands before the first word of the phrase. */
function isAgent({ from }: Pair, { words }: ClaimSentence, { agents }: ClaimWords): boolean {
  for (let at = from; at >= 0; at--) {
    const word = words[at];
    if (word === undefined || word.isVerb) return false;
    if (word.link !== null) return agents.has(word.link);
    // "by a student, Marko Teel".
    if ((word.marks.trim() !== "" && !word.isName) || word.isCoordinated) return false;
  }
  return false;
}

/** The pairs as they would stand were the passive clause active, or the other way round. */
function turn(pairs: readonly Pair[], verb: Pair): readonly Pair[] {
  const inClause = (pair: Pair): boolean => pair.word.clause === verb.word.clause;
  const wrong = pairs.filter(
    (pair) =>
      inClause(pair) && ((pair.at < verb.at && pair.from > verb.from) || (pair.at > verb.at && pair.from < verb.from)),
  );
  const stays = pairs.filter((pair) => !wrong.includes(pair));
  const at = stays.indexOf(verb);
  const before = wrong.filter((pair) => pair.at > verb.at);
  const after = wrong.filter((pair) => pair.at < verb.at);
  return [...stays.slice(0, at), ...before, verb, ...after, ...stays.slice(at + 1)];
}

const isTimeRun = (run: readonly Pair[]): boolean =>
  run.length > 0 && isTogether(run) && run.every(({ word }) => word.kind === "time");

/** A time stays in its clause, and where a sentence has two of a kind none of them moves. */
function mayTimeMove(run: readonly Pair[], pairs: readonly Pair[], sentence: ClaimSentence): boolean {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return false;
  const isInRun = (index: number): boolean => run.some((pair) => pair.from === index);
  const froms = pairs.map((pair) => pair.from);
  const hasRival = sentence.words.some(
    (word, index) =>
      index >= Math.min(...froms) &&
      index <= Math.max(...froms) &&
      word.kind === "time" &&
      !isInRun(index) &&
      !isInRun(index - 1) &&
      !isInRun(index + 1) &&
      word.link === first.truth.link,
  );
  if (hasRival) return false;
  const rest = pairs.filter((pair) => !run.includes(pair));
  const near = rest.filter((pair) => pair.at < first.at).at(-1);
  const next = rest.find((pair) => pair.at > last.at);
  return [near, next].some((pair) => pair !== undefined && pair.truth.clause === first.truth.clause);
}

function isTogether(run: readonly Pair[]): boolean {
  return run.every((pair, index) => {
    const before = run[index - 1];
    return before === undefined || (pair.from > before.from && pair.at === before.at + 1);
  });
}

/** "After the storm, the port closed": a phrase that begins with the same small word, the only one of its kind. */
function mayPhraseMove(run: readonly Pair[], sentence: ClaimSentence, words: ClaimWords): boolean {
  const [first] = run;
  if (first === undefined || !isTogether(run)) return false;
  const opens = (word: ClaimWord): readonly string[] => [
    ...(word.link === null ? [] : [word.link]),
    ...[...word.operators].filter(
      (operator) => words.conditions.has(operator) || words.subordinators.has(operator) || words.causes.has(operator),
    ),
  ];
  const shared = opens(first.word).filter((opening) => opens(first.truth).includes(opening));
  const [opening] = shared;
  if (opening === undefined || words.infinitives.has(opening)) return false;
  return sentence.words.filter((word) => opens(word).includes(opening)).length === 1;
}

/** "Holt said", "according to Holt": who said it may stand before or behind what was said. */
function mayCreditMove(run: readonly Pair[]): boolean {
  const reports = run.filter(({ word, truth }) => word.isReporting && truth.isReporting);
  if (reports.length === 0) return false;
  const [first] = reports;
  return run.every(
    ({ word, truth, from }) => Math.abs(from - (first?.from ?? 0)) <= 7 && (word.isReporting || !truth.isPast),
  );
}

/** "The mayor, Ida Holt" and "Ida Holt, the mayor": neighbors, one of them a name. */
function mayNameMove(run: readonly Pair[], jumped: readonly Pair[]): boolean {
  const both = [...run, ...jumped];
  const froms = both.map((pair) => pair.from);
  const isWhole = Math.max(...froms) - Math.min(...froms) < both.length + 2;
  const isOneName = [run, jumped].filter((part) => part.every(({ word }) => word.isName)).length >= 1;
  return (
    isWhole &&
    isOneName &&
    both.length <= 9 &&
    both.every(({ word, truth }) => !word.isPast && !truth.isPast && word.kind === "word")
  );
}

/** "the clinic's director" and "the director of the clinic". */
function mayOwnerMove(run: readonly Pair[], jumped: readonly Pair[]): boolean {
  const both = [...run, ...jumped];
  const froms = both.map((pair) => pair.from);
  const isWhole = Math.max(...froms) - Math.min(...froms) < both.length + 1 && both.length <= 6;
  const isOwner = ({ word, truth }: Pair): boolean =>
    (word.isPossessive && truth.link !== null && !truth.isPossessive) ||
    (truth.isPossessive && word.link !== null && !word.isPossessive);
  return isWhole && both.filter(isOwner).length === 1 && both.every(({ truth }) => !truth.isPast);
}

/** "cut power and killed two", "killed two and cut power": what one did, told in the other order. */
function mayDeedMove(run: readonly Pair[], jumped: readonly Pair[]): boolean {
  const [one] = run;
  const [other] = jumped.filter((pair) => pair.word.clause === one?.word.clause);
  if (one === undefined || other === undefined || !isTogether(run)) return false;
  const [early, late] = one.from < other.from ? [one, other] : [other, one];
  return (
    one.truth.isVerb &&
    other.truth.isVerb &&
    late.truth.isCoordinated &&
    early.word.isCoordinated &&
    !late.word.isCoordinated
  );
}

/** "a plaster copy" is "a copy of plaster": one word before the one that it belonged to. */
export function isModifier(pair: Pair, pairs: readonly Pair[]): boolean {
  const head = pairs.find((each) => each.at === pair.at + 1);
  const isFree = pair.word.link === null || pair.word.link === head?.truth.link;
  if (head === undefined || !isFree || pair.word.kind !== "word" || pair.truth.link === null) return false;
  const isNear = pair.from > head.from && pair.from - head.from <= 2 && pair.truth.part === head.truth.part;
  return isNear && head.word.link === null && head.word.marks.trim() === "" && !head.word.isVerb && !pair.word.isVerb;
}

/** "criticized the plan and may stop the plan" where the article has "it": the noun that its pronoun stands for. */
function mayName(run: readonly Pair[], pairs: readonly Pair[], sentence: ClaimSentence): boolean {
  const last = run.at(-1);
  const after = pairs[last === undefined ? -1 : pairs.indexOf(last) + 1];
  if (last === undefined || run.length > 2 || run.some(({ word }) => word.isVerb)) return false;
  const end = after?.from ?? sentence.words.length;
  const between = sentence.words.slice(last.from + 1, end);
  const isOnlyVerbs =
    between.length > 0 && between.length <= 2 && between.every((word) => word.isVerb || word.link === null);
  const holder = sentence.words[end];
  return isOnlyVerbs && between.some((word) => word.isVerb) && (holder?.pronouns.length ?? 0) > 0 && last.from < end;
}

function toRuns(pairs: readonly Pair[], backbone: ReadonlySet<number>): readonly (readonly Pair[])[] {
  const runs: Pair[][] = [];
  pairs.forEach((pair, index) => {
    if (backbone.has(index)) return;
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && pairs[index - 1] === before) last.push(pair);
    else runs.push([pair]);
  });
  return runs;
}

/** "14 of them need": the subject named again where the article has a pronoun for it. */
function mayRepeat(run: readonly Pair[], pairs: readonly Pair[], sentence: ClaimSentence, reader: Reader): boolean {
  const last = run.at(-1);
  const at = last === undefined ? -1 : pairs.indexOf(last);
  const before = pairs[at - run.length];
  const after = pairs[at + 1];
  if (after === undefined || run.length > 3) return false;
  const subject = findSubject(sentence, reader);
  const gap = sentence.words.slice((before?.from ?? after.from - 1) + 1, after.from + 1);
  return gap.length <= 3 && gap.some((word) => word.pronouns.length > 0) && run.every((pair) => subject.has(pair.from));
}

/** Pairs that only name the subject again: what the article says of it elsewhere in the sentence is not said here. */
export function findRepeated(pairs: readonly Pair[], sentence: ClaimSentence, reader: Reader): ReadonlySet<Pair> {
  const runs = toRuns(pairs, findBackbone(pairs));
  return new Set(runs.filter((run) => mayRepeat(run, pairs, sentence, reader)).flat());
}

/** What a claim turns round, as words to show; null when its order holds. */
export function findTurned(pairs: readonly Pair[], sentence: ClaimSentence, reader: Reader): string | null {
  const { words } = reader;
  const swapped = findSwappedSpeaker(pairs, sentence) ?? findOwner(pairs, sentence);
  if (swapped !== null) return swapped;
  let ordered = pairs;
  if (words !== null)
    for (const verb of pairs) {
      if (!verb.word.isParticiple && !verb.truth.isParticiple) continue;
      const flip = findFlip(verb, pairs, sentence, words);
      if (flip === null) continue;
      if (flip.isWrong) return verb.word.raw;
      ordered = turn(ordered, verb);
    }
  const backbone = findBackbone(ordered);
  for (const run of toRuns(ordered, backbone)) {
    const jumped = ordered.filter(
      (pair, index) =>
        backbone.has(index) &&
        run.some((moved) => {
          const place = ordered.indexOf(moved);
          return (index < place && pair.from > moved.from) || (index > place && pair.from < moved.from);
        }),
    );
    if (isTimeRun(run) && mayTimeMove(run, ordered, sentence)) continue;
    if (isTimeRun(jumped) && mayTimeMove(jumped, ordered, sentence)) continue;
    if (mayCreditMove(run) || mayCreditMove(jumped)) continue;
    if (words !== null && (mayPhraseMove(run, sentence, words) || mayPhraseMove(jumped, sentence, words))) continue;
    const isModifying = (part: readonly Pair[]): boolean =>
      words !== null && part.every((pair) => words.addable.has(pair.truth.link ?? "") && isModifier(pair, ordered));
    if (isModifying(run) || isModifying(jumped)) continue;
    if (mayName(run, ordered, sentence)) continue;
    if (mayOwnerMove(run, jumped) || mayDeedMove(run, jumped)) continue;
    if (mayNameMove(run, jumped) || mayRepeat(run, ordered, sentence, reader)) continue;
    return run.map((pair) => pair.word.raw).join(" ");
  }
  return null;
}
