import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const PERSON = 501;
const STOP_MS_MAX = 5_000;

/** Of the sample newsroom's articles, in their order, one of so many has several key quotes. */
const SAMPLES_TRIED_MAX = 30;
let whole: WholeApp;
let channelId: string;
let personId: string;

beforeAll(async () => {
  whole = await startWholeApp();
  const guildId = whole.discord.addGuild("Harbor watchers");
  channelId = whole.discord.addChannel(guildId, { name: "news" });
  personId = whole.discord.addPerson({ isManager: true });
});
afterAll(async () => {
  // The recorded calls can be checked against the platforms' own specifications.
  const folder = process.env["PULLQUOTE_CALLS_DIR"];
  if (folder !== undefined) {
    await whole.discord.saveCalls(join(folder, "discord.json"));
    whole.telegram.saveCalls(join(folder, "telegram.jsonl"));
  }
  await whole.stop();
});

const discordPosts = () =>
  whole.discord.messages(channelId).filter((message) => message.askedBy === null && !message.isDeleted);
const telegramPosts = (headline: string) =>
  whole.telegram
    .posts(PERSON)
    .filter((message) => message.text.includes(headline) && message.raw.includes("<blockquote"));

describe("an article published after three channels subscribed", () => {
  let url: string;
  let headline: string;

  test("is posted exactly once to each", async () => {
    await whole.waitForFirstPolls();
    const subscribed = await whole.discord.runCommand(channelId, personId, "subscribe", { what: "everything" });
    expect(JSON.stringify(subscribed)).toContain("Subscribed to all feeds");
    expect((await whole.telegram.type(PERSON, PERSON, "/subscribe everything")).text).toContain(
      "Subscribed to all feeds",
    );
    expect((await whole.askWeb("/subscribe everything")).text).toContain("Subscribed to all feeds");

    const stored = await whole.publishNext();
    url = stored.article.url;
    headline = stored.brief.headline;
    expect(headline).not.toBe("");
    await vi.waitFor(async () => expect((await whole.app.store.outbox.count()).sent).toBe(3), WAIT);

    expect(discordPosts()).toHaveLength(1);
    expect(telegramPosts(headline)).toHaveLength(1);
    expect((await whole.webPosts()).filter((post) => post.headline === headline)).toHaveLength(1);
  });

  test("has its headline, its link, its quotes and who said them on each", async () => {
    const stored = await whole.app.store.articles.findByUrl(url);
    const quotes = stored?.brief.quotes.slice(0, 3) ?? [];
    expect(quotes.length).toBeGreaterThanOrEqual(1);
    const [onDiscord] = discordPosts();
    const [onTelegram] = telegramPosts(headline);
    const shownOnDiscord = JSON.stringify(onDiscord?.embeds).replaceAll("\\\\", "");
    for (const shown of [shownOnDiscord, onTelegram?.raw ?? "", JSON.stringify(await whole.webPosts())]) {
      expect(shown).toContain(url);
      expect(shown).toContain("#:~:text=");
      for (const { speaker } of quotes) if (speaker !== null) expect(shown).toContain(speaker.name);
    }
    for (const quote of quotes) {
      const words = quote.text.slice(0, 30).replace(/,$/, "");
      expect(shownOnDiscord).toContain(words);
      expect(onTelegram?.text).toContain(words);
    }
  });

  test("is found by search on each", async () => {
    const words = headline.split(" ").slice(0, 3).join(" ");
    const onDiscord = await whole.discord.runCommand(channelId, personId, "search", { words });
    expect(JSON.stringify(onDiscord)).toContain(headline);
    expect((await whole.telegram.type(PERSON, PERSON, `/search ${words}`)).text).toContain(headline);
    expect(JSON.stringify(await whole.askWeb(`/search ${words}`))).toContain(headline);
  });

  test("is not posted again after a restart, and the next one is", async () => {
    await whole.restart();
    expect((await whole.webPosts()).filter((post) => post.headline === headline)).toHaveLength(1);
    const next = whole.newsroom.publishNext() ?? "";
    await vi.waitFor(async () => expect((await whole.app.store.outbox.count()).sent).toBe(6), WAIT);
    expect(await whole.app.store.articles.findByUrl(next)).not.toBeNull();
    expect(discordPosts()).toHaveLength(2);
    expect(telegramPosts(headline)).toHaveLength(1);
  });
});

test("posts mention nobody and carry their nonce", () => {
  const posts = whole.discord.calls.filter(
    (call) => call.method === "POST" && /\/channels\/\d+\/messages$/.test(call.path),
  );
  expect(posts).toHaveLength(2);
  for (const call of posts) {
    expect(call.body).toMatchObject({
      allowed_mentions: { parse: [] },
      enforce_nonce: true,
      nonce: expect.stringMatching(/^\S{1,25}$/),
    });
  }
});

test("an article with several quotes shows each of them, and who said it, on every platform", async () => {
  let stored = await whole.publishNext();
  for (let tries = 0; stored.brief.quotes.length < 2 && tries < SAMPLES_TRIED_MAX; tries += 1) {
    stored = await whole.publishNext();
  }
  const { quotes, headline: title } = stored.brief;
  expect(quotes.length).toBeGreaterThanOrEqual(2);
  await vi.waitFor(async () => {
    const onDiscord = JSON.stringify(discordPosts().at(-1)?.embeds).replaceAll("\\\\", "");
    const onTelegram = telegramPosts(title).at(-1)?.text ?? "";
    const onWeb = JSON.stringify((await whole.webPosts()).filter((post) => post.headline === title));
    for (const { text, speaker } of quotes.slice(0, 3)) {
      for (const shown of [onDiscord, onTelegram, onWeb]) {
        expect(shown).toContain(text.slice(0, 30).replace(/,$/, ""));
        if (speaker !== null) expect(shown).toContain(speaker.name);
      }
    }
  }, WAIT);
});

test("the bot stops cleanly within five seconds", async () => {
  const startedAt = performance.now();
  await whole.app.stop();
  expect(performance.now() - startedAt).toBeLessThan(STOP_MS_MAX);
});
