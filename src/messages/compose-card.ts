/** A quote with what stands around it on a card, in words; and the same for those who do not see it. */

import type { Article } from "../domain/article.ts";
import type { Card, CardLook } from "../domain/cards/card.ts";
import type { PostQuote } from "../domain/post.ts";
import type { Say } from "../domain/say.ts";
import { toCreditLine } from "./post-lines.ts";
import { frameQuote } from "./quote-marks.ts";

/** Host and path, where both are short; a longer address is its host alone, never cut. */
const LINK_LENGTH_MAX = 36;

export function toShortLink(url: string): string {
  if (!URL.canParse(url)) return "";
  const { host, pathname, search } = new URL(url);
  const site = host.replace(/^www\./, "");
  const whole = `${site}${pathname.replace(/\/$/, "")}`;
  return search === "" && whole.length <= LINK_LENGTH_MAX && !whole.includes("%") ? whole : site;
}

/** The marks of the article's language, as they stand around words. */
function toMarks(language: string): readonly [open: string, close: string] {
  const [open = "", close = ""] = frameQuote("\n", language).split("\n");
  return [open, close];
}

export interface CardFacts {
  readonly article: Pick<Article, "language" | "outlet" | "publishedAt" | "url">;
  readonly quote: PostQuote;
  readonly look: CardLook;
  /** False where the channel's own look leaves roles out. */
  readonly hasRole: boolean;
}

export function composeCard({ article, quote, look, hasRole }: CardFacts, say: Say): Card {
  const { language, outlet, publishedAt, url } = article;
  return {
    text: quote.text,
    language,
    marks: toMarks(language),
    speaker: quote.speaker,
    role: hasRole ? quote.role : null,
    unnamed: quote.speaker !== null || quote.isSpeakerUnread === true ? null : say("quotes.unnamed"),
    outlet,
    day: publishedAt === null ? null : say.day(publishedAt),
    link: toShortLink(url),
    look,
  };
}

/** With the words as they stand on the card, which may be fewer than the quote's. */
export function describeCard({ marks, speaker, role, unnamed, outlet, day }: Card, text: string): string {
  const [open, close] = marks;
  const named = speaker ?? unnamed;
  const who = named === null ? "" : toCreditLine(named, role);
  const where = [outlet, day].filter((part) => part !== null).join(", ");
  return `${open}${text.replace(/\s+/g, " ")}${close}${who === "" ? "" : ` — ${who}`} (${where})`;
}
