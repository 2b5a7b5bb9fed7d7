/** What commands may use: the store, posts made for a channel, feeds found by name or address, briefs on request. */

import { createHash } from "node:crypto";
import type { ReadPage } from "./articles/read-page.ts";
import { composePost } from "./briefs/compose.ts";
import { createBrief } from "./briefs/create.ts";
import type { Article, StoredBrief, Summarizer } from "./domain/article.ts";
import type { Command, CommandServices } from "./domain/command.ts";
import { UserError } from "./domain/errors.ts";
import type { Feed } from "./domain/feed.ts";
import { toArticleId, toFeedId } from "./domain/id.ts";
import { findLanguage } from "./domain/messages/languages.ts";
import type { Post } from "./domain/post.ts";
import type { Store } from "./domain/store.ts";
import { DEFAULT_DISPLAY, type Subscription } from "./domain/subscription.ts";
import { discoverFeeds } from "./feeds/discover.ts";
import { parseFeed } from "./feeds/parse.ts";
import type { Download } from "./net/download.ts";
import { WorkStoppedError } from "./net/worker-pool.ts";
import { findQuotes } from "./quotes/find.ts";
import { parseTransfer, toTransferFile } from "./transfer.ts";

const SUMMARY_WORDS_MAX = 90;
const FEEDS_FOUND_MAX = 10;

export interface ServicesDependencies {
  readonly store: Store;
  readonly download: Download;
  /** In a thread of its own, killed when it takes too long or too much memory. */
  readonly readPage: ReadPage;
  readonly summarizer: Summarizer;
  readonly clock: () => Date;
  readonly commands: readonly Command[];
  readonly settings: {
    readonly language: string;
    readonly subscriptionsPerChannelMax: number;
    readonly subscriptionsPerServerMax: number;
  };
}

/** Shown only when it is not the channel's own. */
const toLanguageShown = (language: string, own: string): string | null =>
  language === own || language === "und" ? null : language;

export function toPost(
  stored: StoredBrief,
  language: string,
  limits: { readonly quotesMax: number; readonly sentencesMax: number },
): Post {
  const post = composePost(stored, {
    topics: [],
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

/** Slug from the host and a hash, so that two feeds of one site differ. */
export function toAddedFeedId(url: string): ReturnType<typeof toFeedId> {
  const host = new URL(url).hostname
    .replace(/^www\./, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50);
  return toFeedId(
    `${host.replace(/^-+|-+$/g, "") || "feed"}-${createHash("sha256").update(url).digest("hex").slice(0, 6)}`,
  );
}

async function visitFeed(url: string, title: string | null, download: Download): Promise<Feed> {
  const downloaded = await download(url, { accept: "feed" });
  if (downloaded.status !== "fresh") {
    const reason = downloaded.status === "failed" ? downloaded.reason : null;
    throw new UserError("unavailable", (say) =>
      say("feed.unreadable", { url, reason: reason ?? say("feed.noFeedThere") }),
    );
  }
  const parsed = await parseFeed(downloaded.body, downloaded.contentType, downloaded.url);
  return {
    id: toAddedFeedId(url),
    title: (parsed.title ?? title ?? new URL(url).hostname).slice(0, 100),
    url,
    homepage: parsed.link,
    topics: [],
    region: null,
    language: /^[a-z]{2,3}/i.exec(parsed.language ?? "")?.[0].toLowerCase() ?? "und",
    origin: "added",
  };
}

/** `news.example` is meant as an address, too. */
function readAddress(text: string): string | null {
  const typed = text.trim();
  if (/^https?:\/\/\S+$/i.test(typed)) return typed;
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(\/\S*)?$/u.test(typed) ? `https://${typed}` : null;
}

export function createServices(dependencies: ServicesDependencies): CommandServices {
  const { store, download, readPage, summarizer, clock, commands, settings } = dependencies;
  return {
    inLanguage: (language) => createServices({ ...dependencies, settings: { ...settings, language } }),
    store,
    commands,
    subscriptionsPerDestinationMax: settings.subscriptionsPerChannelMax,
    subscriptionsPerServerMax: settings.subscriptionsPerServerMax,
    toPost: (stored) => toPost(stored, settings.language, DEFAULT_DISPLAY),

    async readBrief(url) {
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
      const quotes = findQuotes(extracted.text, { language: extracted.language, title: extracted.title });
      const brief = await createBrief(extracted, {
        quotes,
        summarizer,
        wordsMax: SUMMARY_WORDS_MAX,
        ...DEFAULT_DISPLAY,
      });
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
      const stored: StoredBrief = { article, brief, storyId: null, alsoOutlets: [], isUpdated: false };
      return { ...toPost(stored, settings.language, DEFAULT_DISPLAY), articleId: null };
    },

    async findFeeds(text) {
      const url = readAddress(text);
      if (url === null) {
        throw new UserError("not-found", (say) => say("feed.nothingCalled", { name: text }));
      }
      const known = await store.feeds.findByUrl(url);
      if (known !== null) return [known];
      const found = await discoverFeeds(url, download);
      if (found.length === 0) throw new UserError("not-found", (say) => say("feed.noneAt", { url }));
      if (found.length === 1 && found[0] !== undefined)
        return [await visitFeed(found[0].url, found[0].title, download)];
      return found.slice(0, FEEDS_FOUND_MAX).map(({ url: feedUrl, title }) => ({
        id: toAddedFeedId(feedUrl),
        title: title ?? feedUrl,
        url: feedUrl,
        homepage: url,
        topics: [],
        region: null,
        language: "und",
        origin: "added" as const,
      }));
    },

    toTransferFile,

    async readTransfer(url) {
      const downloaded = await download(url, { accept: "feed" });
      if (downloaded.status !== "fresh") throw new UserError("unavailable", (say) => say("import.unreadable"));
      return parseTransfer(new TextDecoder().decode(downloaded.body));
    },

    async addFeedAt(url, title) {
      const known = await store.feeds.findByUrl(url);
      if (known !== null) return known.id;
      const id = toAddedFeedId(url);
      const name = title.trim() === "" ? new URL(url).hostname : title.trim().slice(0, 100);
      const place = { homepage: null, topics: [], region: null, language: "und", origin: "added" } as const;
      await store.feeds.save([{ id, title: name, url, ...place }], clock());
      return id;
    },

    async addFeed(feed) {
      if ((await store.feeds.find(feed.id)) === null) await store.feeds.save([feed], clock());
    },
  };
}
