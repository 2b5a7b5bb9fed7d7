/**
 * Prints precision and recall of "the same event" on labeled pairs, part by part, with the pairs it gets wrong.
 * `node --import tsx tools/stories/score-stories.ts [--fit]`; `--fit` first prints weights fitted to the tuning part alone.
 */

import { readFileSync } from "node:fs";
import { z } from "zod";
import { readSamples } from "../../samples/article.ts";
import { compare, type Rarity, toEventScore, toParts } from "../../src/stories/compare.ts";
import { type Fingerprint, toFingerprint } from "../../src/stories/fingerprint.ts";
import { toRarity } from "../../src/stories/rarity.ts";

const HOUR_MS = 3_600_000;
const MONDAY_MS = Date.parse("2026-11-16T08:00:00Z");
const STEPS = 4_000;
const RATE = 0.5;
const SHRINKAGE = 0.002;
/** A wrong merge hides news, a missed one only repeats it. */
const NEGATIVE_WEIGHT = 3;

const ARTICLES = z.array(
  z.object({
    part: z.enum(["tune", "checked", "score", "fresh"]),
    family: z.string(),
    event: z.string(),
    language: z.string(),
    hour: z.number(),
    title: z.string(),
    text: z.string(),
  }),
);

interface Labeled {
  readonly event: string;
  readonly family: string;
  readonly language: string;
  readonly title: string;
  readonly fingerprint: Fingerprint;
}

interface Pair {
  readonly titles: readonly [string, string];
  readonly isSame: boolean;
  /** Of one family: the same place, people or kind of event. */
  readonly isHard: boolean;
  readonly parts: readonly number[];
  readonly isFoundSame: boolean;
  readonly score: number;
}

const fixtures = ARTICLES.parse(
  JSON.parse(readFileSync(new URL("../../tests/fixtures/stories.json", import.meta.url), "utf8")),
);

const readPart = (part: (typeof fixtures)[number]["part"]): readonly Labeled[] =>
  fixtures
    .filter((each) => each.part === part)
    .map((each) => {
      const at = new Date(MONDAY_MS + each.hour * HOUR_MS);
      return { ...each, fingerprint: toFingerprint({ ...each, at }) };
    });

/** The sample newsroom, as if all of it came out on one day: its storm is told twice. */
const SAMPLE_EVENTS: Readonly<Record<string, string>> = {
  "storm-ilka-ferries": "storm",
  "storm-ilka-national": "storm",
};
const readNewsroom = (): readonly Labeled[] =>
  readSamples().map(({ id, title, text, language }) => ({
    event: SAMPLE_EVENTS[id] ?? id,
    family: SAMPLE_EVENTS[id] ?? id,
    language,
    title,
    fingerprint: toFingerprint({ title, text, language, at: new Date(MONDAY_MS) }),
  }));

