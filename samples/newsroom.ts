/** The sample newsroom: invented outlets on loopback that publish an article every few seconds, feeds and pages alike. */

import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { Feed } from "../src/domain/feed.ts";
import { toFeedId } from "../src/domain/id.ts";
import { readSamples, type SampleArticle } from "./article.ts";
import { type Charset, encodeText } from "./charset.ts";
import { toFeedDocument } from "./feed-documents.ts";
import { escapeHtml, toLinks } from "./markup.ts";
import { getOutlet, OUTLETS, type Outlet } from "./outlet.ts";
import { toPage } from "./page.ts";

export interface Newsroom {
  readonly url: string;
  readonly feeds: readonly Feed[];
  /** Publishes the next article in the fixed order and returns its page's URL; null once stopped. */
  publishNext(): string | null;
  stop(): Promise<void>;
}

export interface NewsroomOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  /** Each article is published once, then some are corrected; 0 publishes nothing by itself. */
  readonly intervalMs: number;
  readonly clock?: () => Date;
  /** Articles already out at the start, a few minutes apart. */
  readonly startWith?: number;
}

interface Published {
  /** Its newest edition. */
  article: SampleArticle;
  readonly outlet: Outlet;
  readonly url: string;
  readonly path: string;
  readonly publishedAt: Date;
}

interface Answered {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  readonly lastModified: Date | null;
}

const START_WITH = 6;
const START_SPACING_MS = 240_000;
const KEEP_ALIVE_MS = 60_000;
/** Pages older than this many are gone, as on sites that tidy up. */
const PUBLISHED_MAX = 200;
const FEED_ITEMS_MAX = 20;
const RAIL_LINKS_MAX = 10;
const CORRECTED = " (corrected)";
/** Once all is told, an article is corrected at one turn of so many, each once. */
const TURNS_PER_CORRECTION = 6;

function toFeed(outlet: Outlet, url: string): Feed {
  return {
    id: toFeedId(outlet.id),
    title: outlet.title,
    url: `${url}/${outlet.id}/${outlet.feedPath}`,
    homepage: `${url}/${outlet.id}/`,
    topics: outlet.topics,
    region: outlet.region,
    language: outlet.language,
    origin: "catalog",
  };
}

const text = (status: number, contentType: string, body: string, charset: Charset = "utf-8"): Answered => ({
  status,
  contentType,
  body: encodeText(body, charset),
  lastModified: null,
});

