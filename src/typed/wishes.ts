/** What a person may wish of a subscription, as options of /subscribe and /edit, read into its filter and display. */

import type { CommandServices } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";
import type { Feed } from "../domain/feed.ts";
import { EVERYONE_ROLE, type OptionValues } from "../domain/option.ts";
import type { Say } from "../domain/say.ts";
import {
  DEFAULT_DISPLAY,
  type Destination,
  type Display,
  type Filter,
  PICTURE_FORMS,
  SENDERS,
  type Sender,
  SIZE_MIN_MAX,
  TITLE_LENGTH_MAX,
} from "../domain/subscription.ts";
import { readPhrase, readWish, toStraightMarks } from "../matching/phrases.ts";
import { readLanguages } from "./article-languages.ts";
import { readTopics } from "./feed-choice.ts";
import { findLocalTime, findStretch } from "./hours.ts";
import { isNone } from "./none.ts";
import {
  author,
  boolean,
  category,
  choice,
  hour,
  hours,
  integer,
  languages,
  role,
  speaker,
  text,
  topics,
  weekday,
  words,
  zone,
} from "./options/index.ts";
import { chooseZone } from "./time-zone.ts";
import { findStrayOption } from "./typed-command.ts";
import { WEEKDAYS } from "./weekday.ts";

/** Words, phrases or names one list of a filter may have. */
export const WORDS_MAX = 20;
/** UTF-16 units of each of them. */
export const WORD_LENGTH_MAX = 200;
const WORD_SHOWN_LENGTH_MAX = 40;
const STRAY_LETTERS_MIN = 3;
const ROLE_PATTERN = /^(?:<@&)?(\d{1,20})>?$/;

function wordDigest(choice: string, say: Say): string {
  if (choice === "daily") return say("choice.daily");
  if (choice === "quotes") return say("choice.quotes");
  return choice === "weekly" ? say("choice.weekly") : say("choice.off");
}

function wordPictures(choice: string, say: Say): string {
  if (choice === "preview") return say("choice.preview");
  return choice === "photo" ? say("choice.photo") : say("choice.off");
}

const wordSender = (choice: string, say: Say): string => say(choice === "outlet" ? "choice.outlet" : "choice.bot");

/** Absent means: as it is, or the default. `none` takes back what was wished. */
export const WISH_OPTIONS = {
  topic: topics(),
  words: words({ lengthMax: 300 }),
  without: words({ lengthMax: 300 }),
  speaker: speaker({ lengthMax: 200 }),
  author: author(),
  category: category(),
  language: languages({ takesNone: true }),
  size: integer({ min: 1, max: SIZE_MIN_MAX }),
  quotes: integer({ min: 0, max: 5 }),
  sentences: integer({ min: 0, max: 5 }),
  silent: boolean(),
  compact: boolean(),
  pictures: choice({ choices: PICTURE_FORMS, word: wordPictures }),
  hashtags: boolean(),
  whole: boolean(),
  digest: choice({ choices: ["off", "daily", "weekly", "quotes"], word: wordDigest }),
  at: hour(),
  weekday: weekday(),
  zone: zone(),
  quiet: hours(),
  title: text({ lengthMax: TITLE_LENGTH_MAX }),
  role: role(),
  sender: choice({ choices: SENDERS, word: wordSender }),
};

export type Wishes = OptionValues<typeof WISH_OPTIONS>;

/** Words in marks stand for themselves. */
function readWords(text: string | undefined, standing: readonly string[]): readonly string[] {
  if (text === undefined) return standing;
  if (isNone(text)) return [];
  return checkWords(splitList(text));
}

/** Wishes of words as they are kept; throws UserError for one that could never be found or is too long. */
export function checkWords(parts: readonly string[]): readonly string[] {
  const wishes = parts.map(toStraightMarks).filter((wish) => wish !== "");
  for (const wish of wishes) if (readWish(wish) === null) throw toNeverFound(wish);
  return bound([...new Set(wishes)]);
}

/** What has nothing to look for in it would be waited for in vain. */
export const toNeverFound = (words: string): UserError =>
  new UserError("bad-option", (say) => say("wish.neverFound", { words: say.inMarks(words) }));

