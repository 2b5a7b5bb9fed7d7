/** `npx tsx bench/feeds.ts [folder]`: our feed parser beside rss-parser and feedsmith, each in a process of its own. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseFeed as parseWithFeedsmith } from "feedsmith";
import Parser from "rss-parser";
import { parseFeed } from "../src/feeds/parse.ts";
import { decodeBytes } from "../src/net/decode.ts";

const REPEATS = 3;
const SYNTHETIC_FEEDS = 20;

interface Item {
  readonly title: unknown;
  readonly link: unknown;
  readonly date: unknown;
}
interface Document {
  readonly name: string;
  readonly bytes: Buffer;
}
interface Result {
  readonly read: number;
  readonly documents: number;
  readonly items: number;
  readonly titles: number;
  readonly links: number;
  readonly dates: number;
  readonly seconds: number;
  readonly megabytes: number;
  readonly peakMegabytes: number;
}

/** Invented news in RSS and Atom, 200 kB a feed, as real ones are. */
function synthesize(index: number): Document {
  const html = "<p>The harbor of Port Brume opened again on Monday, &amp; ships “sail” as before.</p>".repeat(60);
  const escaped = html.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const isAtom = index % 2 === 1;
  const items = Array.from({ length: 40 }, (_, i) => {
    const date = new Date(Date.UTC(2026, 10, 1 + (i % 28), i % 24));
    const url = `https://brume.example/${index}/${i}`;
    return isAtom
      ? `<entry><id>${url}</id><title>Story ${i}</title><link href="${url}"/><updated>${date.toISOString()}</updated><content type="html">${escaped}</content></entry>`
      : `<item><title>Story ${i}</title><link>${url}</link><guid>${url}</guid><pubDate>${date.toUTCString()}</pubDate><description>Short.</description><content:encoded><![CDATA[${html}]]></content:encoded></item>`;
  });
  const text = isAtom
    ? `<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>${items.join("")}</feed>`
    : `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>x</title>${items.join("")}</channel></rss>`;
  return { name: `synthetic-${index}`, bytes: Buffer.from(text) };
}

function readDocuments(folder: string | undefined): readonly Document[] {
  const from = folder ?? fileURLToPath(new URL("../tests/fixtures/feeds", import.meta.url));
  const files = readdirSync(from).map((name) => ({ name, bytes: readFileSync(join(from, name)) }));
  return folder === undefined ? [...files, ...Array.from({ length: SYNTHETIC_FEEDS }, (_, i) => synthesize(i))] : files;
}

const fromRssParser = (feed: Parser.Output<object>): readonly Item[] =>
  feed.items.map((item) => ({ title: item.title, link: item.link, date: item.isoDate }));

/** feedsmith keeps each format's own shape. */
function fromFeedsmith(text: string): readonly Item[] {
  const { format, feed } = parseWithFeedsmith(text) as { format: string; feed: Record<string, unknown> };
  const list = (format === "atom" ? feed["entries"] : feed["items"]) as readonly Record<string, unknown>[] | undefined;
  return (list ?? []).map((each) => {
    const links = each["links"] as readonly { href?: string; rel?: string }[] | undefined;
    const link = links?.find((one) => (one.rel ?? "alternate") === "alternate")?.href;
    const guid = (each["guid"] as { value?: string } | undefined)?.value;
    const dc = each["dc"] as { date?: unknown } | undefined;
    return {
      title: typeof each["title"] === "object" ? (each["title"] as { value?: string } | null)?.value : each["title"],
      link: each["link"] ?? link ?? each["url"] ?? guid,
      date: each["pubDate"] ?? each["published"] ?? each["updated"] ?? each["date_published"] ?? dc?.date,
    };
  });
}

type Parse = (document: Document) => Promise<readonly Item[]>;

async function openParseUrl(documents: readonly Document[]): Promise<{ parse: Parse; close(): void }> {
  const bodies = new Map(documents.map((each) => [`/${encodeURIComponent(each.name)}`, each.bytes]));
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/xml");
    response.end(bodies.get(request.url ?? ""));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    parse: async ({ name }) =>
      fromRssParser(await new Parser().parseURL(`http://127.0.0.1:${port}/${encodeURIComponent(name)}`)),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const PARSERS: Readonly<Record<string, Parse>> = {
  pullquote: async ({ bytes }) =>
    (await parseFeed(bytes, null, "https://bench.example/feed")).entries.map((entry) => ({
      title: entry.title,
      link: entry.url,
      date: entry.publishedAt,
    })),
  "rss-parser parseString": async ({ bytes }) => fromRssParser(await new Parser().parseString(bytes.toString("utf8"))),
  feedsmith: async ({ bytes }) => fromFeedsmith(bytes.toString("utf8")),
  "decode + feedsmith": async ({ bytes }) => fromFeedsmith(decodeBytes(bytes, null, "xml")),
};
const NAMES = [...Object.keys(PARSERS), "rss-parser parseURL"];

async function measure(name: string, folder: string | undefined): Promise<Result> {
  const documents = readDocuments(folder);
  const served = name === "rss-parser parseURL" ? await openParseUrl(documents) : null;
  const parse = served?.parse ?? PARSERS[name];
  if (parse === undefined) throw new Error(`There is no parser called ${name}.`);
  const counts = { read: 0, items: 0, titles: 0, links: 0, dates: 0 };
  const startedAt = performance.now();
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    for (const document of documents) {
      const items = await parse(document).catch(() => null);
      if (repeat > 0 || items === null) continue;
      counts.read += 1;
      counts.items += items.length;
      counts.titles += items.filter((item) => typeof item.title === "string" && item.title.trim() !== "").length;
      counts.links += items.filter((item) => typeof item.link === "string" && /^https?:\/\//.test(item.link)).length;
      counts.dates += items.filter((item) => !Number.isNaN(new Date((item.date as string) ?? "").getTime())).length;
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  served?.close();
  const megabytes = (REPEATS * documents.reduce((sum, each) => sum + each.bytes.length, 0)) / 1e6;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  return { ...counts, documents: documents.length, seconds, megabytes, peakMegabytes };
}

const [, , first, second, third] = process.argv;
if (first === "--measure" && second !== undefined) {
  console.log(JSON.stringify(await measure(second, third)));
} else {
  console.log("parser                     read  items  titles  links  dates    MB/s  feeds/s  peak MB");
  for (const name of NAMES) {
    const script = [fileURLToPath(import.meta.url), "--measure", name, ...(first === undefined ? [] : [first])];
    const output = execFileSync(process.execPath, ["--import", "tsx", ...script], { encoding: "utf8", maxBuffer: 1e8 });
    const result = JSON.parse(output.trim().split("\n").at(-1) ?? "{}") as Result;
    const cells = [
      [`${result.read}/${result.documents}`, 9],
      [String(result.items), 7],
      [String(result.titles), 8],
      [String(result.links), 7],
      [String(result.dates), 7],
      [(result.megabytes / result.seconds).toFixed(1), 8],
      [((REPEATS * result.documents) / result.seconds).toFixed(0), 9],
      [result.peakMegabytes.toFixed(0), 9],
    ] as const;
    console.log(name.padEnd(23) + cells.map(([text, width]) => text.padStart(width)).join(""));
  }
}
