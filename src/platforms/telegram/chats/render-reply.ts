/** The answer to a command as Telegram messages: text, lists and posts packed within the limits, with buttons. */

import type { Button, Reply, ReplyList, ReplyListItem } from "../../../domain/post.ts";
import type { Say } from "../../../domain/say.ts";
import { keepIsolates } from "../../../messages/direction.ts";
import { sayIn } from "../../../messages/say.ts";
import {
  bold,
  EMPTY,
  fits,
  join,
  line,
  lines,
  link,
  markedLine,
  type Piece,
  plain,
  toLinkUrl,
} from "../posts/markup.ts";
import { choosePreview, type LinkPreview, NO_PREVIEW, renderPost } from "../posts/render.ts";
import { cut, toLine, toLines } from "../posts/text-lines.ts";

const PARAGRAPH_LENGTH_MAX = 3_500;
const ITEM_TEXT_LENGTH_MAX = 500;
const ITEM_DETAIL_LENGTH_MAX = 700;
/** A short item is one line; a longer one has its detail below. */
const ITEM_LINE_LENGTH_MAX = 80;
const MESSAGES_MAX = 5;
const PLACE_LENGTH_MAX = 128;
const BUTTON_LABEL_LENGTH_MAX = 64;
const BUTTON_ROWS_MAX = 10;
const CALLBACK_BYTES_MAX = 64;

export type InlineButton =
  | { readonly text: string; readonly callback_data: string }
  | { readonly text: string; readonly url: string };

export interface Message {
  readonly html: string;
  readonly preview: LinkPreview;
  readonly keyboard: readonly (readonly InlineButton[])[];
}

export interface ReplyOptions {
  readonly ownCommands: ReadonlySet<string>;
  /** Named above the answer when it is about another place than where it is given. */
  readonly placeTitle?: string | null;
  /** Button ids as they go on the wire; null leaves the button out. */
  readonly toCallbackData?: (buttonId: string) => string | null;
}

function toButton(button: Button, toData: (id: string) => string | null): InlineButton | null {
  const text = keepIsolates(toLine(button.label).slice(0, BUTTON_LABEL_LENGTH_MAX).toWellFormed());
  if (text === "") return null;
  if (button.kind === "link") {
    const url = toLinkUrl(button.url);
    return url === null ? null : { text, url };
  }
  const data = toData(button.id);
  const isSendable =
    data !== null && data !== "" && data.isWellFormed() && Buffer.byteLength(data, "utf8") <= CALLBACK_BYTES_MAX;
  return isSendable ? { text, callback_data: data } : null;
}

export function toKeyboard(
  buttons: Reply["buttons"],
  toData: (id: string) => string | null = (id) => id,
): readonly (readonly InlineButton[])[] {
  return (buttons ?? [])
    .slice(0, BUTTON_ROWS_MAX)
    .map((row) => row.map((button) => toButton(button, toData)).filter((button) => button !== null))
    .filter((row) => row.length > 0);
}

function renderItem({ text, url, detail, hitWords = [] }: ReplyListItem, ownCommands: ReadonlySet<string>): Piece {
  const words = line(text, ITEM_TEXT_LENGTH_MAX, ownCommands);
  const named = url === null || words.length === 0 ? words : link(words, url);
  const below = detail === null ? EMPTY : markedLine(detail, ITEM_DETAIL_LENGTH_MAX, hitWords, ownCommands);
  if (named.length === 0) return below;
  const isShort = named.length + below.length <= ITEM_LINE_LENGTH_MAX;
  return join([join([plain("• "), named]), below], isShort ? " – " : "\n");
}

/** Items with much to say are parted by a blank line. */
function isRoomy({ items }: ReplyList): boolean {
  return items.some(({ detail }) => (detail?.length ?? 0) > ITEM_LINE_LENGTH_MAX);
}

interface Block {
  readonly piece: Piece;
  /** What parts it from the block before. */
  readonly separator: string;
}

function toBlocks(reply: Reply, { ownCommands, placeTitle }: ReplyOptions, say: Say): readonly Block[] {
  const blocks: Block[] = [];
  const add = (piece: Piece, separator = "\n\n"): void => {
    if (piece.length > 0) blocks.push({ piece, separator });
  };
  if (placeTitle) add(bold(line(say("reply.about", { place: cut(toLine(placeTitle), PLACE_LENGTH_MAX) }))));
  toLines(reply.text)
    .split("\n\n")
    .forEach((paragraph, index) => {
      add(lines(paragraph, PARAGRAPH_LENGTH_MAX, ownCommands), index === 0 ? "\n" : "\n\n");
    });
  const posts = reply.posts ?? [];
  for (const list of reply.lists ?? []) {
    if (list.title !== null) add(bold(line(list.title, 200)));
    list.items.forEach((item, index) => {
      const isApart = index === 0 ? list.title === null : isRoomy(list);
      add(renderItem(item, ownCommands), isApart ? "\n\n" : "\n");
    });
  }
  for (const post of posts) {
    add(renderPost(post, { isCompact: posts.length > 1 }));
  }
  return blocks;
}

/** Greedy: a block goes into the message that is open while it fits, else opens the next. */
function pack(blocks: readonly Block[], say: Say): readonly Piece[] {
  const messages: Piece[] = [];
  for (const { piece, separator } of blocks) {
    const open = messages.at(-1);
    const joined = open === undefined ? piece : join([open, piece], separator);
    if (open !== undefined && fits(joined)) messages[messages.length - 1] = joined;
    else messages.push(piece);
  }
  if (messages.length <= MESSAGES_MAX) return messages;
  const kept = messages.slice(0, MESSAGES_MAX);
  return [...kept, plain(say("reply.tooMuch"))];
}

/** At least one message; the buttons are under the last. */
export function renderReply(reply: Reply, options: ReplyOptions): readonly Message[] {
  const say = sayIn(reply.language ?? "en");
  const pieces = pack(toBlocks(reply, options, say), say);
  const [onlyPost, secondPost] = reply.posts ?? [];
  const preview = onlyPost !== undefined && secondPost === undefined ? choosePreview(onlyPost, false) : NO_PREVIEW;
  const keyboard = toKeyboard(reply.buttons, options.toCallbackData);
  const shown = pieces.length > 0 ? pieces : [plain(say("reply.done"))];
  return shown.map((piece, index) => {
    const isLast = index === shown.length - 1;
    return { html: piece.html, preview: isLast ? preview : NO_PREVIEW, keyboard: isLast ? keyboard : [] };
  });
}
