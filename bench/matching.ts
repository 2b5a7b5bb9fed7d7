/** Who is owed an article at 1,000, 10,000 and 100,000 subscriptions: `node --import tsx bench/matching.ts [subscriptions...]`. */

import { toFeedId } from "../src/domain/id.ts";
import { SILENT_LOG } from "../src/domain/platform.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER, type Filter } from "../src/domain/subscription.ts";
import { openEngine, toStore } from "../src/store/open.ts";
import { buildArticle, buildBrief } from "../tests/helpers/build.ts";
import { createRandom, makeText } from "../tests/helpers/make-search.ts";
import { matchSubscriptions } from "../tests/helpers/plain-matcher.ts";

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000, 100_000];
const ROUNDS = 25;
const FEEDS = 84;
const TOPICS = 10;
const WORDS = 5_000;
const ARTICLE_WORDS = 400;
const NOW = new Date(Date.UTC(2026, 0, 1, 12));

/** A third by feed, a third by topic, a third by topic and word. */
function toFilter(index: number): Filter {
  const topics = [`topic-${index % TOPICS}`];
  if (index % 3 === 0) return { ...EMPTY_FILTER, feedIds: [toFeedId(`feed-${index % FEEDS}`)] };
  return index % 3 === 1 ? { ...EMPTY_FILTER, topics } : { ...EMPTY_FILTER, topics, words: [`word${index % WORDS}`] };
}

const quantile = (times: readonly number[], share: number): string =>
  ([...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2);

async function measure(size: number): Promise<Record<string, string | number>> {
  const opened = await openEngine("sqlite::memory:", false, SILENT_LOG);
  const store = toStore(opened);
  await opened.database.transaction().execute(async (trx) => {
    for (let index = 0; index < size; index += 1) {
      const place = { platform: "web", address: `room-${index}`, number: 1, created_at: 0 };
      const wish = { filter: JSON.stringify(toFilter(index)), display: JSON.stringify(DEFAULT_DISPLAY) };
      await trx
        .insertInto("subscriptions")
        .values({ ...place, ...wish, paused_reason: null, server: null })
        .execute();
    }
  });
  const begin = performance.now();
  await store.subscriptions.readStanding();
  const firstMs = performance.now() - begin;
  const random = createRandom(size);
  const [plain, indexed]: [number[], number[]] = [[], []];
  let recipients = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const numbered = Array.from({ length: ARTICLE_WORDS }, () => `word${Math.floor(random() * WORDS * 4)}`).join(" ");
    const article = buildArticle({ text: `${makeText(random)} ${numbered}` });
    const matchable = {
      feedId: toFeedId(`feed-${round % FEEDS}`),
      topics: [`topic-${round % TOPICS}`],
      language: "en",
      brief: buildBrief(article),
      text: article.text,
      quotes: [],
    };
    let start = performance.now();
    const found = (await store.subscriptions.readStanding()).match(matchable, NOW);
    indexed.push(performance.now() - start);
    recipients = found.length;
    if (round >= 3) continue;
    start = performance.now();
    const all = matchSubscriptions(matchable, await store.subscriptions.findActive(), NOW);
    plain.push(performance.now() - start);
    if (all.length !== recipients) throw new Error(`Expected ${all.length} recipients, found ${recipients}.`);
  }
  await store.close();
  return {
    subscriptions: size,
    recipients,
    "first read ms": firstMs.toFixed(0),
    "p50 ms": quantile(indexed, 0.5),
    "p95 ms": quantile(indexed, 0.95),
    "all read anew ms": quantile(plain, 0.5),
    "RSS MB": (process.memoryUsage().rss / 1e6).toFixed(0),
  };
}

const rows: Record<string, string | number>[] = [];
for (const size of SIZES) rows.push(await measure(size));
console.table(rows);
