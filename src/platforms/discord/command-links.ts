/** Commands named in the bot's own texts, as Discord's mentions of them: one press types them. */

import type { APIEmbed } from "discord.js";
import { measure } from "./markdown.ts";
import { CONTENT_LENGTH_MAX, DESCRIPTION_LENGTH_MAX, EMBEDS_LENGTH_MAX, measureEmbed } from "./render.ts";

/** By a command's name, the id Discord gave it. */
export type CommandIds = ReadonlyMap<string, string>;

/** In a link's label, or within an address, it is no command. */
const LINKS = /(\[[^\]\n]*\]\([^)\s]*\))/;
const COMMANDS = /(?<![\p{L}\p{N}_/<:.\\-])\/([a-z]{1,32})(?![\p{L}\p{N}_/:-])/gu;

/** As it was where it would grow too long, or a command is not known there. */
export function linkCommands(markdown: string, ids: CommandIds, lengthMax: number): string {
  const linked = markdown
    .split(LINKS)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(COMMANDS, (typed, name: string) => {
            const id = ids.get(name);
            return id === undefined ? typed : `</${name}:${id}>`;
          }),
    )
    .join("");
  return measure(linked) <= lengthMax ? linked : markdown;
}

/** Lists are the bot's own words; what has an author above it is an outlet's. */
const linkInList = (embed: APIEmbed, ids: CommandIds): APIEmbed =>
  embed.author !== undefined || embed.description === undefined
    ? embed
    : { ...embed, description: linkCommands(embed.description, ids, DESCRIPTION_LENGTH_MAX) };

/** A message that answers, or that the bot says unasked. */
export function linkMessage<M extends { readonly content?: string; readonly embeds: readonly APIEmbed[] }>(
  message: M,
  ids: CommandIds,
): M {
  const { content = "", embeds } = message;
  const linked = embeds.map((embed) => linkInList(embed, ids));
  const isTooLong = linked.reduce((sum, embed) => sum + measureEmbed(embed), 0) > EMBEDS_LENGTH_MAX;
  return {
    ...message,
    ...(content === "" ? {} : { content: linkCommands(content, ids, CONTENT_LENGTH_MAX) }),
    embeds: isTooLong ? embeds : linked,
  };
}
