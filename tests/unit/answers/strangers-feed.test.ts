/** Who added a feed, who looks, and how: an added feed and all it brings belong to the channels that name it. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { COMMANDS } from "../../../commands/index.ts";
import type { Feed } from "../../../src/domain/feed.ts";
import { type ArticleId, toFeedId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import { type Destination, EMPTY_FILTER } from "../../../src/domain/subscription.ts";
import { toPostButtons } from "../../../src/messages/post-buttons.ts";
import { ask, complete, press, pressId, serving } from "../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const OWNER: Destination = { platform: "discord", address: "1001" };
const STRANGERS: readonly Destination[] = [
  { platform: "discord", address: "1002" },
  { platform: "telegram", address: "777" },
  { platform: "web", address: "main" },
];
const SECRET = "HUSH-4711";
const URL = "https://minutes.example/7";
const FEED: Feed = {
  ...buildFeed(),
  id: toFeedId("board-minutes"),
  title: "Quorrick board minutes",
  url: `https://minutes.example/feed?key=${SECRET}`,
  homepage: "https://minutes.example/",
  topics: ["quorrick"],
  origin: "added",
};
/** Anything of it that an answer may not hold. */
const TRACE = /Quorrick|HUSH-4711|minutes\.example|board-minutes|Vannick|yard closes/i;

let store: Store;
let id: ArticleId;

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed(), FEED], NOW);
  await store.subscriptions.add(
    buildSubscription({ destination: OWNER, filter: { ...EMPTY_FILTER, feedIds: [FEED.id] } }),
  );
  const title = "Quorrick yard closes on Friday, minutes say";
  const article = buildArticle({ feedId: FEED.id, url: URL, canonicalUrl: URL, title, outlet: FEED.title });
  const [first] = buildPublication().quotes;
  if (first?.speaker == null) throw new Error("expected a speaker");
  const quotes = [{ ...first, speaker: { ...first.speaker, name: "Omar Vannick", role: "chair of Quorrick" } }];
  id = await store.articles.publish(buildPublication({ article, quotes, topics: FEED.topics, isAdded: true }));
});
afterEach(() => store.close());

const LINES = [
  "/feeds",
  "/feeds quorrick",
  "/feeds topic:quorrick",
  "/latest",
  "/latest board-minutes",
  "/search yard",
  "/search quorrick closes",
  "/search ferry feed:board-minutes",
  "/search ferry topic:quorrick",
  "/search ferry speaker:Vannick",
  "/quotes Vannick",
  "/quotes about:ferry",
  `/why ${URL}`,
  "/why yard closes",
  "/mute yard closes",
  `/brief ${URL}`,
  "/export",
  "/subscriptions",
];

test("nothing of a feed a channel added is in any answer to another, on any platform", async () => {
  for (const destination of STRANGERS) {
    await ask("/subscribe everything", { store, destination });
    for (const line of [
      ...LINES,
      `/why #${id}`,
      `/mute #${id}`,
      "/subscribe board-minutes",
      "/subscribe topic:quorrick",
    ]) {
      const reply = await ask(line, { store, destination });
      // What was typed may be said back.
      const said = JSON.stringify(reply).replaceAll(
        JSON.stringify(line.split(" ").slice(1).join(" ")).slice(1, -1),
        "",
      );
      const typed = line.split(/[ :]/).slice(1);
      const rest = typed.reduce((text, word) => (word.length > 3 ? text.replaceAll(word, "") : text), said);
      expect(rest, `${line} in ${destination.platform}`).not.toMatch(TRACE);
      expect(reply.posts ?? [], `${line} in ${destination.platform}`).toEqual([]);
    }
    const standing = await store.subscriptions.findByDestination(destination);
    expect(standing.flatMap(({ filter }) => filter.feedIds)).toEqual([]);
  }
});

