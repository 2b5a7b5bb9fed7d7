/** `pullquote feeds check|import|export|promote`: the catalog from the command line. */

import { readFile, writeFile } from "node:fs/promises";
import { toAddedFeedId } from "../answers/find-feeds.ts";
import { findAccess } from "../app/feed-access.ts";
import type { Settings } from "../app/settings.ts";
import { toMessage, UserError } from "../domain/errors.ts";
import type { Feed } from "../domain/feed.ts";
import { loadCatalog } from "../feeds/load.ts";
import { parseOpml, toOpml } from "../feeds/opml.ts";
import { parseFeed } from "../feeds/parse.ts";
import { toCount } from "../messages/wording.ts";
import type { Access } from "../net/request-headers.ts";
import { openStore } from "../store/open.ts";
import type { Terminal } from "./documents.ts";
import { printTable } from "./print.ts";

const VISITS_AT_ONCE = 8;
const OPML_BYTES_MAX = 5 * 1024 * 1024;

interface Visit {
  readonly id: string;
  readonly entries: number | null;
  readonly newest: Date | null;
  readonly error: string | null;
}

async function visit(feed: Feed, access: Access | null, terminal: Terminal): Promise<Visit> {
  const failed = (error: string): Visit => ({ id: feed.id, entries: null, newest: null, error });
  try {
    const downloaded = await terminal.download(feed.url, { accept: "feed", access });
    if (downloaded.status === "failed") return failed(downloaded.reason);
    if (downloaded.status === "unchanged")
      return failed("The server says that nothing has changed, though nothing was asked.");
    const { entries } = await parseFeed(downloaded.body, downloaded.contentType, downloaded.url);
    const times = entries.map((entry) => entry.publishedAt?.getTime() ?? 0).filter((time) => time > 0);
    return {
      id: feed.id,
      entries: entries.length,
      newest: times.length === 0 ? null : new Date(Math.max(...times)),
      error: null,
    };
  } catch (error) {
    return failed(toMessage(error));
  }
}

/** Resolves with how many feeds are in trouble. Throws, naming every line, when the catalog itself is wrong. */
export async function runFeedsCheck(
  { feedsPath, feedAccess }: Pick<Settings, "feedAccess" | "feedsPath">,
  options: { readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const feeds = await loadCatalog(feedsPath);
  const toVisit = (feed: Feed) => visit(feed, findAccess(feed, feedAccess, feeds), terminal);
  const visits: Visit[] = [];
  for (let index = 0; index < feeds.length; index += VISITS_AT_ONCE) {
    visits.push(...(await Promise.all(feeds.slice(index, index + VISITS_AT_ONCE).map(toVisit))));
  }
  if (options.json === true) terminal.stdout.write(`${JSON.stringify(visits)}\n`);
  else {
    const rows = visits.map((each) => [
      each.id,
      each.entries === null ? "–" : String(each.entries),
      each.newest?.toISOString().slice(0, 16) ?? "–",
      each.error ?? "ok",
    ]);
    terminal.stdout.write(printTable([["feed", "entries", "newest", "state"], ...rows]));
  }
  return visits.filter((each) => each.error !== null).length;
}

export async function runFeedsImport(path: string, settings: Settings, say: (line: string) => void): Promise<void> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) throw new UserError("not-found", `There is no file ${path}.`);
  if (text.length > OPML_BYTES_MAX) throw new UserError("limit", `${path} is larger than ${OPML_BYTES_MAX} bytes.`);
  const outlines = parseOpml(text);
  const store = await openStore(settings.databaseUrl);
  try {
    const added: Feed[] = [];
    for (const outline of outlines) {
      const id = toAddedFeedId(outline.url);
      if ((await store.feeds.findByUrl(outline.url)) !== null || added.some((feed) => feed.id === id)) continue;
      added.push({
        id,
        title: outline.title,
        url: outline.url,
        homepage: outline.homepage,
        topics: outline.topics,
        region: null,
        language: "und",
        // Whoever runs the bot adds it for everybody.
        origin: "catalog",
        ...(outline.isPage === true ? { isPage: true } : {}),
      });
    }
    await store.feeds.save(added, new Date());
    say(`${toCount(added.length, "feed")} added, ${outlines.length - added.length} known already.`);
  } finally {
    await store.close();
  }
}

/** Makes a feed that people added everybody's. */
export async function runFeedsPromote(text: string, settings: Settings, say: (line: string) => void): Promise<void> {
  const store = await openStore(settings.databaseUrl);
  try {
    const stored = await store.feeds.list();
    const feed = stored.find(({ id, url }) => id === text || url === text);
    if (feed === undefined || !(await store.feeds.promote(feed.id))) {
      const added = stored.filter(({ origin }) => origin === "added").map(({ id }) => id);
      throw new UserError(
        "not-found",
        `There is no feed ${text}. ${added.length === 0 ? "Nobody has added one." : `Added were: ${added.join(", ")}.`}`,
      );
    }
    say(`${feed.title} is everybody's now: ${feed.url}`);
  } finally {
    await store.close();
  }
}

export async function runFeedsExport(path: string, settings: Settings, say: (line: string) => void): Promise<void> {
  const catalog = await loadCatalog(settings.feedsPath);
  const store = await openStore(settings.databaseUrl);
  try {
    const stored = await store.feeds.list();
    const feeds = [...catalog, ...stored.filter((feed) => !catalog.some((each) => each.id === feed.id))];
    await writeFile(path, toOpml(feeds));
    say(`${toCount(feeds.length, "feed")} written to ${path}.`);
  } finally {
    await store.close();
  }
}
