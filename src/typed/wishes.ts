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
import { readLanguages } from "./article-languages.ts";
import { readTopics } from "./feed-choice.ts";
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
  several,
  speaker,
  text,
  topics,
  weekday,
  words,
  zone,
} from "./options/index.ts";
import { FIELDS, refuseMisspelt } from "./stray-options.ts";
import { findLocalTime, findStretch } from "./times/hours.ts";
import { chooseZone } from "./times/time-zone.ts";
import { WEEKDAYS } from "./times/weekday.ts";
import { bound, readNames, readWords, refuseContradiction } from "./wish-lists.ts";

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
  topic: several(topics()),
  words: several(words({ lengthMax: 300 })),
  without: several(words({ lengthMax: 300 })),
  speaker: several(speaker({ lengthMax: 200 })),
  author: several(author()),
  category: several(category()),
  language: several(languages({ takesNone: true })),
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

function readWishedTopics(
  text: string | undefined,
  standing: readonly string[],
  feeds: readonly Feed[],
): readonly string[] {
  if (text === undefined) return standing;
  const topics = isNone(text) ? [] : readTopics(feeds, text);
  return bound(topics);
}

export function readFilter(wishes: Wishes, standing: Filter, feeds: readonly Feed[]): Filter {
  const asked = { command: "edit", options: Object.keys(WISH_OPTIONS) };
  for (const text of [wishes.words, wishes.without]) refuseMisspelt(text, { ...asked, fields: FIELDS });
  for (const text of [wishes.speaker, wishes.author, wishes.category]) refuseMisspelt(text, asked);
  const filter = {
    ...standing,
    topics: readWishedTopics(wishes.topic, standing.topics, feeds),
    ...readWords(wishes, standing),
    speakers: readNames(wishes.speaker, standing.speakers),
    authors: readNames(wishes.author, standing.authors),
    categories: readNames(wishes.category, standing.categories),
    languages: readLanguages(readNames(wishes.language, standing.languages).join()),
  };
  refuseContradiction(filter);
  return filter;
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
