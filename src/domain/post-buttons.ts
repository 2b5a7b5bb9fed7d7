/** The buttons under a post, the same on every platform: what commands offer for its article, and the article itself. */

import type { Command } from "./command.ts";
import { sayIn } from "./messages/say.ts";
import type { Button, Post } from "./post.ts";

/** With the link a row of five: a post is for reading. */
const ACTIONS_MAX = 4;
const ID_PATTERN = /^v1:[a-z0-9_]{1,32}:article:/;

/** An action says who may use it, because its answer takes another way on some platforms. */
export type PostButton =
  | (Extract<Button, { kind: "action" }> & Pick<Command, "access">)
  | Extract<Button, { kind: "link" }>;

/** None under a compact post, which is a line among others. */
export function toPostButtons(commands: readonly Command[], post: Post, isCompact = false): readonly PostButton[] {
  if (isCompact) return [];
  const say = sayIn(post.language ?? "en");
  const actions = commands.flatMap((command): PostButton[] => {
    const { name, access, postButton, press } = command;
    if (postButton === undefined || press === undefined || post.articleId === null) return [];
    const label = say.find(postButton) ?? postButton;
    return [{ kind: "action", label, id: `v1:${name}:article:${post.articleId}`, access }];
  });
  return [...actions.slice(0, ACTIONS_MAX), { kind: "link", label: say("post.readArticle"), url: post.url }];
}

/** A post belongs to everybody: pressing such a button never changes the message it is under. */
export const isPostButton = (buttonId: string): boolean => ID_PATTERN.test(buttonId);
