/** What is measured of each unit: place, ties to headline and text, what it brings in, length, quotation, form. */

import { findWords, stemWord, stopWords } from "../language/words.ts";
import { phrasesOf } from "./phrases.ts";
import type { Unit } from "./units.ts";

/** Names in the order of the numbers; the weights file names them too and is refused when they differ. */
export const FEATURE_NAMES = [
  "index",
  "relativeIndex",
  "unitCount",
  "paragraph",
  "place",
  "paragraphCount",
  "isLastOfParagraph",
  "textWords",
  "wordCount",
  "contentCount",
  "contentShare",
  "relativeLength",
  "leadLength",
  "titleShare",
  "titleCover",
  "titlePairs",
  "titleBest",
  "hasTitle",
  "meanFrequency",
  "sumFrequency",
  "maxFrequency",
  "centroid",
  "centroidRank",
  "degree",
  "forward",
  "backward",
  "firstLikeness",
  "leadLikeness",
  "previousLikeness",
  "nextLikeness",
  "newShare",
  "introduced",
  "introducedSum",
  "carried",
  "capitals",
  "names",
  "newNames",
  "numbers",
  "hasMoney",
  "quotedShare",
  "isQuoteLed",
  "hasQuote",
  "hasSpeech",
  "nextIsQuote",
  "previousIsQuote",
  "isQuestion",
  "isFirstPerson",
  "isSecondPerson",
  "isPronounLed",
  "isLeaning",
  "isNoise",
  "isFragment",
  "isBroken",
  "isDatelined",
  "hasColon",
  "hasBracket",
  "hasDash",
  "commas",
  "stopShare",
  "wordLength",
  "hasDay",
  "hasYear",
  "isLowerCased",
  "isEnglish",
] as const;

export interface Measures {
  readonly rows: readonly Float64Array[];
  /** Weight of each content stem by how often the article uses it. */
  readonly frequency: ReadonlyMap<string, number>;
  /** Stems of the title's words in order; none when the title only repeats the text's own head. */
  readonly titleStems: readonly string[];
}

const flag = (value: boolean): number => (value ? 1 : 0);

function cosine(
  one: ReadonlySet<string>,
  two: readonly string[],
  weight: ReadonlyMap<string, number>,
  norms: readonly [number, number],
): number {
  let sum = 0;
  for (const stem of two) if (one.has(stem)) sum += (weight.get(stem) ?? 0) ** 2;
  return norms[0] > 0 && norms[1] > 0 ? sum / (norms[0] * norms[1]) : 0;
}

const pairsOf = (stems: readonly string[]): ReadonlySet<string> =>
  new Set(stems.slice(1).map((stem, index) => `${stems[index] ?? ""} ${stem}`));

