/** A channel's subscriptions as a file that any channel of any platform takes in: our own JSON, or OPML for the feeds. */

import { z } from "zod";
import type { CommandServices } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";
import type { Feed } from "../domain/feed.ts";
import { isTimeZone, LOCAL_TIME_PATTERN } from "../domain/local-time.ts";
import { findTemplate } from "../domain/post-template.ts";
import type { Transfer, TransferFile, TransferFormat } from "../domain/subscription.ts";
import {
  DEFAULT_DISPLAY,
  PICTURE_FORMS,
  RHYTHMS,
  SENDERS,
  SIZE_MIN_MAX,
  type Subscription,
  TITLE_LENGTH_MAX,
} from "../domain/subscription.ts";
import { type OpmlList, readOpml, toOpml } from "../feeds/opml.ts";
import { PAUSED } from "../messages/subscription-health.ts";
import { parseJson } from "../net/json.ts";
import { WORD_LENGTH_MAX, WORDS_MAX } from "../typed/wish-lists.ts";

const SUBSCRIPTIONS_MAX = 500;
/** Of one subscription, and of all in a file. */
const FEEDS_MAX = 200;
const ALL_FEEDS_MAX = 500;
const TEXT_LENGTH_MAX = 2_000_000;

const texts = z.array(z.string().min(1).max(WORD_LENGTH_MAX)).max(WORDS_MAX).default([]);
const time = z.string().regex(LOCAL_TIME_PATTERN);
const feed = z.object({
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/[^\s/]+/i)
    .refine((url) => URL.canParse(url)),
  title: z.string().max(200).default(""),
  /** A site without a feed, read from its page. */
  isPage: z.boolean().optional(),
});
const display = z.object({
  quotesMax: z.number().int().min(0).max(5).default(DEFAULT_DISPLAY.quotesMax),
  sentencesMax: z.number().int().min(0).max(5).default(DEFAULT_DISPLAY.sentencesMax),
  isSilent: z.boolean().default(DEFAULT_DISPLAY.isSilent),
  isCompact: z.boolean().default(DEFAULT_DISPLAY.isCompact),
  pictures: z.enum(PICTURE_FORMS).default(DEFAULT_DISPLAY.pictures),
  hasHashtags: z.boolean().default(DEFAULT_DISPLAY.hasHashtags),
  hasWholeText: z.boolean().default(DEFAULT_DISPLAY.hasWholeText),
  rhythm: z.enum(RHYTHMS).default(DEFAULT_DISPLAY.rhythm),
  digestAt: time.default(DEFAULT_DISPLAY.digestAt),
  digestWeekday: z.number().int().min(1).max(7).default(DEFAULT_DISPLAY.digestWeekday),
  timeZone: z.string().refine(isTimeZone).default(DEFAULT_DISPLAY.timeZone),
  quietFrom: time.nullable().default(null),
  quietTo: time.nullable().default(null),
  title: z.string().max(TITLE_LENGTH_MAX).nullable().default(null),
  sender: z.enum(SENDERS).default(DEFAULT_DISPLAY.sender),
  sizeMin: z.number().int().min(1).max(SIZE_MIN_MAX).default(DEFAULT_DISPLAY.sizeMin),
});
const transferred = z.object({
  feeds: z.array(feed).max(FEEDS_MAX).default([]),
  topics: texts,
  words: texts,
  excludedWords: texts,
  speakers: texts,
  authors: texts,
  categories: texts,
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(WORDS_MAX)
    .default([]),
  display: display.prefault({}),
  isPaused: z.boolean().default(false),
});
const document = z.object({
  pullquote: z.literal(1),
  // What this version cannot read costs nothing else of the file.
  template: z.unknown().optional(),
  translation: z.unknown().optional(),
  subscriptions: z.array(z.unknown()).min(1).max(SUBSCRIPTIONS_MAX),
});

/**
 * Feeds by their addresses, for ids are this program's own. A role is the server's, and stays behind. A subscription whose
 * feeds are all unknown is left out: without any it would be one to everything.
 */
