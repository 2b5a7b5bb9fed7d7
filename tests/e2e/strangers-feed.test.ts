/** One person's feed, and everybody else's channels: through the whole app. */

import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type NewsServer, startNewsServer } from "../helpers/news-server.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const STRANGER = 666;
const OTHER = 778;
const WORDS = "Tidecoin";

let server: NewsServer;
let whole: WholeApp;

const toPage = (title: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>The harbor council of Vessland met on Tuesday evening to talk about ${title}, which had waited for nine years.</p><p>“We will sell the whole harbor wall,” said Mayor Ida Brandt, who had asked nobody. The work begins in the spring of next year after a vote.</p></article></body></html>`;

/** Newest first; each is another article. */
function publish(titles: readonly string[]): void {
  const items = titles.map((title, index) => {
    const path = `/coin/${titles.length - index}`;
    server.set(path, { body: toPage(title), contentType: "text/html; charset=utf-8" });
    return `<item><guid>${path}</guid><link>${server.url}${path}</link><title>${title}</title><pubDate>${new Date().toUTCString()}</pubDate></item>`;
  });
  const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>Tide Daily</title><link>${server.url}</link>${items.join("")}</channel></rss>`;
  server.set("/coin.xml", { body, contentType: "application/rss+xml" });
}

beforeAll(async () => {
  server = await startNewsServer();
  whole = await startWholeApp({ allowedHosts: [new globalThis.URL(server.url).host] });
  await whole.waitForFirstPolls();
});
afterAll(async () => {
  await whole.stop();
  await server.close();
});

test("one stranger's feed reaches the stranger and no channel that follows everything or words", async () => {
  const manager = whole.discord.addPerson({ isManager: true });
  const toChannel = () => whole.discord.addChannel(whole.discord.addGuild("Harbor talk"), { name: "news" });
  const [everything, byWords] = [toChannel(), toChannel()];
  await whole.discord.runCommand(everything, manager, "subscribe", { what: "everything" });
  await whole.discord.runCommand(byWords, manager, "subscribe", { what: "everything", words: "harbor" });
  await whole.telegram.type(OTHER, OTHER, "/subscribe everything");
  publish([`${WORDS} doubles at the harbor`]);
  await whole.telegram.type(STRANGER, STRANGER, `/subscribe ${server.url}/coin.xml`);
  const toStranger = () => whole.telegram.posts(STRANGER).filter(({ raw }) => raw.includes(WORDS));
  await vi.waitFor(() => expect(toStranger().length).toBeGreaterThan(0), WAIT);
  publish([`${WORDS} triples at the harbor`, `${WORDS} doubles at the harbor`]);
  await vi.waitFor(() => expect(toStranger().some(({ raw }) => raw.includes("triples"))).toBe(true), WAIT);
  // A later article of the catalog has come to all of them: theirs would have come before it.
  const url = whole.newsroom.publishNext() ?? "";
  const stored = await vi.waitFor(async () => {
    const found = await whole.app.store.articles.findByUrl(url);
    expect(found).not.toBeNull();
    return found;
  }, WAIT);
  const headline = stored?.brief.headline ?? "";
  const posts = (channel: string) =>
    JSON.stringify(whole.discord.messages(channel).filter((each) => each.askedBy === null));
  await vi.waitFor(() => {
    expect(posts(everything)).toContain(headline);
    expect(whole.telegram.posts(OTHER).some(({ raw }) => raw.includes(headline))).toBe(true);
  }, WAIT);
  expect(posts(everything)).not.toContain(WORDS);
  expect(posts(byWords)).not.toContain(WORDS);
  expect(whole.telegram.posts(OTHER).some(({ raw }) => raw.includes(WORDS))).toBe(false);
  expect((await whole.askWeb("/search Tidecoin")).text).not.toContain("doubles");
});
