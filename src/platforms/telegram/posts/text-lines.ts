/** Makes text from outside safe to show on Telegram: cleaned, cut at words, and without accidental links or pings. */

import { keepIsolates } from "../../../messages/direction.ts";

const WORD_JOINER = "\u2060";
/** How far back from the limit a cut looks for a space. */
const CUT_BACK_MAX = 40;
const GRAPHEMES = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Control characters, marks that turn the reading direction, and characters nobody sees. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\u206a-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Well-formed, without hidden characters but pairs of isolates; white space as single spaces. */
export function toLine(text: string): string {
  const shown = text
    .toWellFormed()
    .replace(/[\t\n\r\u2028\u2029\u0085]/g, " ")
    .replace(HIDDEN, "");
  return keepIsolates(shown)
    .replace(/\s{2,}/gu, " ")
    .trim();
}

/** As toLine, but line breaks stay, at most one blank line in a row. */
export function toLines(text: string): string {
  return text
    .toWellFormed()
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/)
    .map(toLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** At most so many UTF-16 units, ended by "…" when cut; never inside a character, and at a space where one is near. */
export function cut(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  if (lengthMax < 1) return "";
  let end = lengthMax - 1;
  // A letter with its marks, or an emoji of several parts, is kept whole.
  const around = text.slice(Math.max(0, end - CUT_BACK_MAX), end + CUT_BACK_MAX);
  const base = Math.max(0, end - CUT_BACK_MAX);
  let last = 0;
  for (const { index } of GRAPHEMES.segment(around)) {
    if (base + index > end) break;
    last = index;
  }
  if (last > 0) end = base + last;
  else if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1;
  const space = text.lastIndexOf(" ", end);
  if (space > 0 && end - space <= CUT_BACK_MAX) end = space;
  return `${keepIsolates(text.slice(0, end)).trimEnd()}…`;
}

/** "and/or" holds no command; after anything but a Latin letter or digit the server may see one. */
const startsCommand = (before: string): boolean => !/[A-Za-z0-9_/]/.test(before);

/**
 * Puts an invisible joiner where Telegram would find a mention, hashtag, cashtag, command, e-mail or bare domain.
 * Commands named in `ownCommands` stay tappable: they are the bot's own words.
 */
export function defuse(text: string, ownCommands: ReadonlySet<string> = new Set()): string {
  return text
    .replace(/[@#＃](?=[\p{L}\p{N}\p{M}_])|\$(?=[A-Za-z])/gu, `$&${WORD_JOINER}`)
    .replace(/\/([A-Za-z0-9_]{1,64})/g, (match, name: string, offset: number, whole: string) => {
      if (!startsCommand(whole.charAt(offset - 1))) return match;
      return ownCommands.has(name.toLowerCase()) ? match : `/${WORD_JOINER}${name}`;
    })
    .replace(/:(?=\/\/)/g, `:${WORD_JOINER}`)
    .replace(/(?<=[\p{L}\p{N}\p{M}_-])[.。．｡](?=\p{L}[\p{L}\p{N}\p{M}_-])/gu, `$&${WORD_JOINER}`)
    .replace(/\d{1,3}(?:\.\d{1,3}){3,}/g, (numbers) => numbers.replaceAll(".", `.${WORD_JOINER}`));
}

/** What a person copied from one of our messages, as it was before defuse. */
export const withoutJoiners = (text: string): string => text.replaceAll(WORD_JOINER, "");
