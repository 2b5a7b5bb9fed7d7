/** The table of settings, one row each: its name, what is taken when it is not set, what it may be, and what it means. */

import type { z } from "zod";
import type { FeedAccess } from "./feed-access.ts";
import { MODEL_TABLE } from "./model/model-settings.ts";
import { ROLES } from "./process-roles.ts";
import {
  address,
  filledAs,
  HTTP_URL,
  hosts,
  httpUrl,
  oneOf,
  onOff,
  optional,
  type Setting,
  someOf,
  wholeNumber,
  words,
} from "./setting-kinds.ts";

/** In the order of the README's table; a row's key is its member of `Settings`. */
export const TABLE = {
  discordToken: {
    name: "DISCORD_TOKEN",
    fallback: "",
    kind: optional(/^[\w.-]{20,200}$/, "a bot token from the Discord developer portal"),
    meaning: "Bot token from the Discord developer portal. Empty: no Discord.",
    isSecret: true,
  },
  telegramToken: {
    name: "TELEGRAM_TOKEN",
    fallback: "",
    kind: optional(/^\d{1,20}:[\w-]{10,100}$/, "a token from @BotFather, such as 123456:ABC…"),
    meaning: "Bot token from @BotFather. Empty: no Telegram.",
    isSecret: true,
  },
  databaseUrl: {
    name: "DATABASE_URL",
    fallback: "sqlite:data/pullquote.sqlite",
    kind: filledAs(/^(sqlite:.+|postgres(ql)?:\/\/.+)/, "sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME"),
    meaning: "`sqlite:PATH` or `postgres://USER:PASSWORD@HOST/NAME`.",
    isSecret: true,
  },
  roles: {
    name: "ROLES",
    fallback: ROLES.join(","),
    kind: someOf(...ROLES),
    meaning: "What this process does of the work, where several share a PostgreSQL; `run --roles` says the same.",
  },
  feedsPath: {
    name: "FEEDS_FILE",
    fallback: "feeds.json",
    kind: filledAs(/./, "a path"),
    meaning: "The catalog of feeds.",
  },
  feedAccessPath: {
    name: "FEED_ACCESS_FILE",
    fallback: "",
    kind: optional(/./, "a path"),
    meaning: "A JSON file of log-ins and headers for private feeds of the catalog: docs/feeds.md, Private feeds.",
  },
  contactUrl: {
    name: "CONTACT_URL",
    fallback: "https://pullquote.example/contact",
    kind: filledAs(HTTP_URL, "an http(s) URL"),
    meaning: "A page about your bot; sent to sites in the User-Agent.",
  },
  language: {
    name: "LANGUAGE",
    fallback: "en",
    kind: filledAs(/^[a-z]{2,3}$/, "a language tag such as en"),
    meaning: "Spoken where neither channel nor person asks for another; briefs in others say so.",
  },
  isWebOn: {
    name: "WEB",
    fallback: "on",
    kind: onOff,
    meaning: "`on` or `off`: the local chat page.",
  },
  webHost: {
    name: "WEB_HOST",
    fallback: "127.0.0.1",
    kind: address,
    meaning: "Address the page is served on.",
  },
  webPassword: {
    name: "WEB_PASSWORD",
    fallback: "",
    kind: optional(/^\S{12,200}$/, "12 characters or more without spaces"),
    meaning: "Asked for by the page. Without it the page stays on this machine, whatever `WEB_HOST` says.",
    isSecret: true,
  },
  webPort: {
    name: "WEB_PORT",
    fallback: "8080",
    kind: wholeNumber(0, 65_535),
    meaning: "Port of the page; when taken, the next free one.",
  },
  publicUrl: {
    name: "PUBLIC_URL",
    fallback: "",
    kind: httpUrl,
    meaning: "Where a proxy passes `/websub/` on to the page's port; hubs then tell of news at once (WebSub).",
  },
  ...MODEL_TABLE,
  wholeText: {
    name: "WHOLE_TEXT",
    fallback: "off",
    kind: onOff,
    meaning: "`on`: channels may have whole articles folded under their posts (`whole:yes`), where outlets allow it.",
  },
  pollConcurrency: {
    name: "POLL_CONCURRENCY",
    fallback: "16",
    kind: wholeNumber(1, 64),
    meaning: "Feeds polled side by side, 1 to 64.",
  },
  pollFeeds: {
    name: "POLL_FEEDS",
    fallback: "subscribed",
    kind: oneOf("subscribed", "all"),
    meaning: "`subscribed`: feeds that a subscription wants. `all`: the whole catalog, for search and /latest, too.",
  },
  pollMinutesMin: {
    name: "POLL_MINUTES_MIN",
    fallback: "10",
    kind: wholeNumber(2, 1440),
    meaning: "Least minutes between two polls of a feed, 2 to 1440; a feed in the catalog may have its own.",
  },
  newsHoursMax: {
    name: "NEWS_HOURS_MAX",
    fallback: "48",
    kind: wholeNumber(1, 8760),
    meaning: "Hours after which an entry first met is no news any more, and what is owed is dropped, 1 to 8760.",
  },
  deliveryConcurrency: {
    name: "DELIVERY_CONCURRENCY",
    fallback: "8",
    kind: wholeNumber(1, 64),
    meaning: "Channels posted to side by side, 1 to 64.",
  },
  retentionDays: {
    name: "RETENTION_DAYS",
    fallback: "90",
    kind: wholeNumber(1, 3650),
    meaning: "Days an article is kept and can be searched, 1 to 3650.",
  },
  subscriptionsPerChannelMax: {
    name: "SUBSCRIPTIONS_MAX",
    fallback: "50",
    kind: wholeNumber(1, 500),
    meaning: "Subscriptions one channel may have, 1 to 500.",
  },
  subscriptionsPerServerMax: {
    name: "SERVER_SUBSCRIPTIONS_MAX",
    fallback: "500",
    kind: wholeNumber(1, 10_000),
    meaning: "Subscriptions all channels of a server, or topics of a chat, may have together, 1 to 10000.",
  },
  allowedHosts: {
    name: "ALLOWED_HOSTS",
    fallback: "",
    kind: hosts,
    meaning: "Private hosts feeds of the catalog and their pages may be on, `host:port` separated by commas.",
  },
  allowedHostsTyped: {
    name: "ALLOWED_HOSTS_TYPED",
    fallback: "",
    kind: hosts,
    meaning: "The same for what people type: addresses in commands, feeds they add, and those feeds' pages.",
  },
  httpsProxy: {
    name: "HTTPS_PROXY",
    fallback: "",
    kind: httpUrl,
    meaning: "The proxy feeds and pages at https addresses are read through, `http://USER:PASSWORD@HOST:PORT`.",
    isSecret: true,
  },
  httpProxy: {
    name: "HTTP_PROXY",
    fallback: "",
    kind: httpUrl,
    meaning: "The same for http addresses, and for https ones without `HTTPS_PROXY`.",
    isSecret: true,
  },
  noProxy: {
    name: "NO_PROXY",
    fallback: "",
    kind: words,
    meaning: "Hosts read without it, with all below them, ranges such as `10.0.0.0/8`, or `*`, separated by commas.",
  },
  logLevel: {
    name: "LOG_LEVEL",
    fallback: "info",
    kind: oneOf("debug", "info", "warn", "error", "silent"),
    meaning: "`debug`, `info`, `warn`, `error` or `silent`.",
  },
  discordApiUrl: {
    name: "DISCORD_API_URL",
    fallback: "",
    kind: httpUrl,
    meaning: "Another Discord API, for tests.",
  },
  telegramApiUrl: {
    name: "TELEGRAM_API_URL",
    fallback: "",
    kind: httpUrl,
    meaning: "Another Bot API server.",
  },
  telegramInDoubt: {
    name: "TELEGRAM_IN_DOUBT",
    fallback: "resend",
    kind: oneOf("resend", "skip"),
    meaning: "A send whose answer was lost and that cannot be found: `resend` (once) or `skip` (never double).",
  },
  telegramWebhookUrl: {
    name: "TELEGRAM_WEBHOOK_URL",
    fallback: "",
    kind: httpUrl,
    meaning: "Public https address Telegram posts updates to; a proxy passes them on. Empty: the bot polls.",
  },
  telegramWebhookHost: {
    name: "TELEGRAM_WEBHOOK_HOST",
    fallback: "127.0.0.1",
    kind: address,
    meaning: "Address the bot takes those updates on.",
  },
  telegramWebhookPort: {
    name: "TELEGRAM_WEBHOOK_PORT",
    fallback: "8443",
    kind: wholeNumber(1, 65_535),
    meaning: "Port the bot takes those updates on.",
  },
  telegramWebhookSecret: {
    name: "TELEGRAM_WEBHOOK_SECRET",
    fallback: "",
    kind: optional(/^[\w-]{16,256}$/, "16 to 256 of A-Z, a-z, 0-9, _ and -, such as 32 random letters"),
    meaning: "Proves that it is Telegram who posts: 16 to 256 letters, digits, `_` and `-`.",
    isSecret: true,
  },
  hasTelegramRichPosts: {
    name: "TELEGRAM_RICH_POSTS",
    fallback: "off",
    kind: onOff,
    meaning: "`on`: posts as rich messages, which new apps show better and old ones worse.",
  },
  hasTelegramEphemeralReplies: {
    name: "TELEGRAM_EPHEMERAL_REPLIES",
    fallback: "off",
    kind: onOff,
    meaning: "`on`: private answers in groups are shown only to the one who asked, where the app can.",
  },
} as const satisfies Readonly<Record<string, Setting>>;

export const SETTINGS: readonly Setting[] = Object.values(TABLE);

export const SECRET_NAMES: readonly string[] = SETTINGS.filter((each) => each.isSecret).map((each) => each.name);

/** Where Telegram posts updates to, and where the bot takes them. */
export interface TelegramWebhook {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly secretToken: string;
}

export type Row = keyof typeof TABLE;

/** Every row as read, and what several rows make together. */
export type Settings = { readonly [Key in Row]: z.output<(typeof TABLE)[Key]["kind"]> } & {
  /** Null: updates are polled for. */
  readonly telegramWebhook: TelegramWebhook | null;
  /** What FEED_ACCESS_FILE holds; nothing when it is not set. */
  readonly feedAccess: readonly FeedAccess[];
};
