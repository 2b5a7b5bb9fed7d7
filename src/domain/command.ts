/** A command is data plus one function; platforms shape it for their users and never appear in it. */

import { LANGUAGES, type Language } from "../messages/languages.ts";
import { type Say, sayIn, sayInEnglish } from "../messages/say.ts";
import type { StoredBrief } from "./article.ts";
import { UserError } from "./errors.ts";
import type { Feed, SeenEntry } from "./feed.ts";
import { fold } from "./fold.ts";
import type { FeedId } from "./id.ts";
import type { Actor, Choice, RawValue, RawValues } from "./platform.ts";
import type { Post, Reply } from "./post.ts";
import type { SentFile } from "./sent-file.ts";
import type { Store } from "./store.ts";
import type { Destination, PlatformName, Subscription } from "./subscription.ts";
import type { TransferFile, TransferFormat, Transferred } from "./transfer-file.ts";

interface OptionBase {
  /** In English, 1 to 100 characters, a phrase: "Words to look for". */
  readonly description: string;
  readonly required?: boolean;
}

export interface TextOption extends OptionBase {
  readonly type: "text";
  /** Takes every word that is not another option, when typed as text. At most one per command. */
  readonly isRest?: boolean;
  /** Words to search by, where marks around a phrase mean something. As the rest option, it may follow any other. */
  readonly isQuery?: boolean;
  /** Words only the rest option can mean, wherever a typed line ends with one: "everything". */
  readonly keywords?: readonly string[];
  /** Whether a text can be a value: where its end does not show when typed, it is the longest that can. */
  readonly fits?: (text: string) => boolean;
  readonly lengthMax?: number;
  /** Completed as one types; of several parted by commas the last one. */
  readonly completes?:
    | "article"
    | "feed"
    | "language"
    | "speaker"
    /** What one can subscribe to: a feed, topics, everything. */
    | "subscribable"
    | "subscription"
    | "topic"
    | "zone";
}

export interface IntegerOption extends OptionBase {
  readonly type: "integer";
  readonly min: number;
  readonly max: number;
  readonly default?: number;
}

export interface BooleanOption extends OptionBase {
  readonly type: "boolean";
}

export interface ChoiceOption extends OptionBase {
  readonly type: "choice";
  readonly choices: readonly string[];
  /** How a choice is shown where it is picked from a list; as it is typed when absent. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The word for a choice in a language: shown where it is picked from a list, and understood where it is typed. */
  readonly word?: (choice: string, say: Say) => string;
  /** The choice meant by other words for it, such as "fri" or "Freitag"; null for none. */
  readonly find?: (text: string) => string | null;
}

/** Sent along with the command; it cannot be typed. At most one per command. */
export interface FileOption extends OptionBase {
  readonly type: "file";
}

/** A group of people of the server who can be told. Only where a platform has such: elsewhere it is not offered. */
export interface RoleOption extends OptionBase {
  readonly type: "role";
}

/** What a platform gives in place of the id of the role that everybody has. */
export const EVERYONE_ROLE = "everyone";

export type Option = TextOption | IntegerOption | BooleanOption | ChoiceOption | FileOption | RoleOption;
export type Options = Readonly<Record<string, Option>>;

type WithoutTexts<T> = T extends Option ? Omit<T, "description"> & { readonly description?: string } : never;
/** As commands are written: their texts are in the catalogs. */
export type OptionDraft = WithoutTexts<Option>;
export type OptionDrafts = Readonly<Record<string, OptionDraft>>;

type ValueOf<T extends OptionDraft> = T extends { type: "integer" }
  ? number
  : T extends { type: "boolean" }
    ? boolean
    : T extends { type: "choice"; choices: readonly (infer C)[] }
      ? C
      : T extends { type: "file" }
        ? SentFile
        : string;

export type OptionValues<T extends OptionDrafts> = {
  readonly [Name in keyof T]: T[Name] extends { required: true } | { default: number }
    ? ValueOf<T[Name]>
    : ValueOf<T[Name]> | undefined;
};

