/** The chat in a real browser with the bot's own answers: first minutes, answers held in view, a restart, long days, files. */

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { createArchive } from "../../src/answers/open-archive.ts";
import { createDesk } from "../../src/app/desk.ts";
import { readSettings } from "../../src/app/read-settings.ts";
import { toDeliveryId } from "../../src/domain/id.ts";
import type { RecalledPost } from "../../src/domain/platform.ts";
import type { Post } from "../../src/domain/post.ts";
import { createTestAnswer } from "../helpers/ask.ts";
import { CHROMIUM, launchBrowser } from "../helpers/browser.ts";
import { NOW } from "../helpers/build.ts";
import { type Newsday, openNewsday } from "../helpers/newsday.ts";
import { type PageServer, servePage } from "../helpers/page-server.ts";
import { WAIT } from "../helpers/wait.ts";

const MAIN = { platform: "web", address: "main" } as const;
/** More than the page keeps, and than the server remembers. */
const POSTS = 10_000;
const KEPT_MAX = 600;
const HELD_POSTS = 15;
/** A page at a time upwards, each step drawn; gives the headlines in the order in which they were seen. */
const SCROLL_THROUGH = `(async () => {
  const seen = [];
  const draw = () => new Promise((resolve) => requestAnimationFrame(() => resolve()));
  scroller.scrollTop = scroller.scrollHeight;
  for (;;) {
    await draw();
    const view = scroller.getBoundingClientRect();
    const inView = [...document.querySelectorAll("#log .card h2")].filter((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return bottom > view.top && top < view.bottom;
    });
    for (const each of inView.reverse()) if (!seen.includes(each.textContent)) seen.push(each.textContent);
    if (scroller.scrollTop === 0) return seen;
    scroller.scrollTop -= scroller.clientHeight * 0.9;
  }
})()`;

let browser: Browser;
let day: Newsday;
let server: PageServer;
let post: Post;
let delivery = 1000;

const serve = (port = 0, recalled: readonly RecalledPost[] = []): Promise<PageServer> => {
  const desk = createDesk({
    store: day.store,
    settings: readSettings({}),
    clock: () => NOW,
    checkHealth: async () => ({ ok: true, reasons: [] }),
  });
  const change = { desk, port, portTriesMax: 1, commands: COMMANDS, recall: async () => recalled };
  return servePage(day.store, change, createTestAnswer({ store: day.store }));
};

const send = (headline: string, room = "main"): Promise<unknown> => {
  delivery += 1;
  return server.web.send({ platform: "web", address: room }, { ...post, headline }, toDeliveryId(delivery));
};

async function openChat(context: BrowserContext, path = "/"): Promise<Page> {
  const page = await context.newPage();
  await page.goto(new URL(path, server.web.url()).href);
  return page;
}

async function type(page: Page, line: string): Promise<void> {
  await page.locator("#line").fill(line);
  await page.locator("#line").press("Enter");
}

const newContext = (options = {}): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 390, height: 700 }, locale: "en", ...options });

/** Drops a file on the page as a person does. */
const drop = (page: Page, name: string, text: string): Promise<unknown> =>
  page.evaluate(
    `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: "text/xml" }));
      document.querySelector("h1").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data })); })()`,
  );

const toOpml = (count: number): string =>
  `<opml version="2.0"><body>${Array.from({ length: count }, (_, index) => `<outline type="rss" text="Feed ${index}" xmlUrl="https://feed-${index}.example/rss"/>`).join("")}</body></opml>`;

