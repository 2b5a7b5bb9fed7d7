/** Sentences that are no telling of their own: a line the text has again further down, a claim that is only put up to be checked. */

import { findLanguage } from "../../../languages/index.ts";
import type { Unit } from "../../unit.ts";

/** So near, the first is the news and what follows says it again. */
const DISTANCE_MIN = 4;
const CLAIM_WORDS_MAX = 25;
/** Share of the words of a claim that the question has too. */
const CLAIM_SHARE_MIN = 0.75;
const CLAIM_STEMS_MIN = 3;
/** Where the text says that it is not so: share of the words of the question that the claim has. */
const ASKED_SHARE = 0.8;

/** A line set apart, whose words stand in the text further down, too: the words beneath a picture, or a pulled sentence. */
function findPulled(units: readonly Unit[]): readonly Unit[] {
  const last = new Map(units.map(({ sentence, index }) => [sentence.text, index]));
  return units.filter(
    ({ sentence, index, paragraph, place }) =>
      (last.get(sentence.text) ?? 0) >= index + DISTANCE_MIN &&
      place === 0 &&
      units[index + 1]?.paragraph !== paragraph,
  );
}

/** Below "Does the pier sink?", the line "The pier sinks.": what is asked, not what is so, the more where the text denies it. */
function findClaims(
  units: readonly Unit[],
  title: string,
  stems: ReadonlySet<string>,
  language: string,
): readonly Unit[] {
  const { asksWhether, speech, disproof } = findLanguage(language).asides;
  if (!asksWhether.test(title)) return [];
  const isDisproved = units.some(({ sentence }) => disproof.test(sentence.text));
  const asked = new Set(units.flatMap(({ content }) => content.filter((stem) => stems.has(stem))));
  return units.filter(({ content, wordCount, place, paragraph, index, toldWords, sentence }) => {
    if (place > 0 || units[index + 1]?.paragraph === paragraph || wordCount > CLAIM_WORDS_MAX) return false;
    if (disproof.test(sentence.text)) return false;
    if (content.length < CLAIM_STEMS_MIN || toldWords.some((word) => speech.has(word))) return false;
    const common = content.filter((stem) => asked.has(stem)).length;
    return common >= CLAIM_SHARE_MIN * content.length || (isDisproved && common >= ASKED_SHARE * asked.size);
  });
}

export function findEchoes(
  units: readonly Unit[],
  title: string,
  titleStems: readonly string[],
  language: string,
): ReadonlySet<number> {
  const found = [...findPulled(units), ...findClaims(units, title, new Set(titleStems), language)];
  return new Set(found.map(({ index }) => index));
}
