/** A command is data plus one function; platforms shape it for their users and never appear in it. */

import type { StoredBrief } from "./article.ts";
import type { Feed, SeenEntry } from "./feed.ts";
import type { FeedId } from "./id.ts";
import type { Option, OptionDrafts, Options, OptionValues } from "./option.ts";
import type { Actor } from "./platform.ts";
import type { Post, Reply } from "./post.ts";
import type { Language, Say } from "./say.ts";
import type { SentFile } from "./sent-file.ts";
import type { Store } from "./store.ts";
import type { Destination, PlatformName, Subscription } from "./subscription.ts";
import type { TransferFile, TransferFormat, Transferred } from "./transfer-file.ts";

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

/** The text of a command (`command.search`) or of its option (`command.search.words`) in a language; null for none. */
export function findCommandText(say: Say, commandName: string, optionName?: string): string | null {
  return say.find(optionName === undefined ? `command.${commandName}` : `command.${commandName}.${optionName}`);
}

/** The option that takes a file sent along; null for a command without one. */
export function findFileOption(command: Command | undefined): string | null {
  return Object.entries(command?.options ?? {}).find(([, option]) => option.field.type === "file")?.[0] ?? null;
}

/** Roles are Discord's: on other platforms an option for one is not shown, and refused when it is typed. */
export const isOffered = (option: Option, platform: PlatformName): boolean =>
  option.field.type !== "role" || platform === "discord";

export const ACTION_BUTTON_PATTERN = /^v1:([a-z0-9_]{1,32}):(.*)$/;
