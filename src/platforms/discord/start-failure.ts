/** Why the bot could not get into Discord, as a sentence that names what to mend. */

import { DiscordjsError, DiscordjsErrorCodes, HTTPError } from "discord.js";
import { toMessage } from "../../domain/errors.ts";
import { findFailure } from "./failures.ts";

const REFUSED_TOKEN =
  "DISCORD_TOKEN: Discord refuses it. Make a new one in the developer portal (your application, Bot, Reset Token).";
const REFUSED_INTENTS = "Discord refuses the intents asked for: only Guilds should be asked, which every bot may have.";
const CLOSE_CODES = new Map<number, string>([
  [4004, REFUSED_TOKEN],
  [4010, "Discord refuses the shard number: restart the bot."],
  [4011, "Discord wants more shards: restart the bot."],
  [4012, "Discord no longer speaks this version of its gateway: update the bot."],
  [4013, REFUSED_INTENTS],
  [4014, REFUSED_INTENTS],
]);

export function describeStartFailure(error: unknown): string {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return REFUSED_TOKEN;
  if (error instanceof Error && /disallowed intents|intents/i.test(error.message)) return REFUSED_INTENTS;
  const code = error instanceof Error && "code" in error ? Number(error.code) : Number.NaN;
  const sentence = CLOSE_CODES.get(code);
  if (sentence !== undefined) return sentence;
  const failure = findFailure(error);
  if (failure?.kind === "unauthorized") return REFUSED_TOKEN;
  if (failure?.kind === "lost") {
    const what =
      error instanceof HTTPError ? `Discord answers with error ${error.status}` : "Discord cannot be reached";
    return `${what}: check this machine's network and https://discordstatus.com, then start again.`;
  }
  return `Discord cannot be used: ${toMessage(error)}`;
}
