/** Pages are read in a thread of their own, with the same result; a hostile one dies there alone. */

import { afterEach, expect, test } from "vitest";
import { createPageReader } from "../../../../src/articles/page/page-pool.ts";
import { type PageSource, readPage } from "../../../../src/articles/page/read-page.ts";

const closers: (() => Promise<void>)[] = [];
function open(settings: Parameters<typeof createPageReader>[0] = {}) {
  const reader = createPageReader(settings);
  closers.push(reader.close);
  return reader.readPage;
}
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const PARAGRAPH =
  "<p>The ferry to Port Halden will stop for a week, the harbor office said on Friday. It needs a new engine.</p>";
const toSource = (html: string, headers: Partial<PageSource> = {}): PageSource => ({
  body: new TextEncoder().encode(html),
  contentType: "text/html; charset=utf-8",
  url: "https://gazette.example/ferry",
  xRobotsTag: null,
  tdmReservation: null,
  ...headers,
});
const PAGE = toSource(`<title>Ferry</title><h1>Ferry stops</h1>${PARAGRAPH.repeat(3)}`);
const TEST_MS_MAX = 60_000;

test(
  "an article comes out of the thread as it does without one",
  async () => {
    const answer = await open()(PAGE);
    expect(answer).toEqual(await readPage(PAGE));
    expect("article" in answer && answer.article.text).toContain("Port Halden");
  },
  TEST_MS_MAX,
);

test(
  "the reason why there is no article comes out of it, too",
  async () => {
    const read = open();
    expect(await read(toSource("<p></p>"))).toEqual({ reason: "The page holds no text." });
    expect(await read(toSource(PARAGRAPH, { xRobotsTag: "noai" }))).toEqual({
      reason: "The site asks machines not to work on its pages.",
    });
    expect(await read(toSource("<div>".repeat(3_000)))).toEqual({ reason: "The page nests more than 2000 elements." });
  },
  TEST_MS_MAX,
);

test(
  "a page that takes too much memory is given up while others go on, and the next one is read",
  async () => {
    const read = open({ memoryMbMax: 64 });
    let turnCount = 0;
    const turns = setInterval(() => turnCount++, 1);
    const hostile = read(toSource("<p>word word word.</p>".repeat(110_000)));
    const next = read(PAGE);
    await expect(hostile).rejects.toThrow("The document takes too much memory to read.");
    clearInterval(turns);
    expect(turnCount).toBeGreaterThan(5);
    expect(await next).toEqual(await readPage(PAGE));
  },
  TEST_MS_MAX,
);

test(
  "a page that takes too long is given up",
  async () => {
    await expect(open({ timeoutMs: 1 })(toSource(PARAGRAPH.repeat(20_000)))).rejects.toThrow(
      "The document takes longer than 0.001 s to read.",
    );
  },
  TEST_MS_MAX,
);

test(
  "pages of five megabytes, bait for patterns and broken markup are read within the limits",
  async () => {
    const read = open();
    for (const html of [
      PARAGRAPH.repeat(5_000_000 / PARAGRAPH.length),
      `<title>${" - a".repeat(200_000)}</title><p>${"((“".repeat(200_000)}</p>${PARAGRAPH}`,
      `<p>${"By ".repeat(200_000)}</p><p>${"1".repeat(200_000)}</p>${"<b><p>".repeat(500)}${PARAGRAPH}`,
    ])
      expect(await read(toSource(html))).toHaveProperty("article.text");
  },
  TEST_MS_MAX,
);
