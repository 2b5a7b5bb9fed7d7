import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Feed } from "../../src/domain/feed.ts";
import { toFeedId } from "../../src/domain/id.ts";
import { type NewsServer, startNewsServer } from "../helpers/news-server.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const PERSON = 502;

interface News {
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly paragraphs: readonly string[];
}

const COURIER: News = {
  path: "/courier/mill",
  title: "Old paper mill in Hollin Ford burns down",
  summary: "Sixty firefighters could not save the paper mill.",
  paragraphs: [
    "The old paper mill in Hollin Ford burned to the ground on Tuesday night, and 240 people had to leave their houses because of the smoke, fire chief Berit Almqvist said.",
    "“We saved the bridge and the school, and nobody was hurt,” Almqvist told reporters at the river. “The mill was lost before we came.”",
    "The mill had made paper for 118 years until 2019. The council had wanted to turn it into 45 flats.",
  ],
};
const POST: News = {
  path: "/post/fire",
  title: "Fire destroys Hollin Ford paper mill, 240 people evacuated",
  summary: "Smoke drove 240 people from their homes.",
  paragraphs: [
    "Fire destroyed the former paper mill of Hollin Ford on Tuesday night. Some 240 people were evacuated because of heavy smoke, according to fire chief Berit Almqvist.",
    "“There was nothing left to save when we arrived,” Almqvist said. Her crews kept the flames from the school and the bridge.",
    "The building, 118 years old, was to become 45 flats. The police have begun to look for the cause.",
  ],
};
const CORRECTED: News = {
  ...COURIER,
  summary: "Seventy firefighters could not save the paper mill. Corrected.",
  paragraphs: [COURIER.paragraphs[0]?.replace("240", "190") ?? "", ...COURIER.paragraphs.slice(1)],
};

/** The chief takes back what was said of the bridge and the school; the mill is lost as before. */
const WITHDRAWN: News = {
  ...CORRECTED,
  summary: "Seventy firefighters could not save the paper mill. Corrected twice.",
  paragraphs: [CORRECTED.paragraphs[0] ?? "", "Almqvist spoke to reporters at the river.", COURIER.paragraphs[2] ?? ""],
};

const toPage = (news: News): string =>
  `<!doctype html><html lang="en"><head><title>${news.title}</title></head><body><article><h1>${news.title}</h1>${news.paragraphs
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("")}</article></body></html>`;

