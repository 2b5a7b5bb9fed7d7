/** What is measured of each unit: place, ties to headline and text, what it brings in, length, quotation, form. */

import { findWords, stemWord, stopWords } from "../../languages/words.ts";
import { createRowWriter } from "../../learned/trees.ts";
import { phrasesOf } from "./phrases.ts";
import { createLikeness, indexStems, likenessToAll, type StemIndex, sumLikeness } from "./stems.ts";
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
  /** Whether the article has a title that does not only repeat the text's own head. */
  readonly hasTitle: boolean;
  /** Stems in order of the title's words, or of the first sentence's when there is no title. */
  readonly titleStems: readonly string[];
  readonly index: StemIndex;
}

const TITLE_HEAD_LENGTH = 30;
const SPACE = 32;

const toRow = createRowWriter(FEATURE_NAMES);

/** Names of two words or more, by their capitals. */
function findNames(unit: Unit): ReadonlySet<string> {
  const { text } = unit.sentence;
  const names = new Set<string>();
  let start = -1;
  let count = 0;
  for (let at = 0; at <= unit.capitals.length; at++) {
    const begin = at === 0 ? 0 : (unit.wordEnds[at - 1] ?? 0) + 1;
    const isNext = start >= 0 && text.charCodeAt(begin - 1) === SPACE;
    if (unit.capitals[at] === 1 && (start < 0 || isNext)) {
      if (start < 0) start = at === 0 ? text.search(/\p{Lu}/u) : begin;
      count++;
      continue;
    }
    if (count > 1) names.add(text.slice(start, unit.wordEnds[at - 1]));
    start = unit.capitals[at] === 1 ? begin : -1;
    count = start < 0 ? 0 : 1;
  }
  return names;
}

const flag = (value: boolean): number => (value ? 1 : 0);

