/**
 * Prints how many different events told in the same words are taken for one, and how many edited copies are still known.
 * `node --import tsx tools/stories/score-templates.ts`
 */

import { readFileSync } from "node:fs";
import { z } from "zod";
import { createStoryIndex } from "../../src/stories/story-index.ts";
import { createRandom } from "../learning/random.ts";

const HOUR_MS = 3_600_000;
const NOW = new Date("2026-11-26T12:00:00Z");
const BOILERPLATE =
  " Follow us for more. Subscribe to our morning letter. All rights reserved, no copies without leave.";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../tests/fixtures/${name}`, import.meta.url), "utf8"));

const TEMPLATES = z.array(
  z.object({
    language: z.string(),
    kind: z.string(),
    title: z.string(),
    text: z.string(),
    fills: z.array(z.array(z.string())),
  }),
);
const ARTICLES = z.array(z.object({ language: z.string(), title: z.string(), text: z.string() }));

interface Told {
  readonly language: string;
  readonly title: string;
  readonly text: string;
}

const fill = (text: string, values: readonly string[]): string =>
  text.replace(/\{(\d)\}/g, (_whole, index: string) => values[Number(index)] ?? "");
const templates = TEMPLATES.parse(read("story-templates.json"));
const articles: readonly Told[] = ARTICLES.parse(read("stories.json"));

/** Whether the second is taken for the first's story, among all the other articles of these days. */
function findMerge(first: Told, second: Told): string | null {
  const index = createStoryIndex();
  for (const [id, each] of articles.entries()) {
    if (each.language === first.language && each !== first)
      index.add({ ...each, id: 1000 + id, feedId: `f${id % 20}`, at: NOW });
  }
  index.add({ ...first, id: 1, feedId: "alpha", at: NOW });
  const match = index.find({ ...second, feedId: "beta", at: new Date(NOW.getTime() + 3 * HOUR_MS) });
  return match?.id === 1 ? `${match.by} ${match.score.toFixed(2)}` : null;
}

let [pairCount, mergedCount] = [0, 0];
for (const { kind, language, title, text, fills } of templates) {
  const told = fills.map((values) => ({ language, title: fill(title, values), text: fill(text, values) }));
  for (const [index, first] of told.entries()) {
    const second = told[(index + 1) % told.length];
    if (second === undefined) continue;
    const merge = findMerge(first, second);
    pairCount += 1;
    if (merge === null) continue;
    mergedCount += 1;
    console.log(`  MERGED ${language} ${kind} by ${merge}: ${first.title} | ${second.title}`);
  }
}
console.log(`${mergedCount} of ${pairCount} different events of ${templates.length} kinds merged`);

const random = createRandom(20261129);
/** Words of other articles of the language, put in the place of so many. */
function replaceWords(text: string, language: string, share: number): string {
  const others = articles.filter((each) => each.language === language).flatMap((each) => each.text.split(" "));
  const pick = (): string => others[Math.floor(random() * others.length)] ?? "";
  return text
    .split(" ")
    .map((word) => (random() < share ? pick() : word))
    .join(" ");
}
const EDITS: Readonly<Record<string, (told: Told) => Told>> = {
  "title of another": (told) => ({ ...told, title: told.text.split(" ").slice(-6).join(" ") }),
  "title edited": (told) => ({ ...told, title: told.title.split(" ").slice(1).reverse().join(" ") }),
  "10% of words": (told) => ({ ...told, text: replaceWords(told.text, told.language, 0.1) }),
  "25% of words": (told) => ({ ...told, text: replaceWords(told.text, told.language, 0.25) }),
  "first half": (told) => ({ ...told, text: told.text.slice(0, told.text.length / 2) }),
  boilerplate: (told) => ({ ...told, text: told.text + BOILERPLATE }),
};
for (const [name, edit] of Object.entries(EDITS)) {
  const some = articles.filter((_told, index) => index % 2 === 0);
  const found = some.filter((told) => findMerge(told, edit(told)) !== null).length;
  console.log(`edited copies known: ${name} ${found} of ${some.length}`);
}
