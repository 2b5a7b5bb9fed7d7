/** Sites without a feed on every platform: subscribed by address, posted, told as such, refused, carried by file. */

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { PLATFORM_NAMES, type PlatformName } from "../../src/domain/subscription.ts";
import { type Conversation, createConversations } from "../helpers/conversation.ts";
import { type NewsServer, startNewsServer } from "../helpers/news-server.ts";
import { expectShown, keepCalls } from "../helpers/platform-suite.ts";
import type { HeldFile } from "../helpers/sent-file.ts";
import { HEADLINES } from "../helpers/site-pages.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

let whole: WholeApp;
let server: NewsServer;
let open: ReturnType<typeof createConversations>;

/** The page of a site, with so many of its headlines, the newest first; each leads to an article of this moment. */
function show(site: string, count: number): void {
  const cards = HEADLINES.slice(0, count).map((title, n) => {
    server.set(`/${site}/2026/story-number-${n}`, {
      contentType: "text/html",
      body: `<html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${new Date().toISOString()}"></head>
      <body><article><h1>${title}</h1><p>${title}, the council said on ${site} after it had met for most of the day in the old harbor hall.</p>
      <p>“We counted it ${n + 2} times,” said Ada Lindqvist, who leads the work of the council along the quay of ${site}.</p></article></body></html>`,
    });
    return `<article><h2><a href="/${site}/2026/story-number-${n}">${title}</a></h2></article>`;
  });
  const body = `<html lang="en"><head><title>Quay Post ${site}</title></head><body><main>${cards.toReversed().join("")}</main></body></html>`;
  server.set(`/${site}/`, { contentType: "text/html", body });
}

beforeAll(async () => {
  server = await startNewsServer();
  server.set("/robots.txt", "User-agent: *\nDisallow: /closed/");
  whole = await startWholeApp({ allowedHosts: [server.host] });
  open = createConversations(whole);
});
afterAll(async () => {
  await keepCalls(whole, "sites");
  await whole.stop();
  await server.close();
});

async function findSite({ destination }: Conversation) {
  const [standing] = await whole.app.store.subscriptions.findByDestination(destination);
  const id = standing?.filter.feedIds[0];
  return id === undefined ? null : whole.app.store.feeds.find(id);
}

const NEXT: Readonly<Record<PlatformName, PlatformName>> = { discord: "telegram", telegram: "web", web: "discord" };

describe.each(PLATFORM_NAMES)("on %s", (platform) => {
  test("a page without a feed is subscribed to, told as such, and its next article is posted", async () => {
    const who = open(platform);
    show(platform, 4);
    const url = `${server.url}/${platform}/`;
    await expectShown(
      await who.type(`/subscribe ${url}`),
      "Subscribed to",
      `Quay Post ${platform} (read from its page)`,
    );
    await vi.waitFor(async () => {
      const site = await findSite(who);
      expect(site?.isPage).toBe(true);
      if (site !== null) expect((await whole.app.store.feeds.getState(site.id)).lastSuccessAt).not.toBeNull();
    }, WAIT);
    expect(await who.posts()).toEqual([]);
    show(platform, 5);
    await vi.waitFor(async () => expect((await who.posts()).join()).toContain(HEADLINES[4]), WAIT);
    expect((await who.posts()).length).toBe(1);
    await expectShown(await who.type("/subscriptions"), "read from its page");

    const exported = await who.type("/export");
    const file: HeldFile = await vi.waitFor(async () => {
      const found = (await exported?.file()) ?? null;
      if (found === null) throw new Error("There is no file.");
      return found;
    }, WAIT);
    const other = open(NEXT[platform]);
    await expectShown(await other.type("/import", file), "Subscriptions added: 1 of 1");
    expect((await findSite(other))?.isPage).toBe(true);

    server.set(`/${platform}/`, { contentType: "text/html", body: "<html><body><div id='app'></div></body></html>" });
    const site = await findSite(who);
    if (site === null) throw new Error("There is no site.");
    await vi.waitFor(
      async () => expect((await whole.app.store.feeds.getState(site.id)).lastError).not.toBeNull(),
      WAIT,
    );
    await expectShown(
      await who.type(`/why ${url}2026/story-number-9`),
      "is read from its page. That fails at the moment",
    );
  });

  test("a page that robots may not read, or that lists nothing, is refused with the reason, and only managers are answered", async () => {
    const who = open(platform);
    show("closed", 4);
    await expectShown(
      await who.type(`/subscribe ${server.url}/closed/`),
      "The site asks robots not to read this page.",
    );
    server.set("/empty/", { contentType: "text/html", body: "<html><body><p>Welcome.</p></body></html>" });
    await expectShown(await who.type(`/subscribe ${server.url}/empty/`), "The page shows no list of linked headlines.");
    expect(await findSite(who)).toBeNull();
    if (platform === "web") return;
    const stranger = open(platform, { isManager: false });
    show("open", 4);
    await stranger.type(`/subscribe ${server.url}/open/`);
    expect(await findSite(stranger)).toBeNull();
  });
});
