/** What completes as one types, and what /help tells of it. */

import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../../src/domain/store.ts";
import { ask, complete, WEB_MAIN } from "../../helpers/ask.ts";
import { buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";
import { openTwoFeeds, publishFerries } from "../../helpers/ferries.ts";

let store: Store;

beforeEach(async () => {
  store = await openTwoFeeds();
});
afterEach(() => store.close());

test("names complete as one types", async () => {
  await store.articles.publish(buildPublication());
  expect(await complete("subscribe", "what", "gle", { store })).toEqual(["glen-sport"]);
  expect(await complete("quotes", "speaker", "lind", { store })).toEqual(["Ada Lindqvist"]);
  expect(await complete("search", "topic", "sp", { store })).toEqual(["sport"]);
  expect(await complete("search", "days", "1", { store })).toEqual([]);
});

test("what one can subscribe to completes: everything, topics, feeds", async () => {
  expect(await complete("subscribe", "what", "", { store })).toEqual([
    "everything",
    "local",
    "sport",
    "glen-sport",
    "harbor-wire",
  ]);
  expect(await complete("subscribe", "what", "ev", { store })).toEqual(["everything"]);
  expect(await complete("subscribe", "what", "sp", { store })).toEqual(["sport", "glen-sport"]);
});

test("zones and languages complete; of several names, the last one typed", async () => {
  await store.articles.publish(buildPublication());
  expect(await complete("subscribe", "zone", "new y", { store })).toEqual(["America/New_York"]);
  expect(await complete("edit", "language", "ger", { store })).toEqual(["de"]);
  expect(await complete("search", "language", "deu", { store })).toEqual(["de"]);
  expect(await complete("subscribe", "language", "de, en", { store })).toEqual(["de, en"]);
  expect(await complete("subscribe", "language", "de, d", { store })).toEqual([]);
  expect(await complete("subscribe", "speaker", "Nera Moreau, lind", { store })).toEqual([
    "Nera Moreau, Ada Lindqvist",
  ]);
});

test.each(["why", "mute"])("/%s completes headlines, this channel's first, and takes what it offers", async (name) => {
  await publishFerries(store, 2);
  const [newest] = (await store.articles.latest({ feedIds: [], topics: [], limit: 1, offset: 0 })).briefs;
  const oldest = await store.articles.findByUrl("http://127.0.0.1:9/ferry-1");
  if (newest === undefined || oldest === null) throw new Error("Expected two articles.");
  const own = await store.subscriptions.add(buildSubscription());
  await store.outbox.owe(oldest.article.id, { subscriptionId: own.id, destination: WEB_MAIN }, NOW);
  const ids = [`#${oldest.article.id}`, `#${newest.article.id}`];
  expect(await complete(name, "what", "ferry n", { store })).toEqual(ids);
  expect(await complete(name, "what", "", { store })).toEqual(ids);
  expect(await complete(name, "what", "harbor", { store })).toEqual([]);
  const reply = await ask(`/${name} ${ids[0]}`, { store });
  expect(JSON.stringify(reply)).toContain("Ferry news 1");
});

test("/help names an option for roles on Discord, and nowhere else", async () => {
  const namesOf = async (platform: "discord" | "telegram" | "web") => {
    const reply = await ask("/help subscribe", { store, destination: { platform, address: "1" } });
    return reply.lists?.[0]?.items.map((item) => item.text);
  };
  expect(await namesOf("discord")).toContain("role");
  expect(await namesOf("telegram")).not.toContain("role");
  expect(await namesOf("web")).not.toContain("role");
});

test("/help puts what managers may use apart from the rest", async () => {
  const { lists = [] } = await ask("/help", { store });
  expect(lists.map((list) => list.title)).toEqual(["For those who manage the channel", "For everyone"]);
  expect(lists[0]?.items[0]?.text).toBe("/subscribe everything");
  expect(lists[1]?.items.map((item) => item.text)).toContain("/search ferry");
});

test("/help says where a value ends, but on Discord, where nobody types one", async () => {
  expect((await ask("/help edit", { store })).text).toContain("goes on to the next option");
  expect((await ask("/help search", { store })).text).toContain("one word, a name with its capitals");
  expect((await ask("/help brief", { store })).text).not.toContain("goes on to the next option");
  const discord = { platform: "discord", address: "1" } as const;
  expect((await ask("/help edit", { store, destination: discord })).text).not.toContain("goes on to the next option");
});
