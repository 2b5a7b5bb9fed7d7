/** JSON Feed (jsonfeed.org, versions 1 and 1.1) to the same facts as the XML kinds. */

import { z } from "zod";
import { choosePicture, looksLikePicture } from "../domain/pictures/picture.ts";
import { type DateRule, readDate } from "../languages/shared/dates/dates.ts";
import { parseJson, TooDeepError } from "../net/json.ts";
import { toPlainText } from "./plain-text.ts";
import { toCategories } from "./read-categories.ts";
import { type FeedFacts, feedDates, type ItemFacts, readLanguage } from "./read-items.ts";
import { resolveUrl } from "./read-links.ts";
import { chooseOwnPicture, withoutOwnPictures } from "./read-pictures.ts";

const ITEMS_MAX = 3000;
const TITLE_LENGTH_MAX = 1000;
const HTML_LENGTH_MAX = 1_000_000;

/** Whatever does not fit is left out rather than refused: feeds are sloppy in JSON too. */
const text = z.string().optional().catch(undefined);
const id = z
  .union([z.string(), z.number()])
  .transform((value) => String(value))
  .optional()
  .catch(undefined);
const person = z.object({ name: text }).optional().catch(undefined);
const people = z.array(person).max(50).optional().catch(undefined);
const attachment = z.object({ url: text, mime_type: text }).optional().catch(undefined);

const ITEM = z.object({
  id,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  date_published: text,
  date_modified: text,
  author: person,
  authors: people,
  image: text,
  banner_image: text,
  attachments: z.array(attachment).max(50).optional().catch(undefined),
  tags: z.array(text).max(100).optional().catch(undefined),
});

const FEED = z.object({
  version: z.string().regex(/jsonfeed\.org\/version\//),
  title: text,
  home_page_url: text,
  feed_url: text,
  next_url: text,
  language: text,
  author: person,
  authors: people,
  icon: text,
  favicon: text,
  hubs: z
    .array(z.object({ url: text }))
    .max(20)
    .optional()
    .catch(undefined),
  items: z.array(z.unknown()),
});

const escapeText = (plain: string): string => plain.replace(/&/g, "&amp;").replace(/</g, "&lt;");

function toByline(of: Pick<z.infer<typeof ITEM>, "author" | "authors">): string | null {
  const names = [...(of.authors ?? []), of.author].map((each) => toPlainText(each?.name ?? "", 100));
  return [...new Set(names.filter((name) => name !== ""))].slice(0, 10).join(", ") || null;
}

/** The picture it names, else the first file beside it that is one. */
function toPicture(
  { image, banner_image: banner, attachments }: z.infer<typeof ITEM>,
  base: string | null,
): string | null {
  const files = (attachments ?? []).flatMap((file) =>
    file?.url !== undefined && looksLikePicture(file.url, file.mime_type ?? null) ? [file.url] : [],
  );
  const named = [image, banner, ...files].map((url) => ({ url: resolveUrl(url ?? "", base) }));
  return choosePicture(named);
}

function toItem(
  item: z.infer<typeof ITEM>,
  base: string | null,
  feedByline: string | null,
  dates: DateRule,
): ItemFacts {
  const html = item.content_html ?? escapeText(item.content_text ?? item.summary ?? "");
  return {
    guid: item.id?.trim() ? item.id.trim().slice(0, 2000) : null,
    url: resolveUrl(
      item.url ?? item.external_url ?? (/^https?:\/\//i.test(item.id ?? "") ? (item.id ?? "") : ""),
      base,
    ),
    title: toPlainText(item.title === undefined ? "" : escapeText(item.title), TITLE_LENGTH_MAX),
    byline: toByline(item) ?? feedByline,
    publishedAt: readDate(item.date_published ?? "", dates) ?? readDate(item.date_modified ?? "", dates),
    html: html.slice(0, HTML_LENGTH_MAX).toWellFormed(),
    imageUrl: toPicture(item, base),
    categories: toCategories((item.tags ?? []).flatMap((tag) => tag ?? []).map(escapeText)),
  };
}

/** Null when the document is no JSON or no feed. Throws TooDeepError. */
export function readJsonFeed(document: string, url: string): FeedFacts | null {
  let value: unknown;
  try {
    value = parseJson(document);
  } catch (error) {
    if (error instanceof TooDeepError) throw error;
    return null;
  }
  const parsed = FEED.safeParse(value);
  if (!parsed.success) return null;
  const feed = parsed.data;
  const base = URL.canParse(url) ? url : null;
  const feedByline = toByline(feed);
  const language = readLanguage(feed.language);
  const dates = feedDates(language);
  const items = feed.items.slice(0, ITEMS_MAX).flatMap((each) => {
    const item = ITEM.safeParse(each);
    return item.success ? [toItem(item.data, base, feedByline, dates)] : [];
  });
  const own = [feed.icon, feed.favicon].map((url) => resolveUrl(url ?? "", base));
  return {
    title: toPlainText(escapeText(feed.title ?? ""), TITLE_LENGTH_MAX) || null,
    link: feed.home_page_url === undefined ? null : resolveUrl(feed.home_page_url, base) || null,
    language,
    hints: {
      ttlMs: null,
      skipHours: [],
      skipDays: [],
      hubUrl: feed.hubs?.[0]?.url ?? null,
      selfUrl: feed.feed_url ?? null,
      olderUrl: feed.next_url === undefined ? null : resolveUrl(feed.next_url, base) || null,
      pictureUrl: chooseOwnPicture(own),
    },
    items: withoutOwnPictures(items, new Set(own)),
  };
}