describe.skipIf(CHROMIUM === null)(`the chat in a browser (${CHROMIUM ?? "skipped: no Chromium here"})`, () => {
  beforeAll(async () => {
    day = await openNewsday();
    server = await serve();
    browser = await launchBrowser();
    post = createArchive(day.store, MAIN).toPost(await day.store.articles.get(day.first), "en");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await day?.store.close();
  });

  test("the first five minutes: subscribed by a press, told what is true, a quote found, why nothing came", async () => {
    const context = await newContext();
    const page = await openChat(context, "/?room=newcomer");
    await page.getByRole("button", { name: "All news" }).click();
    await page.locator("#log").getByText("Subscribed to all feeds (number 1).").waitFor();
    await type(page, "/subscribe local");
    await page.locator("#log").getByText("Subscription 1 already posts all of this here").waitFor();
    await type(page, "/quotes lindqvist");
    await page.locator("#log").getByText("Quotes by lindqvist:").waitFor();
    await type(page, "/why 2");
    await page.locator("#log").getByText("The newest that fit").waitFor();
    // Another tab of the browser has the lines with their answers; somebody else's browser neither.
    const second = await openChat(context, "/?room=newcomer");
    await second.locator("#log").getByText("Quotes by lindqvist:").waitFor();
    expect(await second.locator(".line").count()).toBe(await page.locator(".line").count());
    const stranger = await newContext();
    const theirs = await openChat(stranger, "/?room=newcomer");
    await theirs.locator("#log").getByText("Subscribed to all feeds (number 1).").waitFor();
    expect(await theirs.locator(".line").allTextContents()).not.toContain("/quotes lindqvist");
    expect(await theirs.locator(".waiting").count()).toBe(0);
    // The whole page turns with the room's language, what is being typed stays.
    await theirs.locator("#line").fill("/search fer");
    await type(page, "/language ar");
    for (const each of [page, theirs]) await each.locator("html[dir=rtl]").waitFor();
    await expect.poll(() => theirs.locator("#line").inputValue()).toBe("/search fer");
    await Promise.all([context.close(), stranger.close()]);
  });

  test("an empty room that is subscribed offered the same again: it says what it waits for", async () => {
    const context = await newContext();
    const page = await openChat(context, "/?room=cellar");
    await page.getByText("What fits comes here by itself.").waitFor();
    await page.getByText("Board minutes").waitFor();
    await page.getByRole("button", { name: "Why nothing came" }).click();
    await page.locator("#log").getByText("Its feeds: 1").waitFor();
    await context.close();
  });

  test("an answer stays where it is while posts arrive, and its start is in view", async () => {
    const context = await newContext();
    const page = await openChat(context);
    for (let count = 0; count < 6; count += 1) await send(`Earlier ${count}`);
    await page.locator("#log").getByText("Earlier 5").waitFor();
    await type(page, "/help");
    const answer = page.locator(".entry.talk").last();
    await answer.locator(".reply").waitFor();
    const topOf = async (): Promise<number> => (await answer.locator(".said").boundingBox())?.y ?? Number.NaN;
    await expect.poll(topOf).toBeGreaterThan(0);
    const top = await topOf();
    const barEnd = (await page.locator("main").boundingBox())?.y ?? 0;
    expect(top).toBeGreaterThanOrEqual(barEnd);
    // No post has come yet: what is below is the rest of the answer.
    await page.getByRole("button", { name: "More below" }).waitFor();
    for (let count = 0; count < HELD_POSTS; count += 1) {
      await send(`While reading ${count}`);
      await page.locator("#log").getByText(`While reading ${count}`).waitFor({ state: "attached" });
      expect(await topOf()).toBe(top);
    }
    await page.getByRole("button", { name: "New posts below" }).click();
    await expect
      .poll(() => page.evaluate("scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight"))
      .toBeLessThan(4);
    // A button of an older post threw the reader to the end: it is answered under its post, and stays in view.
    const older = page.locator("#log .entry", { hasText: "Earlier 2" });
    await older.getByRole("button", { name: /^Follow .*Lindqvist/ }).click();
    const under = page.locator("#log .entry:has-text('Earlier 2') + .entry.talk");
    await under.getByRole("button", { name: "Unfollow" }).click();
    await page.locator("#log .entry.talk + .entry.talk").getByText("Unsubscribed").waitFor();
    expect(await older.getByRole("button", { name: /^Follow .*Lindqvist/ }).isVisible()).toBe(true);
    expect(
      await page.evaluate("scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight > scroller.clientHeight"),
    ).toBe(true);
    // What needs no more said is sent by its chip.
    const room = await openChat(context, "/?room=chips");
    await room.getByRole("button", { name: "/help", exact: true }).click();
    await room.locator("#log .line", { hasText: "/help" }).waitFor();
    await context.close();
  });

  test("the server was restarted under the page: it comes back by itself, each post once, and answers", async () => {
    const context = await newContext();
    const page = await openChat(context);
    await page.locator("#log .card").first().waitFor();
    const { port } = new URL(server.web.url());
    await server.stop();
    await page.locator('#state[data-state="lost"]').waitFor();
    const recalled = ["1", "2"].map((messageId) => ({
      destination: MAIN,
      messageId,
      post: { ...post, headline: `Recalled ${messageId}` },
      isCompact: false,
      sentAt: NOW,
    }));
    server = await serve(Number(port), recalled);
    await page.locator('#state[data-state="live"]').waitFor();
    await page.getByText("Recalled 2").waitFor();
    expect(await page.locator("#log .card h2").allTextContents()).toEqual(["Recalled 1", "Recalled 2"]);
    await type(page, "/search ferry");
    await page.locator("#log .reply").getByText("about “ferry”").waitFor();
    await context.close();
  });

  test("ten thousand posts: the page keeps the newest, can be scrolled, and what is read does not move", async () => {
    const context = await newContext();
    const page = await openChat(context);
    await page.locator("#state[data-state=live]").waitFor();
    // All at once: a page that cannot keep up is let go, and comes back for the newest.
    await Promise.all(Array.from({ length: POSTS }, (_, index) => send(`Post ${index + 1}`)));
    await page.locator("#log").getByText(`Post ${POSTS}`, { exact: true }).waitFor();
    expect(await page.locator("#log .entry").count()).toBeLessThanOrEqual(KEPT_MAX);
    // Scrolled from the end to the start, every post it keeps comes into view once, in order, and none is skipped.
    const seen = (await page.evaluate(SCROLL_THROUGH)) as readonly string[];
    const numbers = seen.map((headline) => Number(headline.replace("Post ", "")));
    expect(numbers.length).toBe(await page.locator("#log .card").count());
    expect(numbers).toEqual(numbers.map((_, index) => POSTS - index));
    await page.evaluate("scroller.scrollTop = scroller.scrollHeight");
    await page.locator("#scroller").focus();
    for (let turn = 0; turn < 5; turn += 1) await page.keyboard.press("PageUp");
    // What goes at the top, beyond what the page keeps, changes how far down this is, not where one sees it.
    const read = page.locator("#log .card", { hasText: `Post ${POSTS - 20}` });
    await read.scrollIntoViewIfNeeded();
    const place = await read.boundingBox();
    await send("One more");
    await page.locator("#log").getByText("One more").waitFor({ state: "attached" });
    expect(Math.abs(((await read.boundingBox())?.y ?? 0) - (place?.y ?? Number.NaN))).toBeLessThan(2);
    await page.keyboard.press("End");
    await expect
      .poll(() => page.evaluate("scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight"))
      .toBeLessThan(4);
    await context.close();
  });

  test("a file of feeds dropped on chat or desk is taken in, and the desk tells how far it is", async () => {
    const context = await newContext();
    const chat = await openChat(context, "/?room=moving");
    await chat.locator("#state[data-state=live]").waitFor();
    await drop(chat, "mine.opml", toOpml(3));
    await expect.poll(() => chat.locator("#line").inputValue()).toBe("/import ");
    await chat.locator("#line").press("Enter");
    await chat.locator("#log").getByText("Subscriptions added: 3 of 3.").waitFor();
    const desk = await openChat(context, "/desk?room=moving");
    await desk.evaluate(
      "const told = document.querySelector('#take-in .told'); window.seen = []; new MutationObserver(() => seen.push(told.textContent)).observe(told, { childList: true })",
    );
    const readSeen = async () => (await desk.evaluate("window.seen")) as readonly string[];
    // What is told on the way comes by another connection than the answer, which is held until some of it was seen.
    await desk.route("**/api/command", async (route) => {
      const response = await route.fetch();
      await expect.poll(readSeen, WAIT).toContainEqual(expect.stringMatching(/^\d+ of 40 taken in/));
      await route.fulfill({ response });
    });
    await drop(desk, "theirs.opml", toOpml(40));
    await desk.getByText(/Subscriptions added: 37 of 40/).waitFor();
    expect((await readSeen())[0]).toContain("theirs.opml");
    await context.close();
  });
});
