/** Who added a feed × who looks × how: every cell is counted, and in none does anybody but its owner meet it. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../../commands/index.ts";
import type { Feed } from "../../../src/domain/feed.ts";
import { type ArticleId, toFeedId } from "../../../src/domain/id.ts";
import type { Reply } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import { type Destination, EMPTY_FILTER, toDestinationKey } from "../../../src/domain/subscription.ts";
import { ask, complete, pressId } from "../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";
import { servePage } from "../../helpers/page-server.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CELLS_MIN = 300;

/** A place of every kind there is. */
const PLACES: readonly (Destination & { readonly server: string | null })[] = [
  { platform: "discord", address: "1001", server: "g-1" },
  { platform: "discord", address: "1002", server: "g-1" },
  { platform: "telegram", address: "777", server: "777" },
  { platform: "telegram", address: "-100500/7", server: "-100500" },
  { platform: "web", address: "main", server: null },
];
const URL = "https://minutes.example/7";
const FEED: Feed = {
  ...buildFeed(),
  id: toFeedId("board-minutes"),
  title: "Quorrick board minutes",
  url: "https://minutes.example/feed?key=HUSH-4711",
  homepage: "https://minutes.example/",
  topics: ["quorrick"],
  origin: "added",
};
/** Anything of it that an answer may not hold. */
const TRACE = /Quorrick|HUSH-4711|minutes\.example|board-minutes|Vannick|Sealbrook/i;

const LINES = (id: ArticleId): readonly string[] => [
  "/feeds",
  "/feeds quorrick",
  "/feeds topic:quorrick",
  "/latest",
  "/latest board-minutes",
  "/latest topic:quorrick",
  "/search yard",
  "/search sealb*",
  '/search "yard closes" in:title',
  "/search ferry feed:board-minutes",
  "/search ferry topic:quorrick",
  "/search ferry speaker:Vannick",
  "/search ferry author:Sealbrook",
  "/quotes Vannick",
  "/quotes about:ferry",
  `/why ${URL}`,
  "/why yard closes",
  `/why #${id}`,
  `/mute ${URL}`,
  `/mute #${id}`,
  `/brief ${URL}`,
  "/subscribe board-minutes",
  "/subscribe Quorrick board minutes",
  "/subscribe topic:quorrick",
  "/edit 1 topic:quorrick",
  "/unsubscribe board-minutes",
  "/export",
  "/export opml",
  "/import",
  "/subscriptions",
  "/follow",
  "/follow Omar",
  "/follow yard closes",
  `/follow ${URL}`,
  `/card ${URL}`,
  "/card yard closes",
  "/top",
  "/top week",
  "/template",
  "/template quotes",
  "/template full",
  "/translate",
  "/language",
  "/forget",
  "/help",
];

const BUTTONS = (id: ArticleId): readonly string[] =>
  COMMANDS.flatMap(({ name }) =>
    [
      `article:${id}`,
      `article:${id}-0000000000000000`,
      `undo:${id}`,
      "1:1",
      "feed:1:0",
      "change:1:1",
      "list:1",
      "test:1",
    ].map((rest) => `v1:${name}:${rest}`),
  );

const COMPLETIONS = COMMANDS.flatMap(({ name, options }) =>
  Object.keys(options).flatMap((option) => ["", "quo", "vann"].map((typed) => ({ name, option, typed }))),
);

const ROOMS = ["main", "cellar"];
/** Of the page: its API, its feeds and its views. */
const ADDRESSES = (id: ArticleId): readonly string[] => [
  "/api/news",
  "/api/news?topic=quorrick",
  "/api/news?feed=board-minutes",
  `/api/stories/${id}`,
  `/api/articles/${id}`,
  "/api/speakers",
  "/api/speakers?begins=vann",
  "/api/speakers/Omar%20Vannick",
  "/api/quotes",
  "/api/quotes?speaker=vannick",
  "/api/quotes?q=ferry&feed=board-minutes",
  "/api/search?q=yard",
  "/api/search?q=ferry&speaker=vannick",
  "/api/search?feed=board-minutes",
  "/api/feeds",
  "/feeds/search.rss?q=ferry",
  "/feeds/search.atom?topic=quorrick",
  "/feeds/search.json?feed=board-minutes",
  "/news",
  "/news?topic=quorrick",
  `/story/${id}`,
  `/article/${id}`,
  "/speaker/vannick",
  "/search?q=yard",
  "/search?q=ferry&feed=board-minutes",
];