/** Measures every unit against the whole article. */
export function measureUnits(units: readonly Unit[], title: string, language: string): Measures {
  const phrases = phrasesOf(language);
  const small = stopWords(language);
  const total = units.length;
  const index = indexStems(units);
  const { contents, frequency, uses, firstUse } = index;
  let textWords = 0;
  let capitalsSeen = 0;
  for (const unit of units) {
    textWords += unit.wordCount;
    if (unit.capitals.includes(1)) capitalsSeen++;
  }
  const topFrequency = frequency.reduce((top, value) => Math.max(top, value), 1);

  // A title taken from the text's own head, which may have had a dateline, says nothing of its own.
  const firstText = (units[0]?.sentence.text ?? "").slice(0, TITLE_HEAD_LENGTH).toLowerCase();
  const titleText = title
    .replace(/^\([^)]*\)/, "")
    .trim()
    .toLowerCase();
  const isOwnTitle =
    titleText !== "" && !firstText.startsWith(titleText.slice(0, TITLE_HEAD_LENGTH)) && !titleText.includes(firstText);
  const isLowerCased = capitalsSeen < total * 0.3;
  // Without a title, the first sentence stands for one: it says what the article is about. The rankers of text without
  // capitals have their own measure of that.
  const topic = isOwnTitle ? title : isLowerCased ? "" : (units[0]?.sentence.text ?? "");
  const titleStems = findWords(topic, language).map((word) => ({
    raw: topic.slice(word.start, word.end),
    stem: stemWord(topic.slice(word.start, word.end), language),
  }));
  const titleContent = new Set(
    titleStems.filter((word) => !small.has(word.raw.toLowerCase()) && word.stem.length > 1).map((word) => word.stem),
  );
  const titlePairs = new Set(titleStems.slice(1).map(({ stem }, at) => `${titleStems[at]?.stem ?? ""} ${stem}`));
  const titleAll = new Set(titleStems.map(({ stem }) => stem));
  const isInTitle = Uint8Array.from({ length: index.size });
  for (const stem of titleContent) {
    const id = index.numbers.get(stem);
    if (id !== undefined) isInTitle[id] = 1;
  }
  const likeness = createLikeness(index);
  const centroids = likenessToAll(index);
  const sorted = [...centroids].sort((a, b) => b - a);
  const forward = sumLikeness(index, true);
  const backward = sumLikeness(index, false);
  const paragraphCount = (units.at(-1)?.paragraph ?? 0) + 1;
  const meanLength = textWords / Math.max(1, total);
  const seenNames = new Set<string>();

  const rows = units.map((unit, place) => {
    const { text } = unit.sentence;
    const ids = contents[place] ?? new Int32Array(0);
    const contentCount = ids.length;
    let [shared, frequencySum, frequencyMax, fresh, introduced, introducedSum] = [0, 0, 0, 0, 0, 0];
    for (const id of ids) {
      const count = frequency[id] ?? 0;
      shared += isInTitle[id] ?? 0;
      frequencySum += count;
      frequencyMax = Math.max(frequencyMax, count);
      if (firstUse[id] !== place) continue;
      fresh++;
      const used = uses[id] ?? 0;
      if (used > 1) introduced++;
      introducedSum += used > 1 ? used - 1 : 0;
    }
    const pairs = new Set<string>();
    for (let at = 1; at < unit.stems.length; at++) {
      const before = unit.stems[at - 1] ?? "";
      if (!titleAll.has(before)) continue;
      const pair = `${before} ${unit.stems[at] ?? ""}`;
      if (titlePairs.has(pair)) pairs.add(pair);
    }
    let capitals = 0;
    for (let at = 1; at < unit.capitals.length; at++) capitals += unit.capitals[at] ?? 0;
    const names = findNames(unit);
    let newNames = 0;
    for (const name of names) {
      if (!seenNames.has(name)) newNames++;
      seenNames.add(name);
    }
    const next = units[place + 1];
    const previous = units[place - 1];
    const numbers = text.match(/\d[\d.,]*/g) ?? [];
    return toRow({
      index: place,
      relativeIndex: place / Math.max(1, total),
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
      titlePairs: pairs.size / Math.max(1, titlePairs.size),
      titleBest: 0,
      hasTitle: flag(isOwnTitle),
      meanFrequency: frequencySum / topFrequency / Math.max(1, contentCount),
      sumFrequency: frequencySum - contentCount,
      maxFrequency: frequencyMax / topFrequency,
      centroid: centroids[place] ?? 0,
      centroidRank: sorted.indexOf(centroids[place] ?? 0) / Math.max(1, total),
      degree: ((forward[place] ?? 0) + (backward[place] ?? 0)) / Math.max(1, total - 1),
      forward: forward[place] ?? 0,
      backward: (backward[place] ?? 0) / Math.max(1, place),
      firstLikeness: place === 0 ? 1 : likeness(0, place),
      leadLikeness: Math.max(0, ...[0, 1, 2].filter((each) => each < place).map((each) => likeness(each, place))),
      previousLikeness: place === 0 ? 0 : likeness(place - 1, place),
      nextLikeness: likeness(place, place + 1),
      newShare: fresh / Math.max(1, contentCount),
      introduced,
      introducedSum,
      carried: (contentCount - fresh) / Math.max(1, contentCount),
      capitals: capitals / Math.max(1, unit.wordCount),
      names: names.size,
      newNames,
      numbers: numbers.length,
      hasMoney: flag(/[$£€¥₹%]|\bmillion|\bbillion|\bcrore|\bmilliard|\bMio\b/.test(text)),
      quotedShare: unit.quotedShare,
      isQuoteLed: flag(/^["“«„]/.test(text)),
      hasQuote: flag(unit.quotedShare > 0),
      hasSpeech: flag(unit.toldWords.some((word) => phrases.speech.has(word))),
      nextIsQuote: flag(next !== undefined && next.quotedShare > 0.4),
      previousIsQuote: flag(previous !== undefined && previous.quotedShare > 0.4),
      isQuestion: flag(unit.faults.isQuestion),
      isFirstPerson: flag(unit.faults.isFirstPerson),
      isSecondPerson: flag(unit.toldWords.some((word) => phrases.secondPerson.has(word))),
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
      stopShare: 1 - unit.stems.filter((stem) => index.numbers.has(stem)).length / Math.max(1, unit.stems.length),
      wordLength: unit.stems.reduce((sum, stem) => sum + stem.length, 0) / Math.max(1, unit.stems.length),
      hasDay: flag(unit.toldWords.some((word) => phrases.daySet.has(word))),
      hasYear: flag(/\b(?:19|20)\d\d\b/.test(text)),
      isLowerCased: flag(isLowerCased),
      isEnglish: flag(language === "en"),
    });
  });
  const best = FEATURE_NAMES.indexOf("titleBest");
  const cover = FEATURE_NAMES.indexOf("titleCover");
  const top = Math.max(0, ...rows.map((row) => row[cover] ?? 0));
  for (const row of rows) row[best] = top > 0 ? (row[cover] ?? 0) / top : 0;
  return {
    rows,
    frequency: index.counts,
    hasTitle: isOwnTitle,
    titleStems: titleStems.map((word) => word.stem),
    index,
  };
}
