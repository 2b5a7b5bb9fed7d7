/** Runs what is typed and pressed on the page: shows the line, asks the program, shows its reply in the room. */

import { randomBytes } from "node:crypto";
import type { Command } from "../../domain/command.ts";
import { toMessage } from "../../domain/errors.ts";
import type { Actor, Answer, Log } from "../../domain/platform.ts";
import type { Reply, ReplyFile } from "../../domain/post.ts";
import { readArguments, readTypedCommand } from "../../domain/typed-command.ts";
import { renderReply, shorten } from "./render.ts";
import type { Rooms } from "./rooms.ts";
import type { ShownReply } from "./shown.ts";
import { type Suggestion, suggest } from "./suggest.ts";

/** Commands running at once, over all rooms. */
export const RUNNING_MAX = 16;
export const FILES_MAX = 20;
export const FILE_LENGTH_MAX = 2_000_000;
const PROGRESS_LENGTH_MAX = 300;

export interface Said {
  readonly room: string;
  readonly client: string;
  readonly text: string;
}

export interface Pressed {
  readonly room: string;
  readonly client: string;
  readonly buttonId: string;
  readonly label: string;
}

export interface Talk {
  /** Shows the line and then its reply, which it resolves with. Null when too much is running already. */
  say(said: Said): Promise<ShownReply> | null;
  press(pressed: Pressed): Promise<ShownReply> | null;
  suggest(room: string, line: string): Promise<readonly Suggestion[]>;
  findFile(id: string): ReplyFile | null;
  /** Resolves when nothing runs any more. */
  settled(): Promise<void>;
}

interface TalkDependencies {
  readonly rooms: Rooms;
  readonly commands: readonly Command[];
  readonly answer: Answer;
  readonly log: Log;
  readonly clock: () => Date;
}

const NOT_A_COMMAND: Reply = {
  text: "Commands begin with a slash, such as /latest or /search ferry. /help lists them all.",
  isPrivate: true,
};
const FAULT: Reply = { text: "Something went wrong here. It has been written to the log.", isPrivate: true };

/** Everyone who can open the page sits at this machine, so everyone may change what a room is subscribed to. */
const toActor = (client: string): Actor => ({ id: `web-${client}`, isManager: true, locale: null });

export function createTalk({ rooms, commands, answer, log, clock }: TalkDependencies): Talk {
  const running = new Set<Promise<ShownReply>>();
  const files = new Map<string, ReplyFile>();
  let lineCount = 0;

  const keepFile = (file: ReplyFile | undefined): string | null => {
    if (file === undefined || file.text.length > FILE_LENGTH_MAX) return null;
    const id = randomBytes(16).toString("hex");
    files.set(id, file);
    const oldest = files.keys().next().value;
    if (files.size > FILES_MAX && oldest !== undefined) files.delete(oldest);
    return `/api/files/${id}`;
  };

  const run = (
    room: string,
    client: string,
    line: string,
    ask: (onProgress: (text: string) => Promise<void>) => Promise<Reply>,
  ): Promise<ShownReply> | null => {
    if (running.size >= RUNNING_MAX) return null;
    lineCount += 1;
    const key = `line-${lineCount}`;
    if (!rooms.add(room, { type: "line", key, text: line, at: clock().toISOString() })) return null;
    const onProgress = async (text: string): Promise<void> => {
      rooms.add(room, { type: "progress", key, text: shorten(text, PROGRESS_LENGTH_MAX) });
    };
    const work = ask(onProgress)
      .catch((error: unknown) => {
        log.error({ platform: "web", error: toMessage(error) }, "command_failed");
        return FAULT;
      })
      .then((reply) => {
        const shown = renderReply(reply, keepFile(reply.file));
        const onlyFor = shown.isPrivate ? client : null;
        rooms.add(room, { type: "reply", key, reply: shown, at: clock().toISOString() }, onlyFor);
        return shown;
      })
      .finally(() => {
        running.delete(work);
      });
    running.add(work);
    return work;
  };

  return {
    say({ room, client, text }) {
      const typed = readTypedCommand(text, null);
      const destination = { platform: "web", address: room } as const;
      return run(room, client, text, async (onProgress) => {
        if (typed === null) return NOT_A_COMMAND;
        const command = commands.find((each) => each.name === typed.name);
        const rawOptions = command === undefined ? {} : readArguments(command, typed.rest);
        return answer.reply({ commandName: typed.name, rawOptions, destination, actor: toActor(client), onProgress });
      });
    },
    press({ room, client, buttonId, label }) {
      const destination = { platform: "web", address: room } as const;
      return run(room, client, label, () => answer.press({ buttonId, destination, actor: toActor(client) }));
    },
    async suggest(room, line) {
      const destination = { platform: "web", address: room } as const;
      return suggest(line, commands, (commandName, optionName, typed) =>
        answer.complete({ commandName, optionName, typed, destination }),
      );
    },
    findFile: (id) => files.get(id) ?? null,
    async settled() {
      await Promise.allSettled([...running]);
    },
  };
}
