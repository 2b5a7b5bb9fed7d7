/** Commands written as text, as on Telegram and the web page: `/search@thebot words feed:id days:7`. */

import type { Command } from "./command.ts";
import type { RawValues } from "./platform.ts";

export interface TypedCommand {
  readonly name: string;
  readonly rest: string;
}

const COMMAND_PATTERN = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?=\s|$)/;
export const TYPED_LENGTH_MAX = 4096;

/** The command's name and the text after it; null when it is no command or is meant for another bot. */
export function readTypedCommand(text: string, botName: string | null): TypedCommand | null {
  const line = text.slice(0, TYPED_LENGTH_MAX).trim();
  const match = COMMAND_PATTERN.exec(line);
  if (match?.[1] === undefined) return null;
  if (match[2] !== undefined && botName !== null && match[2].toLowerCase() !== botName.toLowerCase()) return null;
  return { name: match[1].toLowerCase(), rest: line.slice(match[0].length).trim() };
}

/** Splits at white space; "a phrase" or name:"a phrase" stays one part. */
function splitParts(text: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let isQuoted = false;
  for (const char of text) {
    if (char === '"' || char === "“" || char === "”") {
      isQuoted = !isQuoted;
      part += '"';
    } else if (/\s/.test(char) && !isQuoted) {
      if (part !== "") parts.push(part);
      part = "";
    } else part += char;
  }
  if (part !== "") parts.push(part);
  return parts;
}

const unquote = (text: string): string => text.replace(/^"/, "").replace(/"$/, "");

/**
 * `feed:bbc days:7 interest rates` to `{ feed: "bbc", days: "7", words: "interest rates" }`. Unknown names are words.
 * Words go to the rest option, or, where there is none, to the first text option.
 */
export function readArguments(command: Command, rest: string): RawValues {
  const values: Record<string, string> = {};
  const words: string[] = [];
  let open: string | null = null;
  for (const part of splitParts(rest)) {
    const colon = part.indexOf(":");
    const name = colon > 0 ? part.slice(0, colon).toLowerCase() : "";
    const before: string = open === null ? "" : (values[open] ?? "");
    if (name !== "" && Object.hasOwn(command.options, name)) {
      values[name] = unquote(part.slice(colon + 1));
      open = name;
    } else if (open !== null && before.endsWith(",")) {
      // `words:ferry, harbor`: a comma says that more of the same follows.
      values[open] = `${before} ${part}`;
    } else words.push(part);
  }
  if (words.length === 0) return values;
  const names = Object.keys(command.options);
  const target =
    names.find((name) => {
      const option = command.options[name];
      return option?.type === "text" && option.isRest === true;
    }) ?? names.find((name) => !Object.hasOwn(values, name));
  if (target !== undefined && !Object.hasOwn(values, target)) {
    const option = command.options[target];
    const text = words.join(" ");
    values[target] = option?.type === "text" && option.isRest === true ? text : unquote(text);
  }
  return values;
}
