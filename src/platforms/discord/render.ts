/** Posts and replies as Discord messages within Discord's limits. */

import type { APIEmbed } from "discord.js";
import { MessageFlags } from "discord.js";
import type { Post, Reply, ReplyFile, ReplyList, ReplyPicture } from "../../domain/post.ts";
import type { Say } from "../../domain/say.ts";
import { sayFor, toAlso } from "../../messages/post-lines.ts";
import { sayIn } from "../../messages/say.ts";
import { type ButtonRow, toButtonRows } from "./buttons.ts";
import {
  cleanLine,
  cleanLines,
  escapeLine,
  escapeLines,
  escapeUrl,
  fitMarkdown,
  fitMarked,
  fitPlain,
  measure,
  toLink,
  toWebUrl,
} from "./markdown.ts";
import { toBody, toHost, toOutletLine } from "./post-text.ts";
import { toTemplateText } from "./template-text.ts";

// Embeds, not Components V2: an embed has 6,000 characters where V2 has 4,000, an author line and a thumbnail; the V2
// flag can never be taken off a message again, so a post could not be edited into anything else; and whether V2 needs
// the permission to embed links is not documented. Buttons go with embeds as well as with V2.

export const CONTENT_LENGTH_MAX = 2000;
export const TITLE_LENGTH_MAX = 256;
export const DESCRIPTION_LENGTH_MAX = 4096;
export const AUTHOR_LENGTH_MAX = 256;
/** Discord allows 2,048; more than a line or two of other outlets is noise. */
const FOOTER_LENGTH_MAX = 400;
export const EMBEDS_MAX = 10;
/** Over all embeds of one message. */
export const EMBEDS_LENGTH_MAX = 6000;
/** The answer itself and three more: with a user-installed bot Discord allows five more. */
const REPLY_MESSAGES_MAX = 4;
const LABEL_LENGTH_MAX = 120;
/** Enough for any quote, which must not be cut. */
const LIST_ITEM_LENGTH_MAX = 3000;
const LIST_DETAIL_LENGTH_MAX = 500;
/** Longer details, and what credits a quote, stand on a line of their own. */
const LIST_DETAIL_INLINE_MAX = 60;
const PLAIN_URL_LENGTH_MAX = 1000;
/** Room for "… and 12 more" in any language. */
const MORE_LENGTH_MAX = 60;

export interface RenderOptions {
  readonly isSilent?: boolean;
  readonly isCompact?: boolean;
  /** True where the bot may not embed links: the post becomes plain text. */
  readonly isPlain?: boolean;
  readonly mentionRoleId?: string | null;
}

/** A message as the API takes it. allowed_mentions names the one role asked for, if any: feed text pings nobody. */
export interface MessageBody {
  readonly content?: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly ButtonRow[];
  readonly flags?: number;
  readonly allowed_mentions: { readonly parse: readonly []; readonly roles?: readonly string[] };
}

export interface ReplyMessage {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly ButtonRow[];
  readonly file: ReplyFile | null;
  readonly picture: ReplyPicture | null;
}

/** What counts against the 6,000. */
export function measureEmbed(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).reduce((sum, field) => sum + measure(field.name) + measure(field.value), 0);
  const { title = "", description = "", footer, author } = embed;
  return measure(title) + measure(description) + measure(footer?.text ?? "") + measure(author?.name ?? "") + fields;
}

function toImage({ imageUrl, isPictureLarge = false }: Post): Pick<APIEmbed, "image" | "thumbnail"> {
  const url = imageUrl === null ? null : toWebUrl(imageUrl);
  return url === null ? {} : { [isPictureLarge ? "image" : "thumbnail"]: { url } };
}

/** In the channel's own look; null where it has none, or no room for it. */
function toTemplateEmbed(post: Post, lengthMax: number): APIEmbed | null {
  const room = Math.min(DESCRIPTION_LENGTH_MAX, lengthMax - TITLE_LENGTH_MAX - AUTHOR_LENGTH_MAX);
  const shaped = post.template == null ? null : toTemplateText(post, post.template, { lengthMax: room, isEmbed: true });
  if (shaped === null || (shaped.title === null && shaped.text === "")) return null;
  const url = shaped.title === null ? null : toWebUrl(post.url);
  return {
    ...(shaped.author === null ? {} : { author: { name: shaped.author } }),
    ...(shaped.title === null ? {} : { title: shaped.title }),
    ...(url === null ? {} : { url }),
    ...(shaped.text === "" ? {} : { description: shaped.text }),
    ...toImage(post),
  };
}

