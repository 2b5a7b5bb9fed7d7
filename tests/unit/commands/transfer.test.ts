import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toFeedId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import { findChannelTemplate } from "../../../src/messages/channel-template.ts";
import type { Download } from "../../../src/net/download.ts";
import { ask, press, servingList, WEB_MAIN } from "../../helpers/ask.ts";
import { buildFeed, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const TELEGRAM = { platform: "telegram", address: "-5" } as const;
const FILE_URL = "https://files.example/list";

let store: Store;
let elsewhere: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  elsewhere = await openMemoryStore();
  await store.feeds.save([buildFeed({ topics: ["local", "ports"] })], NOW);
});
afterEach(async () => {
  await store.close();
  await elsewhere.close();
});

const take = (text: string, options: object = {}) =>
  ask(`/import ${FILE_URL}`, {
    store: elsewhere,
    destination: TELEGRAM,
    download: servingList(text),
    ...options,
  });
const taken = () => elsewhere.subscriptions.findByDestination(TELEGRAM);

describe("a channel's subscriptions", () => {
  test("go to another platform and another database with every wish, but for the role of the server", async () => {
    await ask(
      '/subscribe harbor-wire words:"port strike" without:football speaker:lindqvist language:en size:2 quotes:1 silent:yes digest:daily at:07:30 zone:Europe/Berlin quiet:22:00-07:00 title:Morning',
      { store },
    );
    await ask("/subscribe topic:local, ports", { store });
    const exported = await ask("/export", { store });
    expect(exported.file).toMatchObject({ name: "subscriptions.json", contentType: "application/json" });
    const text = exported.file?.text ?? "";
    expect((await take(text)).text).toBe("Subscriptions added: 2 of 2.");
    const [first, second] = await taken();
    const [given] = await store.subscriptions.findByDestination(WEB_MAIN);
    expect({ ...first?.filter, feedIds: [] }).toEqual({ ...given?.filter, feedIds: [] });
    expect(first?.display).toEqual(given?.display);
    expect(second?.filter.topics).toEqual(["local", "ports"]);
    const [feedId] = first?.filter.feedIds ?? [];
    const feed = feedId === undefined ? null : await elsewhere.feeds.find(feedId);
    expect(feed).toMatchObject({ url: "http://127.0.0.1:9/harbor.xml", title: "Harbor Wire", origin: "added" });
    expect((await take(text)).text).toBe("Subscriptions added: 0 of 2. Already here: 2.");
  });

  test("go as OPML to any reader, whose list came as one subscription that could only be ended whole", async () => {
    await ask("/subscribe harbor-wire", { store });
    const exported = await ask("/export opml", { store });
    expect(exported.file?.name).toBe("subscriptions.opml");
    expect(exported.file?.text).toContain('xmlUrl="http://127.0.0.1:9/harbor.xml"');
    const opml = `<opml version="2.0"><body><outline text="News"><outline text="A" xmlUrl="https://a.example/rss"/>
      <outline text="B" xmlUrl="https://b.example/rss"/></outline></body></opml>`;
    expect((await take(opml)).text).toBe("Subscriptions added: 2 of 2.");
    expect((await taken()).map((each) => each.filter.feedIds.length)).toEqual([1, 1]);
    expect((await elsewhere.feeds.findByUrl("https://b.example/rss"))?.title).toBe("B");
  });

  test("stop at the limits of the channel and of the server, with what was left out", async () => {
    await ask("/subscribe everything words:a", { store });
    await ask("/subscribe everything words:b", { store });
    const text = (await ask("/export", { store })).file?.text ?? "";
    const full = "Subscriptions added: 1 of 2. Left out, for a channel may have at most 1: 1.";
    expect((await take(text, { subscriptionsMax: 1 })).text).toBe(full);
    const other = { destination: { platform: "telegram", address: "-6/1" }, server: "-6", serverSubscriptionsMax: 1 };
    expect((await take(text, other)).text).toBe(
      "Subscriptions added: 1 of 2. Left out, for all channels here together may have at most 1: 1.",
    );
  });

  test("of a list of 260 feeds were 20 taken: where there is no room for one each, they share some", async () => {
    const outlines = Array.from({ length: 260 }, (_, index) => `<outline xmlUrl="https://a.example/${index}"/>`);
    const opml = `<opml version="2.0"><body>${outlines.join("")}</body></opml>`;
    const { text } = await take(opml, { subscriptionsMax: 20 });
    expect(text).toContain("Subscriptions added: 2 of 3.");
    expect(text).toContain("its feeds were put together: 260 in 3.");
    // A channel may name so many new feeds a day, which is said.
    expect(text).toMatch(/tomorrow|day/);
    expect((await taken()).map(({ filter }) => filter.feedIds.length)).toEqual([100, 100]);
    expect(await elsewhere.feeds.list()).toHaveLength(200);
  });

  test("of a list with wishes were mixed: what was wished stays a subscription of its own", async () => {
    const feeds = Array.from({ length: 30 }, (_, index) => ({ feeds: [{ url: `https://a.example/${index}` }] }));
    const text = JSON.stringify({ pullquote: 1, subscriptions: [...feeds, { words: ["ferry"] }] });
    expect((await take(text, { subscriptionsMax: 5 })).text).toContain("Subscriptions added: 2 of 2.");
    expect((await taken()).map(({ filter }) => [filter.words, filter.feedIds.length])).toEqual([
      [["ferry"], 0],
      [[], 30],
    ]);
  });

  test("as OPML were lost without a word where they name no feed, or more than feeds", async () => {
    await ask("/subscribe everything words:ferry", { store });
    await ask("/subscribe topic:ports", { store });
    const empty = await ask("/export opml", { store });
    expect(empty.file).toBeUndefined();
    expect(empty.text).toBe(
      "There is no file, for nothing would be in it. OPML holds feeds only. Subscriptions that name none and are not in it: 2. /export json holds them all.",
    );
    await ask("/subscribe harbor-wire words:ferry", { store });
    const bare = await ask("/export opml", { store });
    expect(bare.file?.text).toContain("harbor.xml");
    expect(bare.text).toContain("not in it: 2.");
    expect(bare.text).toContain("only as feeds, without their topics, words, speakers, languages or pause: 1.");
  });

  test("whose feed is no more came elsewhere as one to everything", async () => {
    await store.feeds.save([buildFeed({ id: toFeedId("gone-feed"), url: "http://127.0.0.1:9/gone" })], NOW);
    await ask("/subscribe gone-feed", { store });
    await store.feeds.remove(toFeedId("gone-feed"));
    const alone = await ask("/export", { store });
    expect(alone.file).toBeUndefined();
    expect(alone.text).toContain("Feeds that are no more and not in it: gone-feed.");
    await ask("/subscribe harbor-wire", { store });
    const reply = await ask("/export", { store });
    expect(reply.text).toContain("Feeds that are no more and not in it: gone-feed.");
    expect((await take(reply.file?.text ?? "")).text).toBe("Subscriptions added: 1 of 1.");
    expect((await taken()).map((each) => each.filter.feedIds.length)).toEqual([1]);
  });

  test("that are paused came back active", async () => {
    await ask("/subscribe harbor-wire", { store });
    await ask("/subscribe everything words:ferry", { store });
    await press(await ask("/subscriptions", { store }), "1", { store }).then((one) => press(one, "Pause", { store }));
    await take((await ask("/export", { store })).file?.text ?? "");
    expect((await taken()).map((each) => each.pausedReason)).toEqual(["paused", null]);
  });

  test("that are none give no file", async () => {
    const reply = await ask("/export", { store });
    expect(reply.file).toBeUndefined();
    expect(reply.text).toContain("no subscriptions");
  });

  test("are for those who manage the channel", async () => {
    expect((await ask("/export", { store, isManager: false })).file).toBeUndefined();
    expect((await take("{}", { isManager: false })).text).toContain("only those who manage");
  });
});

