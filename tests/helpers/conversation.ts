/** The same person on any platform: types a line, presses a button, reads what is shown and what was posted. */

import { COMMANDS } from "../../commands/index.ts";
import { FILE_BYTES_MAX } from "../../src/domain/sent-file.ts";
import type { Destination, PlatformName } from "../../src/domain/subscription.ts";
import { isPostButton } from "../../src/messages/post-buttons.ts";
import { readArguments, readTypedCommand } from "../../src/typed/typed-command.ts";
import type { OptionInput } from "./discord/command-rules.ts";
import { readMessage } from "./discord/shown.ts";
import type { ShownReply as DiscordReply, Message } from "./discord/store.ts";
import type { HeldFile } from "./sent-file.ts";
import type { StoredMessage } from "./telegram/world.ts";
import type { WholeApp } from "./whole-app.ts";

/** An answer as its reader sees it; read anew at each call, because further messages may follow. */
export interface Shown {
  text(): string;
  buttons(): readonly string[];
  /** The file that came with it; null while there is none. */
  file(): Promise<HeldFile | null>;
  /** The picture that came with it, with the words that stand for it; null while there is none. */
  picture(): Promise<ShownPicture | null>;
}

export interface ShownPicture {
  readonly bytes: Uint8Array;
  readonly alt: string;
}

export interface Conversation {
  readonly platform: PlatformName;
  readonly destination: Destination;
  readonly personId: string;
  /** Null when the client itself does not let a person send that. */
  type(line: string, file?: HeldFile): Promise<Shown | null>;
  /** Presses a button of the answer shown last. */
  press(label: string): Promise<Shown>;
  /** The texts of the posts that came by themselves. */
  posts(): Promise<readonly string[]>;
}

export interface ConversationOptions {
  /** May manage the place; the web page knows no other. True when not given. */
  readonly isManager?: boolean;
}

interface WebReply {
  readonly text: string;
  readonly posts?: readonly unknown[];
  readonly lists?: readonly unknown[];
  readonly file?: { readonly name: string; readonly url: string } | null;
  readonly card?: { readonly url: string; readonly alt: string } | null;
  readonly buttons?: readonly (readonly { readonly kind: string; readonly label: string; readonly id?: string }[])[];
}

/** What defuses accidental mentions and commands is not seen. */
const toSeen = (text: string): string => text.replace(/[\u200b-\u200d\u2060]/g, "");

/** Every text of a JSON value, in order. */
function readTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(readTexts);
}

/** As the page sends it: what is too large is kept back. */
const toPageFile = ({ name, bytes, contentType = "", statedBytes }: HeldFile): object => {
  const size = statedBytes ?? bytes.length;
  return {
    name,
    type: contentType,
    size,
    base64: size > FILE_BYTES_MAX ? null : Buffer.from(bytes).toString("base64"),
  };
};