/** What a command may use besides its options. */
export interface CommandServices {
  readonly store: Store;
  readonly commands: readonly Command[];
  readonly subscriptionsPerDestinationMax: number;
  readonly subscriptionsPerServerMax: number;
  /** Where people see what was posted; null where there is no link for it. */
  linkTo(destination: Destination, messageId: string, server: string | null): string | null;
  /** A stored brief as a post; the article's language is left out when it is the readers'. */
  toPost(stored: StoredBrief): Post;
  /** The brief of an article carried, else of any page, which is read. Throws UserError when it cannot be read. */
  readBrief(url: string): Promise<Post>;
  /**
   * Feeds meant by a feed URL or a site URL in any form: those known of it, else what is found by a visit; several come
   * back when a site offers a choice. Not yet saved: see addFeed. Throws UserError when there is none.
   */
  findFeeds(text: string): Promise<readonly Feed[]>;
  /** An entry a feed had for the page at an address, in any of its forms. */
  findSeenEntry(url: string): Promise<SeenEntry | null>;
  /** Saves a feed found; gives back the one that is at its address already, as there is never a second. */
  addFeed(feed: Feed): Promise<Feed>;
  /** The feed at an address, added unseen where it is not known: the next poll tells whether it is one. */
  addFeedAt(url: string, title: string): Promise<FeedId>;
  toTransferFile(subscriptions: readonly Subscription[], feeds: readonly Feed[], format: TransferFormat): TransferFile;
  /** Reads the file of subscriptions at an address. Throws UserError when it cannot be read. */
  readTransfer(url: string): Promise<readonly Transferred[]>;
  /** The same for a file sent along. */
  readTransferFile(file: SentFile): Promise<readonly Transferred[]>;
  /** The same for readers of a language: posts name the language of articles in others. */
  inLanguage(language: Language): CommandServices;
}

export interface CommandRequest<T extends OptionDrafts> extends CommandServices {
  /** Words the answer in the language of its readers. */
  readonly say: Say;
  readonly options: OptionValues<T>;
  readonly destination: Destination;
  /** The whole the destination lies in (a Discord server, a Telegram chat); null where there is none. */
  readonly server: string | null;
  readonly actor: Actor;
  readonly now: Date;
  readonly onProgress: (text: string) => Promise<void>;
}

export interface Command<T extends Options = Options> {
  /** 1 to 32 of a-z, 0-9 and _, valid on every platform. */
  readonly name: string;
  /** In English, at most 100 characters, Discord's limit. */
  readonly summary: string;
  readonly access: "everyone" | "managers";
  /** Its answer is about the channel, as with all that only managers may use. */
  readonly isOfChannel?: boolean;
  readonly options: T;
  /** Shown by /help and run by a test. */
  readonly examples: readonly string[];
  run(request: CommandRequest<T>): Promise<Reply>;
  /** Key of the label of a button under each post ("More quotes"); pressing it comes to press with `article:<id>`. */
  readonly postButton?: string;
  /** Buttons whose id begins `v1:<name>:` come here with the rest of the id. */
  press?(rest: string, request: Omit<CommandRequest<T>, "options">): Promise<Reply>;
}

type CommandDraft<T extends OptionDrafts> = Omit<Command, "summary" | "options" | "run" | "press"> & {
  readonly summary?: string;
  readonly options: T;
  run(request: CommandRequest<T>): Promise<Reply>;
  press?(rest: string, request: Omit<CommandRequest<T>, "options">): Promise<Reply>;
};

/** The text of a command (`command.search`) or of its option (`command.search.words`) in a language; null for none. */
export function findCommandText(say: Say, commandName: string, optionName?: string): string | null {
  return say.find(optionName === undefined ? `command.${commandName}` : `command.${commandName}.${optionName}`);
}

/** The option that takes a file sent along; null for a command without one. */
export function findFileOption(command: Command | undefined): string | null {
  return Object.entries(command?.options ?? {}).find(([, option]) => option.type === "file")?.[0] ?? null;
}

/** Keeps the option types, and fills in the English texts from the catalog. */
export function defineCommand<const T extends OptionDrafts>(draft: CommandDraft<T>): Command {
  const fill = (optionName?: string): string => findCommandText(sayInEnglish, draft.name, optionName) ?? "";
  const options = Object.entries(draft.options).map(([name, option]): readonly [string, Option] => [
    name,
    { ...option, description: option.description ?? fill(name) },
  ]);
  // What comes in has been read by these very options, so its type is the draft's.
  return { ...draft, summary: draft.summary ?? fill(), options: Object.fromEntries(options) } as Command;
}