export function toTransferFile(
  subscriptions: readonly Subscription[],
  feeds: readonly Feed[],
  format: TransferFormat,
  { template = null, translation = null }: Parameters<CommandServices["toTransferFile"]>[3] = {},
): TransferFile {
  const byId = new Map(feeds.map((each) => [each.id, each]));
  const wanted = [...new Set(subscriptions.flatMap((each) => each.filter.feedIds))];
  const unknownFeedIds = wanted.filter((id) => !byId.has(id));
  const held = subscriptions.filter(
    ({ filter: { feedIds } }) => feedIds.length === 0 || feedIds.some((id) => byId.has(id)),
  );
  if (format === "opml") {
    const found = wanted.flatMap((id) => byId.get(id) ?? []);
    const ofFeeds = held.filter((each) => each.filter.feedIds.length > 0);
    const isBare = ({ filter: { feedIds: _, ...others }, pausedReason }: Subscription): boolean =>
      pausedReason === PAUSED || Object.values(others).some((members) => members.length > 0);
    return {
      file: found.length === 0 ? null : { name: "subscriptions.opml", contentType: "text/x-opml", text: toOpml(found) },
      unknownFeedIds,
      leftCount: held.length - ofFeeds.length,
      bareCount: ofFeeds.filter(isBare).length,
    };
  }
  const value = {
    pullquote: 1,
    ...(template === null ? {} : { template }),
    ...(translation === null ? {} : { translation }),
    subscriptions: held.map(
      ({ filter: { feedIds, ...filter }, display: { mentionRoleId: _, ...shown }, pausedReason }) => ({
        feeds: feedIds
          .flatMap((id) => byId.get(id) ?? [])
          .map(({ url, title, isPage }) => ({
            url,
            title,
            ...(isPage === true ? { isPage } : {}),
          })),
        ...filter,
        display: shown,
        ...(pausedReason === PAUSED ? { isPaused: true } : {}),
      }),
    ),
  };
  const text = `${JSON.stringify(value, null, 2)}\n`;
  return {
    file: held.length === 0 ? null : { name: "subscriptions.json", contentType: "application/json", text },
    unknownFeedIds,
    leftCount: 0,
    bareCount: 0,
  };
}

/** How it is said that a text is neither OPML nor our own JSON: of one at an address, or of one sent along. */
export type Refusal = "import.unreadable" | "import.notSubscriptions";

/** Each feed of an OPML file makes a subscription; one without feeds makes none. Throws UserError when the text is neither that nor our own JSON. */
export function parseTransfer(text: string, refusal: Refusal): Transfer {
  const unreadable = (): UserError => new UserError("bad-option", (say) => say(refusal));
  if (text.length > TEXT_LENGTH_MAX) throw unreadable();
  if (text.trimStart().startsWith("{")) {
    let value: unknown;
    try {
      value = parseJson(text);
    } catch {
      throw unreadable();
    }
    const parsed = document.safeParse(value);
    if (!parsed.success) throw unreadable();
    const { subscriptions: all, template: given, translation } = parsed.data;
    const subscriptions = all.flatMap((each) => transferred.safeParse(each).data ?? []);
    const feedCount = subscriptions.reduce((sum, each) => sum + each.feeds.length, 0);
    if (subscriptions.length === 0 || feedCount > ALL_FEEDS_MAX) throw unreadable();
    const template = typeof given === "string" ? findTemplate(given) : null;
    return {
      subscriptions: subscriptions.map((each) => ({ ...each, display: { ...DEFAULT_DISPLAY, ...each.display } })),
      unreadCount: all.length - subscriptions.length,
      template: template?.text ?? null,
      isTemplateUnread: template === null && (given ?? null) !== null,
      // What is no choice at all is told as one that cannot be read.
      translation: translation == null ? null : typeof translation === "string" ? translation : "",
    };
  }
  let list: OpmlList;
  try {
    list = readOpml(text);
  } catch {
    throw unreadable();
  }
  const feeds = list.outlines.map(({ url, title, isPage }) => ({ url, title, ...(isPage ? { isPage } : {}) }));
  const none = { topics: [], words: [], excludedWords: [], speakers: [], languages: [], authors: [], categories: [] };
  return {
    subscriptions: feeds.map((each) => ({ feeds: [each], ...none, display: DEFAULT_DISPLAY, isPaused: false })),
    unreadCount: list.leftCount,
    template: null,
    isTemplateUnread: false,
    translation: null,
  };
}
