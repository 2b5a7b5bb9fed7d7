/** Which of the briefs that waited are shown in a digest, in which order and parts; and the digest as a post. */

import type { StoredBrief } from "../domain/article.ts";
import type { Digest, DigestEntry, DigestGroup, DigestPart, StoredDigest } from "../domain/digest.ts";
import { fold } from "../domain/fold.ts";
import { toLocalMs } from "../domain/local-time.ts";
import type { Post, PostQuote } from "../domain/post.ts";
import type { Say } from "../domain/say.ts";
import type { Store } from "../domain/store.ts";
import { DEFAULT_DISPLAY, type Display, type Subscription } from "../domain/subscription.ts";
import { sayIn } from "../messages/say.ts";
import { type ComposeDependencies, composePlainly } from "./compose.ts";

/** Briefs in one digest; more are only counted. */
export const BRIEFS_SHOWN_MAX = 20;
/** Quotes of a week, one of each speaker. */
export const QUOTES_SHOWN_MAX = 10;
/** Messages of one digest. */
export const PARTS_MAX = 3;
/** UTF-16 units; a longer quote is for the post of its own, where it need not be cut either. */
const QUOTE_LENGTH_MAX = 300;
/** Other outlets with the same story that still make a brief weightier. */
const OUTLETS_WEIGHED_MAX = 4;

export interface DigestItem {
  readonly post: Post;
  readonly topic: string | null;
}

function chooseQuote({ quotes }: Post): PostQuote | null {
  const short = quotes.filter(({ text }) => text.length <= QUOTE_LENGTH_MAX);
  return short.find(({ speaker }) => speaker !== null) ?? short[0] ?? null;
}

/** What many carry comes first, and what has a quote somebody stands for. */
function toWeight({ post }: DigestItem): number {
  const quote = chooseQuote(post);
  const quoteWeight = quote === null ? 0 : quote.speaker === null ? 1 : quote.role === null ? 2 : 3;
  return Math.min(OUTLETS_WEIGHED_MAX, post.alsoOutlets.length) * 2 + quoteWeight;
}

const toTime = ({ post }: DigestItem): number => post.publishedAt?.getTime() ?? 0;

/**
 * The items to show, topic by topic: topics in the order of their weightiest item, items in a topic weightiest first, of
 * the same weight the newer first.
 */
export function chooseItems<T extends DigestItem>(items: readonly T[]): readonly T[] {
  const shown = items
    .map((item) => ({ item, weight: toWeight(item) }))
    .sort((a, b) => b.weight - a.weight || toTime(b.item) - toTime(a.item))
    .slice(0, BRIEFS_SHOWN_MAX)
    .map(({ item }) => item);
  const topics = [...new Set(shown.map(({ topic }) => topic))];
  // What has no topic comes last, whatever its weight.
  topics.sort((a, b) => Number(a === null) - Number(b === null));
  return topics.flatMap((topic) => shown.filter((item) => item.topic === topic));
}

/** Words several outlets carry weigh most, then what many outlets tell of. */
const toQuoteWeight = ({ post }: DigestItem): number =>
  (chooseQuote(post)?.alsoIn?.length ?? 0) * (OUTLETS_WEIGHED_MAX + 1) * 2 + toWeight({ post, topic: null });

/** The quotes of a week: weightiest first, each with a name, of everybody their weightiest. */
export function chooseQuoteItems<T extends DigestItem>(items: readonly T[]): readonly T[] {
  const named = items.filter(({ post }) => chooseQuote(post)?.speaker != null);
  const sorted = named.toSorted((a, b) => toQuoteWeight(b) - toQuoteWeight(a) || toTime(b) - toTime(a));
  const speakers = new Set<string>();
  return sorted
    .filter(({ post }) => {
      const name = fold(chooseQuote(post)?.speaker ?? "");
      const isFirst = !speakers.has(name);
      speakers.add(name);
      return isFirst;
    })
    .slice(0, QUOTES_SHOWN_MAX);
}

function toEntry(post: Post, isBare: boolean): DigestEntry {
  const { headline, url, outlet } = post;
  return { headline, url, outlet, quote: isBare ? null : chooseQuote(post) };
}

function toHeading(part: DigestPart, display: Display, say: Say): string {
  const day = say.day(new Date(toLocalMs(part.to, display.timeZone)));
  const headings = {
    daily: () => say("digest.daily", { day }),
    weekly: () => say("digest.weekly", { day }),
    quotes: () => say("digest.quotes", { day }),
    quiet: () => say("digest.quiet"),
    rest: () => say("digest.rest"),
  };
  const heading = headings[part.kind]();
  return part.partCount === 1
    ? heading
    : say("digest.part", { heading, part: String(part.part), parts: String(part.partCount) });
}

/** Items of one topic that follow one another make a group. */
export function toDigest(
  items: readonly DigestItem[],
  part: DigestPart & { readonly moreCount: number },
  display: Display,
): Digest {
  const language = items[0]?.post.language ?? "en";
  const groups: { readonly topic: string | null; readonly entries: DigestEntry[] }[] = [];
  const isOfQuotes = part.kind === "quotes";
  for (const { post, topic: own } of items) {
    const last = groups.at(-1);
    const entry = toEntry(post, display.isCompact && !isOfQuotes);
    const topic = isOfQuotes ? null : own;
    if (last?.topic === topic) last.entries.push(entry);
    else groups.push({ topic, entries: [entry] });
  }
  const shown: readonly DigestGroup[] = groups;
  const heading = toHeading(part, display, sayIn(language));
  const title = part.isShared === true ? null : display.title;
  // Whoever is not quoted is not missed there.
  return { heading, title, groups: shown, moreCount: isOfQuotes ? 0 : part.moreCount, language };
}

/**
 * Items in as few messages as hold them, never parted within an item. `fits` says whether a platform shows a digest whole
 * in one message; what is too long all the same (an item that fits nowhere, and the last of PARTS_MAX parts, which takes
 * the rest) the platform shortens: quotes go first.
 */
export function splitItems<T extends DigestItem>(
  items: readonly T[],
  fits: (items: readonly T[]) => boolean,
): readonly (readonly T[])[] {
  const parts: T[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (last !== undefined && (parts.length === PARTS_MAX || fits([...last, item]))) last.push(item);
    else parts.push([item]);
  }
  return parts;
}

export interface DigestDependencies extends ComposeDependencies {
  readonly store: Pick<Store, "articles" | "notes" | "translations">;
}

/** Topics are those of the feeds; of several the first is the main one. */
export async function toItem(
  stored: StoredBrief,
  subscription: Subscription,
  dependencies: ComposeDependencies,
): Promise<DigestItem> {
  const { display } = subscription;
  // Posts without quotes are one wish, a week's quotes another.
  const quotesMax = display.rhythm === "quotes" ? display.quotesMax || DEFAULT_DISPLAY.quotesMax : display.quotesMax;
  const post = await composePlainly(stored, { ...subscription, display: { ...display, quotesMax } }, dependencies);
  return { post, topic: stored.topics[0] ?? null };
}

/** Composed when it leaves, so that it shows the newest editions and wording. */
export async function composeDigest(
  stored: StoredDigest,
  subscription: Subscription,
  dependencies: DigestDependencies,
): Promise<Digest> {
  const items: DigestItem[] = [];
  for (const id of stored.articleIds) {
    items.push(await toItem(await dependencies.store.articles.get(id), subscription, dependencies));
  }
  return toDigest(items, stored, subscription.display);
}
