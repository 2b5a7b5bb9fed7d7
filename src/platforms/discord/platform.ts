/** Discord as a platform: connects with discord.js, registers commands, answers people, sends and edits posts. */

import { type Client, Events, GatewayDispatchEvents, RESTEvents } from "discord.js";
import type { Command } from "../../domain/command.ts";
import { toMessage } from "../../domain/errors.ts";
import type { NoteStore } from "../../domain/note-store.ts";
import { type Answer, type Duty, FULL_DUTY, type Log, type Platform } from "../../domain/platform.ts";
import type { Button, Post } from "../../domain/post.ts";
import type { Say } from "../../domain/say.ts";
import { type FetchFile, NO_FILES } from "../../domain/sent-file.ts";
import { type Destination, type SendResult, toDestinationKey } from "../../domain/subscription.ts";
import { toPostButtons, toRows } from "../../messages/post-buttons.ts";
import { BUTTONS_PER_ROW_MAX } from "./buttons.ts";
import { findChannelFacts, listWithThreads, toInviteUrl, toMessageLink } from "./channels.ts";
import { createClient, createRestWithoutRetries } from "./client.ts";
import type { CommandIds } from "./command-links.ts";
import { createDirect } from "./direct.ts";
import { createFiles } from "./files.ts";
import { createInteractionHandler } from "./interactions.ts";
import { registerCommands } from "./register.ts";
import { fitsDigest, fitsPlainDigest } from "./render-digest.ts";
import { createSender, type Sender } from "./sender.ts";
import { isAboutChannel, toDestination } from "./slash-commands.ts";
import { describeStartFailure } from "./start-failure.ts";
import { createTidy, type Tidy } from "./webhooks/tidy.ts";
import { createWebhookMessages } from "./webhooks/webhook-messages.ts";
import { createWebhooks } from "./webhooks/webhooks.ts";

const STOP_TIMEOUT_MS = 3000;
/** Discord answers a farewell at once; a dead connection would not. */
const FAREWELL_TIMEOUT_MS = 1000;
/** Discord lets a bot connect within seconds; a network that swallows packets would let us wait for ever. */
const START_TIMEOUT_MS = 60_000;
const NOT_CONNECTED_WAIT_MS = 5000;
/** Half of the refusals Discord takes in ten minutes before it turns a whole address away. */
const INVALID_REQUESTS_MAX = 5000;
/** Webhooks nobody asks for any more are looked for so often, besides after each command. */
const TIDY_MS = 60 * 60 * 1000;

export interface DiscordDependencies {
  readonly token: string;
  /** The API's address without a version, such as an emulator's; Discord's own when absent. */
  readonly apiUrl?: string;
  readonly commands: readonly Command[];
  /** Buttons under each post; those the commands offer when absent. */
  readonly postButtons?: (post: Post, isCompact: boolean) => readonly (readonly Button[])[];
  readonly log: Log;
  readonly clock: () => Date;
  readonly fetchFile?: FetchFile;
  /** Remembers which commands are registered. */
  readonly notes?: Pick<NoteStore, "get" | "set">;
  /** Without answers another process does what people ask, on a connection of its own. */
  readonly duty?: Duty;
  readonly stopTimeoutMs?: number;
  readonly requestTimeoutMs?: number;
}

/** What there is between start and stop. */
interface Session {
  readonly client: Client;
  readonly sender: Sender;
  readonly tidy: Tidy;
  readonly timer: NodeJS.Timeout;
}

/** Waits for work, but not longer than given. */
async function withTimeout(work: Promise<unknown>, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeoutMs);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}

/** Work under way, so that a stop can wait for it. */
function createTracker() {
  const running = new Set<Promise<unknown>>();
  return {
    track<T>(work: Promise<T>): Promise<T> {
      running.add(work);
      const forget = (): void => void running.delete(work);
      work.then(forget, forget);
      return work;
    },
    settle: (timeoutMs: number): Promise<void> => withTimeout(Promise.allSettled([...running]), timeoutMs),
  };
}

async function connect(client: Client, token: string): Promise<Client<true>> {
  let timer: NodeJS.Timeout | undefined;
  // Attached before login, because it can come before login has returned.
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const closed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("Discord did not let the bot in within a minute.")), START_TIMEOUT_MS);
    client.once(Events.ShardDisconnect, (event) => reject(Object.assign(new Error("closed"), { code: event.code })));
  });
  try {
    const [readyClient] = await Promise.race([Promise.all([ready, client.login(token)]), closed]);
    return readyClient;
  } finally {
    clearTimeout(timer);
    closed.catch(() => undefined);
  }
}

