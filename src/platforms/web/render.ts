/** Posts and replies to what the page shows: shortened by meaning, links checked, nothing but plain text. */

import type { Button, Post, PostQuote, Reply } from "../../domain/post.ts";
import type { Placeholder } from "../../domain/post-template.ts";
import { keepIsolates } from "../../messages/direction.ts";
import { findHits } from "../../messages/hits.ts";
import { ALSO_OUTLETS_MAX, QUOTE_OUTLETS_MAX } from "../../messages/post-lines.ts";
import { shapeTemplate } from "../../messages/shape-template.ts";
import { toInitials } from "./initials.ts";
import { toSpeakerPage } from "./page-paths.ts";
import type { ShownButton, ShownPost, ShownQuote, ShownReply } from "./shown.ts";

/** UTF-16 units of everything one reads in a post. */
export const POST_LENGTH_MAX = 4000;
export const HEADLINE_LENGTH_MAX = 300;
export const NAME_LENGTH_MAX = 160;
export const QUOTES_MAX = 6;
export const REPLY_LENGTH_MAX = 8000;
const REPLY_POSTS_MAX = 10;
const LISTS_MAX = 10;
const LIST_ITEMS_MAX = 200;
const LIST_TEXT_LENGTH_MAX = 500;
const BUTTONS_MAX = 5;
const URL_LENGTH_MAX = 8192;
const ELLIPSIS = "…";

/** Invisible characters that turn or hide text; a stranger's name must not reorder the page. */
const CONTROLS = /(?![\n\t])\p{Cc}|[\u200b\u2028\u2029\u202a-\u202e\u2066\u2067\ufeff]/gu;

const clean = (text: string): string => keepIsolates(text.toWellFormed().replace(CONTROLS, ""));

