/** Feeds by their address or that of a site, and what they had: known ones, else those a visit finds. */

import { createHash } from "node:crypto";
import type { CommandServices } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";
import type { Feed } from "../domain/feed.ts";
import { toFeedId } from "../domain/id.ts";
import type { Store } from "../domain/store.ts";
import { toUrlKey } from "../domain/url-key.ts";
import { type DocumentReading, discoverAbove, discoverFeeds } from "../feeds/discover.ts";
import { toUrlEntryKey } from "../feeds/entry-key.ts";
import { toHonestName } from "../feeds/honest-name.ts";
import { findSite, type SiteReading } from "../feeds/sites/find-site.ts";
import type { Download } from "../net/download.ts";
import { WorkStoppedError } from "../net/worker-pool.ts";
import { readSiteAddress } from "../typed/addresses.ts";
import { findUnreadable } from "./find-unreadable.ts";

const FEEDS_FOUND_MAX = 10;
const TITLE_LENGTH_MAX = 100;

export interface FeedDependencies {
  readonly store: Pick<Store, "feeds">;
  /** The store as the channel sees it that asks. */
  readonly view: Pick<Store, "feeds">;
  /** Takes one new feed from what the channel and its server may add. False when that is used up. */
  readonly mayAdd: () => boolean;
  readonly download: Download;
  /** In threads of their own, killed when they take too long or too much memory. */
  readonly reading: DocumentReading & Pick<SiteReading, "readSite">;
  /** What sites let the bot read; no page is read in a feed's place where absent. */
  readonly leave?: Pick<SiteReading, "mayRead" | "isReserved" | "findSitemaps"> | undefined;
  /** Why the bot may not go to an address, as far as it tells by itself; it may go anywhere where absent. */
  readonly findBlock?: ((url: string) => string | null) | undefined;
  readonly clock: () => Date;
}

/** Slug from the host and a hash, so that two feeds of one site differ, and two forms of one address do not. */
export function toAddedFeedId(url: string): ReturnType<typeof toFeedId> {
  const host = new URL(url).hostname
    .replace(/^www\./, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50);
  return toFeedId(
    `${host.replace(/^-+|-+$/g, "") || "feed"}-${createHash("sha256").update(toUrlKey(url)).digest("hex").slice(0, 6)}`,
  );
}

const toAddedFeed = (url: string, facts: Partial<Pick<Feed, "title" | "homepage" | "language">>): Feed => ({
  id: toAddedFeedId(url),
  title: (facts.title ?? new URL(url).hostname).slice(0, TITLE_LENGTH_MAX),
  url,
  homepage: facts.homepage ?? null,
  topics: [],
  region: null,
  language: facts.language ?? "und",
  origin: "added",
});

/** The one known where the address leads to one; else the new one. */
async function visitFeed(
  url: string,
  title: string | null,
  { download, view, reading }: FeedDependencies,
): Promise<Feed> {
  const downloaded = await download(url, { accept: "feed" });
  const toUnreadable = (reason: string | null): UserError =>
    new UserError("unavailable", (say) => say("feed.unreadable", { url, reason: reason ?? say("feed.noFeedThere") }));
  if (downloaded.status !== "fresh") throw toUnreadable(downloaded.status === "failed" ? downloaded.reason : null);
  const known = await view.feeds.findByUrl(downloaded.url);
  if (known !== null) return known;
  const parsed = await reading.parseFeed(downloaded.body, downloaded.contentType, downloaded.url).catch(() => null);
  if (parsed === null) throw toUnreadable(null);
  const given = parsed.title ?? title;
  const name = given === null ? null : toHonestName(given, url, await view.feeds.list());
  const language = /^[a-z]{2,3}/i.exec(parsed.language ?? "")?.[0].toLowerCase();
  return toAddedFeed(url, {
    homepage: parsed.link,
    ...(name === null ? {} : { title: name }),
    ...(language === undefined ? {} : { language }),
  });
}

