/** A command is data plus one function; platforms shape it for their users and never appear in it. */

import type { StoredBrief } from "./article.ts";
import type { CardLook, CardQuote, MadeCard } from "./cards/card.ts";
import type { Feed, SeenEntry } from "./feed.ts";
import type { FeedId } from "./id.ts";
import type { Option, OptionDrafts, Options, OptionValues } from "./option.ts";
import type { Actor } from "./platform.ts";
import type { Post, Reply } from "./post.ts";
import type { PostTemplate } from "./post-template.ts";
import type { Say } from "./say.ts";
import type { SentFile } from "./sent-file.ts";
import type { Store } from "./store.ts";
import type {
  Destination,
  PlatformName,
  Subscription,
  Transfer,
  TransferFile,
  TransferFormat,
} from "./subscription.ts";
import type { SubscriptionLimits } from "./subscription-store.ts";

/** What is done for commands besides the store; each names those it needs. */
export interface CommandServices {
  readonly commands: readonly Command[];
  readonly limits: SubscriptionLimits;
  /** What whoever runs the bot allows beyond the usual. */
  readonly offers: {
    readonly wholeText: boolean;
    /** The model that translates; null where none does. */
    readonly model: string | null;
  };
  /** Where people see what was posted; null where there is no link for it. */
  linkTo(destination: Destination, messageId: string, server: string | null): string | null;
  /** What a platform remembers itself of a place, out of the store, is gone from now on. */
  emptyPlace(destination: Destination): void;
  /** Stored briefs as posts for readers of a language, in a look or as they are by themselves; each as it stands in its story. */
  toPosts(stored: readonly StoredBrief[], language: string, template?: PostTemplate | null): Promise<readonly Post[]>;
  /** The brief of an article carried, else of any page, which is read. Throws UserError when it cannot be read. */
  readBrief(url: string, language: string): Promise<Post>;
  /**
   * Feeds meant by a feed URL or a site URL in any form: those known of it, else what is found by a visit; several come
   * back when a site offers a choice. Not yet saved: see addFeed. Throws UserError when there is none.
   */
  findFeeds(text: string): Promise<readonly Feed[]>;
  /** An entry a feed had for the page at an address, in any of its forms. */
  findSeenEntry(url: string): Promise<SeenEntry | null>;
  /** Saves a feed found; gives back the one that is at its address already, as there is never a second. */
  addFeed(feed: Feed): Promise<Feed>;
  /** The feed, or the site read from its page, at an address; added unseen where not known: the next poll tells what it is. */
  addFeedAt(url: string, title: string, isPage?: boolean): Promise<FeedId>;
  /** Why the bot may not go to an address, as far as the address tells; null where it may. */
  findBlock(url: string): string | null;
  /** Of feeds never read so far those that cannot be read now, as far as a few seconds tell: the title, and why. */
  findUnreadable(
    ids: readonly FeedId[],
  ): Promise<readonly { readonly title: string; readonly reason: string | null }[]>;
  /** The quotes of an article, those of its brief first. */
  listCardQuotes(stored: StoredBrief): Promise<readonly CardQuote[]>;
  /** One of them as a picture in the channel's look, worded in the channel's language. */
  makeCard(stored: StoredBrief, quote: CardQuote, look: CardLook): Promise<MadeCard>;
  toTransferFile(
    subscriptions: readonly Subscription[],
    feeds: readonly Feed[],
    format: TransferFormat,
    look?: { readonly template?: string | null; readonly translation?: string | null },
  ): TransferFile;
  /** Reads the file of subscriptions at an address. Throws UserError when it cannot be read. */
  readTransfer(url: string): Promise<Transfer>;
  /** The same for a file sent along. */
  readTransferFile(file: SentFile): Promise<Transfer>;
}

/** Parts of the store commands may ask for. */
export type StorePart = "articles" | "digests" | "feeds" | "holds" | "notes" | "outbox" | "subscriptions" | "traces";
export type ServiceName = keyof CommandServices;

/** A command is given these and no others. */
export interface Needs<Part extends StorePart, Service extends ServiceName> {
  readonly store?: readonly Part[];
  readonly services?: readonly Service[];
}

/** What a press of a button comes with: what every request has, and what the command needs. */
export type PressRequest<Part extends StorePart = never, Service extends ServiceName = never> = {
  /** Words the answer in the language of its readers. */
  readonly say: Say;
  /** That of the readers, for what is shown to them; the setting may name one the bot does not speak. */
  readonly language: string;
  readonly destination: Destination;
  /** The whole the destination lies in (a Discord server, a Telegram chat); null where there is none. */
  readonly server: string | null;
  readonly actor: Actor;
  readonly now: Date;
  readonly onProgress: (text: string) => Promise<void>;
  readonly store: Pick<Store, Part>;
} & Pick<CommandServices, Service>;

export type CommandRequest<
  T extends OptionDrafts,
  Part extends StorePart = never,
  Service extends ServiceName = never,
> = PressRequest<Part, Service> & { readonly options: OptionValues<T> };

export interface NamedPostButton {
  /** Key of the label, and what fills its gaps. */
  readonly labelKey: "follow.speaker" | "follow.story";
  readonly labelValues?: Readonly<Record<string, string>>;
  readonly rest: string;
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
  readonly needs?: Needs<StorePart, ServiceName>;
  run(request: CommandRequest<T, StorePart, ServiceName>): Promise<Reply>;
  /** What the words after the command would do, shown while they are typed where a platform can; it changes nothing. */
  draft?(typed: string, request: PressRequest<StorePart, ServiceName>): Promise<Reply>;
  /** Key of the label of a button under each post ("More quotes"); pressing it comes to press with `article:<id>`. */
  readonly postButton?: string;
  /** Posts that have what the button is about; all when absent. */
  hasPostButton?(post: Post): boolean;
  /** Under a post that has no other buttons, too: what it leads to is owed to whoever reads the post. */
  readonly keepsPostButton?: boolean;
  /** Further buttons under a post that has what they are about; pressing one comes to press with `article:<id>:<rest>`. */
  postButtons?(post: Post): readonly NamedPostButton[];
  /** Buttons whose id begins `v1:<name>:` come here with the rest of the id. */
  press?(rest: string, request: PressRequest<StorePart, ServiceName>): Promise<Reply>;
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