const wrap = (subscription: object): string => JSON.stringify({ pullquote: 1, subscriptions: [subscription] });

describe("a file of which a part cannot be read", () => {
  const wrapAll = (template: unknown, ...subscriptions: object[]): string =>
    JSON.stringify({ pullquote: 1, template, subscriptions });

  test("was refused whole for one entry: the others are taken in, and how many were left out is told", async () => {
    const { text } = await take(wrapAll(null, { words: ["ferry"] }, { words: ["x".repeat(201)] }));
    expect(text).toBe("Subscriptions added: 1 of 1. Could not be read, and left out: 1.");
    expect((await taken()).map(({ filter }) => filter.words)).toEqual([["ferry"]]);
  });

  test("had a look that was saved without outlet and link: they are put at its end, and that is told", async () => {
    const { text } = await take(wrapAll("{summary}", { words: ["ferry"] }));
    expect(text).toContain("have the look of the file from now on. Put at the end: {outlet} and {link}.");
    expect((await findChannelTemplate(elsewhere.notes, TELEGRAM))?.text).toBe("{summary}\n{outlet} · {link}");
    expect((await take(wrapAll("{summary}", { words: ["harbor"] }))).text).toContain("have the look of the file");
  });

  test("were said to be translated where no model is set up, and a choice that is none was left out without a word", async () => {
    const withChoice = (translation: unknown): string =>
      JSON.stringify({ pullquote: 1, translation, subscriptions: [{ words: ["ferry"] }] });
    const { text } = await take(withChoice("de"));
    expect(text).toContain("Nothing is translated");
    expect(text).not.toContain("from now on");
    for (const wrong of [7, { to: "de" }, "xx"]) {
      expect((await take(withChoice(wrong))).text).toContain("choice of translation in the file could not be read");
    }
  });

  test.each(["{nope}", 7, `{summary} ${"x".repeat(588)}`])(
    "had the look %j, which was dropped unsaid",
    async (look) => {
      const { text } = await take(wrapAll(look, { words: ["ferry"] }));
      expect(text).toBe(
        "Subscriptions added: 1 of 1. The look of posts in the file could not be read and was left out.",
      );
      expect(await findChannelTemplate(elsewhere.notes, TELEGRAM)).toBeNull();
    },
  );

  test.each([
    `/subscribe everything words:${"x".repeat(201)}`,
    `/follow ${"x".repeat(201)}`,
    `/follow ${"x".repeat(201)} as:speaker`,
  ])("was exported after a word too long to come back in: it is refused at once", async (typed) => {
    const { text } = await ask(typed, { store });
    expect(text).toBe(`“${"x".repeat(40)}…” may have at most 200 characters; this has 201.`);
    expect(await store.subscriptions.findByDestination(WEB_MAIN)).toEqual([]);
    await ask(typed.replace("x", ""), { store });
    expect((await take((await ask("/export", { store })).file?.text ?? "")).text).toBe("Subscriptions added: 1 of 1.");
  });
});