export const TEXT_LENGTH_MAX = 400;
const ROLE_LENGTH_MAX = 100;

/** Roles are Discord's: on other platforms an option for one is not shown, and refused when it is typed. */
export const isOffered = (option: Option, platform: PlatformName): boolean =>
  option.type !== "role" || platform === "discord";

/** A person may answer in any language the bot speaks: none of these words means the other in another. */
const YES_WORDS: ReadonlySet<string> = new Set([
  "true",
  "on",
  "1",
  ...LANGUAGES.map((each) => sayIn(each)("word.yes")),
]);
const NO_WORDS: ReadonlySet<string> = new Set([
  "false",
  "off",
  "0",
  ...LANGUAGES.map((each) => sayIn(each)("word.no")),
]);

/** A choice by its word in any language the bot speaks; null for none. */
function findWorded({ choices, word }: ChoiceOption, text: string): string | null {
  if (word === undefined) return null;
  const isMeant = (choice: string): boolean => LANGUAGES.some((each) => fold(word(choice, sayIn(each))) === fold(text));
  return choices.find(isMeant) ?? null;
}

function readOne(name: string, option: Option, raw: RawValue): RawValue {
  switch (option.type) {
    case "text": {
      const text = String(raw).toWellFormed().trim();
      const lengthMax = option.lengthMax ?? TEXT_LENGTH_MAX;
      if (text.length > lengthMax) {
        throw new UserError("bad-option", (say) =>
          say("option.tooLong", { option: name, max: lengthMax, length: text.length }),
        );
      }
      return text;
    }
    case "integer": {
      const text = String(raw).trim();
      const value = /^[+-]?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      if (!(value >= option.min && value <= option.max)) {
        throw new UserError("bad-option", (say) =>
          say("option.notInRange", { option: name, min: option.min, max: option.max }),
        );
      }
      return value;
    }
    case "boolean": {
      const text = String(raw).trim().toLowerCase();
      if (YES_WORDS.has(text)) return true;
      if (NO_WORDS.has(text)) return false;
      throw new UserError("bad-option", (say) => say("option.notYesOrNo", { option: name }));
    }
    case "role":
      return String(raw).toWellFormed().trim().slice(0, ROLE_LENGTH_MAX);
    case "choice": {
      const text = String(raw).trim().toLowerCase();
      const choice =
        option.choices.find((each) => each.toLowerCase() === text) ?? option.find?.(text) ?? findWorded(option, text);
      if (choice === null) {
        throw new UserError("bad-option", (say) =>
          say("option.notAChoice", { option: name, choices: say.series(option.choices) }),
        );
      }
      return choice;
    }
    case "file":
      if (typeof raw === "object") return raw;
      throw new UserError("bad-option", (say) => say("option.notAFile", { option: name }));
  }
}

/** Checks types, ranges, lengths and choices for every platform alike. Throws UserError with a sentence. */
export function readOptions<T extends Options>(command: Command<T>, raw: RawValues): OptionValues<T> {
  const values: Record<string, RawValue> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const given = raw[name];
    const isMissing = given === undefined || (typeof given === "string" && given.trim() === "");
    if (!isMissing) values[name] = readOne(name, option, given);
    else if (option.type === "integer" && option.default !== undefined) values[name] = option.default;
    else if (option.required === true) {
      throw new UserError("bad-option", (say) =>
        say("option.missing", {
          option: name,
          description: findCommandText(say, command.name, name) ?? option.description,
          example: command.examples[0] ?? `/${command.name}`,
        }),
      );
    }
  }
  return values as OptionValues<T>;
}

export const ACTION_BUTTON_PATTERN = /^v1:([a-z0-9_]{1,32}):(.*)$/;

export interface Completions {
  complete(
    kind: NonNullable<TextOption["completes"]>,
    typed: string,
    destination: Destination,
  ): Promise<readonly Choice[]>;
}