const toFeedText = (title: string, base: string, items: readonly News[], at: Date): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>${base}</link>${items
    .map(
      (news) =>
        `<item><guid>${news.path}</guid><link>${base}${news.path}</link><title>${news.title}</title><description>${news.summary}</description><pubDate>${at.toUTCString()}</pubDate></item>`,
    )
    .join("")}</channel></rss>`;

let server: NewsServer;
let whole: WholeApp;
let channelId: string;
const at = new Date();

function publish(feed: "courier" | "post", title: string, items: readonly News[]): void {
  for (const news of items) server.set(news.path, { body: toPage(news), contentType: "text/html; charset=utf-8" });
  server.set(`/${feed}.xml`, { body: toFeedText(title, server.url, items, at), contentType: "application/rss+xml" });
}

const discordPosts = () =>
  whole.discord.messages(channelId).filter((message) => message.askedBy === null && !message.isDeleted);
const telegramPosts = () => whole.telegram.posts(PERSON).filter((message) => message.raw.includes("Hollin Ford"));

beforeAll(async () => {
  server = await startNewsServer();
  publish("courier", "Ford Courier", []);
  publish("post", "Valley Post", []);
  const toFeed = (id: string, title: string): Feed => ({
    id: toFeedId(`${id}-news`),
    title,
    url: `${server.url}/${id}.xml`,
    homepage: server.url,
    topics: [],
    region: null,
    language: "en",
    origin: "catalog",
  });
  whole = await startWholeApp({
    feeds: [toFeed("courier", "Ford Courier"), toFeed("post", "Valley Post")],
    allowedHosts: [server.host],
  });
  await whole.waitForFirstPolls();
  const guildId = whole.discord.addGuild("Valley watchers");
  channelId = whole.discord.addChannel(guildId, { name: "news" });
  const personId = whole.discord.addPerson({ isManager: true });
  await whole.discord.runCommand(channelId, personId, "subscribe", { what: "everything" });
  await whole.telegram.type(PERSON, PERSON, "/subscribe everything");
  await whole.askWeb("/subscribe everything");
});
afterAll(async () => {
  await whole.stop();
  await server.close();
});

describe("one event told by two outlets", () => {
  test("is posted once to each channel", async () => {
    publish("courier", "Ford Courier", [COURIER]);
    await vi.waitFor(async () => expect((await whole.app.store.outbox.count()).sent).toBe(3), WAIT);
    expect(discordPosts()).toHaveLength(1);
    expect(JSON.stringify(discordPosts())).not.toContain("Valley Post");
  });

  test("names the second outlet in the post of the first, and is not posted again", async () => {
    publish("post", "Valley Post", [POST]);
    await vi.waitFor(async () => {
      expect(JSON.stringify(discordPosts())).toContain("Valley Post");
      expect(telegramPosts().at(-1)?.raw).toContain("Valley Post");
      expect((await whole.webEdits()).at(-1)?.alsoOutlets).toEqual(["Valley Post"]);
    }, WAIT);
    const stored = await whole.app.store.articles.findByUrl(`${server.url}${POST.path}`);
    expect(stored?.alsoOutlets).toEqual(["Ford Courier"]);
    expect((await whole.app.store.outbox.count()).sent).toBe(3);
    expect((await whole.app.store.outbox.count()).pending).toBe(0);
    expect(discordPosts()).toHaveLength(1);
    expect(telegramPosts()).toHaveLength(1);
    expect(await whole.webPosts()).toHaveLength(1);
  });
});

describe("an article corrected after it was posted", () => {
  test("is shown corrected in the posts, marked updated, and is not posted again", async () => {
    publish("courier", "Ford Courier", [CORRECTED]);
    await vi.waitFor(async () => {
      expect(JSON.stringify(discordPosts())).toContain("190 people");
      expect(telegramPosts().at(-1)?.raw).toContain("190 people");
      expect((await whole.webEdits()).at(-1)?.isUpdated).toBe(true);
    }, WAIT);
    expect(JSON.stringify(discordPosts())).toContain("updated");
    expect(telegramPosts().at(-1)?.raw).toContain("updated");
    for (const shown of [JSON.stringify(discordPosts()), telegramPosts().at(-1)?.raw]) {
      expect(shown).not.toContain("240 people");
      expect(shown).toContain("Valley Post");
    }
    expect(discordPosts()).toHaveLength(1);
    expect(telegramPosts()).toHaveLength(1);
    expect(await whole.webPosts()).toHaveLength(1);
    expect((await whole.app.store.outbox.count()).sent).toBe(3);
    await vi.waitFor(async () => expect(await whole.app.store.outbox.countEdits()).toBe(0), WAIT);
  });

  test("is not read again while its feed says the same of it", async () => {
    const readCount = server.requestsTo(CORRECTED.path).length;
    const feedCount = server.requestsTo("/courier.xml").length;
    await vi.waitFor(() => expect(server.requestsTo("/courier.xml").length).toBeGreaterThan(feedCount + 3), WAIT);
    expect(server.requestsTo(CORRECTED.path)).toHaveLength(readCount);
    expect(readCount).toBe(2);
  });

  test("a quote it takes back is marked in each post that carried it", async () => {
    publish("courier", "Ford Courier", [WITHDRAWN]);
    await vi.waitFor(async () => {
      expect(JSON.stringify(discordPosts())).toMatch(/~~We saved the bridge[^~]*~~[^"]*no longer in the article/);
      expect(telegramPosts().at(-1)?.raw).toMatch(/<s>We saved the bridge[^<]*<\/s>.*no longer in the article/s);
      expect(JSON.stringify((await whole.webEdits()).at(-1))).toContain('"fate":"withdrawn"');
    }, WAIT);
    expect(discordPosts()).toHaveLength(1);
  });
});