describe("a file that is none", () => {
  test.each<[string, string]>([
    ["is empty", ""],
    ["is broken JSON", "{"],
    ["is of another kind", '{"feeds":[]}'],
    ["has no subscription", '{"pullquote":1,"subscriptions":[]}'],
    ["is a page", "<html><body>Not found</body></html>"],
    ["has an address that is none", wrap({ feeds: [{ url: "file:///etc/passwd" }] })],
    ["has too many words", wrap({ words: Array.from({ length: 21 }, (_, index) => `w${index}`) })],
    [
      "has too many feeds",
      wrap({ feeds: Array.from({ length: 201 }, (_, index) => ({ url: `https://x.example/${index}` })) }),
    ],
    ["has a zone that is none", wrap({ display: { timeZone: "Middle/Earth" } })],
    ["has more quotes than a post", wrap({ display: { quotesMax: 99 } })],
    ["is too long", wrap({ words: ["a"], note: "x".repeat(2_000_001) })],
  ])("because it %s changes nothing", async (_name, text) => {
    expect((await take(text)).text).toBe(
      "There is no file of subscriptions at that address: neither one of /export nor OPML.",
    );
    expect(await taken()).toEqual([]);
    expect(await elsewhere.feeds.list()).toEqual([]);
  });

  test("cannot be had", async () => {
    expect((await ask(`/import ${FILE_URL}`, { store: elsewhere })).text).toContain("There is no network here");
    expect((await ask("/import list", { store: elsewhere })).text).toContain("There is no file of subscriptions");
  });
});

describe("what is no file of subscriptions", () => {
  const failing =
    (kind: "http" | "blocked" | "too-large" | "timeout", reason: string): Download =>
    async () => ({
      status: "failed",
      kind,
      httpStatus: null,
      retryAfterMs: null,
      reason,
    });

  test.each([
    ["http", "files.example has nothing at this address (404)."],
    ["blocked", "The address lies in a private or local network."],
    ["too-large", "It is larger than 5 MB."],
    ["timeout", "files.example took too long to answer."],
  ] as const)("%s was called a file without subscriptions", async (kind, reason) => {
    expect((await take("", { download: failing(kind, reason) })).text).toBe(`That file could not be read: ${reason}`);
  });

  test("an OPML file without feeds was called no OPML", async () => {
    const none = "That is a list of feeds (OPML), but there is no feed in it.";
    expect((await take('<opml version="2.0"><body/></opml>')).text).toBe(none);
    expect((await take("<html><body>Hello</body></html>")).text).toContain("neither one of /export nor OPML");
  });

  test("an outline with a script vanished from the count", async () => {
    const opml = `<opml><body><outline text="A" xmlUrl="https://a.example/rss"/><outline text="Folder"/>
      <outline text="B" xmlUrl="javascript:alert(1)"/></body></opml>`;
    expect((await take(opml)).text).toBe("Subscriptions added: 1 of 1. Could not be read, and left out: 1.");
  });

  test("private addresses were added, to be tried again", async () => {
    const findBlock = (url: string) =>
      url.includes("//10.") ? "The address lies in a private or local network." : null;
    const opml = `<opml><body><outline text="A" xmlUrl="https://a.example/rss"/>
      <outline text="Inner &lt;news&gt;" xmlUrl="http://10.0.0.1/x"/></body></opml>`;
    expect((await take(opml, { findBlock })).text).toBe(
      "Subscriptions added: 1 of 2. Left out, because the bot may not visit them: Inner <news> (The address lies in a private or local network).",
    );
    expect(await taken()).toHaveLength(1);
    expect(await elsewhere.feeds.findByUrl("http://10.0.0.1/x")).toBeNull();
  });
});