export const splitList = (text: string): readonly string[] => text.split(/[,،]/).map((each) => each.trim());

function bound(parts: readonly string[]): readonly string[] {
  if (parts.length > WORDS_MAX) {
    throw new UserError("limit", (say) => say("subscribe.tooManyWords", { count: WORDS_MAX }));
  }
  const long = parts.find((each) => each.length > WORD_LENGTH_MAX);
  if (long === undefined) return parts;
  throw new UserError("bad-option", (say) => {
    const option = say.inMarks(`${long.slice(0, WORD_SHOWN_LENGTH_MAX).toWellFormed()}…`);
    return say("option.tooLong", { option, max: WORD_LENGTH_MAX, length: long.length });
  });
}

/** `Nera Moreau, "Ada"` to its parts; commas part them, so that a name stays whole. Never a pattern. */
function readList(text: string | undefined, standing: readonly string[]): readonly string[] {
  if (text === undefined) return standing;
  if (isNone(text)) return [];
  return checkNames(splitList(text));
}

/** The same for names, in marks or not. */
export function checkNames(given: readonly string[]): readonly string[] {
  const parts = given.map((each) => each.replace(/^["“”„«»]|["“”„«»]$/g, "").trim()).filter((each) => each !== "");
  const empty = parts.find((each) => readPhrase(each, "text", false) === null);
  if (empty !== undefined) throw toNeverFound(empty);
  return bound([...new Set(parts)]);
}

function readWishedTopics(
  text: string | undefined,
  standing: readonly string[],
  feeds: readonly Feed[],
): readonly string[] {
  if (text === undefined) return standing;
  const topics = isNone(text) ? [] : readTopics(feeds, text);
  return bound(topics);
}

/** What may stand in a wish for words: `ferry author:moor in:title`. */
export const FIELDS: ReadonlySet<string> = new Set(["in", "author", "category"]);
const NO_FIELDS: ReadonlySet<string> = new Set();

/** `words:ferry lang:de`: an option nearly named right is no word of a phrase. */
export function refuseMisspelt(text: string | undefined, allowed = NO_FIELDS, commandName = "edit"): void {
  const stray = findStrayOption(text ?? "")?.toLowerCase() ?? "";
  if (allowed.has(stray)) return;
  const isNear = (name: string): boolean => name.startsWith(stray) || stray.startsWith(name);
  if (stray.length >= STRAY_LETTERS_MIN && Object.keys(WISH_OPTIONS).some(isNear))
    throw toUnknownOption(stray, commandName);
}

export const toUnknownOption = (option: string, commandName: string): UserError =>
  new UserError("bad-option", (say) => say("option.unknown", { option, command: `/help ${commandName}` }));

export function readFilter(wishes: Wishes, standing: Filter, feeds: readonly Feed[]): Filter {
  for (const text of [wishes.words, wishes.without]) refuseMisspelt(text, FIELDS);
  for (const text of [wishes.speaker, wishes.author, wishes.category]) refuseMisspelt(text);
  return {
    ...standing,
    topics: readWishedTopics(wishes.topic, standing.topics, feeds),
    words: readWords(wishes.words, standing.words),
    excludedWords: readWords(wishes.without, standing.excludedWords),
    speakers: readList(wishes.speaker, standing.speakers),
    authors: readList(wishes.author, standing.authors),
    categories: readList(wishes.category, standing.categories),
    languages: readLanguages(readList(wishes.language, standing.languages).join()),
  };
}

function readTime(text: string, name: string): string {
  const time = findLocalTime(text);
  if (time === null) throw new UserError("bad-option", (say) => say("wish.badTime", { option: name, time: text }));
  return time;
}

function readZone(text: string): string {
  const choice = chooseZone(text);
  if ("zone" in choice) return choice.zone;
  const { near } = choice;
  throw new UserError("bad-option", (say) =>
    near.length === 0
      ? say("wish.badZone", { zone: text })
      : say("wish.badZoneNear", { zone: text, zones: say.list(near, "or") }),
  );
}

