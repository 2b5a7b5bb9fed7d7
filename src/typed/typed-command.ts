/** Commands written as text, as on Telegram and the web page: `/search@thebot words feed:id days:7`. */

import type { Command, Option, TextOption } from "../domain/command.ts";
import type { RawValues } from "../domain/platform.ts";

export interface TypedCommand {
  readonly name: string;
  readonly rest: string;
}

const COMMAND_PATTERN = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?=\s|$)/;
export const TYPED_LENGTH_MAX = 4096;

/** Keyboards and copied answers leave marks of direction around what is Latin; they are no part of what is meant. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The command's name and the text after it; null when it is no command or is meant for another bot. */
export function readTypedCommand(text: string, botName: string | null): TypedCommand | null {
  const line = text.slice(0, TYPED_LENGTH_MAX).replace(DIRECTION_MARKS, "").trim();
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
function readStart(command: Command, parts: readonly Part[], index: number) {
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

function toSegments(command: Command, parts: readonly Part[]): readonly Segment[] {
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

/** Marks that hold a value together go; marks inside a longer one stay. */
const unquote = (text: string): string => text.replace(/^"([^"]*)"?$|^([^"]*)"$/, "$1$2").trim();

const CAPITAL = /^\p{Lu}/u;
/** Small words inside names: `Ursula von der Leyen`, `Lula da Silva`. */
const PARTICLE = /^(?:al|bin|da|dal|das|de|del|della|den|der|di|do|dos|du|el|la|le|ten|ter|van|vom|von|zu|zur)$/;

const isName = ({ completes }: TextOption): boolean =>
  completes === "feed" || completes === "speaker" || completes === "topic";

/** A value that says itself where it ends is looked for in so many words. */
const FITTING_WORDS_MAX = 12;

/** How many parts a name written with capitals has: `Nera Moreau harbor` has two. */
function countName(parts: readonly Part[]): number {
  const isCapital = (part: Part | undefined): boolean => part !== undefined && CAPITAL.test(part.text);
  if (!isCapital(parts[0])) return 1;
  let count = 1;
  for (;;) {
    let next = count;
    while (PARTICLE.test(parts[next]?.text ?? "")) next += 1;
    if (!isCapital(parts[next])) return count;
    count = next + 1;
  }
}

/** The option bare words go to: the one that takes any, or the first that can be typed. */
export function findBareOption(command: Command): readonly [string, Option] | null {
  const options = Object.entries(command.options);
  const isRest = ([, option]: readonly [string, Option]): boolean => option.type === "text" && option.isRest === true;
  return options.find(isRest) ?? options.find(([, option]) => option.type !== "file") ?? null;
}

/** Where words to look for may follow an option: in /search, until there are some. */
const mayWordsFollow = (rest: Option | undefined, hasWords: boolean): boolean =>
  !hasWords && rest?.type === "text" && rest.isQuery === true;

export const takesWordsAnywhere = (command: Command): boolean => mayWordsFollow(findBareOption(command)?.[1], false);

/** `everything lang:de`: what looks like an option and is none, where no such words are to be expected. */
export function findStrayOption(text: string): string | null {
  return /\s([a-z]{2,20}):(?!\/\/)\S/i.exec(text)?.[1] ?? null;
}

/**
 * How many of the words after `option:` are its value; bare words are the rest. All of them, up to the next option, unless
 * the option itself says where a value ends, marks hold one together, or words to look for may follow: then it is one word,
 * or a name with its capitals.
 */
function countValue(option: Option | undefined, parts: readonly Part[], canEnd: boolean): number {
  if (option?.type !== "text") return Math.min(parts.length, 1);
  if (parts.length < 2 || option.isRest === true) return parts.length;
  const { fits } = option;
  for (let count = Math.min(parts.length, FITTING_WORDS_MAX); fits !== undefined && count > 0; count -= 1) {
    if (fits(unquote(join(parts.slice(0, count))))) return count;
  }
  const isMarked = /^".*"[,،]?$/s.test(parts[0]?.text ?? "");
  if (!isMarked && !canEnd) return parts.length;
  let count = isMarked || !isName(option) ? 1 : countName(parts);
  // `words:ferry, harbor`: a comma says that more of the same follows.
  while (/[,،]$/.test(parts[count - 1]?.text ?? "") || /^[,،]/.test(parts[count]?.text ?? "")) {
    if (count === parts.length) break;
    count += 1;
  }
  return count;
}

/** `words:ferry everything`: what can only be meant for the bare option goes there from the end of another's value. */
function endsWithKeyword(rest: Option | undefined, parts: readonly Part[]): boolean {
  const last = parts.at(-1)?.text.toLowerCase();
  return parts.length > 1 && rest?.type === "text" && rest.keywords?.some((each) => each === last) === true;
}

/**
 * `feed:bbc days:7 interest rates` to `{ feed: "bbc", days: "7", words: "interest rates" }`. Unknown names are words.
 * Bare words go to the rest option, or, where there is none, to the first.
 */
export function readArguments(command: Command, typed: string): RawValues {
  const [bareName = "", bareOption] = findBareOption(command) ?? [];
  const isQuery = bareOption?.type === "text" && bareOption.isQuery === true;
  const values: Record<string, string> = {};
  const words: Part[] = [];
  for (const { name, parts } of toSegments(command, splitParts(typed.replace(DIRECTION_MARKS, "")))) {
    const hasWords = words.length > 0 || Object.hasOwn(values, bareName);
    const option = name === null ? undefined : command.options[name];
    let count = name === null ? 0 : countValue(option, parts, mayWordsFollow(bareOption, hasWords));
    if (name !== null && name !== bareName && !hasWords && endsWithKeyword(bareOption, parts.slice(0, count)))
      count -= 1;
    words.push(...parts.slice(count));
    if (name === null) continue;
    const value = join(parts.slice(0, count));
    values[name] = option?.type === "text" && option.isQuery === true ? value : unquote(value);
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