/** A post as one embed of at most the given length. */
function toEmbed(post: Post, lengthMax = EMBEDS_LENGTH_MAX, isCompact = false): APIEmbed {
  const templated = isCompact ? null : toTemplateEmbed(post, lengthMax);
  if (templated !== null) return templated;
  const url = toWebUrl(post.url);
  const author = fitPlain(toOutletLine(post), Math.min(AUTHOR_LENGTH_MAX, Math.floor(lengthMax / 6)));
  const title =
    fitMarkdown(post.headline, Math.min(TITLE_LENGTH_MAX, Math.floor(lengthMax / 2))) ||
    fitMarkdown(toHost(post.url), Math.min(TITLE_LENGTH_MAX, Math.floor(lengthMax / 2)));
  const footer = fitPlain(toAlso(post, cleanLine), Math.min(FOOTER_LENGTH_MAX, Math.floor(lengthMax / 6)));
  const room = lengthMax - measure(author) - measure(title) - measure(footer);
  const description = toBody(post, { lengthMax: Math.min(DESCRIPTION_LENGTH_MAX, room), isCompact });
  return {
    author: { name: author },
    title,
    ...(url === null ? {} : { url }),
    ...(description === "" ? {} : { description }),
    ...(isCompact ? {} : toImage(post)),
    ...(footer === "" ? {} : { footer: { text: footer } }),
  };
}

const ROLE_ID_PATTERN = /^\d{1,20}$/;

/** The role told of a post, as the words before it and the only thing they may ping. */
export function toMention({ mentionRoleId = null }: RenderOptions): Pick<MessageBody, "allowed_mentions"> & {
  readonly content: string;
} {
  if (mentionRoleId === null || !ROLE_ID_PATTERN.test(mentionRoleId)) {
    return { content: "", allowed_mentions: { parse: [] } };
  }
  return { content: `<@&${mentionRoleId}>`, allowed_mentions: { parse: [], roles: [mentionRoleId] } };
}

/** A post as text, for channels where embeds are not allowed. */
function toPlainContent(post: Post, isCompact: boolean, lengthMax: number): string {
  const shaped =
    isCompact || post.template == null ? null : toTemplateText(post, post.template, { lengthMax, isEmbed: false });
  if (shaped !== null && shaped.text !== "") return shaped.text;
  const url = toWebUrl(post.url, PLAIN_URL_LENGTH_MAX);
  const headline = fitPlain(post.headline, TITLE_LENGTH_MAX) || toHost(post.url);
  const outlet = fitMarkdown(toOutletLine(post), AUTHOR_LENGTH_MAX);
  const also = fitMarkdown(toAlso(post, cleanLine), FOOTER_LENGTH_MAX / 2);
  const head = `${outlet}\n**${toLink(headline, url, sayFor(post)("reply.link"))}**`;
  const lineBreaks = 2;
  const room = lengthMax - measure(head) - measure(also) - lineBreaks;
  const body = room > 0 ? toBody(post, { lengthMax: room, isCompact }) : "";
  return [head, body, also].filter((part) => part !== "").join("\n");
}

export function renderPost(post: Post, options: RenderOptions = {}): MessageBody {
  const isCompact = options.isCompact === true;
  const silent = options.isSilent === true ? MessageFlags.SuppressNotifications : 0;
  const { content: mention, allowed_mentions } = toMention(options);
  if (options.isPlain === true) {
    const flags = silent | MessageFlags.SuppressEmbeds;
    const text = toPlainContent(post, isCompact, CONTENT_LENGTH_MAX - measure(mention) - 1);
    const content = mention === "" ? text : `${mention}\n${text}`;
    return { content, embeds: [], components: [], flags, allowed_mentions };
  }
  const embeds = [toEmbed(post, EMBEDS_LENGTH_MAX, isCompact)];
  const content = mention === "" ? {} : { content: mention };
  return { ...content, embeds, components: [], ...(silent === 0 ? {} : { flags: silent }), allowed_mentions };
}

/** Splits at line ends, or where the room ends in a line that is longer by itself. The head is markup already. */
function toContents(text: string, head: string): readonly string[] {
  const contents: string[] = [];
  let content = head;
  for (const line of cleanLines(text).split("\n")) {
    const escaped =
      measure(escapeLine(line)) > CONTENT_LENGTH_MAX ? fitMarkdown(line, CONTENT_LENGTH_MAX) : escapeLine(line);
    const longer = content === "" ? escaped : `${content}\n${escaped}`;
    if (measure(longer) <= CONTENT_LENGTH_MAX) content = longer;
    else {
      contents.push(content);
      content = escaped;
    }
  }
  if (content.trim() !== "") contents.push(content);
  return contents;
}

function toListLine(item: ReplyList["items"][number], say: Say): string {
  const url = item.url === null ? null : toWebUrl(item.url, PLAIN_URL_LENGTH_MAX);
  const text = cleanLine(item.text) || "…";
  const detail = item.detail === null ? "" : fitMarked(item.detail, LIST_DETAIL_LENGTH_MAX, item.hitWords ?? []);
  // A long text as a link is hard to read: it is followed by its link instead.
  const label =
    measure(text) <= LABEL_LENGTH_MAX || url === null
      ? toLink(fitPlain(text, LIST_ITEM_LENGTH_MAX), url, say("reply.link"))
      : `${fitMarkdown(text, LIST_ITEM_LENGTH_MAX)} [${say("reply.link")}](${escapeUrl(url)})`;
  if (detail === "") return `• ${label}`;
  const isOwnLine = detail.startsWith("—") || (url !== null && measure(detail) > LIST_DETAIL_INLINE_MAX);
  return isOwnLine ? `• ${label}\n${detail}` : `• ${label} — ${detail}`;
}

