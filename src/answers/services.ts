/** What commands may use: the store, posts made for a channel, feeds found by name or address, briefs on request. */

import { createHash } from "node:crypto";
import type { ReadPage } from "../articles/page/read-page.ts";
import { composePost } from "../briefs/post/compose-post.ts";
import type { Article, StoredBrief, Summarizer } from "../domain/article.ts";
import type { Command, CommandServices } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";
import type { Feed } from "../domain/feed.ts";
import { toArticleId, toFeedId } from "../domain/id.ts";
import type { Post } from "../domain/post.ts";
import { fileNotText, readSentFile } from "../domain/sent-file.ts";
import type { Store } from "../domain/store.ts";
import { DEFAULT_DISPLAY, type Subscription } from "../domain/subscription.ts";
import { toUrlKey } from "../domain/url-key.ts";
import { discoverFeeds } from "../feeds/discover.ts";
import { toUrlEntryKey } from "../feeds/entry-key.ts";
import { parseFeed } from "../feeds/parse.ts";
import { findLanguage } from "../messages/languages.ts";
import { decodeBytes, isBinary } from "../net/decode.ts";
import type { Download } from "../net/download.ts";
import { WorkStoppedError } from "../net/worker-pool.ts";
import { makeBrief } from "../news/make-brief.ts";
import { parseTransfer, toTransferFile } from "./transfer.ts";

const FEEDS_FOUND_MAX = 10;
const TITLE_LENGTH_MAX = 100;

export interface ServicesDependencies {
  readonly store: Store;
  readonly download: Download;
  /** In a thread of its own, killed when it takes too long or too much memory. */
  readonly readPage: ReadPage;
  readonly summarizer: Summarizer;
  readonly clock: () => Date;
  readonly commands: readonly Command[];
  /** No links when absent. */
  readonly linkTo?: CommandServices["linkTo"];
  readonly settings: {
    readonly language: string;
    readonly subscriptionsPerChannelMax: number;
    readonly subscriptionsPerServerMax: number;
  };
}

type Visit = Pick<ServicesDependencies, "download" | "store">;

/** Shown only when it is not the channel's own. */
const toLanguageShown = (language: string, own: string): string | null =>
  language === own || language === "und" ? null : language;

export function toPost(
  stored: StoredBrief,
  language: string,
  limits: { readonly quotesMax: number; readonly sentencesMax: number },
): Post {
  const post = composePost(stored, {
    languageShown: toLanguageShown(stored.article.language, language),
    ...limits,
  });
  return { ...post, language: findLanguage(language) ?? "en" };
}

export function toPostFor(
  stored: StoredBrief,
  subscription: Subscription,
  context: { readonly language: string },
): Post {
  const { quotesMax, sentencesMax, title } = subscription.display;
  return { ...toPost(stored, context.language, { quotesMax, sentencesMax }), title };
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
async function visitFeed(url: string, title: string | null, { download, store }: Visit): Promise<Feed> {
  const downloaded = await download(url, { accept: "feed" });
  const toUnreadable = (reason: string | null): UserError =>
    new UserError("unavailable", (say) => say("feed.unreadable", { url, reason: reason ?? say("feed.noFeedThere") }));
  if (downloaded.status !== "fresh") throw toUnreadable(downloaded.status === "failed" ? downloaded.reason : null);
  const known = await store.feeds.findByUrl(downloaded.url);
  if (known !== null) return known;
  const parsed = await parseFeed(downloaded.body, downloaded.contentType, downloaded.url).catch(() => null);
  if (parsed === null) throw toUnreadable(null);
  const name = parsed.title ?? title;
  const language = /^[a-z]{2,3}/i.exec(parsed.language ?? "")?.[0].toLowerCase();
  return toAddedFeed(url, {
    homepage: parsed.link,
    ...(name === null ? {} : { title: name }),
    ...(language === undefined ? {} : { language }),
  });
}

/** `news.example` is meant as an address, too. */
function readAddress(text: string): string | null {
  const typed = text.trim();
  if (/^https?:\/\/\S+$/i.test(typed)) return typed;
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/\S*)?$/u.test(typed) ? `https://${typed}` : null;
}