/** Words that somebody typed may be said back to them. */
function withoutTyped(answer: string, line: string): string {
  const words = line.split(/[\s:*"]+/).filter((word) => word.length > 3);
  const wholes = [line.split(" ").slice(1).join(" "), ...words];
  return wholes.reduce((text, word) => (word === "" ? text : text.replaceAll(word, "")), answer);
}

test("every command is among the lines", () => {
  const typed = LINES(1 as ArticleId).map((line) => line.slice(1).split(" ")[0]);
  expect(COMMANDS.map(({ name }) => name).filter((name) => !typed.includes(name))).toEqual([]);
});

let store: Store;
let id: ArticleId;
/** What lets the feed through, each with who looked and how. */
const through: string[] = [];
const seenByOwner = new Set<string>();
let cells = 0;

function count(cell: string, answer: string): void {
  cells += 1;
  if (TRACE.test(answer)) through.push(`${cell}: ${answer.slice(0, 200)}`);
}

async function look(owner: string, place: (typeof PLACES)[number]): Promise<void> {
  const { server, ...destination } = place;
  const options = { store, destination, ...(server === null ? {} : { server }) };
  const who = `${owner} added, ${toDestinationKey(destination)} looks`;
  for (const isManager of [true, false]) {
    for (const line of LINES(id)) {
      const reply: Reply = await ask(line, { ...options, isManager, actorId: `p-${destination.address}-${line}` });
      count(`${who}, ${line}`, withoutTyped(JSON.stringify(reply), line));
    }
  }
  for (const button of BUTTONS(id)) {
    const reply = await pressId(button, { ...options, actorId: `p-${destination.address}-${button}` });
    count(`${who}, ${button}`, JSON.stringify(reply));
  }
  for (const { name, option, typed } of COMPLETIONS) {
    count(`${who}, ${name} ${option} “${typed}”`, (await complete(name, option, typed, options)).join("\n"));
  }
}

/** In a room of its own the owner meets it; in the others nobody does. */
async function lookAtPage(owner: (typeof PLACES)[number]): Promise<readonly string[]> {
  const page = await servePage(store);
  const met: string[] = [];
  for (const room of ROOMS) {
    for (const address of ADDRESSES(id)) {
      const path = `${address}${address.includes("?") ? "&" : "?"}room=${room}`;
      const answer = withoutTyped(decodeURIComponent(await page.readText(path)), path.replace(/[/?&=]|%20/g, " "));
      if (owner.platform !== "web" || owner.address !== room)
        count(`${toDestinationKey(owner)} added, ${path}`, answer);
      else if (TRACE.test(answer)) met.push(address);
    }
  }
  await page.stop();
  return met;
}

describe.each(PLACES.map((owner) => ({ name: toDestinationKey(owner), owner })))("a feed that $name added", (each) => {
  beforeAll(async () => {
    const { server: _, ...owner } = each.owner;
    store = await openMemoryStore();
    await store.feeds.save([buildFeed(), FEED], NOW);
    await store.subscriptions.add(
      buildSubscription({ destination: owner, filter: { ...EMPTY_FILTER, feedIds: [FEED.id] } }),
    );
    const [quote] = buildPublication().quotes;
    if (quote?.speaker == null) throw new Error("expected a speaker");
    const quotes = [{ ...quote, speaker: { ...quote.speaker, name: "Omar Vannick", role: "chair of Quorrick" } }];
    const article = buildArticle({
      feedId: FEED.id,
      url: URL,
      canonicalUrl: URL,
      title: "Quorrick yard closes on Friday",
      outlet: FEED.title,
      byline: "Ida Sealbrook",
    });
    id = await store.articles.publish(buildPublication({ article, quotes, topics: FEED.topics, isAdded: true }));
    for (const place of PLACES) {
      const { server: __, ...destination } = place;
      if (place !== each.owner) await ask("/subscribe everything", { store, destination });
    }
  });
  afterAll(() => store.close());

  test("is met by nobody else, whatever they type, press or complete", async () => {
    for (const place of PLACES) if (place !== each.owner) await look(each.name, place);
    expect(through).toEqual([]);
  }, 60_000);

  test("is met on the page in its owner's room alone", async () => {
    const met = await lookAtPage(each.owner);
    expect(through).toEqual([]);
    expect(met).toHaveLength(each.owner.platform === "web" ? ADDRESSES(id).length : 0);
  });

  test("is met by its owner", async () => {
    const { server: _, ...destination } = each.owner;
    for (const line of [
      "/feeds quorrick",
      "/latest",
      "/search yard",
      "/quotes Vannick",
      `/why ${URL}`,
      `/brief ${URL}`,
    ]) {
      if (TRACE.test(withoutTyped(JSON.stringify(await ask(line, { store, destination })), line))) {
        seenByOwner.add(`${each.name} ${line}`);
      }
    }
  });
});

test("the cells above are many, and owners met their feed in each way that was tried", () => {
  console.info(`matrix: ${cells} cells, ${through.length} through`);
  expect(cells).toBeGreaterThanOrEqual(CELLS_MIN);
  expect(seenByOwner.size).toBe(PLACES.length * 6);
});
