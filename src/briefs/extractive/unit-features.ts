/** What is measured of each unit: place, ties to headline and text, what it brings in, length, quotation, form. */

import { findLanguage } from "../../languages/index.ts";
import { findWords, stemWord, stopWords } from "../../languages/shared/words.ts";
import type { Unit } from "../unit.ts";
import { createLikeness, indexStems, likenessToAll, type StemIndex, sumLikeness } from "./stems.ts";
import { type ArticleView, FEATURE_NAMES, unitPlace, writeUnit } from "./unit-row.ts";

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

const NUMBER_PATTERN = /\d[\d.,]*/g;
const TITLE_BEST = unitPlace("titleBest");
const TITLE_COVER = unitPlace("titleCover");

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

/** Measures every unit against the whole article. */
export function measureUnits(units: readonly Unit[], title: string, language: string): Measures {
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
  const article: ArticleView = {
    total,
    paragraphCount: (units.at(-1)?.paragraph ?? 0) + 1,
    textWords,
    meanLength: textWords / Math.max(1, total),
    leadLength: units[0]?.wordCount ?? 0,
    titleContent,
    titlePairs,
    isOwnTitle,
    topFrequency,
    phrases: findLanguage(language).asides,
    days: new Set(findLanguage(language).dates?.told.days.flatMap((forms) => forms.slice(0, 1))),
    index,
    isLowerCased,
    language,
  };
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
    const row = new Float64Array(FEATURE_NAMES.length);
    writeUnit(row, {
      article,
      unit,
      text,
      place,
      next: units[place + 1],
      previous: units[place - 1],
      contentCount,
      shared,
      titlePairCount: pairs.size,
      frequencySum,
      frequencyMax,
      fresh,
      introduced,
      introducedSum,
      centroid: centroids[place] ?? 0,
      centroidRank: sorted.indexOf(centroids[place] ?? 0) / Math.max(1, total),
      forward: forward[place] ?? 0,
      backward: backward[place] ?? 0,
      firstLikeness: place === 0 ? 1 : likeness(0, place),
      leadLikeness: Math.max(0, ...[0, 1, 2].filter((each) => each < place).map((each) => likeness(each, place))),
      previousLikeness: place === 0 ? 0 : likeness(place - 1, place),
      nextLikeness: likeness(place, place + 1),
      capitals,
      nameCount: names.size,
      newNames,
      numberCount: text.match(NUMBER_PATTERN)?.length ?? 0,
    });
    return row;
  });
  const top = Math.max(0, ...rows.map((row) => row[TITLE_COVER] ?? 0));
  for (const row of rows) row[TITLE_BEST] = top > 0 ? (row[TITLE_COVER] ?? 0) / top : 0;
  return {
    rows,
    frequency: index.counts,
    hasTitle: isOwnTitle,
    titleStems: titleStems.map((word) => word.stem),
    index,
  };
}
