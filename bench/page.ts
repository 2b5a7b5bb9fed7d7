/**
 * Open pages get a post, 500 when not told otherwise, and the news are drawn: `npx tsx bench/page.ts [PAGES]` prints how
 * long each took, and where there is a Chromium what its first view costs the reader's machine.
 */

import { get } from "node:http";
import { createArchive } from "../src/answers/open-archive.ts";
import { toDeliveryId } from "../src/domain/id.ts";
import { CHROMIUM, launchBrowser, openTab } from "../tests/helpers/browser.ts";
import { openNewsday } from "../tests/helpers/newsday.ts";
import { servePage } from "../tests/helpers/page-server.ts";

const pages = Number(process.argv[2] ?? 500);
const ROOM = { platform: "web", address: "main" } as const;
const VIEWS_TAKEN = 30;

const now = new Date();
const { store } = await openNewsday();
const server = await servePage(store, { clock: () => now });
const archive = createArchive(store, ROOM);
const [stored] = (await store.articles.latest({ feedIds: [], topics: [], limit: 1, offset: 0 })).briefs;
if (stored === undefined) throw new Error("The sample newsroom is empty.");

let got = 0;
let onAll = (): void => {};
/** Resolves when the page is live. */
const openPage = (index: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = get(new URL(`/events?room=main&client=tab-${index}`, server.web.url()), { agent: false });
    request.once("error", reject);
    request.once("response", (response) => {
      if (response.statusCode !== 200) return reject(new Error(`page ${index}: ${response.statusCode}`));
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        if (text.includes("event: ready")) resolve();
        if (text.includes("event: post")) got += 1;
        if (got === pages) onAll();
      });
      response.on("error", () => {});
    });
  });

for (let index = 0; index < pages; index += 1) await openPage(index);
const all = new Promise<void>((resolve) => {
  onAll = resolve;
});
const sentAt = performance.now();
await server.web.send(ROOM, archive.toPost(stored, "en"), toDeliveryId(1));
await all;
console.log(`a post on ${pages} open pages: ${Math.round(performance.now() - sentAt)} ms`);

const cpuBefore = process.cpuUsage();
const took: number[] = [];
let bytes = 0;
for (let turn = 0; turn < VIEWS_TAKEN; turn += 1) {
  const startedAt = performance.now();
  bytes = (await server.readText("/news")).length;
  took.push(performance.now() - startedAt);
}
const { user, system } = process.cpuUsage(cpuBefore);
const median = took.toSorted((a, b) => a - b)[Math.floor(VIEWS_TAKEN / 2)] ?? 0;
console.log(
  `the news of ${await store.articles.count()} articles: ${median.toFixed(1)} ms median, ${((user + system) / 1000 / VIEWS_TAKEN).toFixed(1)} ms of CPU, ${Math.round(bytes / 1024)} kB`,
);

/** Processor time of the page's own thread until all is drawn, and when something is first seen. */
async function measureView(path: string): Promise<void> {
  const browser = await launchBrowser();
  const { page } = await openTab(browser, "about:blank");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(new URL(path, server.web.url()).href, { waitUntil: "networkidle" });
  const { metrics } = await session.send("Performance.getMetrics");
  const find = (name: string): number => (metrics.find((each) => each.name === name)?.value ?? 0) * 1000;
  const paintedMs = await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
  console.log(
    `${path} in Chromium: ${Math.round(find("TaskDuration"))} ms of CPU (${Math.round(find("ScriptDuration"))} script, ${Math.round(find("LayoutDuration") + find("RecalcStyleDuration"))} layout and style), seen after ${Math.round(Number(paintedMs))} ms`,
  );
  await browser.close();
}
if (CHROMIUM !== null) await measureView("/news");
process.exit(0);