test("its owner is answered from it by every command that looks", async () => {
  const answers = await Promise.all(
    ["/feeds quorrick", "/latest", "/search yard", "/quotes Vannick", `/why ${URL}`, `/brief ${URL}`].map(
      async (line) => JSON.stringify(await ask(line, { store, destination: OWNER })),
    ),
  );
  for (const answer of answers) expect(answer).toMatch(TRACE);
  const file = (await ask("/export", { store, destination: OWNER })).file;
  expect(JSON.stringify(file)).toContain(SECRET);
});

test("nothing of it completes for another channel, and all of it for its own", async () => {
  for (const command of COMMANDS) {
    for (const name of Object.keys(command.options)) {
      for (const typed of ["", "quo", "vann", "board", "yard"]) {
        for (const destination of STRANGERS) {
          const choices = await complete(command.name, name, typed, { store, destination });
          expect(choices.join("\n"), `${command.name} ${name} ${typed}`).not.toMatch(TRACE);
        }
      }
    }
  }
  expect(await complete("quotes", "speaker", "vann", { store, destination: OWNER })).toEqual(["Omar Vannick"]);
  expect(await complete("latest", "feed", "quo", { store, destination: OWNER })).toEqual([FEED.id]);
});

test("a button forged with a counted number opens neither its articles nor another channel's search", async () => {
  const own = await ask("/search yard", { store, destination: OWNER });
  expect(JSON.stringify(own)).toMatch(TRACE);
  for (const destination of STRANGERS) {
    for (const command of COMMANDS) {
      for (const rest of [`article:${id}`, `article:${id}-0000000000000000`, "1:1", "2:1", `undo:${id}`, "feed:1:0"]) {
        const reply = await pressId(`v1:${command.name}:${rest}`, { store, destination });
        expect(JSON.stringify(reply), `${command.name} ${rest}`).not.toMatch(TRACE);
      }
    }
  }
});

test("the buttons of its posts work in the private chat they lead to", async () => {
  const [post] = (await ask("/latest", { store, destination: OWNER })).posts ?? [];
  if (post === undefined) throw new Error("expected a post");
  const quotes = toPostButtons(COMMANDS, post).find(
    (button) => button.kind === "action" && button.id.startsWith("v1:quotes:"),
  );
  if (quotes?.kind !== "action") throw new Error("expected the button of more quotes");
  expect(Buffer.byteLength(quotes.id)).toBeLessThanOrEqual(64);
  const reply = await pressId(quotes.id, { store, destination: { platform: "telegram", address: "31" } });
  expect(JSON.stringify(reply)).toContain("Omar Vannick");
});

test("muting a story of its own is undone by the button of the answer", async () => {
  const options = { store, destination: OWNER };
  const muted = await ask("/mute yard closes", options);
  expect((await press(muted, "Undo", options)).text).toContain("yard closes");
});

test("whoever names the same address has the same feed, and sees what it had", async () => {
  const [destination] = STRANGERS;
  if (destination === undefined) throw new Error("expected a stranger");
  const rss = `<rss version="2.0"><channel><title>Minutes</title></channel></rss>`;
  const download = async () => ({
    status: "fresh" as const,
    url: FEED.url,
    body: new TextEncoder().encode(rss),
    contentType: "application/rss+xml",
    etag: null,
    lastModified: null,
    headers: {},
  });
  await ask(`/subscribe ${FEED.url}`, { store, destination, download: download as never });
  expect((await store.feeds.list()).map((feed) => feed.id).sort()).toEqual([FEED.id, buildFeed().id].sort());
  expect(JSON.stringify(await ask("/search yard", { store, destination }))).toMatch(TRACE);
});

test("an added feed may not take the name of an outlet of the catalog", async () => {
  const rss = `<rss version="2.0"><channel><title>${buildFeed().title}</title></channel></rss>`;
  const destination: Destination = { platform: "telegram", address: "777" };
  await ask("/subscribe https://evil.example/feed", { store, destination, download: serving(rss) });
  const added = (await store.feeds.list()).find(({ url }) => url.includes("evil.example"));
  expect(added?.title).toBe("evil.example");
});