function openOnWeb(whole: WholeApp, id: number): Conversation {
  const room = `room-${id}`;
  let last: WebReply = { text: "" };
  const post = async (path: string, body: object): Promise<Shown> => {
    const response = await fetch(`${whole.app.webUrl()}api/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ room, client: `client-${id}`, ...body }),
    });
    if (!response.ok) throw new Error(`The page was refused: ${response.status} ${await response.text()}`);
    const reply = (await response.json()) as WebReply;
    last = reply;
    return {
      text: () => [reply.text, ...readTexts(reply.posts), ...readTexts(reply.lists)].join("\n"),
      buttons: () => (reply.buttons ?? []).flat().map((button) => button.label),
      async file() {
        const { file } = reply;
        if (file === undefined || file === null) return null;
        const sent = await fetch(new URL(file.url, whole.app.webUrl() ?? ""));
        return { name: file.name, bytes: Buffer.from(await sent.arrayBuffer()) };
      },
      async picture() {
        if (reply.card === undefined || reply.card === null) return null;
        const sent = await fetch(new URL(reply.card.url, whole.app.webUrl() ?? ""));
        return { bytes: Buffer.from(await sent.arrayBuffer()), alt: reply.card.alt };
      },
    };
  };
  return {
    platform: "web",
    destination: { platform: "web", address: room },
    personId: `client-${id}`,
    type: (line, file) => post("command", { text: line, file: file === undefined ? null : toPageFile(file) }),
    press: (label) => {
      const button = (last.buttons ?? []).flat().find((each) => each.label === label);
      if (button?.id === undefined) throw new Error(`There is no button ${label} on the page.`);
      return post("press", { buttonId: button.id, label });
    },
    posts: async () => (await whole.webArrivals(room)).map((each) => readTexts(each).join("\n")),
  };
}

/** Options as Discord's client types them. */
function toInputs(
  line: string,
  roles: { readonly everyone: string; readonly mentioned: string },
): { readonly name: string; readonly values: Readonly<Record<string, OptionInput>> } {
  const typed = readTypedCommand(line, null);
  const command = COMMANDS.find((each) => each.name === typed?.name);
  if (typed === null || command === undefined) throw new Error(`Discord's client knows no ${line}.`);
  const values: Record<string, OptionInput> = {};
  for (const [name, raw] of Object.entries(readArguments(command, typed.rest))) {
    const type = command.options[name]?.field.type;
    const isNumber = type === "integer" && /^-?\d+$/.test(String(raw));
    // Roles are picked from a list, where "none" is the one that everybody has.
    if (type === "role" && raw === "none") values[name] = roles.everyone;
    else if (type === "role" && /^<@&\d+>$/.test(String(raw))) values[name] = roles.mentioned;
    else if (isNumber) values[name] = Number(raw);
    else values[name] = type === "boolean" && /^(yes|no)$/.test(String(raw)) ? raw === "yes" : String(raw);
  }
  return { name: typed.name, values };
}

const CLIENT_REFUSES = /Discord's client (?:refuses|knows no)|is not offered|asks for/;

function openOnDiscord(whole: WholeApp, guildId: string, isManager: boolean): Conversation {
  const channelId = whole.discord.addChannel(guildId, { name: "news" });
  const personId = whole.discord.addPerson({ isManager });
  const roleId = whole.discord.addRole(guildId);
  let last: DiscordReply | null = null;
  const show = (reply: DiscordReply): Shown => {
    last = reply;
    const all = (): readonly Message[] => [reply, ...reply.followups];
    return {
      text: () => all().map(readMessage).join("\n"),
      buttons: () =>
        all()
          .flatMap((message) => message.components.flatMap((row) => row.components))
          .map((button) => button.label ?? ""),
      async file() {
        const file = all().flatMap((message) => message.files)[0];
        return file === undefined ? null : { name: file.name, bytes: Buffer.from(file.text) };
      },
      async picture() {
        const file = all()
          .flatMap((message) => message.files)
          .findLast(({ bytes }) => bytes !== undefined);
        return file?.bytes === undefined ? null : { bytes: file.bytes, alt: file.description ?? "" };
      },
    };
  };
  return {
    platform: "discord",
    destination: { platform: "discord", address: channelId },
    personId,
    async type(line, file) {
      try {
        const { name, values } = toInputs(line, { everyone: guildId, mentioned: roleId });
        const given = file === undefined ? values : { ...values, file };
        return show(await whole.discord.runCommand(channelId, personId, name, given));
      } catch (error) {
        if (error instanceof Error && CLIENT_REFUSES.test(error.message)) return null;
        throw error;
      }
    },
    async press(label) {
      const holder = [last, ...(last?.followups ?? [])].find((message) =>
        message?.components.some((row) => row.components.some((button) => button.label === label)),
      );
      if (holder === undefined || holder === null) throw new Error(`There is no button ${label} on Discord.`);
      return show(await whole.discord.press(holder, personId, label));
    },
    posts: async () =>
      whole.discord
        .messages(channelId)
        .filter((message) => message.askedBy === null && !message.isDeleted)
        .map(readMessage),
  };
}

/** Posts come by themselves, also between an answer's messages. */
export const isPost = ({ buttons }: StoredMessage): boolean =>
  buttons.flat().some(({ callback_data: data }) => data !== undefined && isPostButton(data));

function openOnTelegram(whole: WholeApp, id: number, isManager: boolean): Conversation {
  const personId = 10_000 + id;
  // A private chat is its person's own; elsewhere the administrators manage.
  const chatId = isManager
    ? personId
    : whole.telegram.addChat({ type: "supergroup", members: { [personId]: { status: "member" } } });
  const answered = new Set<number>();
  let last: StoredMessage | null = null;
  const show = (message: StoredMessage): Shown => {
    last = message;
    const all = () =>
      whole.telegram
        .messages(chatId)
        .filter(
          (each) => each.isFromBot && (each === message || (each.message_id > message.message_id && !isPost(each))),
        );
    for (const each of all()) answered.add(each.message_id);
    return {
      text: () =>
        toSeen(
          all()
            .map((each) => each.text)
            .join("\n"),
        ),
      buttons: () => all().flatMap((each) => each.buttons.flat().map((button) => button.text)),
      async file() {
        const file = all().find((each) => each.file !== null)?.file;
        return file === undefined || file === null ? null : { name: file.fileName, bytes: Buffer.from(file.text) };
      },
      async picture() {
        const holder = all().find((each) => each.picture != null);
        return holder?.picture == null ? null : { bytes: holder.picture.bytes, alt: toSeen(holder.text) };
      },
    };
  };
  return {
    platform: "telegram",
    destination: { platform: "telegram", address: String(chatId) },
    personId: String(personId),
    type: async (line, file) =>
      show(await whole.telegram.type(chatId, personId, line, file === undefined ? {} : { file })),
    async press(label) {
      const holder = whole.telegram
        .messages(chatId)
        .filter((each) => each.message_id >= (last?.message_id ?? 0))
        .find((each) => each.buttons.flat().some((button) => button.text === label));
      if (holder === undefined) throw new Error(`There is no button ${label} on Telegram.`);
      const answer = await whole.telegram.press(holder, label, personId);
      // A post that comes in between is no answer: that stands in the message itself, or behind it.
      return show(isPost(answer) ? holder : answer);
    },
    posts: async () =>
      whole.telegram
        .messages(chatId)
        .filter((each) => each.isFromBot && !answered.has(each.message_id))
        .map((each) => each.text),
  };
}

/** Opens fresh places, so that no conversation sees another's subscriptions or meets its limits. */
export function createConversations(whole: WholeApp) {
  let count = 0;
  const guildId = whole.discord.addGuild("Harbor watchers");
  return (platform: PlatformName, { isManager = true }: ConversationOptions = {}): Conversation => {
    count += 1;
    switch (platform) {
      case "web":
        return openOnWeb(whole, count);
      case "discord":
        return openOnDiscord(whole, guildId, isManager);
      case "telegram":
        return openOnTelegram(whole, count, isManager);
    }
  };
}
