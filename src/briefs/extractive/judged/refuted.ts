/** Claims that the page tells to say that they are false, or to check them: "Claim: The pier was sold.", "All of this is made up." */

import type { SummarizerInput } from "../../../domain/article.ts";
import { findLanguage } from "../../../languages/index.ts";
import { findWords, stemWord, toListed } from "../../../languages/shared/words.ts";
import { changeUnit, type Unit } from "../../unit.ts";

/** With no more words, a verdict says nothing without what it is on: "All of this is false." */
const VERDICT_WORDS_MAX = 7;
/** So many sentences before it are meant by a verdict on all that was told. */
const ALL_UNITS_MAX = 8;

/** Below a headline that asks, a claim has so many words at most, and shares so much of them with it. */
const CLAIM_WORDS_MAX = 25;
const CLAIM_SHARE_MIN = 0.75;
const CLAIM_STEMS_MIN = 3;
/** Where the text says that it is not so: share of the words of the question that the claim has. */
const ASKED_SHARE = 0.8;

/** The words of the paragraph before a unit, with what was taken off its head. */
function labelOf(unit: Unit, text: string): string {
  const from = text.lastIndexOf("\n", unit.start - 1) + 1;
  return toListed(text.slice(from, unit.sentence.start ?? unit.start));
}

/** By unit, whether a label says that it is somebody's claim: in its line, or as the line before. */
function isLabeled(unit: Unit, before: Unit | undefined, text: string, label: RegExp): boolean {
  if (unit.place === 0 && label.test(toListed(text.slice(unit.start, unit.end)))) return true;
  if (unit.place === 0 && label.test(labelOf(unit, text))) return true;
  const isHead = before?.faults.isFragment === true && before.paragraph < unit.paragraph;
  return isHead && label.test(`${toListed(before.sentence.text).replace(/:\s*$/u, "")}: `);
}

/** The units that a verdict speaks of: those before it in its paragraph, or the paragraph before, or all so far. */
function listJudged(verdict: Unit, units: readonly Unit[], isOfAll: boolean): readonly Unit[] {
  const before = units.slice(0, verdict.index);
  if (isOfAll) return before.slice(-ALL_UNITS_MAX);
  if (verdict.place > 0) return before.filter(({ paragraph }) => paragraph === verdict.paragraph);
  const last = before.at(-1)?.paragraph;
  return before.filter(({ paragraph }) => paragraph === last);
}

/** Below "Does the pier sink?", the line "The pier sinks.": what is asked, not what is so, the more where the text denies it. */
function findAsked(units: readonly Unit[], title: string, language: string): readonly Unit[] {
  const { asksWhether, speech, disproof } = findLanguage(language).asides;
  if (!asksWhether.test(title)) return [];
  const isDisproved = units.some(({ sentence }) => disproof.test(sentence.text));
  const stems = new Set(
    findWords(title, language).map(({ start, end }) => stemWord(title.slice(start, end), language)),
  );
  const asked = new Set(units.flatMap(({ content }) => content.filter((stem) => stems.has(stem))));
  return units.filter(({ content, wordCount, place, paragraph, index, toldWords, sentence }) => {
    if (place > 0 || units[index + 1]?.paragraph === paragraph || wordCount > CLAIM_WORDS_MAX) return false;
    if (disproof.test(sentence.text)) return false;
    if (content.length < CLAIM_STEMS_MIN || toldWords.some((word) => speech.has(word))) return false;
    const common = content.filter((stem) => asked.has(stem)).length;
    return common >= CLAIM_SHARE_MIN * content.length || (isDisproved && common >= ASKED_SHARE * asked.size);
  });
}

/** The units that are refuted, and the verdicts that say nothing without them. */
export function findRefuted(
  units: readonly Unit[],
  { title, text, language }: Pick<SummarizerInput, "title" | "text" | "language">,
): ReadonlySet<number> {
  const { claimLabel, verdict, verdictOnAll } = findLanguage(language).asides;
  const found = new Set(findAsked(units, title, language).map(({ index }) => index));
  for (const unit of units) {
    if (isLabeled(unit, units[unit.index - 1], text, claimLabel)) found.add(unit.index);
    const told = toListed(text.slice(unit.start, unit.end));
    const isOfAll = verdictOnAll.test(told);
    if (!isOfAll && !verdict.test(told)) continue;
    for (const { index } of listJudged(unit, units, isOfAll)) found.add(index);
    if (unit.wordCount <= VERDICT_WORDS_MAX) found.add(unit.index);
  }
  return found;
}

/** Refuted claims as noise: whatever else is chosen, they are not. */
export function silenceRefuted(
  units: readonly Unit[],
  article: Pick<SummarizerInput, "title" | "text" | "language">,
): readonly Unit[] {
  const refuted = findRefuted(units, article);
  if (refuted.size === 0) return units;
  return units.map((unit) =>
    refuted.has(unit.index) ? changeUnit(unit, { faults: { ...unit.faults, isNoise: true } }) : unit,
  );
}
