/** The sample newsroom's pages, as the demo serves them: no article's text holds the headline of another. */

import { expect, test } from "vitest";
import { listSamples, startNewsroom } from "../../../samples/newsroom.ts";
import { readPage } from "../../../src/articles/page/read-page.ts";

/** Beyond the last article, so that each page has been served among different others. */
const PUBLISHED = 60;

test("no text holds another article's headline unless its author's does", async () => {
  const samples = listSamples();
  const newsroom = await startNewsroom({ intervalMs: 0, startWith: 0, clock: () => new Date("2026-11-20T08:00:00Z") });
  const foreign: string[] = [];
  let readCount = 0;
  const read = async (url: string): Promise<void> => {
    // Reading may take longer than the server keeps a connection that is idle.
    const response = await fetch(url, { headers: { connection: "close" } });
    const body = new Uint8Array(await response.arrayBuffer());
    const contentType = response.headers.get("content-type");
    const answer = await readPage({ body, contentType, url, xRobotsTag: null, tdmReservation: null });
    const id = url.replace(/^.*\//, "").replace(/(?:-\d+)?\.html$/, "");
    const own = samples.find((sample) => sample.id === id);
    if (!("article" in answer) || own === undefined) return;
    readCount += 1;
    for (const { expected } of samples)
      if (answer.article.text.includes(expected.title) && !own.expected.text.includes(expected.title))
        foreign.push(`${id}: ${expected.title}`);
  };
  try {
    const urls: string[] = [];
    for (let count = 0; count < PUBLISHED; count += 1) {
      const url = newsroom.publishNext() ?? "";
      urls.push(url);
      await read(url);
    }
    for (const url of urls.slice(-samples.length)) await read(url);
  } finally {
    await newsroom.stop();
  }
  expect(foreign).toEqual([]);
  expect(readCount).toBeGreaterThan(PUBLISHED);
});
