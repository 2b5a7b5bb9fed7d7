/** Posts and replies as the page shows them: JSON without markup, shortened by meaning. */

import type { Post, PostQuote, Reply } from "../../domain/post.ts";
import { toDay } from "../../domain/wording.ts";

/** Characters of summary and quotes together; a card longer than this is not a brief. */
export const POST_LENGTH_MAX = 3000;
export const HEADLINE_LENGTH_MAX = 300;
export const REPLY_LENGTH_MAX = 4000;
const LIST_ITEMS_MAX = 50;
const LIST_TEXT_LENGTH_MAX = 1000;

export interface QuoteView {
  readonly text: string;
  /** "Ada Lindqvist, harbor master"; null when the article does not say. */
  readonly credit: string | null;
  readonly url: string | null;
}

export interface PostView {
  readonly id: string;
  /** "Harbor Wire · Northmark Press". */
  readonly source: string;
  readonly headline: string;
  readonly url: string | null;
  readonly summary: string;
  readonly quotes: readonly QuoteView[];
  /** ISO time; null when the article gives none. */
  readonly publishedAt: string | null;
  readonly day: string | null;
  /** "in German", "updated" and the like. */
  readonly notes: readonly string[];
  readonly isCompact: boolean;
}

export interface ReplyView {
  readonly text: string;
  readonly posts: readonly PostView[];
  readonly lists: readonly {
    readonly title: string | null;
    readonly items: readonly { readonly text: string; readonly url: string | null; readonly detail: string | null }[];
  }[];
  readonly buttons: readonly (readonly {
    readonly label: string;
    readonly id: string | null;
    readonly url: string | null;
  }[])[];
  readonly file: { readonly name: string; readonly contentType: string; readonly text: string } | null;
}

/** Invisible characters that turn or hide text; a stranger's name must not reorder the page. */
const CONTROLS = /(?![\n\t])\p{Cc}|[\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

export const clean = (text: string): string => text.toWellFormed().replace(CONTROLS, "");

/** Whole characters only; an ellipsis says that something was cut. */
export function cut(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  const end = text.lastIndexOf(" ", lengthMax - 1);
  const kept = text.slice(0, end > lengthMax / 2 ? end : lengthMax - 1);
  return `${kept.replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}

/** Only web addresses become links. */
export function toLink(url: string): string | null {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null;
}

function toQuoteView(quote: PostQuote): QuoteView {
  const credit = [quote.speaker, quote.speaker === null ? null : quote.role]
    .filter((part) => part !== null)
    .map(clean)
    .join(", ");
  return { text: clean(quote.text), credit: credit === "" ? null : credit, url: toLink(quote.url) };
}

const lengthOf = (quote: QuoteView): number => quote.text.length + (quote.credit?.length ?? 0);

/** Quotes give way first, from the last; a quote is never cut. Then summary sentences, from the last. */
function shorten(
  sentences: readonly string[],
  quotes: readonly QuoteView[],
): { readonly summary: string; readonly quotes: readonly QuoteView[] } {
  const keptQuotes = [...quotes];
  const keptSentences = [...sentences];
  const length = (): number =>
    keptSentences.join(" ").length + keptQuotes.reduce((sum, quote) => sum + lengthOf(quote), 0);
  while (length() > POST_LENGTH_MAX && keptQuotes.length > 0) keptQuotes.pop();
  while (length() > POST_LENGTH_MAX && keptSentences.length > 1) keptSentences.pop();
  return { summary: cut(keptSentences.join(" "), POST_LENGTH_MAX), quotes: keptQuotes };
}

function toNotes(post: Post): readonly string[] {
  const notes: string[] = [];
  if (post.languageShown !== null)
    notes.push(`in ${new Intl.DisplayNames(["en"], { type: "language", fallback: "code" }).of(post.languageShown)}`);
  if (post.isUpdated) notes.push("updated");
  if (post.isFeedSummary) notes.push("from the feed’s own summary");
  if (post.alsoOutlets.length > 0) notes.push(`Also: ${post.alsoOutlets.map(clean).join(", ")}`);
  return notes;
}

export function renderPost(post: Post, id: string, isCompact = false): PostView {
  const short = shorten(post.sentences.map(clean), post.quotes.map(toQuoteView));
  return {
    id,
    source: [post.outlet, post.agency]
      .filter((part) => part !== null && part !== "")
      .map((part) => clean(part ?? ""))
      .join(" · "),
    headline: cut(clean(post.headline), HEADLINE_LENGTH_MAX),
    url: toLink(post.url),
    summary: short.summary,
    quotes: isCompact ? [] : short.quotes,
    publishedAt: post.publishedAt?.toISOString() ?? null,
    day: post.publishedAt === null ? null : toDay(post.publishedAt),
    notes: toNotes(post),
    isCompact,
  };
}

export function renderReply(reply: Reply): ReplyView {
  return {
    text: cut(clean(reply.text), REPLY_LENGTH_MAX),
    posts: (reply.posts ?? []).map((post, index) => renderPost(post, `reply-${index}`)),
    lists: (reply.lists ?? []).map((list) => ({
      title: list.title === null ? null : clean(list.title),
      items: list.items.slice(0, LIST_ITEMS_MAX).map((item) => ({
        text: cut(clean(item.text), LIST_TEXT_LENGTH_MAX),
        url: item.url === null ? null : toLink(item.url),
        detail: item.detail === null ? null : cut(clean(item.detail), LIST_TEXT_LENGTH_MAX),
      })),
    })),
    buttons: (reply.buttons ?? []).map((row) =>
      row.map((button) =>
        button.kind === "link"
          ? { label: clean(button.label), id: null, url: toLink(button.url) }
          : { label: clean(button.label), id: button.id, url: null },
      ),
    ),
    file: reply.file ?? null,
  };
}
