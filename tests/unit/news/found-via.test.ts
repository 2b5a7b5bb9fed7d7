/** A feed that leads to another site's page: the page words its headline and names its outlet, the feed stands beside. */

import { describe, expect, test } from "vitest";
import { READING_TASKS } from "../../../src/answers/reading-tasks.ts";
import { readPage } from "../../../src/articles/page/read-page.ts";
import { createSiteMemory } from "../../../src/articles/site-lines/site-memory.ts";
import { composeIn } from "../../../src/delivery/compose.ts";
import type { Feed } from "../../../src/domain/feed.ts";
import { DEFAULT_DISPLAY } from "../../../src/domain/subscription.ts";
import { LANGUAGES } from "../../../src/messages/languages.ts";
import type { Download } from "../../../src/net/download.ts";
import { readEntry } from "../../../src/news/read-entry.ts";
import { renderPost as renderOnDiscord } from "../../../src/platforms/discord/render.ts";
import { renderPost as renderOnTelegram } from "../../../src/platforms/telegram/posts/render.ts";
import { renderPost as renderOnWeb } from "../../../src/platforms/web/render.ts";
import { buildArticle, buildBrief, buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const PAGE_URL = "https://gazette.example/lock";
const PARAGRAPH =
  "The lock at Merrow will stay shut until spring, the canal office said on Friday. Its gates need new timber, which has to be cut first, and the barges go by way of Tarn until then. Nobody will be paid back.";
const toPage = (siteName: string): string =>
  `<html lang="en"><head><title>Lock stays shut</title>${siteName === "" ? "" : `<meta property="og:site_name" content="${siteName}">`}</head><article><h1>Lock stays shut</h1><p>${PARAGRAPH}</p></article></html>`;

const downloadOf =
  (html: string): Download =>
  async (url) => ({
    status: "fresh",
    url,
    permanentUrl: null,
    body: new TextEncoder().encode(html),
    contentType: "text/html; charset=utf-8",
    etag: null,
    lastModified: null,
    hints: { maxAgeMs: null, retryAfterMs: null } as never,
    xRobotsTag: null,
    tdmReservation: null,
    link: null,
  });

const read = (feed: Feed, siteName = "The Merrow Gazette") =>
  readEntry(
    {
      guid: "1",
      url: PAGE_URL,
      title: "Canal chief caught stealing timber",
      byline: null,
      publishedAt: NOW,
      html: "<p>See the page.</p>",
    },
    feed,
    {
      download: downloadOf(toPage(siteName)),
      mayRead: async () => true,
      readPage,
      readOwnText: READING_TASKS.readOwnText,
      siteMemory: createSiteMemory(),
      clock: () => NOW,
    },
  );

const LINKS = buildFeed({ title: "Barge Links", url: "https://links.example/feed", origin: "added", homepage: null });

describe("what a feed of another site leads to", () => {
  test("has the page's own headline and outlet, and names the feed", async () => {
    expect(await read(LINKS)).toMatchObject({
      title: "Lock stays shut",
      outlet: "The Merrow Gazette",
      foundVia: "Barge Links",
    });
  });

  test("is so also when the feed calls the page's site its homepage: that is only its own word", async () => {
    expect(await read({ ...LINKS, homepage: "https://gazette.example/" })).toMatchObject({
      title: "Lock stays shut",
      foundVia: "Barge Links",
    });
  });

  test("bears the host's name, never the feed's, where the page names no outlet", async () => {
    expect(await read(LINKS, "")).toMatchObject({ outlet: "gazette.example", foundVia: "Barge Links" });
  });

  test.each<readonly [why: string, feed: Partial<Feed>]>([
    ["of the page's own site", { url: "https://gazette.example/feed" }],
    [
      "of the catalog, whose homepage is the page's site",
      { origin: "catalog", homepage: "https://www.gazette.example/" },
    ],
    ["that goes by the outlet's name", { title: "Merrow Gazette" }],
  ])("names no feed %s", async (_why, feed) => {
    expect(await read({ ...LINKS, ...feed })).not.toHaveProperty("foundVia");
  });
});

test("it is stored, and posts say it on every platform in every language", async () => {
  const store = await openMemoryStore();
  const article = buildArticle({ outlet: "The Merrow Gazette", foundVia: "Barge <b>Links</b> @everyone" });
  const id = await store.articles.publish(buildPublication({ article, brief: buildBrief(article) }));
  const stored = await store.articles.get(id);
  await store.close();
  expect(stored.article.foundVia).toBe(article.foundVia);
  for (const language of LANGUAGES) {
    const post = composeIn(language, stored, DEFAULT_DISPLAY);
    const discord = JSON.stringify(renderOnDiscord(post));
    const telegram = JSON.stringify(renderOnTelegram(post));
    for (const shown of [discord, telegram, JSON.stringify(renderOnDiscord(post, { isPlain: true }))]) {
      expect(shown, language).toContain("Barge");
      expect(shown, language).toContain("The Merrow Gazette");
    }
    expect(telegram).not.toContain("<b>Links");
  }
  const post = composeIn("en", stored, DEFAULT_DISPLAY);
  expect(JSON.stringify(renderOnDiscord(post))).toContain("found via Barge");
  expect(JSON.stringify(renderOnTelegram(post))).toContain("found via Barge");
  expect(renderOnWeb(post).foundVia).toContain("Barge");
});
