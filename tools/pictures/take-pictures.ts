/**
 * Takes the pictures of the page that the README shows, on the sample newsroom: `npx tsx tools/pictures/take-pictures.ts`
 * (needs Chromium; CHROMIUM_PATH names another one).
 */

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { createArchive } from "../../src/answers/open-archive.ts";
import { createDesk } from "../../src/app/desk.ts";
import { readSettings } from "../../src/app/read-settings.ts";
import type { Store } from "../../src/domain/store.ts";
import { launchBrowser, openTab } from "../../tests/helpers/browser.ts";
import { buildRecipient, buildSubscription } from "../../tests/helpers/build.ts";
import { servePage } from "../../tests/helpers/page-server.ts";
import { openSampleStore } from "../../tests/helpers/sample-store.ts";

const FOLDER = new URL("../../docs/images/", import.meta.url);
const QUALITY = 82;
const HOUR_MS = 3_600_000;

async function takePicture(page: Page, name: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  const bytes = Buffer.from(data, "base64");
  writeFileSync(new URL(`${name}.webp`, FOLDER), bytes);
  console.log(`${fileURLToPath(FOLDER)}${name}.webp ${Math.round(bytes.length / 1024)} kB`);
}

/** As after some hours at work: most was posted, one feed does not answer, one post was refused. */
async function liveOn(store: Store, now: Date): Promise<void> {
  await store.subscriptions.add(buildSubscription({ createdAt: now }));
  const states = await store.feeds.listStates();
  for (const [index, state] of states.entries()) {
    const fine = {
      lastPollAt: now,
      lastSuccessAt: now,
      nextPollAt: new Date(now.getTime() + (index + 1) * 0.2 * HOUR_MS),
    };
    const failing = {
      failureCount: 4,
      lastError: "The server answered 503.",
      lastSuccessAt: new Date(now.getTime() - 9 * HOUR_MS),
    };
    await store.feeds.saveState({ ...state, ...fine, ...(index === 3 ? failing : {}) });
  }
  const { briefs } = await store.articles.latest({ feedIds: [], topics: [], limit: 20, offset: 0 });
  for (const { article } of briefs) await store.outbox.owe(article.id, buildRecipient("main"), now);
  for (let turn = 0; turn < briefs.length - 2; turn += 1) {
    const [delivery] = await store.outbox.claim(now, 60_000, 1, "pictures");
    if (delivery === undefined) return;
    const refused = { outcome: "refused", reason: "The bot may not write there." } as const;
    await store.outbox.settle(
      delivery.id,
      turn === 1 ? refused : { outcome: "sent", messageId: String(turn) },
      now,
      "pictures",
    );
  }
}

const now = new Date();
const store = await openSampleStore(now);
await liveOn(store, now);
const clock = (): Date => new Date(now.getTime() + 60_000 * 7);
const desk = createDesk({
  store,
  settings: readSettings({}),
  clock,
  checkHealth: async () => ({ ok: true, reasons: [] }),
});
const server = await servePage(store, { desk, clock });
const archive = createArchive(store, { platform: "web", address: "main" });
const { briefs } = await archive.articles.search({
  terms: [],
  feedIds: [],
  topics: [],
  languages: [],
  speaker: null,
  since: null,
  until: null,
  isPerStory: true,
  limit: 50,
  offset: 0,
});
const story = briefs.find(({ alsoOutlets }) => alsoOutlets.length > 0) ?? briefs[0];
if (story === undefined) throw new Error("The sample newsroom is empty.");
const speaker = story.brief.quotes.find((quote) => quote.speaker !== null)?.speaker?.name ?? "";
const browser = await launchBrowser();
const VIEWS = [
  ["page-news", "/news", "light"],
  ["page-story", `/story/${story.storyId ?? story.article.id}`, "light"],
  ["page-article", `/article/${story.article.id}`, "light"],
  ["page-speaker", `/speaker/${encodeURIComponent(speaker)}`, "dark"],
  ["page-search", "/search?q=storm", "light"],
  ["page-desk", "/desk", "light"],
] as const;
for (const [name, path, colorScheme] of VIEWS) {
  const tab = await openTab(browser, new URL(path, server.web.url()).href, {
    colorScheme,
    viewport: { width: 1120, height: 760 },
  });
  await tab.page.locator("main h1").first().waitFor();
  await takePicture(tab.page, name);
  await tab.close();
}
await browser.close();
await server.stop();
await store.close();
