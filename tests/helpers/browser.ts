/** A real browser for the tests of the page: the machine's own Chromium, driven by playwright-core, judged by axe. */

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/** Null where there is none: then what needs it is skipped. */
export const CHROMIUM: string | null = process.env["CHROMIUM_PATH"] ?? PLACES.find((path) => existsSync(path)) ?? null;

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** WCAG 2.2 AA and what axe calls best practice: order of headings, landmarks. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-gpu"] });

export interface Tab {
  readonly page: Page;
  /** What the browser complained of: refused by the page's policy, thrown by a script, not found. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function openTab(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}

/** What axe finds wrong, a line each with the first place. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  // Added as a script it would need the page's nonce.
  await page.evaluate(`${AXE};0`);
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(TAGS)} } }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + " ×" + nodes.length + ": " + nodes[0].html.slice(0, 160) + " " + nodes[0].failureSummary.slice(0, 200)))`,
  )) as readonly string[];
  return violations;
}
