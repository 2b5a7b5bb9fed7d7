/** The buttons under a post: what commands offer for its article, and the article itself. */

import type { Command } from "../../domain/command.ts";
import { sayIn } from "../../domain/messages/say.ts";
import type { Button, Post } from "../../domain/post.ts";
import { BUTTONS_PER_ROW_MAX } from "./buttons.ts";

/** One row: a post is for reading. */
export function toPostButtons(commands: readonly Command[], post: Post): readonly (readonly Button[])[] {
  const say = sayIn(post.language ?? "en");
  const actions = commands.flatMap((command): Button[] => {
    const { name, postButton } = command;
    const label = postButton === undefined ? undefined : (say.find(postButton) ?? postButton);
    if (label === undefined || command.press === undefined || post.articleId === null) return [];
    return [{ kind: "action", label, id: `v1:${name}:article:${post.articleId}` }];
  });
  return [
    [...actions.slice(0, BUTTONS_PER_ROW_MAX - 1), { kind: "link", label: say("post.readArticle"), url: post.url }],
  ];
}
