/** The page in a real browser: reading, searching, by keys alone, narrow, dark, from right to left, and for everybody. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createArchive } from "../../src/answers/open-archive.ts";
import { createDesk } from "../../src/app/desk.ts";
import { readSettings } from "../../src/app/read-settings.ts";
import { toDeliveryId } from "../../src/domain/id.ts";
import { CHROMIUM, findBarriers, launchBrowser, openTab, type Tab } from "../helpers/browser.ts";
import { buildNumberedPublication, NOW } from "../helpers/build.ts";
import { type Newsday, openNewsday } from "../helpers/newsday.ts";
import { type PageServer, servePage } from "../helpers/page-server.ts";

const ROOM = { platform: "web", address: "main" } as const;
const EVIL = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
/** The last is where the next view is looked at. */
const WIDTHS = [390, 1280, 320];
const TALL = { width: 320, height: 640 };

let browser: Browser;
let day: Newsday;
let server: PageServer;
const tabs: Tab[] = [];

async function open(path: string, options: Parameters<typeof openTab>[2] = {}): Promise<Tab> {
  const tab = await openTab(browser, new URL(path, server.web.url()).href, options);
  tabs.push(tab);
  return tab;
}

const VIEWS = (): readonly string[] => [
  "/news",
  `/story/${day.first}`,
  `/article/${day.first}`,
  "/speaker/Ada%20Lindqvist",
  "/search?q=ferry",
  "/desk",
  "/story/424242",
  "/",
];

/** Of each frame one. */
const ARABIC_VIEWS = ["/news", "/article/1", "/search?q=ferry", "/desk", "/"];

describe.skipIf(CHROMIUM === null)(`in a browser (${CHROMIUM ?? "skipped: no Chromium on this machine"})`, () => {
  beforeAll(async () => {
    day = await openNewsday();
    const { store } = day;
    const desk = createDesk({
      store,
      settings: readSettings({ WEB_PORT: "9000" }),
      clock: () => NOW,
      checkHealth: async () => ({ ok: false, reasons: ["The database does not answer."] }),
    });
    server = await servePage(store, { desk });
    for (const state of await store.feeds.listStates()) await store.feeds.saveState({ ...state, lastPollAt: NOW });
    await day.store.articles.publish(buildNumberedPublication({ headline: EVIL, sentences: [EVIL] }));
    browser = await launchBrowser();
    const archive = createArchive(day.store, ROOM);
    for (const [index, id] of [day.first, day.arabic].entries()) {
      await server.web.send(ROOM, archive.toPost(await day.store.articles.get(id), "en"), toDeliveryId(index + 1));
    }
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await day?.store.close();
  });

  test("one reads from the news to a story, an article and a speaker, and what was opened is read", async () => {
    const { page, complaints } = await open("/news");
    await page.locator(".unread").first().waitFor();
    expect(await page.locator(".unread").count()).toBe(4);
    await page.getByRole("link", { name: "Halden loses its ferry" }).first().click();
    await page.getByRole("heading", { name: "Who said what" }).waitFor();
    await page.getByRole("link", { name: "In the article’s text" }).first().click();
    await page.locator("mark.said.key").first().waitFor();
    await page.locator('a.jump[href="#quote-1"]').click();
    expect(await page.locator("mark:target").textContent()).toBe("We cannot sail with one engine,");
    await page.getByRole("link", { name: "Ada Lindqvist" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Ada Lindqvist" }).waitFor();
    await page.getByRole("link", { name: "News", exact: true }).click();
    await page.locator(".unread").first().waitFor();
    expect(await page.locator(".story[data-read]").count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test("a search answers as one types, is narrowed by a press and followed by another", async () => {
    const { page, complaints } = await open("/search");
    await page.getByLabel("Search the news").pressSequentially("ferry");
    await page.locator("mark.hit").first().waitFor();
    await page.waitForURL("**/search?q=ferry");
    await page.getByRole("link", { name: /^transport/ }).click();
    await page.locator(".chip.chosen").waitFor();
    await page.getByRole("button", { name: "Follow" }).click();
    await expect.poll(() => page.locator(".told").textContent()).toBe("fine");
    expect(complaints).toEqual([]);
  });

  test("keys alone go through the stories, open one, search and tell themselves", async () => {
    const { page, complaints } = await open("/news");
    const { keyboard } = page;
    await page.locator(".unread").first().waitFor();
    await keyboard.press("j");
    await keyboard.press("j");
    await keyboard.press("k");
    await keyboard.press("m");
    expect(await page.evaluate("document.activeElement.hasAttribute('data-read')")).toBe(true);
    await keyboard.press("m");
    await keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await keyboard.press("Escape");
    await keyboard.press("Enter");
    await page.waitForURL("**/story/*");
    await keyboard.press("/");
    await keyboard.type("market");
    await keyboard.press("Enter");
    await page.waitForURL("**/search?q=market");
    await page.getByText("Market hall opens on Tuesday").first().waitFor();
    // A tab leads to the content at once.
    await page.goto(new URL("/news", server.web.url()).href);
    await keyboard.press("Tab");
    await keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    expect(complaints).toEqual([]);
  });

  test.each([
    ["light and wide", {}, VIEWS],
    ["dark, narrow and Arabic", { viewport: TALL, colorScheme: "dark", locale: "ar" }, () => ARABIC_VIEWS],
  ] as const)("no view bars anybody, and none is wider than its window: %s", async (_, options, listViews) => {
    const tab = await open("/news", options as Parameters<typeof openTab>[2]);
    const { page } = tab;
    for (const path of listViews()) {
      await page.goto(new URL(path, server.web.url()).href);
      if (path === "/") await page.locator("#log .card").first().waitFor();
      expect(await findBarriers(page), path).toEqual([]);
      expect(await page.evaluate("document.documentElement.dir"), path).toBe("locale" in options ? "rtl" : "ltr");
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 700 });
        const tooWide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        expect(tooWide, `${path} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
    // The address of a story that is not there answers 404, which the browser writes down.
    expect(tab.complaints.filter((each) => !each.includes("404"))).toEqual([]);
  });

  test("one that hears the chat is told headlines, not cards", async () => {
    const { page } = await open("/");
    await page.locator("#log .card").first().waitFor();
    const post = createArchive(day.store, ROOM).toPost(await day.store.articles.get(day.second), "en");
    await server.web.send(ROOM, post, toDeliveryId(77));
    await page.locator("#post-77").waitFor();
    expect(await page.locator("#announced").textContent()).toBe("Halden loses its ferry");
    expect(await page.locator("#log").getAttribute("aria-live")).toBe("off");
  });
});
