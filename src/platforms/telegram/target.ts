/** A channel named in a command typed elsewhere: `/subscribe @harbor everything`, or `channel:-1001234567890` anywhere. */

import type { Command } from "../../domain/command.ts";
import { type Place, readPlace } from "./place.ts";

const NAME = String.raw`(@[A-Za-z]\w{3,31}|-\d{2,16}(?:/\d{1,10})?|(?:https?://)?t\.me/[A-Za-z]\w{3,31})`;
const LEADING_PATTERN = new RegExp(`^${NAME}(?=\\s|$)`);
const NAMED_PATTERN = new RegExp(`(?:^|\\s)channel\\s?:\\s*${NAME}(?=\\s|$)`, "i");

export interface Target {
  /** As getChat takes it: @name or an id. */
  readonly chatName: string;
  readonly threadId: number | null;
}

export interface TargetedText {
  readonly target: Target | null;
  /** What is left for the command's own options. */
  readonly rest: string;
}

function toTarget(text: string): Target {
  const name = text.replace(/^(?:https?:\/\/)?t\.me\//i, "@");
  const place = name.startsWith("@") ? null : readPlace(name);
  return place === null
    ? { chatName: name, threadId: null }
    : { chatName: String(place.chatId), threadId: place.threadId };
}

/** A command that takes any words gets a leading @name as a word, unless it is about a channel. */
function takesLeadingName(command: Command): boolean {
  if (command.access === "managers" || command.isOfChannel === true) return true;
  return !Object.values(command.options).some((option) => option.isRest === true);
}

export function readTarget(command: Command, rest: string): TargetedText {
  const named = Object.hasOwn(command.options, "channel") ? null : NAMED_PATTERN.exec(rest);
  if (named?.[1] !== undefined) {
    const before = rest.slice(0, named.index);
    const after = rest.slice(named.index + named[0].length);
    return { target: toTarget(named[1]), rest: `${before}${after}`.trim() };
  }
  const leading = takesLeadingName(command) ? LEADING_PATTERN.exec(rest) : null;
  return leading?.[1] === undefined
    ? { target: null, rest }
    : { target: toTarget(leading[1]), rest: rest.slice(leading[0].length).trim() };
}

const BUTTON_PATTERN = /^>(-?[0-9a-z]{1,14})(?:\/([0-9a-z]{1,12}))?\|(.*)$/s;

/** A button under an answer about another place carries the place; pressed, the rights there are asked again. */
export function toCallbackData(buttonId: string, place: Place | null): string {
  if (place === null) return buttonId;
  const thread = place.threadId === null ? "" : `/${place.threadId.toString(36)}`;
  return `>${place.chatId.toString(36)}${thread}|${buttonId}`;
}

export function readCallbackData(data: string): { readonly buttonId: string; readonly target: Target | null } {
  const match = BUTTON_PATTERN.exec(data);
  if (match?.[1] === undefined) return { buttonId: data, target: null };
  const threadId = match[2] === undefined ? null : Number.parseInt(match[2], 36);
  return { buttonId: match[3] ?? "", target: { chatName: String(Number.parseInt(match[1], 36)), threadId } };
}
