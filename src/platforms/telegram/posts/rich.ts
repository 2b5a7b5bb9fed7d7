/** A post as a rich message (Bot API 10.1): quotes with their credit as blocks of their own. An option; HTML is the default. */

import type { Post, PostQuote } from "../../../domain/post.ts";
import type { Say } from "../../../domain/say.ts";
import { sayFor, toCredit, toFacts } from "../../../messages/post-lines.ts";
import { toHashtags } from "./hashtags.ts";
import { TIME_FORMAT, toLinkUrl, toUnixSeconds } from "./markup.ts";
import {
  chooseParts,
  HEADLINE_LENGTH_MAX,
  NAME_LENGTH_MAX,
  QUOTE_UNFOLDED_LENGTH_MAX,
  type RenderOptions,
  SENTENCE_LENGTH_MAX,
  toDay,
  toFootnotes,
  toQuoteOutlets,
} from "./render.ts";
import { cut, toLine, toLines } from "./text-lines.ts";

const HEADLINE_SIZE = 4;

export type RichText =
  | string
  | readonly RichText[]
  | { readonly type: "bold" | "italic"; readonly text: RichText }
  | { readonly type: "url"; readonly text: RichText; readonly url: string }
  | {
      readonly type: "date_time";
      readonly text: RichText;
      readonly unix_time: number;
      readonly date_time_format: string;
    };

export type RichBlock =
  | { readonly type: "paragraph" | "footer"; readonly text: RichText }
  | { readonly type: "heading"; readonly text: RichText; readonly size: number }
  | { readonly type: "blockquote"; readonly blocks: readonly RichBlock[]; readonly credit?: RichText }
  | { readonly type: "expandable_blockquote"; readonly text: RichText; readonly credit?: RichText }
  | { readonly type: "expandable_blockquote"; readonly blocks: readonly RichBlock[]; readonly credit?: RichText };

/** How a folded quotation holds its words: as text before Bot API 10.5, as blocks from then on. */
export type FoldedForm = "text" | "blocks";

export interface RichMessage {
  readonly blocks: readonly RichBlock[];
  /** So that nothing in an article's words becomes a mention, a tag or a command. */
  readonly skip_entity_detection: true;
}

const toLink = (text: string, url: string): RichText => {
  const accepted = toLinkUrl(url);
  return accepted === null ? text : { type: "url", text, url: accepted };
};

function toTime(text: string, moment: Date | null): RichText {
  const seconds = toUnixSeconds(moment);
  if (text === "" || seconds === null) return text;
  return { type: "date_time", text, unix_time: seconds, date_time_format: TIME_FORMAT };
}

function toQuoteBlock(quote: PostQuote, say: Say, folded: FoldedForm): RichBlock {
  const words = toLines(quote.text);
  const who = cut(toLine(toCredit(quote)), 2 * NAME_LENGTH_MAX);
  const place =
    toLinkUrl(quote.url) === null || quote.fate !== undefined ? "" : toLink(say("post.inArticle"), quote.url);
  const parts = [who, toQuoteOutlets(quote, say), place].filter((part) => part !== "");
  const joined = parts.flatMap((part, index) => (index === 0 ? [part] : [" · ", part]));
  const credit: RichText = parts.length > 1 ? joined : (parts[0] ?? "");
  const credited = credit === "" ? {} : { credit };
  const translated = toLines(quote.translation ?? "");
  const own: RichText = translated === "" ? words : { type: "italic", text: words };
  const blocks: readonly RichBlock[] = [...toParagraph(translated), { type: "paragraph", text: own }];
  if (words.length + translated.length <= QUOTE_UNFOLDED_LENGTH_MAX) return { type: "blockquote", blocks, ...credited };
  const content = folded === "text" ? { text: translated === "" ? words : [translated, "\n", own] } : { blocks };
  return { type: "expandable_blockquote", ...content, ...credited };
}

/** Within what a rich message holds: an article is 20,000 characters at most. */
function toWholeTextBlocks(post: Post, folded: FoldedForm): readonly RichBlock[] {
  const paragraphs = (post.wholeText ?? []).map(toLines).filter((text) => text !== "");
  if (paragraphs.length === 0) return [];
  const credit = sayFor(post)("post.wholeText");
  if (folded === "text") return [{ type: "expandable_blockquote", text: paragraphs.join("\n\n"), credit }];
  return [{ type: "expandable_blockquote", blocks: paragraphs.flatMap(toParagraph), credit }];
}

export const isFolded = ({ blocks }: RichMessage): boolean =>
  blocks.some(({ type }) => type === "expandable_blockquote");

const toParagraph = (text: RichText): readonly RichBlock[] => (text === "" ? [] : [{ type: "paragraph", text }]);

/** Far within a rich message's 32,768 characters and 500 blocks: nothing has to be left out. */
export function renderRichPost(
  post: Post,
  { isCompact = false, folded = "text" }: RenderOptions & { readonly folded?: FoldedForm } = {},
): RichMessage {
  const say = sayFor(post);
  const { sentences, quotes } = chooseParts(post, isCompact);
  const outlet = cut(toLine(post.outlet), NAME_LENGTH_MAX);
  const agency = post.agency === null ? "" : cut(toLine(`(${post.agency})`), NAME_LENGTH_MAX);
  const facts = toFacts(post).map((fact) => cut(toLine(fact), NAME_LENGTH_MAX));
  const named: RichText = outlet === "" ? "" : { type: "bold", text: outlet };
  const source = [named, agency, toTime(toDay(post), post.publishedAt), ...facts].filter((part) => part !== "");
  const headline = cut(toLine(post.headline), HEADLINE_LENGTH_MAX);
  const summary = sentences.map((sentence) => cut(toLine(sentence), SENTENCE_LENGTH_MAX)).join(" ");
  const notes = [...toFootnotes(post), toHashtags(post)].filter((note) => note !== "").join(" · ");
  return {
    blocks: [
      ...toParagraph(cut(toLine(post.title ?? ""), NAME_LENGTH_MAX)),
      ...toParagraph(
        source.length === 0 ? "" : source.flatMap((part, index) => (index === 0 ? [part] : [" · ", part])),
      ),
      {
        type: "heading",
        text: toLink(headline === "" ? say("post.readArticle") : headline, post.url),
        size: HEADLINE_SIZE,
      },
      ...toParagraph(summary),
      ...quotes.map((quote) => toQuoteBlock(quote, say, folded)),
      ...(isCompact ? [] : toWholeTextBlocks(post, folded)),
      ...(notes === "" ? [] : [{ type: "footer", text: notes } as const]),
    ],
    skip_entity_detection: true,
  };
}