export function createDiscord(dependencies: DiscordDependencies): Platform {
  const { token, log, clock, duty = FULL_DUTY } = dependencies;
  const apiUrl = dependencies.apiUrl ?? null;
  const settings = {
    apiUrl,
    ...(dependencies.requestTimeoutMs === undefined ? {} : { requestTimeoutMs: dependencies.requestTimeoutMs }),
  };
  const work = createTracker();
  let session: Session | null = null;
  let stopping: Promise<void> | null = null;
  let closeReason: string | null = null;
  let commandIds: CommandIds = new Map();

  function createSession(client: Client<true>, answer: Answer): Session {
    const restOnce = createRestWithoutRetries(settings, token);
    const webhooks = createWebhooks({ client, restOnce, log });
    const tidy = createTidy({
      applicationId: client.application.id,
      notes: answer.listSenders === undefined ? null : (dependencies.notes ?? null),
      webhooks,
      listSenders: async (placeId) => (await answer.listSenders?.(toDestination(placeId))) ?? [],
      clock,
      log,
    });
    const webhookMessages = createWebhookMessages({ client, restOnce, webhooks, noteUse: tidy.note });
    const postButtons =
      dependencies.postButtons ??
      ((...shown: [Post, boolean]) => toRows(toPostButtons(dependencies.commands, ...shown), BUTTONS_PER_ROW_MAX));
    const sender = createSender({
      client,
      restOnce,
      webhookMessages,
      postButtons,
      commandIds: () => commandIds,
      log,
      clock,
    });
    client.rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
      log.warn({ platform: "discord", count }, "many_requests_refused");
      if (count >= INVALID_REQUESTS_MAX) sender.pause(remainingTime);
    });
    const timer = setInterval(() => void work.track(tidy.run()), TIDY_MS);
    timer.unref();
    return { client, sender, tidy, timer };
  }

  /** The note says that it was said; it is forgotten with the chat. */
  async function greet(chatId: string, say: Say): Promise<boolean> {
    const note = `greeted:${toDestinationKey(toDestination(chatId))}`;
    if (session === null || ((await dependencies.notes?.get(note)) ?? null) !== null) return true;
    const reply = { text: say("discord.directHello"), language: say.language };
    const { outcome } = await session.sender.say(chatId, reply, "hello", {});
    if (outcome === "sent") await dependencies.notes?.set(note, "true", clock());
    return outcome !== "forbidden" && outcome !== "gone";
  }

  function listenToPeople(client: Client, answer: Answer): void {
    const aboutChannel = new Set(dependencies.commands.filter(isAboutChannel).map(({ name }) => name));
    const handle = createInteractionHandler({
      answer,
      toSentFile: createFiles(dependencies.fetchFile ?? NO_FILES, apiUrl),
      isAboutChannel: (name) => aboutChannel.has(name),
      openDirect: createDirect(client),
      greet,
      commandIds: () => commandIds,
      onAnswered: async (channelId) => session?.tidy.run(channelId),
      log,
    });
    const tell = (
      channelIds: readonly string[],
      to: ((places: readonly Destination[]) => Promise<void>) | undefined,
    ) => {
      if (to === undefined || channelIds.length === 0) return;
      const told = to(channelIds.map(toDestination)).catch((error: unknown) => {
        log.error({ platform: "discord", error: toMessage(error) }, "destination_change_not_noted");
      });
      void work.track(told);
    };
    const leave = (channelIds: readonly string[]): void => tell(channelIds, (places) => answer.left(places));
    const join = (channelIds: readonly string[]): void => tell(channelIds, answer.joined?.bind(answer));
    const regain = (guildId: string): void => join(session?.sender.takeRegained(guildId) ?? []);
    client.on(Events.InteractionCreate, (interaction) => {
      if (stopping === null) void work.track(handle(interaction));
    });
    // Read from the gateway, because discord.js has emptied the server's channels when its own event comes.
    client.ws.on(GatewayDispatchEvents.GuildDelete, (data: { readonly id: string; readonly unavailable?: boolean }) => {
      const guild = client.guilds.cache.get(data.id);
      // A server that is unavailable for a while comes back.
      if (guild !== undefined && data.unavailable !== true) leave([...guild.channels.cache.keys()]);
    });
    client.on(Events.ChannelDelete, (channel) => leave(listWithThreads(channel)));
    client.on(Events.ThreadDelete, (thread) => leave([thread.id]));
    client.on(Events.GuildCreate, (guild) => join([...guild.channels.cache.keys()]));
    client.on(Events.ChannelUpdate, (_, channel) => {
      if (!channel.isDMBased()) regain(channel.guildId);
    });
    client.on(Events.ThreadUpdate, (_, thread) => {
      if (thread.locked !== true) regain(thread.guildId);
    });
    client.on(Events.GuildRoleUpdate, (_, role) => regain(role.guild.id));
    client.on(Events.GuildMemberUpdate, (_, member) => regain(member.guild.id));
  }

  function listen(client: Client): void {
    client.on(Events.Error, (error) => log.error({ platform: "discord", error: toMessage(error) }, "client_error"));
    client.on(Events.ShardError, (error) =>
      log.warn({ platform: "discord", error: toMessage(error) }, "gateway_error"),
    );
    client.on(Events.ShardDisconnect, (event) => {
      closeReason = describeStartFailure(Object.assign(new Error("closed"), { code: event.code }));
      log.error({ platform: "discord", code: event.code }, "gateway_closed");
    });
    client.on(Events.Invalidated, () => {
      closeReason = "Discord ended the session: restart the bot.";
    });
  }

  async function start(answer: Answer): Promise<void> {
    const client = createClient(settings);
    listen(client);
    if (duty.answers) listenToPeople(client, answer);
    let ready: Client<true>;
    try {
      ready = await connect(client, token);
    } catch (error) {
      await client.destroy();
      throw new Error(describeStartFailure(error), { cause: error });
    }
    closeReason = null;
    session = createSession(ready, answer);
    void work.track(session.tidy.run());
    session.sender.noteRefused((await answer.listHeld?.("discord"))?.map(({ address }) => address) ?? []);
    const invite = toInviteUrl(ready.application.id);
    log.info(
      { platform: "discord", bot: ready.user.tag, serverCount: ready.guilds.cache.size, invite },
      "platform_connected",
    );
    const { commands, notes = null } = dependencies;
    if (duty.answers) commandIds = await registerCommands({ client: ready, commands, notes, log, clock });
  }

  async function stop(): Promise<void> {
    if (session !== null) clearInterval(session.timer);
    await work.settle(dependencies.stopTimeoutMs ?? STOP_TIMEOUT_MS);
    if (session !== null) {
      const farewell = session.client.destroy().catch((error: unknown) => {
        log.warn({ platform: "discord", error: toMessage(error) }, "not_closed_cleanly");
      });
      await withTimeout(farewell, FAREWELL_TIMEOUT_MS);
    }
  }

  function withSender(use: (sender: Sender) => Promise<SendResult>): Promise<SendResult> {
    if (session === null || stopping !== null) {
      const reason = "Discord is not connected";
      return Promise.resolve({ outcome: "retry", afterMs: NOT_CONNECTED_WAIT_MS, reason });
    }
    return work.track(use(session.sender));
  }

  return {
    name: "discord",
    start,
    send: (destination, post, deliveryId, options = {}) =>
      withSender((sender) => sender.send(destination.address, post, deliveryId, options)),
    edit: (destination, messageId, post, options = {}) =>
      withSender((sender) => sender.edit(destination.address, messageId, post, options)),
    crosspost: ({ address }, messageId) => withSender((sender) => sender.crosspost(address, messageId)),
    say: (destination, reply, key, options = {}) =>
      withSender((sender) => sender.say(destination.address, reply, key, options)),
    fitsDigest(digest, { address }) {
      const facts = session === null ? null : findChannelFacts(session.client, address);
      return facts?.mayEmbed === false ? fitsPlainDigest(digest) : fitsDigest(digest);
    },
    linkTo({ address }, messageId, server) {
      const facts = session === null ? null : findChannelFacts(session.client, address);
      return toMessageLink(address, messageId, { kind: facts?.kind ?? "text", guildId: facts?.guildId ?? server });
    },
    invite() {
      const id = session?.client.application?.id;
      return id === undefined ? null : toInviteUrl(id);
    },
    stop() {
      stopping ??= stop();
      return stopping;
    },
    health() {
      if (session === null) return "Discord is not connected yet.";
      if (stopping !== null) return "Discord is stopped.";
      const isReady = session.client.isReady();
      return session.sender.problem() ?? closeReason ?? (isReady ? null : "Discord's gateway is not connected.");
    },
  };
}
