/** What every chat platform offers, and what it may ask of the program. */

import type { Digest } from "./digest.ts";
import type { DeliveryId } from "./id.ts";
import type { Post, Reply } from "./post.ts";
import type { Language } from "./say.ts";
import type { SentFile } from "./sent-file.ts";
import type { Destination, PlatformName, Sender, SendResult } from "./subscription.ts";

/** The person who used a command. */
export interface Actor {
  readonly id: string;
  /** May change what the channel is subscribed to; checked by the platform at each use. */
  readonly isManager: boolean;
  /** BCP 47 tag of the person's interface, null when the platform does not say. */
  readonly locale: string | null;
  /** What is counted against limits of their own, where that is not the person; the id when absent. */
  readonly throttleId?: string;
  /** It is the place itself that speaks, such as an administrator who stays unnamed: what it asked is the place's. */
  readonly isPlace?: boolean;
}

export type RawValue = string | number | boolean | SentFile;
/** Option values as they arrived: text from typed commands, typed by Discord; files as what can be read. */
export type RawValues = Readonly<Record<string, RawValue>>;

/** One use of a command. */
export interface Invocation {
  readonly commandName: string;
  readonly rawOptions: RawValues;
  readonly destination: Destination;
  /** The platform's id of the whole the destination lies in; absent or null where there is none. */
  readonly server?: string | null;
  readonly actor: Actor;
  /** True where nobody else sees any answer: a chat of the person's own, or answers only they are shown. */
  readonly isPrivate?: boolean;
  /** Shows progress while a slow command runs; does nothing where the platform cannot. */
  readonly onProgress?: (text: string) => Promise<void>;
}

/** What a person wrote that is no command. */
export interface Heard extends Omit<Invocation, "commandName" | "rawOptions"> {
  readonly text: string;
}

/** One press of an action button. */
export interface ButtonPress {
  readonly buttonId: string;
  readonly destination: Destination;
  /** Server and privacy as in an invocation. */
  readonly server?: string | null;
  readonly actor: Actor;
  readonly isPrivate?: boolean;
}

/** One moment of completion: what has been typed so far into one option. */
export interface CompletionQuery {
  readonly commandName: string;
  readonly optionName: string;
  readonly typed: string;
  readonly destination: Destination;
  /** The person's, as in an actor. */
  readonly locale?: string | null;
}

/** One moment of a line being typed: the command, and all that stands after it. */
export interface Draft {
  readonly commandName: string;
  readonly typed: string;
  readonly destination: Destination;
  readonly actor: Actor;
}

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Whether the whole program works, and what is wrong with it, a sentence each. */
export interface Health {
  readonly ok: boolean;
  readonly reasons: readonly string[];
  /** What another process does now, and this one would take over. */
  readonly standingBy?: readonly string[];
}

/** What a platform asks of the program. Always answers: failures come back worded, never thrown. */
export interface Answer {
  reply(invocation: Invocation): Promise<Reply>;
  press(press: ButtonPress): Promise<Reply>;
  /** Words of a person's own: answered where what they mean is certain, else with what can be pressed. Absent: nobody listens. */
  hear?(heard: Heard): Promise<Reply>;
  /** At most 25, from memory or an index, within a second. */
  complete(query: CompletionQuery): Promise<readonly Choice[]>;
  /** What a line would do, without doing it; null for a command that has no such thing. Absent: for none. */
  draft?(draft: Draft): Promise<Reply | null>;
  /** The bot was removed from, or a person deleted, a destination (or all under a prefix such as a guild). */
  left(destinations: readonly Destination[]): Promise<void>;
  /** The bot was added to, or let back into, a destination (or all under a prefix). */
  joined?(destinations: readonly Destination[]): Promise<void>;
  /** Destinations that refused the bot and are on hold. */
  listHeld?(platform: PlatformName): Promise<readonly Destination[]>;
  /** Who is asked for as sender of posts there by subscriptions that stand, each once. Absent: nobody knows. */
  listSenders?(destination: Destination): Promise<readonly Sender[]>;
  /** The language for what a platform says there itself to one person, whose locale is given. English when absent. */
  chooseLanguage?(destination: Destination, locale: string | null): Promise<Language>;
  /** The platform gave the same place a new address. */
  moved(from: Destination, to: Destination): Promise<void>;
  /** Told to those who watch over the program. All is well when absent. */
  health?(): Promise<Health>;
}