function readQuiet(text: string): Pick<Display, "quietFrom" | "quietTo"> {
  if (isNone(text)) return { quietFrom: null, quietTo: null };
  const stretch = findStretch(text);
  if (stretch === null) throw new UserError("bad-option", (say) => say("wish.badQuiet", { hours: text }));
  const [quietFrom, quietTo] = stretch;
  if (quietFrom === quietTo) throw new UserError("bad-option", (say) => say("wish.emptyQuiet", { time: quietFrom }));
  return { quietFrom, quietTo };
}

/** Everyone is never told; where a role is told already, choosing everyone takes it back, as a list has no "none". */
function readRole(text: string, standing: string | null, { platform }: Destination): string | null {
  if (isNone(text)) return null;
  if (platform !== "discord") throw new UserError("bad-option", (say) => say("wish.roleElsewhere"));
  if (text === EVERYONE_ROLE && standing !== null) return null;
  if (text === EVERYONE_ROLE) throw new UserError("bad-option", (say) => say("wish.roleEveryone"));
  const [, id] = ROLE_PATTERN.exec(text.trim()) ?? [];
  if (id === undefined) throw new UserError("bad-option", (say) => say("wish.badRole", { role: text }));
  return id;
}

/** To be the bot's is what posts are everywhere. */
function readSender(wished: Sender, { platform }: Destination): Sender {
  if (wished === "outlet" && platform !== "discord") {
    throw new UserError("bad-option", (say) => say("wish.senderElsewhere"));
  }
  return wished;
}

function readRhythm({ digest, weekday, at }: Wishes, standing: Display): Pick<Display, "rhythm"> {
  if (digest !== undefined) return { rhythm: digest === "off" ? "each" : digest };
  // A day or an hour is only asked for by who wants a digest.
  if (weekday !== undefined && standing.rhythm !== "quotes") return { rhythm: "weekly" };
  if (at !== undefined && standing.rhythm === "each") return { rhythm: "daily" };
  return { rhythm: standing.rhythm };
}

/** What whoever runs the bot has not allowed cannot be wished; taking it back always can. */
export function refuseUnoffered({ whole }: Wishes, { wholeText }: CommandServices["offers"]): void {
  if (whole === true && !wholeText) throw new UserError("bad-option", (say) => say("wish.wholeOff"));
}

export function readDisplay(wishes: Wishes, standing: Display, destination: Destination): Display {
  const {
    quotes,
    sentences,
    silent,
    compact,
    pictures,
    hashtags,
    whole,
    size,
    at,
    weekday,
    zone,
    quiet,
    title,
    role,
    sender,
  } = wishes;
  return {
    ...standing,
    ...readRhythm(wishes, standing),
    quotesMax: quotes ?? standing.quotesMax,
    sentencesMax: sentences ?? standing.sentencesMax,
    isSilent: silent ?? standing.isSilent,
    isCompact: compact ?? standing.isCompact,
    pictures: pictures ?? standing.pictures,
    hasHashtags: hashtags ?? standing.hasHashtags,
    hasWholeText: whole ?? standing.hasWholeText,
    sizeMin: size ?? standing.sizeMin,
    ...(at === undefined ? {} : { digestAt: readTime(at, "at") }),
    ...(weekday === undefined ? {} : { digestWeekday: WEEKDAYS.indexOf(weekday) + 1 }),
    ...(zone === undefined ? {} : { timeZone: readZone(zone) }),
    ...(quiet === undefined ? {} : readQuiet(quiet)),
    ...(title === undefined ? {} : { title: isNone(title) ? DEFAULT_DISPLAY.title : title }),
    ...(role === undefined ? {} : { mentionRoleId: readRole(role, standing.mentionRoleId, destination) }),
    ...(sender === undefined ? {} : { sender: readSender(sender, destination) }),
  };
}

const FILTER_OPTIONS: ReadonlySet<string> = new Set([
  "topic",
  "words",
  "without",
  "speaker",
  "language",
  "author",
  "category",
]);

/** The wishes that are not for the filter, as they are typed: `digest:weekly silent:yes`. */
export function typeDisplay(wishes: Wishes): string {
  const type = (value: string | number | boolean): string =>
    typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
  return Object.entries(wishes)
    .flatMap(([name, value]) => (value === undefined || FILTER_OPTIONS.has(name) ? [] : [`${name}:${type(value)}`]))
    .join(" ");
}
