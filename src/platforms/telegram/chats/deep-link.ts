/** Links that open the bot with something to do: `t.me/thebot?start=subscribe_harbor-wire` runs `/subscribe harbor-wire`. */

import type { Command } from "../../../domain/command.ts";

const PAYLOAD_LENGTH_MAX = 64;
const PAYLOAD_PATTERN = /^([a-z0-9]+)(?:_([A-Za-z0-9_-]*))?$/;
const ENCODED_MARK = "b64-";
/** No command is called so: a name has no hyphen. */
const PRESS_PATTERN = /^v1-([a-z0-9_]{1,32})-article-([A-Za-z0-9_-]*)$/;

export interface StartCommand {
  readonly name: string;
  readonly rest: string;
}

const decode = (text: string): string =>
  text.startsWith(ENCODED_MARK)
    ? Buffer.from(text.slice(ENCODED_MARK.length), "base64url").toString("utf8").toWellFormed()
    : text.replaceAll("_", " ");

/** What `/start payload` asks for; help when the payload is empty or names nothing. */
export function readStart(payload: string, commands: ReadonlyMap<string, Command>): StartCommand {
  const match = payload.length <= PAYLOAD_LENGTH_MAX ? PAYLOAD_PATTERN.exec(payload) : null;
  if (match?.[1] === undefined || !commands.has(match[1])) return { name: "help", rest: "" };
  return { name: match[1], rest: decode(match[2] ?? "").trim() };
}

/** The payload for a deep link; null when the words do not fit. */
export function toStartPayload({ name, rest }: StartCommand): string | null {
  if (rest === "") return name;
  const isPlain = /^[A-Za-z0-9-]+(?: [A-Za-z0-9-]+)*$/.test(rest) && !rest.startsWith(ENCODED_MARK);
  const words = isPlain
    ? rest.replaceAll(" ", "_")
    : `${ENCODED_MARK}${Buffer.from(rest, "utf8").toString("base64url")}`;
  const payload = `${name}_${words}`;
  return payload.length <= PAYLOAD_LENGTH_MAX ? payload : null;
}

/** `?start=v1-quotes-article-12` presses the button `v1:quotes:article:12` of a post. Null when that does not fit. */
export function toPressLink(botName: string, buttonId: string): string | null {
  const payload = buttonId.replaceAll(":", "-");
  const isSendable = payload.length <= PAYLOAD_LENGTH_MAX && PRESS_PATTERN.test(payload);
  return isSendable ? `https://t.me/${botName}?start=${payload}` : null;
}

/** The button `/start payload` presses. Null for any other payload, and for what changes something: anyone writes links. */
export function readPress(payload: string, commands: ReadonlyMap<string, Command>): string | null {
  const [, name = "", rest = ""] = (payload.length <= PAYLOAD_LENGTH_MAX && PRESS_PATTERN.exec(payload)) || [];
  const command = commands.get(name);
  if (command?.postButton === undefined || command.access !== "everyone") return null;
  return `v1:${name}:article:${rest}`;
}
