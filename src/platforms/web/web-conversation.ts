/** Runs what is typed and pressed on the page: shows the line, asks the program, shows its reply in the room. */

import { randomBytes } from "node:crypto";
import { createBoundedMap } from "../../domain/bounded-map.ts";
import { type Command, findFileOption } from "../../domain/command.ts";
import { toMessage } from "../../domain/errors.ts";
import type { Actor, Answer, Log } from "../../domain/platform.ts";
import type { Reply, ReplyFile } from "../../domain/post.ts";
import type { RoomLog } from "../../domain/processes/process-store.ts";
import type { Say } from "../../domain/say.ts";
import { fileTooLarge, type SentFile } from "../../domain/sent-file.ts";
import type { Destination } from "../../domain/subscription.ts";
import { findLanguage } from "../../messages/languages.ts";
import { sayIn } from "../../messages/say.ts";
import { readArguments, readTypedCommand } from "../../typed/typed-command.ts";
import { toShownCard } from "./cards.ts";
import { renderReply, shorten, type ToPicturePath } from "./render.ts";
import type { PageFile } from "./requests.ts";
import type { Rooms } from "./rooms.ts";
import type { ShownReply } from "./shown.ts";
import { type Suggestion, suggest } from "./suggest.ts";

/** Commands running at once, over all rooms. */
const RUNNING_MAX = 16;
const FILES_MAX = 20;
const FILE_LENGTH_MAX = 2_000_000;
const PROGRESS_LENGTH_MAX = 300;

export interface Said {
  readonly room: string;
  /** Stands for whoever asks, for as long as they are logged in, or sit at the same address. */
  readonly person: string;
  readonly client: string;
  /** What the browser asks for, null when that is nothing the bot speaks. */
  readonly locale: string | null;
  readonly text: string;
  readonly file: PageFile | null;
}

export interface Pressed {
  readonly room: string;
  readonly person: string;
  readonly client: string;
  readonly locale: string | null;
  readonly buttonId: string;
  readonly label: string;
}

export interface Talk {
  /**
   * Shows the line and then its reply, which it resolves with: to the one who asked alone where the reply is, else to
   * everybody once it is there. Null when too much is running already.
   */
  say(said: Said): Promise<ShownReply> | null;
  press(pressed: Pressed): Promise<ShownReply> | null;
  suggest(room: string, line: string, locale: string | null): Promise<readonly Suggestion[]>;
  /** What a line would do, as it is typed; null for one of which nothing can be shown. */
  draft(asked: Omit<Said, "client" | "file" | "text"> & { readonly line: string }): Promise<ShownReply | null>;
  /** What the page itself says in a room to a person. */
  chooseSay(room: string, locale: string | null): Promise<Say>;
  findFile(id: string): Promise<ReplyFile | null>;
  /** Files of a room's answers are kept no longer. */
  forgetFiles(room: string): void;
  /** Resolves when nothing runs any more. */
  settled(): Promise<void>;
}

interface TalkDependencies {
  readonly rooms: Rooms;
  /** Keeps the keys of this run's lines from being taken for those of another. */
  readonly run?: string;
  readonly commands: readonly Command[];
  readonly answer: Answer;
  readonly log: Log;
  readonly clock: () => Date;
  readonly toPicturePath?: ToPicturePath;
  /** Where other processes find files of answers given here. */
  readonly shared?: Pick<RoomLog, "keepFile" | "findFile">;
}

/**
 * Everyone who can open the page sits at this machine or knows its password, so everyone may change what a room is
 * subscribed to. A tab's own name makes nobody another person.
 */
const toActor = (person: string, locale: string | null): Actor => ({ id: `web-${person}`, isManager: true, locale });

const toRoom = (room: string): Destination => ({ platform: "web", address: room });

const toSentFile = ({ name, type, size, base64 }: PageFile): SentFile => ({
  name,
  contentType: type === "" ? null : type,
  sizeBytes: size,
  async read() {
    if (base64 === null) throw fileTooLarge();
    return Buffer.from(base64, "base64");
  },
});