/** Items that do not fit are left out whole and counted. */
function toListEmbed(list: ReplyList, say: Say): APIEmbed {
  const title = list.title === null ? "" : fitMarkdown(list.title, TITLE_LENGTH_MAX);
  const room = DESCRIPTION_LENGTH_MAX - MORE_LENGTH_MAX;
  let description = "";
  let count = 0;
  for (const item of list.items) {
    const line = toListLine(item, say);
    const longer = description === "" ? line : `${description}\n${line}`;
    // Order is kept: what comes after the first that does not fit is left out too, unless nothing is shown yet.
    if (measure(longer) > room && description === "") continue;
    if (measure(longer) > room) break;
    description = longer;
    count += 1;
  }
  const more = list.items.length - count;
  if (more > 0) description += `\n${say("reply.listMore", { count: more })}`;
  return { ...(title === "" ? {} : { title }), description: description || "—" };
}

/** Embeds of posts that share the 6,000 fairly: what short ones leave goes to the long ones. */
function toPostEmbeds(posts: readonly Post[]): readonly APIEmbed[] {
  const whole = posts.map((post) => toEmbed(post));
  const order = whole.map(measureEmbed).map((length, index) => ({ length, index }));
  order.sort((a, b) => a.length - b.length);
  const embeds = [...whole];
  let room = EMBEDS_LENGTH_MAX;
  order.forEach(({ length, index }, position) => {
    const share = Math.floor(room / (order.length - position));
    const post = posts[index];
    if (length > share && post !== undefined) embeds[index] = toEmbed(post, share);
    room -= Math.min(length, share);
  });
  return embeds;
}

/** Groups that fit into one message each. Discord shows two embeds with one address as one, so those are parted. */
function toGroups(embeds: readonly APIEmbed[]): readonly (readonly APIEmbed[])[] {
  const groups: APIEmbed[][] = [];
  let group: APIEmbed[] = [];
  let length = 0;
  for (const embed of embeds) {
    const isSameUrl = embed.url !== undefined && group.some((each) => each.url === embed.url);
    if (group.length === EMBEDS_MAX || length + measureEmbed(embed) > EMBEDS_LENGTH_MAX || isSameUrl) {
      groups.push(group);
      group = [];
      length = 0;
    }
    group.push(embed);
    length += measureEmbed(embed);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/**
 * The answer as one message, or several when it does not fit into one. Buttons and file come with the last. A place it is
 * about, other than where it is given, is named above it.
 */
export function renderReply(reply: Reply, place: string | null = null): readonly ReplyMessage[] {
  const say = sayIn(reply.language ?? "en");
  const head = place === null ? "" : `**${say("reply.about", { place })}**`;
  const contents = toContents(reply.text, head);
  const posts = reply.posts ?? [];
  const postEmbeds: APIEmbed[] = [];
  for (let start = 0; start < posts.length; start += EMBEDS_MAX) {
    postEmbeds.push(...toPostEmbeds(posts.slice(start, start + EMBEDS_MAX)));
  }
  const groups = toGroups([...(reply.lists ?? []).map((list) => toListEmbed(list, say)), ...postEmbeds]);
  const leading = contents.slice(0, -1).map((content) => ({ content, embeds: [] as readonly APIEmbed[] }));
  const first = { content: contents.at(-1) ?? "", embeds: groups[0] ?? [] };
  const messages = [...leading, first, ...groups.slice(1).map((embeds) => ({ content: "", embeds }))];
  const kept = messages.slice(0, REPLY_MESSAGES_MAX);
  const components = toButtonRows(reply.buttons ?? []);
  const file = reply.file ?? null;
  const picture = reply.picture ?? null;
  return kept.map((message, index) => {
    const isLast = index === kept.length - 1;
    const isEmpty = message.content === "" && message.embeds.length === 0 && !(isLast && file !== null);
    return {
      content: isEmpty ? say("reply.done") : message.content,
      embeds: message.embeds,
      components: isLast ? components : [],
      file: isLast ? file : null,
      picture: isLast ? picture : null,
    };
  });
}

/** What the bot says unasked: one message, of what does not fit only the beginning, without previews of links. */
export function renderNotice(reply: Reply): MessageBody {
  const [first] = renderReply(reply);
  const { content, embeds, components } = first ?? { content: "", embeds: [], components: [] };
  const flags = embeds.length === 0 ? { flags: MessageFlags.SuppressEmbeds } : {};
  return { content, embeds, components, ...flags, allowed_mentions: { parse: [] } };
}

/** Progress of a slow command, in place of the answer until it comes. */
export const renderProgress = (text: string): string => `⏳ ${escapeLines(fitPlain(text, CONTENT_LENGTH_MAX / 4))}`;
