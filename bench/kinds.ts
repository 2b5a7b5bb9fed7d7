/**
 * Inputs of every kind that once came out wrong, made at random by the hundred: how many come out wrong now.
 * `npx tsx bench/kinds.ts [a kind] [seed]` prints a table and the first that failed of each; ends with 1 when any did.
 */

import { createRandom } from "../tools/learning/random.ts";
import { FEED_KINDS } from "./kinds/feeds.ts";
import { PAGE_KINDS } from "./kinds/pages.ts";
import { QUOTE_KINDS } from "./kinds/quotes.ts";

const COUNT = Number(process.argv[2] ?? 200);
const SEED = Number(process.argv[3] ?? 20261129);
const SHOWN_MAX = 900;

let failedCount = 0;
console.log("| kind | tried | wrong |\n|---|---|---|");
for (const { name, tryOne } of [...FEED_KINDS, ...PAGE_KINDS, ...QUOTE_KINDS]) {
  const random = createRandom(SEED);
  const failures: string[] = [];
  for (let count = 0; count < COUNT; count += 1) {
    const failure = await tryOne(random);
    if (failure !== null) failures.push(failure);
  }
  failedCount += failures.length;
  console.log(`| ${name} | ${COUNT} | ${failures.length} |`);
  const [first] = failures;
  if (first !== undefined) console.error(`  ${name}: ${first.slice(0, SHOWN_MAX)}`);
}
process.exitCode = failedCount > 0 ? 1 : 0;
