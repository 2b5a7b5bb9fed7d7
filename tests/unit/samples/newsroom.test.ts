/** The newsroom of the demo told everything again after three minutes: each article stood on the page five times. */

import { expect, test, vi } from "vitest";
import { readSamples } from "../../../samples/article.ts";
import { startNewsroom } from "../../../samples/newsroom.ts";
import { parseFeed } from "../../../src/feeds/parse.ts";

test("each article is told once, and then some are corrected", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const newsroom = await startNewsroom({ intervalMs: 1000, startWith: 0 });
  const count = readSamples().length;
  const readTitles = async (): Promise<readonly string[]> => {
    const titles: string[] = [];
    for (const { url } of newsroom.feeds) {
      const answer = await fetch(url);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const { entries } = await parseFeed(bytes, answer.headers.get("content-type"), url);
      titles.push(...entries.map(({ title }) => title));
    }
    return titles;
  };
  try {
    vi.advanceTimersByTime(count * 1000);
    const told = await readTitles();
    expect(new Set(told).size).toBe(told.length);
    vi.advanceTimersByTime(18_000);
    const later = await readTitles();
    expect(later.length).toBe(told.length);
    expect(later.filter((title) => !told.includes(title)).length).toBeGreaterThan(0);
    expect(later.filter((title) => title.endsWith("(corrected)")).length).toBeLessThanOrEqual(3);
  } finally {
    vi.useRealTimers();
    await newsroom.stop();
  }
});
