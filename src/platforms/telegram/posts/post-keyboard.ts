/** The keyboard under a post: pressed in place where one person reads, and leading to the private chat where many do. */

import type { Button } from "../../../domain/post.ts";
import type { PostButton } from "../../../messages/post-buttons.ts";
import { toPressLink } from "../chats/deep-link.ts";
import { type InlineButton, toKeyboard } from "../chats/render-reply.ts";

/** A phone cuts the labels of longer rows. */
const BUTTONS_PER_ROW_MAX = 2;

/**
 * In groups and channels a message that answers one person is read by all, so it is given in the private chat instead.
 * What managers do is answered by an alert.
 */
function toShared(button: PostButton, botName: string): readonly Button[] {
  if (button.kind === "link" || button.access === "managers") return [button];
  const url = toPressLink(botName, button.id);
  return url === null ? [] : [{ kind: "link", label: button.label, url }];
}

/** Groups and channels have negative ids. */
export function toPostKeyboard(
  buttons: readonly PostButton[],
  chatId: number,
  botName: string,
): readonly (readonly InlineButton[])[] {
  const shown = chatId > 0 ? buttons : buttons.flatMap((button) => toShared(button, botName));
  const rowCount = Math.ceil(shown.length / BUTTONS_PER_ROW_MAX);
  const toRow = (_: unknown, row: number) => shown.slice(row * BUTTONS_PER_ROW_MAX, (row + 1) * BUTTONS_PER_ROW_MAX);
  return toKeyboard(Array.from({ length: rowCount }, toRow));
}
