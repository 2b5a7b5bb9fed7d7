/** Many outlets on one server, each on a loopback address of its own: feeds with validators, pages, and those that hang. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Feed } from "../../src/domain/feed.ts";
import { toFeedId } from "../../src/domain/id.ts";
import { tellDay } from "../day-news.ts";

const SHOWN_MAX = 20;
const HOSTS_PER_NET = 200;
const STORIES = 6_000;
/** An article has the paragraphs of so many of the told stories: some 500 words. */
const STORIES_PER_PAGE = 7;
const MARK = /Nr(\d+)x/;
const OLD_MS = 5 * 24 * 60 * 60 * 1000;

export const readMark = (text: string): number | null => {
  const found = MARK.exec(text)?.[1];
  return found === undefined ? null : Number(found);
};

export interface Outlets {
  readonly feeds: readonly Feed[];
  readonly hosts: readonly string[];
  /** When each article appeared in its feed. */
  readonly appearedAt: ReadonlyMap<number, number>;
  /** Returns the article's number. */
  publish(feed: number): number;
  close(): void;
}

export interface OutletsOptions {
  readonly count: number;
  readonly isFeedSilent?: (feed: number) => boolean;
  readonly arePagesSilent?: (feed: number) => boolean;
}

const hostOf = (feed: number): string => `127.0.${1 + Math.floor(feed / HOSTS_PER_NET)}.${1 + (feed % HOSTS_PER_NET)}`;

export async function openOutlets({ count, isFeedSilent, arePagesSilent }: OutletsOptions): Promise<Outlets> {
  const told = tellDay(1, 0, STORIES * 45 * 60_000);
  const items: { readonly number: number; readonly at: Date }[][] = Array.from({ length: count }, () => []);
  const appearedAt = new Map<number, number>();
  const feedOf = new Map<number, number>();
  const titleOf = (number: number): string => `Nr${number}x ${told[number % told.length]?.title ?? ""}`;
  let next = 0;

  function publish(feed: number, at = new Date()): number {
    const number = next;
    next += 1;
    items[feed]?.push({ number, at });
    feedOf.set(number, feed);
    appearedAt.set(number, performance.now());
    return number;
  }

  function toRss(feed: number): string {
    const shown = (items[feed] ?? []).slice(-SHOWN_MAX).toReversed();
    const home = `http://${hostOf(feed)}:${port}/`;
    const elements = shown.map(
      ({ number, at }) =>
        `<item><title>${titleOf(number)}</title><link>${home}a/${number}.html</link><guid isPermaLink="false">g${number}</guid><pubDate>${at.toUTCString()}</pubDate><description>Number ${number}.</description></item>`,
    );
    return `<rss version="2.0"><channel><title>Outlet ${feed}</title><link>${home}</link>${elements.join("")}</channel></rss>`;
  }

  function toPage(number: number): string {
    const parts = Array.from({ length: STORIES_PER_PAGE }, (_, part) => told[(number + part * 811) % told.length]);
    const text = parts.flatMap((part) => part?.paragraphs ?? []).map((paragraph) => `<p>${paragraph}</p>`);
    const title = titleOf(number);
    return `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${text.join("")}</article></body></html>`;
  }

  const server = createServer((request, response) => {
    const [, kind, id] = /^\/(f|a)\/(\d+)\./.exec(request.url ?? "") ?? [];
    const number = Number(id);
    if (kind === "f") {
      if (isFeedSilent?.(number) === true) return;
      const etag = `"${items[number]?.at(-1)?.number ?? "none"}"`;
      response.setHeader("etag", etag);
      if (request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
      return void response.setHeader("content-type", "application/rss+xml").end(toRss(number));
    }
    if (kind !== "a") return void response.writeHead(404).end();
    if (arePagesSilent?.(feedOf.get(number) ?? -1) === true) return;
    response.setHeader("content-type", "text/html; charset=utf-8").end(toPage(number));
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const { port } = server.address() as AddressInfo;
  // Each feed has told something before, too long ago to be news.
  for (let feed = 0; feed < count; feed += 1) publish(feed, new Date(Date.now() - OLD_MS));
  return {
    hosts: Array.from({ length: count }, (_, feed) => `${hostOf(feed)}:${port}`),
    feeds: Array.from({ length: count }, (_, feed) => ({
      id: toFeedId(`feed-${feed}`),
      title: `Outlet ${feed}`,
      url: `http://${hostOf(feed)}:${port}/f/${feed}.xml`,
      homepage: null,
      topics: [],
      region: null,
      language: "en",
      origin: "catalog" as const,
    })),
    appearedAt,
    publish: (feed) => publish(feed),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
