/** The buttons under a post, the same on every platform: what commands offer for its article, and the article itself. */

import type { Command } from "../domain/command.ts";
import type { Button, Post } from "../domain/post.ts";
import { hasPart } from "../domain/post-template.ts";
import { sayIn } from "./say.ts";

/** With the link two rows: a post is for reading. */
const ACTIONS_MAX = 7;
const ID_PATTERN = /^v1:[a-z0-9_]{1,32}:article:/;

interface Labeled {
  /** For a platform that speaks to each reader in another language. */
  readonly labelKey: string;
  readonly labelValues?: Readonly<Record<string, string>>;
}

/** An action says who may use it, because its answer takes another way on some platforms. */
export type PostButton =
  | (Extract<Button, { kind: "action" }> & Labeled & Pick<Command, "access">)
  | (Extract<Button, { kind: "link" }> & Labeled);

const LINK_LABEL = "post.readArticle";
const NAMED_LABELS = ["follow.speaker", "follow.story"] as const;

export const listPostButtonLabels = (commands: readonly Command[]): readonly string[] => [
  ...commands.flatMap(({ postButton }) => (postButton === undefined ? [] : [postButton])),
  ...(commands.some(({ postButtons }) => postButtons !== undefined) ? NAMED_LABELS : []),
  LINK_LABEL,
];

/** As the button of a post names its article: `12`, or `12-KEY` where it is not everybody's. */
const toPostedArticle = ({ articleId, articleKey = null }: Post): string =>
  articleKey === null ? `${articleId}` : `${articleId}-${articleKey}`;

/** Hardly any under a compact post, which is a line among others, and where the channel's own look has none. */
export function toPostButtons(commands: readonly Command[], post: Post, isCompact = false): readonly PostButton[] {
  const isBare = isCompact || (post.template != null && !hasPart(post.template, "buttons"));
  const offered = isBare ? commands.filter(({ keepsPostButton }) => keepsPostButton === true) : commands;
  const say = sayIn(post.language ?? "en");
  const actions = offered.flatMap((command): PostButton[] => {
    const { name, access, postButton, press } = command;
    if (postButton === undefined || press === undefined || post.articleId === null) return [];
    if (command.hasPostButton?.(post) === false) return [];
    const label = say.find(postButton) ?? postButton;
    return [{ kind: "action", label, labelKey: postButton, id: `v1:${name}:article:${toPostedArticle(post)}`, access }];
  });
  const named = offered.flatMap(({ name, access, postButtons, press }): PostButton[] => {
    if (postButtons === undefined || press === undefined || post.articleId === null) return [];
    return postButtons(post).map(({ labelKey, labelValues = {}, rest }) => ({
      kind: "action",
      label: labelKey === "follow.speaker" ? say(labelKey, { speaker: labelValues["speaker"] ?? "" }) : say(labelKey),
      labelKey,
      labelValues,
      id: `v1:${name}:article:${toPostedArticle(post)}:${rest}`,
      access,
    }));
  });
  const link = { kind: "link", label: say(LINK_LABEL), labelKey: LINK_LABEL, url: post.url } as const;
  return [...[...actions, ...named].slice(0, ACTIONS_MAX), ...(isBare ? [] : [link])];
}

/** Where a row has room for so many: in rows of even length. */
export function toRows<T>(buttons: readonly T[], perRowMax: number): readonly (readonly T[])[] {
  const rowCount = Math.ceil(buttons.length / perRowMax);
  const perRow = Math.ceil(buttons.length / Math.max(1, rowCount));
  return Array.from({ length: rowCount }, (_, row) => buttons.slice(row * perRow, (row + 1) * perRow));
}

/** A post belongs to everybody: pressing such a button never changes the message it is under. */
export const isPostButton = (buttonId: string): boolean => ID_PATTERN.test(buttonId);
