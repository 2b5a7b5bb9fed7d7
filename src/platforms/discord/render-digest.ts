/** A digest as one Discord message: an embed for each topic, every brief with its link and its best quote. */

import { type APIEmbed, MessageFlags } from "discord.js";
import { type Digest, type DigestEntry, shortenDigest, showEachOnce } from "../../domain/digest.ts";
import { toGroupName, toMore } from "../../messages/post-lines.ts";
import { sayIn } from "../../messages/say.ts";
import { fitMarkdown, fitPlain, measure, toLink, toWebUrl } from "./markdown.ts";
import { toHost, toQuoteBlock } from "./post-text.ts";
import {
  AUTHOR_LENGTH_MAX,
  CONTENT_LENGTH_MAX,
  DESCRIPTION_LENGTH_MAX,
  EMBEDS_LENGTH_MAX,
  EMBEDS_MAX,
  type MessageBody,
  measureEmbed,
  type RenderOptions,
  TITLE_LENGTH_MAX,
  toMention,
} from "./render.ts";

const OUTLET_LENGTH_MAX = 100;
/** `<@&123456789012345678>` on a line of its own. */
const MENTION_LENGTH_MAX = 30;
/** A longer address loses its query or its path. */
const ENTRY_URL_LENGTH_MAX = 1000;

/** What names a digest in its message, and the thread of one in a forum. Plain text. */
export function toDigestName({ heading, title }: Digest): string {
  const joint = " · ";
  const lengthMax = (AUTHOR_LENGTH_MAX - joint.length - 1) / 2;
  const parts = [fitPlain(title ?? "", lengthMax), fitPlain(heading, lengthMax)];
  return parts.filter((part) => part !== "").join(joint);
}

function toHeadingLine({ headline, url, outlet }: DigestEntry, word: string): string {
  const label = fitPlain(headline, TITLE_LENGTH_MAX) || toHost(url);
  const publisher = fitMarkdown(outlet, OUTLET_LENGTH_MAX);
  const link = `**${toLink(label, toWebUrl(url, ENTRY_URL_LENGTH_MAX), word)}**`;
  return publisher === "" ? link : `${link} · ${publisher}`;
}

function toEntryText(entry: DigestEntry, { language }: Digest): string {
  const say = sayIn(language);
  const quote = entry.quote === null ? "" : toQuoteBlock(entry.quote, entry.url, say);
  const head = toHeadingLine(entry, say("reply.link"));
  return quote === "" ? head : `${head}\n${quote}`;
}

type Show = (entry: DigestEntry) => string;
const toShow = (digest: Digest): Show => showEachOnce((entry) => toEntryText(entry, digest));

const fitTopic = (name: string): string => fitMarkdown(name, TITLE_LENGTH_MAX / 2);

function toEmbeds(digest: Digest, show: Show): readonly APIEmbed[] {
  const more = toMore(digest);
  return digest.groups.map((group, index) => {
    const name = toGroupName(group, digest, fitTopic);
    const isLast = index === digest.groups.length - 1;
    return {
      ...(index === 0 ? { author: { name: toDigestName(digest) } } : {}),
      ...(name === "" ? {} : { title: name }),
      description: group.entries.map(show).join("\n\n"),
      ...(isLast && more !== "" ? { footer: { text: more } } : {}),
    };
  });
}

function areWithinLimits(embeds: readonly APIEmbed[]): boolean {
  return (
    embeds.length <= EMBEDS_MAX &&
    embeds.every(({ description = "" }) => measure(description) <= DESCRIPTION_LENGTH_MAX) &&
    embeds.reduce((sum, embed) => sum + measureEmbed(embed), 0) <= EMBEDS_LENGTH_MAX
  );
}

export const fitsDigest = (digest: Digest): boolean => areWithinLimits(toEmbeds(digest, toShow(digest)));

/** For channels where embeds are not allowed: much less fits, so quotes go first. */
function toText(digest: Digest, show: Show): string {
  const groups = digest.groups.map((group) => {
    const name = toGroupName(group, digest, fitTopic);
    return [...(name === "" ? [] : [`__${name}__`]), ...group.entries.map(show)].join("\n");
  });
  const head = `**${fitMarkdown(toDigestName(digest), AUTHOR_LENGTH_MAX)}**`;
  return [head, ...groups, fitMarkdown(toMore(digest), AUTHOR_LENGTH_MAX)].filter((part) => part !== "").join("\n\n");
}

/** Where embeds are not allowed; a role may be told of it, too. */
export const fitsPlainDigest = (digest: Digest): boolean =>
  measure(toText(digest, toShow(digest))) <= CONTENT_LENGTH_MAX - MENTION_LENGTH_MAX;

/** The digest itself or, where it is too long, as much of it as is shown. */
function shorten(digest: Digest, isShort: (digest: Digest) => boolean): Digest {
  let shown = digest;
  for (let next: Digest | null = digest; next !== null && !isShort(shown); next = shortenDigest(shown)) shown = next;
  return shown;
}

export function renderDigest(digest: Digest, options: RenderOptions = {}): MessageBody {
  const silent = options.isSilent === true ? MessageFlags.SuppressNotifications : 0;
  const { content, allowed_mentions } = toMention(options);
  const show = toShow(digest);
  if (options.isPlain === true) {
    const room = CONTENT_LENGTH_MAX - measure(content) - 1;
    const text = toText(
      shorten(digest, (each) => measure(toText(each, show)) <= room),
      show,
    );
    const flags = silent | MessageFlags.SuppressEmbeds;
    return {
      content: content === "" ? text : `${content}\n${text}`,
      embeds: [],
      components: [],
      flags,
      allowed_mentions,
    };
  }
  const embeds = toEmbeds(
    shorten(digest, (each) => areWithinLimits(toEmbeds(each, show))),
    show,
  );
  return {
    ...(content === "" ? {} : { content }),
    embeds,
    components: [],
    ...(silent === 0 ? {} : { flags: silent }),
    allowed_mentions,
  };
}