/** Measures every unit against the whole article. */
export function measureUnits(units: readonly Unit[], title: string, language: string): Measures {
  const phrases = phrasesOf(language);
  const small = stopWords(language);
  const total = units.length;
  const frequency = new Map<string, number>();
  const firstUse = new Map<string, number>();
  const lastUse = new Map<string, number>();
  const uses = new Map<string, number>();
  let textWords = 0;
  let capitalsSeen = 0;
  for (const unit of units) {
    textWords += unit.wordCount;
    for (const stem of unit.stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
    for (const stem of unit.content) {
      if (!firstUse.has(stem)) firstUse.set(stem, unit.index);
      lastUse.set(stem, unit.index);
      uses.set(stem, (uses.get(stem) ?? 0) + 1);
    }
    if (/\p{Lu}/u.test(unit.sentence.text)) capitalsSeen++;
  }
  const lengthScale = Math.log(total + 2);
  const weight = new Map<string, number>();
  for (const [stem, used] of uses)
    weight.set(stem, (Math.sqrt(frequency.get(stem) ?? 0) * Math.log((total + 1) / (used + 0.5))) / lengthScale + 0.05);
  const topFrequency = Math.max(1, ...[...uses.keys()].map((stem) => frequency.get(stem) ?? 0));

  const firstText = units[0]?.sentence.text.slice(0, 60).toLowerCase() ?? "";
  // A title taken from the text's own head says nothing of its own.
  const isOwnTitle = title.trim() !== "" && !firstText.startsWith(title.trim().slice(0, 30).toLowerCase());
  const titleStems = isOwnTitle
    ? findWords(title, language).map((word) => ({
        raw: title.slice(word.start, word.end),
        stem: stemWord(title.slice(word.start, word.end), language),
      }))
    : [];
  const titleContent = new Set(
    titleStems.filter((word) => !small.has(word.raw.toLowerCase()) && word.stem.length > 1).map((word) => word.stem),
  );
  const titlePairs = pairsOf(titleStems.map((word) => word.stem));
  const sets = units.map((unit) => new Set(unit.content));
  const norms = units.map((unit) =>
    Math.sqrt(unit.content.reduce((sum, stem) => sum + (weight.get(stem) ?? 0) ** 2, 0)),
  );
  const likeness = (one: number, two: number): number => {
    const set = sets[one];
    const unit = units[two];
    return set === undefined || unit === undefined
      ? 0
      : cosine(set, unit.content, weight, [norms[one] ?? 0, norms[two] ?? 0]);
  };
  // The whole article as one list of weights: a unit near it speaks of what the article speaks of.
  let totalNorm = 0;
  for (const [stem, value] of weight) totalNorm += (value * (uses.get(stem) ?? 0)) ** 2;
  totalNorm = Math.sqrt(totalNorm);
  const centroids = units.map((unit, index) => {
    let sum = 0;
    for (const stem of unit.content) sum += (weight.get(stem) ?? 0) ** 2 * (uses.get(stem) ?? 0);
    return totalNorm > 0 && (norms[index] ?? 0) > 0 ? sum / (totalNorm * (norms[index] ?? 1)) : 0;
  });
  const sorted = [...centroids].sort((a, b) => b - a);
  // Likeness to all earlier and later units, through running sums instead of every pair.
  const forwardSums = new Map<string, number>();
  const forward = new Float64Array(total);
  const backward = new Float64Array(total);
  for (let index = total - 1; index >= 0; index--) {
    const norm = norms[index] ?? 0;
    for (const stem of units[index]?.content ?? [])
      forward[index] = (forward[index] ?? 0) + (weight.get(stem) ?? 0) * (forwardSums.get(stem) ?? 0);
    if (norm > 0) forward[index] = (forward[index] ?? 0) / norm;
    if (norm > 0)
      for (const stem of units[index]?.content ?? [])
        forwardSums.set(stem, (forwardSums.get(stem) ?? 0) + (weight.get(stem) ?? 0) / norm);
  }
  const backwardSums = new Map<string, number>();
  for (let index = 0; index < total; index++) {
    const norm = norms[index] ?? 0;
    for (const stem of units[index]?.content ?? [])
      backward[index] = (backward[index] ?? 0) + (weight.get(stem) ?? 0) * (backwardSums.get(stem) ?? 0);
    if (norm > 0) backward[index] = (backward[index] ?? 0) / norm;
    if (norm > 0)
      for (const stem of units[index]?.content ?? [])
        backwardSums.set(stem, (backwardSums.get(stem) ?? 0) + (weight.get(stem) ?? 0) / norm);
  }
  const paragraphCount = (units.at(-1)?.paragraph ?? 0) + 1;
  const meanLength = textWords / Math.max(1, total);
  const isLowerCased = capitalsSeen < total * 0.3;
  const seenNames = new Set<string>();

  const rows = units.map((unit, index) => {
    const { text } = unit.sentence;
    const low = text.toLowerCase();
    const told = unit.told.toLowerCase();
    const toldWords = told.replaceAll("’", "'").match(/[\p{L}\p{N}'-]+/gu) ?? [];
    const contentCount = unit.content.length;
    const frequencies = unit.content.map((stem) => (frequency.get(stem) ?? 0) / topFrequency);
    const shared = unit.content.filter((stem) => titleContent.has(stem)).length;
    const pairs = pairsOf(unit.stems);
    let sharedPairs = 0;
    for (const pair of pairs) if (titlePairs.has(pair)) sharedPairs++;
    const fresh = unit.content.filter((stem) => firstUse.get(stem) === unit.index);
    const introduced = fresh.filter((stem) => (uses.get(stem) ?? 0) > 1);
    const carried = unit.content.filter((stem) => (firstUse.get(stem) ?? 0) < unit.index).length;
    const capitals = text.match(/(?<=[^.!?…"“]\s)\p{Lu}[\p{L}\p{N}.'’-]*/gu) ?? [];
    const names = new Set(text.match(/\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]+)+/gu) ?? []);
    const newNames = [...names].filter((name) => !seenNames.has(name)).length;
    for (const name of names) seenNames.add(name);
    const next = units[index + 1];
    const previous = units[index - 1];
    const numbers = text.match(/\d[\d.,]*/g) ?? [];
    const values: Record<(typeof FEATURE_NAMES)[number], number> = {
      index,
      relativeIndex: index / Math.max(1, total),
      unitCount: total,
      paragraph: Math.min(60, unit.paragraph),
      place: unit.place,
      paragraphCount: Math.min(60, paragraphCount),
      isLastOfParagraph: flag(next === undefined || next.paragraph !== unit.paragraph),
      textWords,
      wordCount: unit.wordCount,
      contentCount,
      contentShare: contentCount / Math.max(1, unit.stems.length),
      relativeLength: unit.wordCount / Math.max(1, meanLength),
      leadLength: units[0]?.wordCount ?? 0,
      titleShare: shared / Math.max(1, contentCount),
      titleCover: shared / Math.max(1, titleContent.size),
      titlePairs: sharedPairs / Math.max(1, titlePairs.size),
      titleBest: 0,
      hasTitle: flag(titleContent.size > 0),
      meanFrequency: frequencies.reduce((sum, value) => sum + value, 0) / Math.max(1, contentCount),
      sumFrequency: unit.content.reduce((sum, stem) => sum + (frequency.get(stem) ?? 0) - 1, 0),
      maxFrequency: Math.max(0, ...frequencies),
      centroid: centroids[index] ?? 0,
      centroidRank: sorted.indexOf(centroids[index] ?? 0) / Math.max(1, total),
      degree: ((forward[index] ?? 0) + (backward[index] ?? 0)) / Math.max(1, total - 1),
      forward: forward[index] ?? 0,
      backward: (backward[index] ?? 0) / Math.max(1, index),
      firstLikeness: index === 0 ? 1 : likeness(0, index),
      leadLikeness: Math.max(0, ...[0, 1, 2].filter((each) => each < index).map((each) => likeness(each, index))),
      previousLikeness: index === 0 ? 0 : likeness(index - 1, index),
      nextLikeness: likeness(index, index + 1),
      newShare: fresh.length / Math.max(1, contentCount),
      introduced: introduced.length,
      introducedSum: introduced.reduce((sum, stem) => sum + (uses.get(stem) ?? 0) - 1, 0),
      carried: carried / Math.max(1, contentCount),
      capitals: capitals.length / Math.max(1, unit.wordCount),
      names: names.size,
      newNames,
      numbers: numbers.length,
      hasMoney: flag(/[$£€¥₹%]|\bmillion|\bbillion|\bcrore|\bmilliard|\bMio\b/.test(text)),
      quotedShare: unit.quotedShare,
      isQuoteLed: flag(/^["“«„]/.test(text)),
      hasQuote: flag(unit.quotedShare > 0),
      hasSpeech: flag(toldWords.some((word) => phrases.speech.has(word))),
      nextIsQuote: flag(next !== undefined && next.quotedShare > 0.4),
      previousIsQuote: flag(previous !== undefined && previous.quotedShare > 0.4),
      isQuestion: flag(unit.faults.isQuestion),
      isFirstPerson: flag(unit.faults.isFirstPerson),
      isSecondPerson: flag(toldWords.some((word) => phrases.secondPerson.has(word))),
      isPronounLed: flag(unit.faults.isPronounLed),
      isLeaning: flag(unit.faults.isLeaning || unit.edits.some((edit) => edit.kind === "connective")),
      isNoise: flag(unit.faults.isNoise),
      isFragment: flag(unit.faults.isFragment),
      isBroken: flag(unit.faults.isBroken),
      isDatelined: flag(unit.edits.some((edit) => edit.kind === "dateline")),
      hasColon: flag(text.includes(":")),
      hasBracket: flag(text.includes("(")),
      hasDash: flag(/ [-–—]/.test(text)),
      commas: text.split(",").length - 1,
      stopShare: 1 - unit.stems.filter((stem) => uses.has(stem)).length / Math.max(1, unit.stems.length),
      wordLength: unit.stems.reduce((sum, stem) => sum + stem.length, 0) / Math.max(1, unit.stems.length),
      hasDay: flag(phrases.days.some((day) => low.includes(day))),
      hasYear: flag(/\b(?:19|20)\d\d\b/.test(text)),
      isLowerCased: flag(isLowerCased),
      isEnglish: flag(language === "en"),
    };
    return Float64Array.from(FEATURE_NAMES, (name) => values[name]);
  });
  const best = FEATURE_NAMES.indexOf("titleBest");
  const cover = FEATURE_NAMES.indexOf("titleCover");
  const top = Math.max(0, ...rows.map((row) => row[cover] ?? 0));
  for (const row of rows) row[best] = top > 0 ? (row[cover] ?? 0) / top : 0;
  return { rows, frequency, titleStems: titleStems.map((word) => word.stem) };
}