export function createTalk(dependencies: TalkDependencies): Talk {
  const { rooms, run: ofRun = "line", commands, answer, log, clock, toPicturePath, shared } = dependencies;
  const running = new Set<Promise<ShownReply>>();
  const files = createBoundedMap<string, ReplyFile & { readonly room: string }>(FILES_MAX);
  let lineCount = 0;

  async function chooseSay(room: string, locale: string | null): Promise<Say> {
    const language = await answer.chooseLanguage?.(toRoom(room), locale);
    return sayIn(language ?? findLanguage(locale) ?? "en");
  }

  async function keepFile(room: string, file: ReplyFile | undefined): Promise<string | null> {
    if (file === undefined || file.text.length > FILE_LENGTH_MAX) return null;
    const id = randomBytes(16).toString("hex");
    files.set(id, { ...file, room });
    try {
      // Before its link is shown, which another process may be asked for.
      await shared?.keepFile(id, { ...file, room }, clock());
    } catch (error) {
      log.warn({ platform: "web", error: toMessage(error) }, "file_not_shared");
    }
    return `/api/files/${id}`;
  }

  const run = (
    { room, client, locale }: Pick<Said, "room" | "client" | "locale">,
    line: string,
    ask: (onProgress: (text: string) => Promise<void>) => Promise<Reply>,
  ): Promise<ShownReply> | null => {
    if (running.size >= RUNNING_MAX) return null;
    lineCount += 1;
    const key = `${ofRun}-line-${lineCount}`;
    const shownLine = { type: "line", key, text: line, at: clock().toISOString() } as const;
    if (!rooms.add(room, shownLine, client)) return null;
    const onProgress = async (text: string): Promise<void> => {
      rooms.add(room, { type: "progress", key, text: shorten(text, PROGRESS_LENGTH_MAX) }, client);
    };
    const findSpoken = async (): Promise<string> => (await chooseSay(room, locale)).language;
    const answerIt = async (): Promise<Reply> => {
      const before = await findSpoken();
      const reply = await ask(onProgress);
      // After its reply, which is still in what is replayed then.
      if ((await findSpoken()) !== before) setImmediate(() => rooms.renew(room));
      return reply;
    };
    const work = answerIt()
      .catch(async (error: unknown): Promise<Reply> => {
        log.error({ platform: "web", error: toMessage(error) }, "command_failed");
        return { text: (await chooseSay(room, locale))("web.fault"), isPrivate: true };
      })
      .then(async (reply) => {
        const plain = renderReply(reply, await keepFile(room, reply.file), toPicturePath);
        const shown = { ...plain, card: toShownCard(reply.picture, room) };
        const onlyFor = shown.isPrivate ? client : null;
        if (onlyFor === null) rooms.add(room, shownLine);
        rooms.add(room, { type: "reply", key, reply: shown, at: clock().toISOString() }, onlyFor);
        return shown;
      })
      .finally(() => {
        running.delete(work);
      });
    running.add(work);
    return work;
  };

  async function hear(
    { room, person, text, locale }: Said,
    onProgress: (text: string) => Promise<void>,
  ): Promise<Reply> {
    const heard = { text, destination: toRoom(room), actor: toActor(person, locale), isPrivate: true, onProgress };
    const reply = await answer.hear?.(heard);
    return reply ?? { text: (await chooseSay(room, locale))("web.notACommand"), isPrivate: true };
  }

  return {
    say(said) {
      const { room, person, text, locale, file } = said;
      const typed = readTypedCommand(text, null);
      return run(said, file === null ? text : `${text} 📎 ${file.name}`, async (onProgress) => {
        if (typed === null) return hear(said, onProgress);
        const command = commands.find((each) => each.name === typed.name);
        const typedOptions = command === undefined ? {} : readArguments(command, typed.rest);
        const option = findFileOption(command);
        const rawOptions =
          option === null || file === null ? typedOptions : { ...typedOptions, [option]: toSentFile(file) };
        return answer.reply({
          commandName: typed.name,
          rawOptions,
          destination: toRoom(room),
          actor: toActor(person, locale),
          isPrivate: true,
          onProgress,
        });
      });
    },
    press(pressed) {
      const { room, person, buttonId, label, locale } = pressed;
      const actor = toActor(person, locale);
      return run(pressed, label, () => answer.press({ buttonId, destination: toRoom(room), actor, isPrivate: true }));
    },
    async suggest(room, line, locale) {
      const destination = toRoom(room);
      return suggest(line, commands, await chooseSay(room, locale), (commandName, optionName, typed) =>
        answer.complete({ commandName, optionName, typed, destination, locale }),
      );
    },
    async draft({ room, person, line, locale }) {
      const typed = readTypedCommand(line, null);
      if (typed === null || typed.rest === "") return null;
      const { name: commandName, rest } = typed;
      const actor = toActor(person, locale);
      const reply = await answer.draft?.({ commandName, typed: rest, destination: toRoom(room), actor });
      return reply == null ? null : renderReply(reply, null, toPicturePath);
    },
    chooseSay,
    findFile: async (id) => files.get(id) ?? (await shared?.findFile(id)) ?? null,
    forgetFiles(room) {
      for (const id of [...files.keys()]) if (files.get(id)?.room === room) files.delete(id);
    },
    async settled() {
      await Promise.allSettled([...running]);
    },
  };
}
