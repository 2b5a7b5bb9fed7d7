/** Articles of an invented language, with words as rare and names as frequent as in news, for the benchmarks of the store. */

import type { NewArticle } from "../src/domain/article.ts";
import { toFeedId, toSubscriptionId } from "../src/domain/id.ts";
import type { Publication } from "../src/domain/store.ts";
import type { Random } from "../tests/helpers/make-search.ts";

const VOCABULARY = 30_000;
const WORDS_PER_ARTICLE = 400;
const SPEAKERS = 3_000;
const DESTINATIONS = 200;
export const START = Date.UTC(2026, 0, 1);

const syllables = "ka lo mi ter san dor ve ni ru bel to ga shi pra".split(" ");
/** The n-th word of an invented language, longer the rarer it is. */
export function toWord(rank: number): string {
  let word = "";
  for (let rest = rank + 1; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[rest % syllables.length] ?? "";
  }
  return word;
}
/** Ranks as words come in a language: the first most often. */
export const pickRank = (random: Random, size: number): number => Math.floor(size ** random()) - 1;
const makeWords = (random: Random, length: number): string =>
  Array.from({ length }, () => toWord(pickRank(random, VOCABULARY))).join(" ");

export function makePublication(random: Random, index: number, length = WORDS_PER_ARTICLE): Publication {
  const now = new Date(START + index * 60_000);
  const text = makeWords(random, length);
  const url = `https://bench.example/${index}`;
  const names = Array.from({ length: 3 }, () => pickRank(random, SPEAKERS));
  const quotes = names.map((name, position) => {
    const start = text.indexOf(" ", 300 * (position + 1)) + 1;
    const end = start + 120;
    const mention = `${toWord(name + 900)} ${toWord(name * 7 + 2_000)}`;
    const speaker = { mention, start: 0, end: 0, name: mention, role: null, kind: "person" as const };
    return { text: text.slice(start, end), start, end, type: "direct" as const, speaker, cue: null, group: position };
  });
  const title = makeWords(random, 9);
  const article: NewArticle = {
    feedId: toFeedId(`feed-${index % 40}`),
    url,
    canonicalUrl: url,
    title,
    byline: null,
    outlet: "Bench",
    agency: null,
    publishedAt: now,
    fetchedAt: now,
    language: "en",
    imageUrl: null,
    text,
    basis: "page",
    basisReason: null,
  };
  const sentences = [0, 1, 2].map((at) => ({
    text: text.slice(at * 150, at * 150 + 140),
    start: 0,
    end: 0,
    edited: true,
  }));
  const recipients = [0, 1].map((offset) => ({
    subscriptionId: toSubscriptionId(1),
    destination: { platform: "web" as const, address: `room-${(index * 2 + offset) % DESTINATIONS}` },
  }));
  return {
    article,
    brief: { headline: title, sentences, quotes, summarizer: "bench" },
    quotes,
    entryKeys: [url],
    topics: [`topic-${index % 10}`],
    recipients,
    now,
  };
}
