/**
 * Takes the README's moving picture, twenty seconds with the sample newsroom: `npx tsx tools/pictures/take-film.ts` (needs
 * Chromium; CHROMIUM_PATH names another one).
 */

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { COMMANDS } from "../../commands/index.ts";
import { createArchive } from "../../src/answers/open-archive.ts";
import { toDeliveryId } from "../../src/domain/id.ts";
import { createTestAnswer } from "../../tests/helpers/ask.ts";
import { launchBrowser, openTab } from "../../tests/helpers/browser.ts";
import { servePage } from "../../tests/helpers/page-server.ts";
import { openSampleStore } from "../../tests/helpers/sample-store.ts";
import { type Frame, joinFrames } from "./join-frames.ts";

const FILE = new URL("../../docs/images/demo.webp", import.meta.url);
const MAIN = { platform: "web", address: "main" } as const;
const SIZE = { width: 800, height: 600 };
const QUALITY = 68;
const POSTS = 5;

const now = new Date();
const store = await openSampleStore(now);
const clock = (): Date => now;
const server = await servePage(store, { clock, commands: COMMANDS }, createTestAnswer({ store, now }));
const browser = await launchBrowser();
const { page } = await openTab(browser, server.web.url(), { viewport: SIZE });
const session = await page.context().newCDPSession(page);
const frames: Frame[] = [];

async function show(shownMs: number): Promise<void> {
  await page.evaluate("Promise.all(document.getAnimations().map((each) => each.finished))");
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  frames.push({ picture: Buffer.from(data, "base64"), shownMs });
}

async function type(line: string): Promise<void> {
  for (const piece of line.match(/.{1,3}/g) ?? []) {
    await page.locator("#line").pressSequentially(piece);
    await show(160);
  }
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
}

await page.locator(".welcome").waitFor();
await show(1_800);
await page.getByRole("button", { name: "All news" }).click();
await page.locator("#log .reply").waitFor();
await page.locator("#close").click();
await page.mouse.move(1, 1);
await show(1_500);

const archive = createArchive(store, MAIN);
const { briefs } = await store.articles.latest({ feedIds: [], topics: [], languages: ["en"], limit: 40, offset: 0 });
const told = briefs.filter(({ brief }) => brief.quotes.length > 1).slice(0, POSTS);
for (const [index, stored] of told.toReversed().entries()) {
  await server.web.send(MAIN, archive.toPost(stored, "en"), toDeliveryId(index + 1));
  await page.locator(`#post-${index + 1}`).waitFor();
  await page.evaluate("scroller.scrollTop = scroller.scrollHeight");
  await show(1_300);
}

const speaker = told[0]?.brief.quotes.find((quote) => quote.speaker !== null)?.speaker?.name ?? "";
await type(`/quotes ${speaker.split(" ").at(-1) ?? ""}`);
await page.locator("#log .reply").last().getByText("Quotes by").waitFor();
await show(2_600);
const story = briefs.find(({ alsoOutlets }) => alsoOutlets.length > 0) ?? briefs[0];
for (const [path, shownMs] of [
  ["/news", 2_000],
  [`/story/${story?.storyId ?? story?.article.id}`, 2_200],
  [`/article/${story?.article.id}`, 2_600],
] as const) {
  await page.goto(new URL(path, server.web.url()).href);
  await page.locator("main h1").first().waitFor();
  await show(shownMs);
}

const film = joinFrames(frames, SIZE.width, SIZE.height);
writeFileSync(FILE, film);
const seconds = frames.reduce((sum, { shownMs }) => sum + shownMs, 0) / 1000;
console.log(`${fileURLToPath(FILE)} ${frames.length} pictures, ${seconds} s, ${Math.round(film.length / 1024)} kB`);
await browser.close();
await server.stop();
await store.close();
