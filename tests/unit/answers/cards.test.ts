/** Cards of quotes by their address: whose they are to see, and whom they name. */

import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFindCard } from "../../../src/answers/cards.ts";
import type { Card, DrawCard } from "../../../src/domain/cards/card.ts";
import { type ArticleId, toFeedId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import { EMPTY_FILTER } from "../../../src/domain/subscription.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const OWNER = { platform: "web", address: "cellar" } as const;
const OTHERS = [
  { platform: "web", address: "main" },
  { platform: "discord", address: "1001" },
  { platform: "telegram", address: "777" },
] as const;

let store: Store;
let drawn: Card[];
const draw: DrawCard = async (card) => {
  drawn.push(card);
  return { outcome: "drawn", bytes: new Uint8Array(1), width: 1200, height: 675, text: card.text };
};

beforeEach(async () => {
  store = await openMemoryStore();
  drawn = [];
});
afterEach(() => store.close());

async function publishOf(feed: string, isAdded: boolean): Promise<{ id: ArticleId; quoteKey: string }> {
  const url = `https://${feed}.example/7`;
  const article = buildArticle({ feedId: toFeedId(feed), url, canonicalUrl: url });
  const made = buildPublication({ article, isAdded });
  const id = await store.articles.publish(made);
  const key = createHash("sha256").update(made.quotes[0]?.text ?? "");
  return { id, quoteKey: key.digest("hex").slice(0, 8) };
}

test("a card of a feed that one room added is drawn in that room alone, whoever guesses its address", async () => {
  await store.feeds.save([buildFeed(), { ...buildFeed(), id: toFeedId("minutes"), origin: "added" }], NOW);
  await store.subscriptions.add(
    buildSubscription({ destination: OWNER, filter: { ...EMPTY_FILTER, feedIds: [toFeedId("minutes")] } }),
  );
  const { id, quoteKey } = await publishOf("minutes", true);
  const { postKey } = await store.articles.get(id);
  const find = createFindCard(store, { draw, language: "en" });
  const names = [`${id}`, `${id}-0000000000000000`, ...(postKey == null ? [] : [`${id}-${postKey}`])];
  const ask = (destination: (typeof OTHERS)[number] | typeof OWNER, article: string) =>
    find({ destination, person: "1", article, quoteKey, look: "light" });
  for (const destination of OTHERS)
    for (const article of names.slice(0, 2)) expect(await ask(destination, article)).toBeNull();
  expect(drawn).toEqual([]);
  const seen = await Promise.all(names.map((article) => ask(OWNER, article)));
  expect(seen.filter((made) => made?.outcome === "drawn").length).toBeGreaterThan(0);
});

test("a quote that the article has no longer has no card", async () => {
  await store.feeds.save([buildFeed()], NOW);
  const { id, quoteKey } = await publishOf(buildFeed().id, false);
  const find = createFindCard(store, { draw, language: "en" });
  const asked = { destination: OTHERS[0], person: "1", article: `${id}`, look: "dark" } as const;
  expect(await find({ ...asked, quoteKey: "00000000" })).toBeNull();
  expect(drawn).toEqual([]);
  expect(await find({ ...asked, quoteKey })).toMatchObject({ outcome: "drawn" });
});