/** What is written down before a message leaves. */
export interface Leaving {
  /** To find it again by, should its answer be lost; null where there is nothing to go by. */
  readonly mark: string | null;
  /** Whatever left before it has surely not arrived. */
  readonly isFirst: boolean;
}

/** What an outlet is known by: its name, and the picture its feed gives of it. */
export interface Masthead {
  readonly name: string;
  readonly pictureUrl: string | null;
}

export interface SendOptions {
  readonly isSilent?: boolean;
  readonly isCompact?: boolean;
  /** A role told of the post, where the platform has roles. */
  readonly mentionRoleId?: string | null;
  /** Whose name and picture stand above the post, where the platform can; the bot's when null or absent. */
  readonly outlet?: Masthead | null;
  /** Set when an earlier try may have arrived; a platform that can look for it does so before sending again. */
  readonly firstSentAt?: Date | null;
  /** The mark of that earlier try. */
  readonly leftAfter?: string | null;
  /** It may leave once more although the earlier try can neither be found nor ruled out. */
  readonly mayDouble?: boolean;
  /** Told before the first byte leaves, by platforms that tell it; false means: do not send. */
  readonly onLeaving?: (leaving: Leaving) => Promise<boolean>;
}

/** A post sent by an earlier run, shown again by a platform that keeps none itself. */
export interface RecalledPost {
  readonly destination: Destination;
  readonly messageId: string;
  readonly post: Post | Digest;
  readonly isCompact: boolean;
  readonly sentAt: Date;
}

/** Which of a platform's two sides this process does. */
export interface Duty {
  /** It answers people. */
  readonly answers: boolean;
  /** It sends what is owed. */
  readonly sends: boolean;
}

export const FULL_DUTY: Duty = { answers: true, sends: true };

export interface Platform {
  readonly name: PlatformName;
  /** It calls onLeaving when a post leaves, perhaps after waiting for its turn, and decides itself what is in doubt. */
  readonly tellsLeaving?: boolean;
  /** Resolves once commands are answered and posts can be sent. Rejects with a sentence naming what to mend. */
  start(answer: Answer): Promise<void>;
  /** The delivery id becomes the nonce where the platform has one. Never rejects. */
  send(
    destination: Destination,
    post: Post | Digest,
    deliveryId: DeliveryId,
    options?: SendOptions,
  ): Promise<SendResult>;
  /** True when the digest is shown whole in one message there; a longer one is sent in parts, or shortened. */
  fitsDigest(digest: Digest, destination: Destination): boolean;
  /**
   * Says something unasked, once, in one message; the key, of letters, digits and hyphens, becomes the nonce where the
   * platform has one. Never rejects.
   */
  say(destination: Destination, reply: Reply, key: string, options?: SendOptions): Promise<SendResult>;
  /** Changes a post already sent. "sent" when it now shows the given post. */
  edit(destination: Destination, messageId: string, post: Post, options?: SendOptions): Promise<SendResult>;
  /** Shows a post sent there to those who follow the channel, too; absent where channels are not followed. */
  crosspost?(destination: Destination, messageId: string): Promise<SendResult>;
  /** Where people see what was sent; null where the platform has no link for it. The server as in an invocation. */
  linkTo(destination: Destination, messageId: string, server: string | null): string | null;
  /** No new work, what runs is finished or given up after a few seconds. Safe to call twice. */
  stop(): Promise<void>;
  /** What it remembers itself of a place is gone from now on; absent where it remembers nothing. */
  emptyPlace?(destination: Destination): void;
  /** Where people open it in a browser, known once it is started; absent where there is no such place. */
  url?(): string;
  /** Where one lets the bot into a server or chat, known once it is connected; absent where nobody need. */
  invite?(): string | null;
  /** Null when it works; else one sentence on what is wrong. Used by health checks and `doctor`. */
  health(): string | null;
  /** False while another process sends there: nothing is claimed for it here. Always when absent. */
  isSending?(): boolean;
  /** True while another process has it and this one would take over. Never when absent. */
  isStandingBy?(): boolean;
}

/** The parts of a logger every folder may use. Never given tokens or message texts. */
export interface Log {
  debug(facts: Readonly<Record<string, unknown>>, event: string): void;
  info(facts: Readonly<Record<string, unknown>>, event: string): void;
  warn(facts: Readonly<Record<string, unknown>>, event: string): void;
  error(facts: Readonly<Record<string, unknown>>, event: string): void;
}

export const SILENT_LOG: Log = { debug() {}, info() {}, warn() {}, error() {} };
