/** Commands written as text, as on Telegram and the web page: `/search@thebot words feed:id days:7`. */

import type { Command } from "../domain/command.ts";
import type { Option } from "../domain/option.ts";
import type { RawValues } from "../domain/platform.ts";
import { withoutUnseen } from "./invisible.ts";
import { countWord, unquote } from "./options/count-parts.ts";

export interface TypedCommand {
  readonly name: string;
  readonly rest: string;
}

const COMMAND_PATTERN = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?=\s|$)/;
export const TYPED_LENGTH_MAX = 4096;

/** The command's name and the text after it; null when it is no command or is meant for another bot. */
export function readTypedCommand(text: string, botName: string | null): TypedCommand | null {
  const line = withoutUnseen(text.slice(0, TYPED_LENGTH_MAX)).trim();
  const match = COMMAND_PATTERN.exec(line);
  if (match?.[1] === undefined) return null;
  if (match[2] !== undefined && botName !== null && match[2].toLowerCase() !== botName.toLowerCase()) return null;
  return { name: match[1].toLowerCase(), rest: line.slice(match[0].length).trim() };
}

/** Phones and word processors write these for a straight quotation mark. */
const MARK = /["“”„‟«»＂]/;
/** What may stand before a mark that opens; after anything else it is an inch or a slip. */
const BEFORE_MARK = /[\s:：,،(-]/;

/** A word, or "several in marks", with where it stands. Marks are straight in its text. */
interface Part {
  readonly text: string;
  readonly start: number;
}

/** Splits at white space; "a phrase" or name:"a phrase" stays one part. A mark that nothing closes is a letter. */
function splitParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  let part = "";
  let start = 0;
  let isQuoted = false;
  const end = (): void => {
    if (part !== "") parts.push({ text: part, start });
    part = "";
  };
  for (const [index, char] of [...text.matchAll(/[\s\S]/gu)].map((match) => [match.index, match[0]] as const)) {
    const isMark = MARK.test(char);
    if (isMark && isQuoted) isQuoted = false;
    else if (isMark) isQuoted = BEFORE_MARK.test(text[index - 1] ?? " ") && MARK.test(text.slice(index + 1));
    if (/\s/.test(char) && !isQuoted) {
      end();
      continue;
    }
    if (part === "") start = index;
    part += isMark ? '"' : char;
  }
  end();
  return parts;
}

/** Parts of one option, or of none: the bare words before the first. */
interface Segment {
  readonly name: string | null;
  readonly parts: readonly Part[];
}

/** Where `name:value`, `name: value` or `name : value` begins: the option's name, and what is already there of the value. */
function readStart(command: Pick<Command, "options">, parts: readonly Part[], index: number) {
  const part = parts[index];
  if (part === undefined) return null;
  const colon = part.text.search(/[:：]/);
  const name = (colon < 0 ? part.text : part.text.slice(0, colon)).toLowerCase();
  if (!Object.hasOwn(command.options, name)) return null;
  const next = parts[index + 1];
  const isApart = colon < 0 && next !== undefined && /^[:：]/.test(next.text);
  if (colon < 0 && !isApart) return null;
  const holder = isApart ? next : part;
  const from = isApart ? 1 : colon + 1;
  const value: Part = { text: holder.text.slice(from), start: holder.start + from };
  return { name, values: value.text === "" ? [] : [value], next: index + (isApart ? 2 : 1) };
}

function toSegments(command: Pick<Command, "options">, parts: readonly Part[]): readonly Segment[] {
  const segments: { name: string | null; parts: Part[] }[] = [{ name: null, parts: [] }];
  for (let index = 0; index < parts.length; ) {
    const begun = readStart(command, parts, index);
    const part = parts[index];
    if (begun !== null) segments.push({ name: begun.name, parts: [...begun.values] });
    else if (part !== undefined) segments.at(-1)?.parts.push(part);
    index = begun?.next ?? index + 1;
  }
  return segments;
}

const join = (parts: readonly Part[]): string => parts.map((part) => part.text).join(" ");

/** The option bare words go to: the one that takes any, or the first that can be typed. */
export function findBareOption(command: Pick<Command, "options">): readonly [string, Option] | null {
  const options = Object.entries(command.options);
  return (
    options.find(([, option]) => option.isRest === true) ??
    options.find(([, option]) => option.field.type !== "file") ??
    null
  );
}

/** Where words to look for may follow an option: in /search, until there are some. */
const mayWordsFollow = (rest: Option | undefined, hasWords: boolean): boolean => !hasWords && rest?.isQuery === true;

export const takesWordsAnywhere = (command: Command): boolean => mayWordsFollow(findBareOption(command)?.[1], false);

const STRAY = /\s([a-z]{2,20}):(?!\/\/)\S/i;

/** `everything lang:de`: what looks like an option and is none, where no such words are to be expected. */
export function findStrayOption(text: string): string | null {
  return STRAY.exec(text)?.[1] ?? null;
}

/** All of them, in lower case. */
export const listStrayOptions = (text: string): readonly string[] =>
  [...text.matchAll(new RegExp(STRAY, "gi"))].map(([, name = ""]) => name.toLowerCase());

/**
 * How many of the words after `option:` are its value; bare words are the rest. It may end before the next option only where
 * words to look for may follow, or where it shows itself where it ends.
 */
function countValue(option: Option | undefined, parts: readonly Part[], mayEnd: boolean): number {
  if (option?.isRest === true) return parts.length;
  const texts = parts.map((part) => part.text);
  return option === undefined ? countWord(texts, mayEnd) : option.countParts(texts, mayEnd);
}

/** `words:ferry everything`: what can only be meant for the bare option goes there from the end of another's value. */
function endsWithKeyword(rest: Option | undefined, parts: readonly Part[]): boolean {
  const last = parts.at(-1)?.text.toLowerCase();
  return parts.length > 1 && rest?.keywords?.some((each) => each === last) === true;
}

/** All that follows the command, with or without the option's name before it. */
function readVerbatim(name: string, typed: string): RawValues {
  const text = withoutUnseen(typed).trim();
  const value = text.replace(new RegExp(`^${name}\\s*[:：]\\s*`, "i"), "");
  return value === "" ? {} : { [name]: value };
}

/**
 * `feed:bbc days:7 interest rates` to `{ feed: "bbc", days: "7", words: "interest rates" }`. Unknown names are words.
 * Bare words go to the rest option, or, where there is none, to the first.
 */
export function readArguments(command: Pick<Command, "options">, typed: string): RawValues {
  const [bareName = "", bareOption] = findBareOption(command) ?? [];
  if (bareOption?.isVerbatim === true) return readVerbatim(bareName, typed);
  const isQuery = bareOption?.isQuery === true;
  const values: Record<string, string> = {};
  const words: Part[] = [];
  for (const { name, parts } of toSegments(command, splitParts(withoutUnseen(typed)))) {
    const hasWords = words.length > 0 || Object.hasOwn(values, bareName);
    const option = name === null ? undefined : command.options[name];
    let count = name === null ? 0 : countValue(option, parts, mayWordsFollow(bareOption, hasWords));
    if (name !== null && name !== bareName && !hasWords && endsWithKeyword(bareOption, parts.slice(0, count)))
      count -= 1;
    words.push(...parts.slice(count));
    if (name === null) continue;
    const typedValue = join(parts.slice(0, count));
    const value = option?.isQuery === true ? typedValue : unquote(typedValue);
    const before = option?.isList === true ? values[name] : undefined;
    values[name] = before === undefined ? value : `${before}, ${value}`;
  }
  if (words.length === 0) return values;
  const text = [values[bareName] ?? "", join(words)].filter((each) => each !== "").join(" ");
  return bareOption === undefined ? values : { ...values, [bareName]: isQuery ? text : unquote(text) };
}

/** What stands at the end of a line that is being typed: of an option's value, or of the bare words where it has no name. */
export interface Typing {
  readonly name: string | null;
  /** Where its text begins in what was typed. */
  readonly start: number;
}

const OPEN_MARK = /(?:^|[\s:：,،(-])["“„«][^"“”„‟«»＂]*$/;

export function findTyping(command: Command, typed: string): Typing {
  const segments = toSegments(command, splitParts(OPEN_MARK.test(typed) ? `${typed}"` : typed));
  const { name, parts } = segments.at(-1) ?? { name: null, parts: [] };
  const [first] = parts;
  const isBetween = /\s$/.test(typed) && parts.length > 0;
  const next: readonly Part[] = isBetween ? [{ text: "x", start: typed.length }] : [];
  const all = [...parts, ...next];
  if (name === null) return { name, start: first?.start ?? typed.length };
  const hasWords = (segments[0]?.parts.length ?? 0) > 0;
  const count = countValue(command.options[name], all, mayWordsFollow(findBareOption(command)?.[1], hasWords));
  if (count === all.length) return { name, start: first?.start ?? typed.length };
  return { name: null, start: all[count]?.start ?? typed.length };
}