function toPairs(articles: readonly Labeled[]): readonly Pair[] {
  const counts = new Map<string, number>();
  for (const { fingerprint } of articles) {
    for (const term of fingerprint.leadTerms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const rarity: Rarity = (term) => toRarity(counts.get(term) ?? 0, articles.length);
  return articles.flatMap((a, index) =>
    articles.slice(index + 1).flatMap((b) => {
      if (a.language !== b.language) return [];
      const { isSame, score } = compare(a.fingerprint, b.fingerprint, rarity);
      const parts = toParts(a.fingerprint, b.fingerprint, rarity);
      return {
        titles: [a.title, b.title] as const,
        isSame: a.event === b.event,
        isHard: a.family === b.family,
        parts,
        isFoundSame: isSame,
        // What is told apart by its names alone has no score of its own.
        score: isSame ? score : toEventScore(parts),
      };
    }),
  );
}

/** Logistic regression by plain descent; signs that make no sense are held at zero. */
function findWeights(pairs: readonly Pair[]): readonly number[] {
  const length = pairs[0]?.parts.length ?? 0;
  const isAgainst = (index: number): boolean => index >= length - 3;
  let weights: readonly number[] = Array.from({ length: length + 1 }, () => 0);
  const weightOf = (pair: Pair): number => (pair.isSame ? 1 : pair.isHard ? NEGATIVE_WEIGHT : 0.1);
  const whole = pairs.reduce((sum, pair) => sum + weightOf(pair), 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = Array.from({ length: length + 1 }, () => 0);
    for (const pair of pairs) {
      const error = (toEventScore(pair.parts, weights) - (pair.isSame ? 1 : 0)) * weightOf(pair);
      for (let index = 0; index <= length; index++) {
        slope[index] = (slope[index] ?? 0) + (error * (pair.parts[index] ?? 1)) / whole;
      }
    }
    weights = weights.map((weight, index) => {
      const next = weight - RATE * ((slope[index] ?? 0) + (index < length ? SHRINKAGE * weight : 0));
      if (index === length) return next;
      return isAgainst(index) ? Math.min(0, next) : Math.max(0, next);
    });
  }
  return weights.map((weight) => Math.round(weight * 100) / 100);
}

/** Normal deviate of a two-sided 95% interval. */
const DEVIATE = 1.96;

/** Wilson's interval of a share. Pairs of one event are not independent, so the true one is wider. */
function toInterval(part: number, all: number): string {
  if (all === 0) return "-";
  const [share, square] = [part / all, DEVIATE ** 2];
  const middle = (share + square / (2 * all)) / (1 + square / all);
  const half = (DEVIATE / (1 + square / all)) * Math.sqrt((share * (1 - share)) / all + square / (4 * all ** 2));
  return `${(100 * (middle - half)).toFixed(1)} to ${(100 * Math.min(1, middle + half)).toFixed(1)}%`;
}

function print(name: string, pairs: readonly Pair[]): void {
  const found = pairs.filter((pair) => pair.isFoundSame);
  const right = found.filter((pair) => pair.isSame).length;
  const same = pairs.filter((pair) => pair.isSame).length;
  // A later telling joins its story by any one of the earlier.
  const later = (some: readonly Pair[]): number =>
    new Set(some.filter((pair) => pair.isSame).map(({ titles }) => titles[1])).size;
  const hard = pairs.filter((pair) => pair.isHard && !pair.isSame).length;
  const toPercent = (part: number, all: number): string => (all === 0 ? "-" : `${((100 * part) / all).toFixed(1)}%`);
  console.log(
    `${name.padEnd(9)} pairs ${pairs.length} (same ${same}, alike but different ${hard})  precision ${toPercent(right, found.length)} (${right}/${found.length}, ${toInterval(right, found.length)})  recall ${toPercent(right, same)} (${right}/${same})  later tellings that join ${later(found)}/${later(pairs)}`,
  );
  for (const { titles, isSame, isFoundSame, score } of pairs) {
    if (isSame !== isFoundSame)
      console.log(`  ${isSame ? "missed" : "WRONG "} ${score.toFixed(2)}  ${titles.join("  |  ")}`);
  }
}

const tuning = toPairs(readPart("tune"));
if (process.argv.includes("--fit")) {
  const weights = findWeights(tuning);
  console.log("weights", JSON.stringify(weights));
  const scored = tuning.map((pair) => ({ ...pair, score: toEventScore(pair.parts, weights) }));
  const worst = Math.max(...scored.filter((pair) => !pair.isSame).map((pair) => pair.score));
  const least = scored.filter((pair) => pair.isSame).map((pair) => pair.score);
  console.log(
    `highest of different ${worst.toFixed(2)}, of the same: ${least
      .sort()
      .map((each) => each.toFixed(2))
      .join(" ")}`,
  );
}
print("tuning", tuning);
print("newsroom", toPairs(readNewsroom()));
print("checked", toPairs(readPart("checked")));
print("held out", toPairs(readPart("score")));
print("fresh", toPairs(readPart("fresh")));
