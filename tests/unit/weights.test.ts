/** What was learned: each file of weights has a card that names it by its hash, and holds only what is measured. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { INPUT_NAMES } from "../../src/articles/learned-features/block-row.ts";
import { WORD_TEMPLATES } from "../../src/articles/learned-features/block-scorer.ts";
import { TOPIC_TEMPLATES } from "../../src/articles/topics/classify.ts";
import { SET_FEATURE_NAMES } from "../../src/briefs/extractive/combine.ts";
import { FOUND_SET_FEATURE_NAMES } from "../../src/briefs/extractive/found-sets.ts";
import { POSTABLE_FEATURE_NAMES } from "../../src/briefs/extractive/judged/postable.ts";
import { NEWS_FEATURE_NAMES } from "../../src/briefs/extractive/news.ts";
import { TELLS_FEATURE_NAMES } from "../../src/briefs/extractive/tells-news.ts";
import { FEATURE_NAMES } from "../../src/briefs/extractive/unit-row.ts";
import { readByteRuns } from "../../src/learned/byte-runs.ts";
import type { Templates } from "../../src/learned/features.ts";
import { createScorers, readWeights } from "../../src/learned/linear.ts";
import { readScorer } from "../../src/learned/trees.ts";
import { readWeighedScorer } from "../../src/learned/weighed-rows.ts";
import { WORTH_OUTPUTS } from "../../src/quotes/choosing/quote-worth.ts";
import { MODEL_TEMPLATES } from "../../src/quotes/speakers/templates.ts";

const FOLDER = new URL("../../weights/", import.meta.url);
const fileOf = (name: string): URL => new URL(name, FOLDER);
const linear = (templates: Readonly<Record<string, Templates>>) => (url: URL) =>
  createScorers(readWeights(url), templates);
const trees = (names: readonly string[]) => (url: URL) => readScorer(url, names);

/** File -> what reads it; a reader throws at anything that is not measured. */
const READERS: Readonly<Record<string, (url: URL) => unknown>> = {
  "articles/blocks.json": trees(INPUT_NAMES),
  "articles/words.json": linear(WORD_TEMPLATES),
  "briefs/natural-sets.json": trees(FOUND_SET_FEATURE_NAMES),
  "briefs/natural-units.json": trees(FEATURE_NAMES),
  "briefs/news.json": trees(NEWS_FEATURE_NAMES),
  "briefs/postable-alone.json": trees(POSTABLE_FEATURE_NAMES),
  "briefs/postable-behind.json": trees(POSTABLE_FEATURE_NAMES),
  "briefs/sets.json": trees(SET_FEATURE_NAMES),
  "briefs/tells-news.json": (url) => readWeighedScorer(url, TELLS_FEATURE_NAMES),
  "briefs/units.json": trees(FEATURE_NAMES),
  "languages/byte-runs.bin": readByteRuns,
  "quotes/de.json": linear(MODEL_TEMPLATES),
  "quotes/en.json": linear(MODEL_TEMPLATES),
  "quotes/worth.json": linear(WORTH_OUTPUTS),
  "topics/en.json": linear(TOPIC_TEMPLATES),
};

const FILES = readdirSync(fileURLToPath(FOLDER), { recursive: true })
  .map((name) => String(name).replaceAll("\\", "/"))
  .filter((name) => /\.(?:json|bin)$/.test(name))
  .sort();

test("every file of weights is read by something", () => {
  expect(FILES).toEqual(Object.keys(READERS).sort());
});

describe.each(FILES)("weights/%s", (name) => {
  test("names only what is measured", () => {
    expect(() => READERS[name]?.(fileOf(name))).not.toThrow();
  });

  test("stands on the card beside it, with the hash of its bytes", () => {
    const card = readFileSync(new URL("CARD.md", fileOf(name)), "utf8");
    const hash = createHash("sha256")
      .update(readFileSync(fileOf(name)))
      .digest("hex");
    expect(card).toContain(`| \`${name.split("/").at(-1)}\` | \`${hash}\` |`);
  });

  test("its card says what it decides, its data, license, seed, command, commit and score", () => {
    const card = readFileSync(new URL("CARD.md", fileOf(name)), "utf8");
    for (const word of ["What they decide", "data", "license", "seed", "command", "commit", "sha256"])
      expect(card.toLowerCase()).toContain(word.toLowerCase());
    expect(card).toMatch(/held out|not seen|not trained on/);
  });
});
