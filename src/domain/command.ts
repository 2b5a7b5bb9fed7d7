/** A command is data plus one function; platforms shape it for their users and never appear in it. */

import type { StoredBrief } from "./article.ts";
import { UserError } from "./errors.ts";
import type { Feed } from "./feed.ts";
import type { Actor, Choice, RawValues } from "./platform.ts";
import type { Post, Reply } from "./post.ts";
import type { Store } from "./store.ts";
import type { Destination } from "./subscription.ts";

interface OptionBase {
  /** 1 to 100 characters, a phrase: "Words to look for". */
  readonly description: string;
  readonly required?: boolean;
}

export interface TextOption extends OptionBase {
  readonly type: "text";
  /** Takes every word that is not another option, when typed as text. At most one per command. */
  readonly isRest?: boolean;
  readonly lengthMax?: number;
  /** Completed as one types. */
  readonly completes?: "feed" | "speaker" | "subscription" | "topic";
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
}

export type Option = TextOption | IntegerOption | BooleanOption | ChoiceOption;
export type Options = Readonly<Record<string, Option>>;

type ValueOf<T extends Option> = T extends { type: "integer" }
  ? number
  : T extends { type: "boolean" }
    ? boolean
    : T extends { type: "choice"; choices: readonly (infer C)[] }
      ? C
      : string;

export type OptionValues<T extends Options> = {
  readonly [Name in keyof T]: T[Name] extends { required: true } | { default: number }
    ? ValueOf<T[Name]>
    : ValueOf<T[Name]> | undefined;
};

/** What a command may use besides its options. */
export interface CommandServices {
  readonly store: Store;
  readonly commands: readonly Command[];
  readonly subscriptionsPerDestinationMax: number;
  /** A stored brief as a post; the language shown is left out when it is the destination's own. */
  toPost(stored: StoredBrief): Post;
  /** Reads any page and makes its brief. Throws UserError when it cannot be read. */
  readBrief(url: string): Promise<Post>;
  /**
   * Feeds meant by an id, a feed URL or a site URL. A URL not known yet is visited: several come back when a
   * site offers a choice. Not yet saved: see addFeed. Throws UserError when there is none.
   */
  findFeeds(text: string): Promise<readonly Feed[]>;
  addFeed(feed: Feed): Promise<void>;
}

export interface CommandRequest<T extends Options> extends CommandServices {
  readonly options: OptionValues<T>;
  readonly destination: Destination;
  readonly actor: Actor;
  readonly now: Date;
  readonly onProgress: (text: string) => Promise<void>;
}

export interface Command<T extends Options = Options> {
  /** 1 to 32 of a-z, 0-9 and _, valid on every platform. */
  readonly name: string;
  /** At most 100 characters, Discord's limit. */
  readonly summary: string;
  readonly access: "everyone" | "managers";
  readonly options: T;
  /** Shown by /help and run by a test. */
  readonly examples: readonly string[];
  run(request: CommandRequest<T>): Promise<Reply>;
  /** Label of a button under each post, such as "More quotes"; pressing it comes to press with `article:<id>`. */
  readonly postButton?: string;
  /** Buttons whose id begins `v1:<name>:` come here with the rest of the id. */
  press?(rest: string, request: Omit<CommandRequest<T>, "options">): Promise<Reply>;
}

/** Does nothing at run time: it keeps the option types. */
export function defineCommand<const T extends Options>(command: Command<T>): Command<T> {
  return command;
}

export const TEXT_LENGTH_MAX = 400;

function readOne(name: string, option: Option, raw: string | number | boolean): string | number | boolean {
  switch (option.type) {
    case "text": {
      const text = String(raw).toWellFormed().trim();
      const lengthMax = option.lengthMax ?? TEXT_LENGTH_MAX;
      if (text.length > lengthMax) {
        throw new UserError("bad-option", `${name} may have at most ${lengthMax} characters; this has ${text.length}.`);
      }
      return text;
    }
    case "integer": {
      const text = String(raw).trim();
      const value = /^[+-]?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      if (!(value >= option.min && value <= option.max)) {
        throw new UserError("bad-option", `${name} must be a whole number from ${option.min} to ${option.max}.`);
      }
      return value;
    }
    case "boolean": {
      const text = String(raw).trim().toLowerCase();
      if (["true", "yes", "on", "1"].includes(text)) return true;
      if (["false", "no", "off", "0"].includes(text)) return false;
      throw new UserError("bad-option", `${name} must be yes or no.`);
    }
    case "choice": {
      const text = String(raw).trim().toLowerCase();
      const choice = option.choices.find((each) => each.toLowerCase() === text);
      if (choice === undefined)
        throw new UserError("bad-option", `${name} must be one of ${option.choices.join(", ")}.`);
      return choice;
    }
  }
}

/** Checks types, ranges, lengths and choices for every platform alike. Throws UserError with a sentence. */
export function readOptions<T extends Options>(command: Command<T>, raw: RawValues): OptionValues<T> {
  const values: Record<string, string | number | boolean> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const given = raw[name];
    const isMissing = given === undefined || (typeof given === "string" && given.trim() === "");
    if (!isMissing) values[name] = readOne(name, option, given);
    else if (option.type === "integer" && option.default !== undefined) values[name] = option.default;
    else if (option.required === true) throw new UserError("bad-option", `${name} is missing: ${option.description}.`);
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
