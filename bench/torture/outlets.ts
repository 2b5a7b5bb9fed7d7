/** The outlets of a torture: three feeds that tell what they are told to, each article known by a mark in its address. */

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type NewsRoute, type NewsServer, startNewsServer } from "../../tests/helpers/news-server.ts";
import { tellDay } from "../day-news.ts";

export const FEEDS = 3;
const SHOWN_MAX = 40;
const ARTICLES_MAX = 4_000;
const MARK = /no\d{5}x/g;

export interface Written {
  readonly mark: string;
  readonly number: number;
  readonly feed: number;
  readonly atMs: number;
}

/** The articles told of in something that was posted. */
export const findMarks = (posted: unknown): readonly string[] => [
  ...new Set((typeof posted === "string" ? posted : JSON.stringify(posted)).match(MARK) ?? []),
];

export interface Outlets {
  readonly news: NewsServer;
  readonly feedsPath: string;
  /** So many new articles, one in each feed in turn. */
  write(count: number): readonly Written[];
  /** Where the pages of the next articles will be. */
  nextPaths(count: number): readonly string[];
  /** The first answer of a path is this one. */
  spoil(path: string, route: NewsRoute): void;
  mend(): void;
}

const toMark = (number: number): string => `no${String(number).padStart(5, "0")}x`;
const toPath = (mark: string): string => `/news/${mark}.html`;

export async function openOutlets(folder: string): Promise<Outlets> {
  const news = await startNewsServer();
  const told = tellDay(1, 0, ARTICLES_MAX * 45 * 60_000);
  const written: (Written & { readonly title: string; readonly text: string })[] = [];
  const urlOf = (mark: string): string => `${news.url}${toPath(mark)}`;
  const spoiled = new Map<string, NewsRoute>();
  const serve = (path: string, contentType: string, toBody: () => string): void =>
    news.set(path, () => {
      const bad = spoiled.get(path);
      spoiled.delete(path);
      return bad ?? { body: toBody(), contentType };
    });

  function toRss(feed: number): string {
    const items = written
      .filter((each) => each.feed === feed)
      .slice(-SHOWN_MAX)
      .toReversed()
      .map(
        ({ mark, title, text, atMs }) =>
          `<item><title>${title}</title><link>${urlOf(mark)}</link><guid isPermaLink="false">${mark}</guid><pubDate>${new Date(atMs).toUTCString()}</pubDate><description>${text.slice(3, 120)}</description></item>`,
      );
    return `<rss version="2.0"><channel><title>Outlet ${feed}</title><link>${news.url}/</link>${items.join("")}</channel></rss>`;
  }

  for (let feed = 0; feed < FEEDS; feed += 1) serve(`/feed-${feed}.xml`, "application/rss+xml", () => toRss(feed));
  const feedsPath = join(folder, "feeds.json");
  const feeds = Array.from({ length: FEEDS }, (_, feed) => ({
    id: `feed-${feed}`,
    title: `Outlet ${feed}`,
    url: `${news.url}/feed-${feed}.xml`,
    homepage: `${news.url}/`,
    topics: ["local"],
    region: "Vessland",
    language: "en",
  }));
  await writeFile(feedsPath, JSON.stringify({ feeds }));
  return {
    news,
    feedsPath,
    write: (count) =>
      Array.from({ length: count }, () => {
        const number = written.length;
        const { title = "", paragraphs = [] } = told[number] ?? {};
        const mark = toMark(number);
        const text = paragraphs.map((each) => `<p>${each}</p>`).join("");
        const body = `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${text}</article></body></html>`;
        serve(toPath(mark), "text/html; charset=utf-8", () => body);
        const article = { mark, number, feed: number % FEEDS, atMs: Date.now(), title, text };
        written.push(article);
        return article;
      }),
    nextPaths: (count) => Array.from({ length: count }, (_, index) => toPath(toMark(written.length + index))),
    spoil: (path, route) => void spoiled.set(path, route),
    mend: () => spoiled.clear(),
  };
}