/** A site without a feed, read from its page; the one known where it is read already. */
async function visitSite(url: string, { view, download, reading, leave }: FeedDependencies): Promise<Feed> {
  const noFeed = (): UserError => new UserError("not-found", (say) => say("feed.noneAt", { url }));
  if (leave === undefined) throw noFeed();
  const found = await findSite(url, { ...leave, download, readSite: reading.readSite }).catch((error: unknown) => {
    if (error instanceof WorkStoppedError) return { reason: error.message };
    throw error;
  });
  if ("reason" in found) {
    throw new UserError("not-found", (say) => say("feed.noListAt", { url, reason: found.reason }));
  }
  const known = await view.feeds.findByUrl(found.url);
  if (known !== null) return known;
  const { title, language } = found.site;
  const name = title === null ? null : toHonestName(title, url, await view.feeds.list());
  const feed = toAddedFeed(found.url, {
    homepage: url,
    ...(name === null || name === "" ? {} : { title: name }),
    ...(language === null ? {} : { language: language.slice(0, 3) }),
  });
  return { ...feed, isPage: true };
}

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

export function createFeedServices(
  dependencies: FeedDependencies,
): Pick<CommandServices, "addFeed" | "addFeedAt" | "findBlock" | "findFeeds" | "findSeenEntry" | "findUnreadable"> {
  const { store, view, mayAdd, download, reading, clock, findBlock = () => null } = dependencies;

  async function save(feed: Feed): Promise<void> {
    if (!mayAdd()) throw new UserError("limit", (say) => say("feed.tooManyNew"));
    await store.feeds.save([feed], clock());
  }

  /** Of the catalog only: a feed somebody added may claim any site as its own. */
  async function findBySite(url: string): Promise<readonly Feed[]> {
    const key = toUrlKey(url);
    return (await view.feeds.list()).filter(
      ({ homepage, origin }) => origin === "catalog" && homepage !== null && toUrlKey(homepage) === key,
    );
  }

  return {
    async findFeeds(text) {
      const url = readSiteAddress(text);
      if (url === null) {
        throw new UserError("not-found", (say) => say("feed.nothingCalled", { name: text }));
      }
      const known = await view.feeds.findByUrl(url);
      if (known !== null) return [known];
      const ofSite = await findBySite(url);
      if (ofSite.length > 0) return ofSite;
      const discovery = await discoverFeeds(url, download, reading);
      const { reason } = discovery;
      if (discovery.feeds.length === 0 && reason !== null) {
        throw new UserError("unavailable", (say) => say("feed.unreadable", { url, reason }));
      }
      let found = discovery.feeds.slice(0, FEEDS_FOUND_MAX);
      if (found.length === 0) {
        const site = await visitSite(url, dependencies).catch((error: unknown) => toError(error));
        if (!(site instanceof Error)) return [site];
        // No list of headlines: an article, perhaps, whose site has a feed.
        found = (await discoverAbove(url, download, reading)).slice(0, FEEDS_FOUND_MAX);
        if (found.length === 0) throw site;
      }
      const feeds = new Map<string, Feed>();
      for (const { url: feedUrl, title } of found) {
        const isOnly = found.length === 1;
        const feed =
          (await view.feeds.findByUrl(feedUrl)) ??
          (isOnly
            ? await visitFeed(feedUrl, title, dependencies)
            : toAddedFeed(feedUrl, { title: title ?? feedUrl, homepage: url }));
        if (!feeds.has(feed.id)) feeds.set(feed.id, feed);
      }
      return [...feeds.values()];
    },

    findBlock,

    findUnreadable: (ids) => findUnreadable(ids, dependencies),

    findSeenEntry: (url) => view.feeds.findSeenEntry(toUrlEntryKey(url)),

    async addFeedAt(url, title, isPage = false) {
      const known = await store.feeds.findByUrl(url);
      if (known !== null) return known.id;
      const name = toHonestName(title.trim(), url, await view.feeds.list());
      const feed = { ...toAddedFeed(url, name === "" ? {} : { title: name }), ...(isPage ? { isPage } : {}) };
      await save(feed);
      return feed.id;
    },

    async addFeed(feed) {
      const known = (await store.feeds.findByUrl(feed.url)) ?? (await store.feeds.find(feed.id));
      if (known === null) await save(feed);
      return known ?? feed;
    },
  };
}