/** Sends with validators and gzip, and 304 to those who have it already. */
function send(request: IncomingMessage, response: ServerResponse, answered: Answered): void {
  const etag = `"${createHash("sha256").update(answered.body).digest("base64url").slice(0, 22)}"`;
  response.setHeader("ETag", etag);
  response.setHeader("Vary", "Accept-Encoding");
  response.setHeader("Cache-Control", "max-age=0");
  if (answered.lastModified !== null) response.setHeader("Last-Modified", answered.lastModified.toUTCString());
  const known = request.headers["if-none-match"];
  const since = Date.parse(request.headers["if-modified-since"] ?? "");
  const isKnown =
    known !== undefined
      ? known.split(",").some((each) => each.trim().replace(/^W\//, "") === etag)
      : answered.lastModified !== null && Math.floor(answered.lastModified.getTime() / 1000) * 1000 <= since;
  if (answered.status === 200 && isKnown) {
    response.writeHead(304).end();
    return;
  }
  response.setHeader("Content-Type", answered.contentType);
  const isGzip = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  if (isGzip) response.setHeader("Content-Encoding", "gzip");
  const body = isGzip ? gzipSync(answered.body) : answered.body;
  response.writeHead(answered.status, { "Content-Length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

export async function startNewsroom(options: NewsroomOptions): Promise<Newsroom> {
  const clock = options.clock ?? (() => new Date());
  const samples = readSamples();
  const published: Published[] = [];
  let publishedCount = 0;
  let isStopped = false;
  let url = "";

  const publishAt = (publishedAt: Date): string => {
    const article = samples[publishedCount % samples.length];
    if (article === undefined) throw new Error("Expected articles in samples/newsroom; found none.");
    const round = Math.floor(publishedCount / samples.length) + 1;
    publishedCount += 1;
    const outlet = getOutlet(article.outletId);
    const path = `/${outlet.id}/${article.id}${round > 1 ? `-${round}` : ""}.html`;
    published.push({ article, outlet, url: `${url}${path}`, path, publishedAt });
    if (published.length > PUBLISHED_MAX) published.shift();
    return `${url}${path}`;
  };

  /** By itself the newsroom tells each article once, and then only corrects some of them. */
  let turnCount = 0;
  const takeTurn = (): void => {
    if (publishedCount < samples.length) {
      publishAt(clock());
      return;
    }
    turnCount += 1;
    if (turnCount % TURNS_PER_CORRECTION !== 0) return;
    const one = published.find(({ article }) => article.language === "en" && !article.title.endsWith(CORRECTED));
    if (one !== undefined) one.article = { ...one.article, title: `${one.article.title}${CORRECTED}` };
  };

  const findOthers = (one: Published) =>
    published
      .filter((each) => each !== one && each.article.language === one.article.language)
      .reverse()
      .slice(0, RAIL_LINKS_MAX)
      .map((each) => ({ title: each.article.title, url: each.url }));

  const answerPage = (one: Published): Answered => {
    const { article, outlet } = one;
    const page = { article, outlet, url: one.url, homepage: `${url}/${outlet.id}/`, publishedAt: one.publishedAt };
    const html = toPage({ ...page, now: clock(), others: findOthers(one) });
    return text(200, `text/html; charset=${article.charset}`, html, article.charset);
  };

  const answerFeed = (outlet: Outlet): Answered => {
    const items = published.filter((each) => each.outlet === outlet).slice(-FEED_ITEMS_MAX);
    const document = toFeedDocument({
      outlet,
      feedUrl: toFeed(outlet, url).url,
      homepage: `${url}/${outlet.id}/`,
      items: items.toReversed().map(({ article, ...each }) => ({ ...article, ...each })),
    });
    const lastModified = items.at(-1)?.publishedAt ?? null;
    return { ...text(200, document.contentType, document.text, outlet.feedCharset), lastModified };
  };

  const answerHome = (outlet: Outlet): Answered => {
    const links = published
      .filter((each) => each.outlet === outlet)
      .map((each) => ({ title: each.article.title, url: each.url }));
    const type = {
      rss: "application/rss+xml",
      atom: "application/atom+xml",
      rdf: "application/rdf+xml",
      json: "application/feed+json",
    };
    const html = `<!doctype html><html lang="${outlet.language}"><head><meta charset="utf-8"><title>${escapeHtml(outlet.title)}</title>
<link rel="alternate" type="${type[outlet.format]}" title="${escapeHtml(outlet.title)}" href="/${outlet.id}/${outlet.feedPath}"></head>
<body><h1>${escapeHtml(outlet.title)}</h1><p>${escapeHtml(outlet.tagline)}</p><ul>${toLinks(links.toReversed())}</ul></body></html>`;
    return text(200, "text/html; charset=utf-8", html);
  };

  const answer = (path: string): Answered => {
    if (path === "/robots.txt") return text(200, "text/plain; charset=utf-8", "User-agent: *\nAllow: /\n");
    if (path === "/") {
      const links = OUTLETS.map((outlet) => ({ title: outlet.title, url: `/${outlet.id}/` }));
      const list = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sample newsroom</title><h1>Sample newsroom</h1><ul>${toLinks(links)}</ul></html>`;
      return text(200, "text/html; charset=utf-8", list);
    }
    const outlet = OUTLETS.find((each) => path.startsWith(`/${each.id}/`));
    if (outlet !== undefined && path === `/${outlet.id}/`) return answerHome(outlet);
    if (outlet !== undefined && path === `/${outlet.id}/${outlet.feedPath}`) return answerFeed(outlet);
    const one = published.find((each) => each.path === path);
    return one === undefined
      ? text(404, "text/plain; charset=utf-8", "There is no such page here.\n")
      : answerPage(one);
  };

  const server = createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    send(request, response, answer((request.url ?? "/").split("?")[0] ?? "/"));
  }); // A reader that is slow between two pages finds its connection open still.
  server.keepAliveTimeout = KEEP_ALIVE_MS;

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const startWith = options.startWith ?? START_WITH;
  for (let left = startWith; left > 0; left -= 1) publishAt(new Date(clock().getTime() - left * START_SPACING_MS));
  const timer = options.intervalMs > 0 ? setInterval(takeTurn, options.intervalMs) : null;

  return {
    url,
    feeds: OUTLETS.map((outlet) => toFeed(outlet, url)),
    publishNext: () => (isStopped ? null : publishAt(clock())),
    async stop() {
      if (isStopped) return;
      isStopped = true;
      if (timer !== null) clearInterval(timer);
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export { listSamples, type Sample, type SampleFacts } from "./list.ts";