/** A link one may click: http or https, whole or not at all. A link is never cut. */
export function toSafeUrl(url: string | null): string | null {
  if (url === null || url.length > URL_LENGTH_MAX || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}

/** Where a post stands on the page, in whatever room, and by whatever name the page was opened. */
const ANCHOR_PATTERN = /^\/\?room=[a-z0-9-]{1,40}#post-\d{1,15}$/;
export const toAnchor = (room: string, key: string): string => `/?room=${room}#post-${key}`;
const toSafeUrlOrAnchor = (url: string | null): string | null =>
  url !== null && ANCHOR_PATTERN.test(url) ? url : toSafeUrl(url);

/** At most so many UTF-16 units, cut between words where there is one in the last fifth, never within a character. */
export function shorten(text: string, lengthMax: number): string {
  const cleaned = clean(text);
  if (cleaned.length <= lengthMax) return cleaned;
  const head = cleaned.slice(0, lengthMax - ELLIPSIS.length).replace(/[\uD800-\uDBFF]$/, "");
  const space = head.lastIndexOf(" ");
  return `${keepIsolates(space > head.length * 0.8 ? head.slice(0, space) : head).trimEnd()}${ELLIPSIS}`;
}

export const shortenName = (text: string | null): string | null =>
  text === null ? null : shorten(text, NAME_LENGTH_MAX);

export const toShownQuote = (quote: PostQuote): ShownQuote => ({
  text: clean(quote.text),
  ...(quote.translation === undefined ? {} : { translation: clean(quote.translation) }),
  speaker: shortenName(quote.speaker),
  role: shortenName(quote.role),
  url: toSafeUrl(quote.url),
  ...(quote.alsoIn === undefined
    ? {}
    : { alsoIn: quote.alsoIn.slice(0, QUOTE_OUTLETS_MAX).map((each) => shorten(each, NAME_LENGTH_MAX)) }),
  ...(quote.goneFrom === undefined
    ? {}
    : { goneFrom: quote.goneFrom.slice(0, QUOTE_OUTLETS_MAX).map((each) => shorten(each, NAME_LENGTH_MAX)) }),
  ...(quote.fate === undefined ? {} : { fate: quote.fate }),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

export const measureQuote = ({ text, translation = "", speaker, role, alsoIn = [] }: ShownQuote): number =>
  text.length +
  translation.length +
  (speaker?.length ?? 0) +
  (role?.length ?? 0) +
  sum(alsoIn.map((each) => each.length));

/** The length of what one reads in a post; links are not read. */
export function measurePost(post: ShownPost): number {
  const heading =
    post.headline.length +
    post.outlet.length +
    (post.agency?.length ?? 0) +
    (post.foundVia?.length ?? 0) +
    (post.author?.length ?? 0);
  return heading + sum(post.sentences.map((each) => each.length)) + sum(post.quotes.map(measureQuote));
}

/** What of the post is not there to be shown in a look of the channel's own. */
function isMissing(part: Placeholder, post: ShownPost): boolean {
  switch (part) {
    case "summary":
      return post.sentences.length === 0;
    case "quotes":
      return post.quotes.length === 0;
    case "age":
      return post.publishedAt === null;
    case "tags":
      return post.topics.length === 0;
    case "also":
      return post.alsoOutlets.length === 0;
    case "link":
      return post.url === null;
    default:
      return false;
  }
}

function toLayout({ template }: Post, shown: ShownPost): ShownPost["layout"] {
  if (template == null) return null;
  return shapeTemplate(template, (part) => isMissing(part, shown)).map((lines) =>
    lines.map((line) => line.map((each) => ("part" in each ? each : { words: clean(each.words) }))),
  );
}

/** Where the page gets a picture from; null where it gets none. */
export type ToPicturePath = (url: string | null) => string | null;

/**
 * Quotes go first, the last one first and each as a whole: a cut quote is no longer what was said. Then the summary,
 * from its end; its first sentence is cut between words at worst. The headline and the link always stay.
 */
export function renderPost(post: Post, isCompact = false, toPicturePath: ToPicturePath = () => null): ShownPost {
  const headline = shorten(post.headline, HEADLINE_LENGTH_MAX);
  const quotes = isCompact ? [] : post.quotes.slice(0, QUOTES_MAX).map(toShownQuote);
  const sentences = isCompact ? post.sentences.slice(0, 1).map(clean) : post.sentences.map(clean);
  const bare: ShownPost = {
    headline,
    url: toSafeUrl(post.url),
    articleId: post.articleId,
    outlet: shorten(post.outlet, NAME_LENGTH_MAX),
    initials: toInitials(post.outlet),
    agency: shortenName(post.agency),
    foundVia: shortenName(post.foundVia ?? null),
    publishedAt: post.publishedAt?.toISOString() ?? null,
    language: post.languageShown,
    ...(post.translated === undefined
      ? {}
      : { translated: { from: post.translated.from, by: shorten(post.translated.by, NAME_LENGTH_MAX) } }),
    sentences: [],
    quotes: [],
    picture: isCompact ? null : toPicturePath(post.imageUrl),
    isPictureLarge: post.isPictureLarge === true,
    alsoOutlets: post.alsoOutlets.slice(0, ALSO_OUTLETS_MAX).map((each) => shorten(each, NAME_LENGTH_MAX)),
    topics: post.topics.slice(0, 5).map((each) => shorten(each, NAME_LENGTH_MAX)),
    title: shortenName(post.title ?? null),
    form: post.form ?? null,
    author: shortenName(post.author ?? null),
    isUpdated: post.isUpdated,
    isFeedSummary: post.isFeedSummary,
    isShortened: false,
    layout: null,
  };
  const room = POST_LENGTH_MAX - measurePost(bare);
  const measure = (): number => sum(sentences.map((each) => each.length)) + sum(quotes.map(measureQuote));
  let isShortened = headline !== clean(post.headline);
  while (measure() > room && quotes.length > 0) {
    quotes.pop();
    isShortened = true;
  }
  while (measure() > room && sentences.length > 1) {
    sentences.pop();
    isShortened = true;
  }
  if (measure() > room && sentences[0] !== undefined) {
    sentences[0] = shorten(sentences[0], room);
    isShortened = true;
  }
  const wholeText = isCompact || post.wholeText === undefined ? {} : { wholeText: post.wholeText.map(clean) };
  const shown: ShownPost = { ...bare, sentences, quotes, isShortened, ...wholeText };
  return isCompact ? shown : { ...shown, layout: toLayout(post, shown) };
}

/** One row; a link that may not be clicked is left out. */
export function renderButtons(row: readonly Button[]): readonly ShownButton[] {
  return row.slice(0, BUTTONS_MAX).flatMap((button): readonly ShownButton[] => {
    if (button.kind === "action") return [{ kind: "action", label: shorten(button.label, 80), id: button.id }];
    const url = toSafeUrlOrAnchor(button.url);
    return url === null ? [] : [{ kind: "link", label: shorten(button.label, 80), url }];
  });
}

/** The file's own text does not travel with the reply: the page gets a link to fetch it by. */
export function renderReply(
  reply: Reply,
  fileUrl: string | null,
  toPicturePath: ToPicturePath = () => null,
): ShownReply {
  return {
    text: shorten(reply.text, REPLY_LENGTH_MAX),
    posts: (reply.posts ?? []).slice(0, REPLY_POSTS_MAX).map((post) => renderPost(post, false, toPicturePath)),
    lists: (reply.lists ?? []).slice(0, LISTS_MAX).map((list) => ({
      title: shortenName(list.title),
      items: list.items.slice(0, LIST_ITEMS_MAX).map((item) => {
        const detail = item.detail === null ? null : shorten(item.detail, LIST_TEXT_LENGTH_MAX);
        const hits = findHits(detail ?? "", item.hitWords ?? []);
        const page = item.speaker === undefined ? null : toSpeakerPage(item.speaker);
        const url = toSafeUrlOrAnchor(item.url) ?? page;
        return { text: shorten(item.text, LIST_TEXT_LENGTH_MAX), url, detail, hits };
      }),
    })),
    buttons: (reply.buttons ?? []).slice(0, BUTTONS_MAX).map(renderButtons),
    file:
      reply.file === undefined || fileUrl === null
        ? null
        : { name: shortenName(reply.file.name) ?? "file", url: fileUrl },
    isPrivate: reply.isPrivate === true,
  };
}