export function createServices(dependencies: ServicesDependencies): CommandServices {
  const { store, download, readPage, summarizer, clock, commands, settings } = dependencies;

  /** Of the catalog only: a feed somebody added may claim any site as its own. */
  async function findBySite(url: string): Promise<readonly Feed[]> {
    const key = toUrlKey(url);
    return (await store.feeds.list()).filter(
      ({ homepage, origin }) => origin === "catalog" && homepage !== null && toUrlKey(homepage) === key,
    );
  }

  return {
    inLanguage: (language) => createServices({ ...dependencies, settings: { ...settings, language } }),
    store,
    commands,
    linkTo: dependencies.linkTo ?? (() => null),
    subscriptionsPerDestinationMax: settings.subscriptionsPerChannelMax,
    subscriptionsPerServerMax: settings.subscriptionsPerServerMax,
    toPost: (stored) => toPost(stored, settings.language, DEFAULT_DISPLAY),

    async readBrief(url) {
      const carried = await store.articles.findByUrl(url);
      if (carried?.article.basis === "page") return toPost(carried, settings.language, DEFAULT_DISPLAY);
      const downloaded = await download(url, { accept: "page" });
      if (downloaded.status !== "fresh") {
        const reason = downloaded.status === "failed" ? downloaded.reason : null;
        throw new UserError("unavailable", (say) =>
          say("brief.unreadable", { reason: reason ?? say("brief.notSent") }),
        );
      }
      const answer = await readPage(downloaded).catch((error: unknown) => {
        if (error instanceof WorkStoppedError) return { reason: error.message };
        throw error;
      });
      if ("reason" in answer) {
        throw new UserError("unavailable", (say) => say("brief.unreadable", { reason: answer.reason }));
      }
      const extracted = answer.article;
      const { brief } = await makeBrief(extracted, { summarizer, quotesMax: DEFAULT_DISPLAY.quotesMax });
      const article: Article = {
        ...extracted,
        id: toArticleId(1),
        feedId: toFeedId("on-request"),
        url: downloaded.url,
        canonicalUrl: extracted.canonicalUrl ?? downloaded.url,
        outlet: extracted.outlet ?? new URL(downloaded.url).hostname,
        fetchedAt: clock(),
        basis: "page",
        basisReason: null,
      };
      const stored: StoredBrief = { article, brief, storyId: null, topics: [], alsoOutlets: [], isUpdated: false };
      return { ...toPost(stored, settings.language, DEFAULT_DISPLAY), articleId: null };
    },

    async findFeeds(text) {
      const url = readAddress(text);
      if (url === null) {
        throw new UserError("not-found", (say) => say("feed.nothingCalled", { name: text }));
      }
      const known = await store.feeds.findByUrl(url);
      if (known !== null) return [known];
      const ofSite = await findBySite(url);
      if (ofSite.length > 0) return ofSite;
      const discovery = await discoverFeeds(url, download);
      const found = discovery.feeds.slice(0, FEEDS_FOUND_MAX);
      const { reason } = discovery;
      if (found.length === 0 && reason !== null) {
        throw new UserError("unavailable", (say) => say("feed.unreadable", { url, reason }));
      }
      if (found.length === 0) throw new UserError("not-found", (say) => say("feed.noneAt", { url }));
      const feeds = new Map<string, Feed>();
      for (const { url: feedUrl, title } of found) {
        const isOnly = found.length === 1;
        const feed =
          (await store.feeds.findByUrl(feedUrl)) ??
          (isOnly
            ? await visitFeed(feedUrl, title, dependencies)
            : toAddedFeed(feedUrl, { title: title ?? feedUrl, homepage: url }));
        if (!feeds.has(feed.id)) feeds.set(feed.id, feed);
      }
      return [...feeds.values()];
    },

    findSeenEntry: (url) => store.feeds.findSeenEntry(toUrlEntryKey(url)),

    toTransferFile,

    async readTransfer(url) {
      const downloaded = await download(url, { accept: "feed" });
      if (downloaded.status !== "fresh") throw new UserError("unavailable", (say) => say("import.unreadable"));
      const text = decodeBytes(downloaded.body, downloaded.contentType, "xml");
      return parseTransfer(text, "import.unreadable");
    },

    async readTransferFile(file) {
      const text = decodeBytes(await readSentFile(file), file.contentType, "xml");
      if (isBinary(text)) throw fileNotText();
      return parseTransfer(text, "import.notSubscriptions");
    },

    async addFeedAt(url, title) {
      const known = await store.feeds.findByUrl(url);
      if (known !== null) return known.id;
      const feed = toAddedFeed(url, title.trim() === "" ? {} : { title: title.trim() });
      await store.feeds.save([feed], clock());
      return feed.id;
    },

    async addFeed(feed) {
      const known = (await store.feeds.findByUrl(feed.url)) ?? (await store.feeds.find(feed.id));
      if (known === null) await store.feeds.save([feed], clock());
      return known ?? feed;
    },
  };
}
