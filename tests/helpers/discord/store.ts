/** What the Discord emulator holds: servers, channels, people, messages, interactions, commands, and every call made. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

const EPOCH_MS = 1_420_070_400_000n;
let counter = 0n;

/** Ids grow with time, as Discord's do, and are 19 digits long. */
export function createId(): string {
  counter += 1n;
  return String(((BigInt(Date.now()) - EPOCH_MS) << 22n) | (counter & 0x3fffffn));
}

export const toTime = (id: string): number => Number((BigInt(id) >> 22n) + EPOCH_MS);

export const PERMISSIONS = {
  MANAGE_GUILD: 1n << 5n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  MANAGE_MESSAGES: 1n << 13n,
  MANAGE_WEBHOOKS: 1n << 29n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
} as const;

const P = PERMISSIONS;
export const POSTING_PERMISSIONS =
  P.VIEW_CHANNEL |
  P.SEND_MESSAGES |
  P.EMBED_LINKS |
  P.ATTACH_FILES |
  P.READ_MESSAGE_HISTORY |
  P.CREATE_PUBLIC_THREADS |
  P.SEND_MESSAGES_IN_THREADS;

export const CHANNEL_TYPES = {
  text: 0,
  dm: 1,
  announcement: 5,
  announcementThread: 10,
  thread: 11,
  privateThread: 12,
  forum: 15,
  media: 16,
} as const;

export type ChannelTypeName = keyof typeof CHANNEL_TYPES;

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly isMentionable: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly botRoleId: string;
  /** Beside the bot's own and @everyone, whose id is the server's. */
  readonly roles: Role[];
  isMember: boolean;
}

export interface ForumTag {
  readonly id: string;
  readonly name: string;
  readonly moderated: boolean;
}

export interface Channel {
  readonly id: string;
  readonly guildId: string | null;
  readonly parentId: string | null;
  readonly ownerId: string | null;
  readonly type: number;
  readonly name: string;
  readonly tags: readonly ForumTag[];
  readonly isTagRequired: boolean;
  appliedTags: readonly string[];
  /** What the bot may do there. */
  permissions: bigint;
  isArchived: boolean;
  isLocked: boolean;
  /** The person a direct message is with. */
  readonly recipientId?: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly isManager: boolean;
  /** Takes no direct messages. */
  isClosed?: boolean;
}

export interface Embed {
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
  readonly author?: { readonly name: string };
  readonly footer?: { readonly text: string };
  readonly thumbnail?: { readonly url: string };
  readonly image?: { readonly url: string };
  readonly fields?: readonly { readonly name: string; readonly value: string }[];
}

export interface ButtonData {
  readonly type: 2;
  readonly style: number;
  readonly label?: string;
  readonly custom_id?: string;
  readonly url?: string;
}

export interface Webhook {
  readonly id: string;
  readonly token: string;
  readonly channelId: string;
  readonly name: string;
  /** The program that made it; null for one a person made. */
  readonly applicationId: string | null;
}

/** A file of a message; a picture with its bytes, and with the text that stands for it. */
export interface SentPart {
  readonly name: string;
  readonly text: string;
  readonly bytes?: Uint8Array;
  readonly description?: string;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  /** The webhook's id for a message of one. */
  readonly authorId: string;
  /** Set on a webhook's message: what stands above it. */
  readonly face?: {
    readonly webhookId: string;
    readonly applicationId: string | null;
    readonly name: string;
    readonly avatarUrl: string | null;
  };
  content: string;
  embeds: readonly Embed[];
  components: readonly { readonly type: 1; readonly components: readonly ButtonData[] }[];
  files: readonly SentPart[];
  flags: number;
  nonce: string | null;
  /** Who was pinged: "everyone", or ids of people and roles. */
  pings: readonly string[];
  isDeleted: boolean;
  isCrossposted: boolean;
  editCount: number;
  /** The person whose command or button it answers. */
  readonly askedBy: string | null;
}

/** The answer to a command or button as a person sees it. */
export interface ShownReply extends Message {
  readonly isEphemeral: boolean;
  readonly followups: readonly Message[];
  /** What was shown while the command was running. */
  readonly progress: readonly string[];
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly channelId: string;
  readonly userId: string;
  /** The message whose button was pressed. */
  readonly sourceId: string | null;
  state: "new" | "deferred" | "answered" | "expired";
  messageId: string | null;
  readonly followups: Message[];
  readonly progress: string[];
  readonly settle: (result: { readonly messageId?: string; readonly choices?: Json; readonly error?: Error }) => void;
}

/** One request, in the form the validator of recorded calls takes. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: Json;
}

export const FLAGS = { suppressEmbeds: 4, ephemeral: 64, loading: 128, suppressNotifications: 4096 } as const;

export function createStore(token: string) {
  const applicationId = createId();
  return {
    token,
    applicationId,
    botId: applicationId,
    guilds: new Map<string, Guild>(),
    channels: new Map<string, Channel>(),
    people: new Map<string, Person>(),
    messages: new Map<string, Message>(),
    webhooks: new Map<string, Webhook>(),
    interactions: new Map<string, Interaction>(),
    commands: [] as readonly JsonObject[],
    /** Of one server only, by its id. */
    guildCommands: new Map<string, readonly JsonObject[]>(),
    /** How often commands were registered; Discord counts it. */
    registrationCount: 0,
    calls: [] as Call[],
    /** Nonces Discord still knows, by author's nonce. */
    nonces: new Map<string, string>(),
  };
}

export type EmulatorStore = ReturnType<typeof createStore>;

export const isEphemeral = (message: Message): boolean => (message.flags & FLAGS.ephemeral) !== 0;

/** What everybody in a channel sees, oldest first. */
export function listMessages(store: EmulatorStore, channelId: string): readonly Message[] {
  return [...store.messages.values()].filter(
    (message) =>
      message.channelId === channelId &&
      !message.isDeleted &&
      !isEphemeral(message) &&
      (message.flags & FLAGS.loading) === 0,
  );
}

export const isThread = (channel: Channel): boolean => channel.type >= 10 && channel.type <= 12;
export const isForum = (channel: Channel): boolean => channel.type === 15 || channel.type === 16;
