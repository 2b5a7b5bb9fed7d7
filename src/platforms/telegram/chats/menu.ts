/** The list of commands Telegram shows: set per audience, and only when it changed since it was last set. */

import { createHash } from "node:crypto";
import { type Command, findCommandText } from "../../../domain/command.ts";
import type { NoteStore } from "../../../domain/note-store.ts";
import type { Log } from "../../../domain/platform.ts";
import type { Say } from "../../../domain/say.ts";
import { FIRST_LANGUAGE, LANGUAGES } from "../../../messages/languages.ts";
import { sayIn } from "../../../messages/say.ts";
import type { Client } from "../connection/client.ts";
import { toFailure } from "../connection/failures.ts";
import { CHANNEL_COMMAND } from "../connection/setup.ts";
import { cut, toLine } from "../posts/text-lines.ts";

const COMMANDS_MAX = 100;
const DESCRIPTION_LENGTH_MAX = 256;
const NAME_PATTERN = /^[a-z0-9_]{1,32}$/;

interface MenuEntry {
  readonly command: string;
  readonly description: string;
}

interface Menu {
  readonly language_code?: string;
  readonly scope: { readonly type: "default" | "all_private_chats" | "all_chat_administrators" };
  readonly commands: readonly MenuEntry[];
}

const toEntry = (command: string, description: string): MenuEntry => ({
  command,
  description: cut(toLine(description), DESCRIPTION_LENGTH_MAX),
});

/** Everyone sees what everyone may use; those who manage a chat see the rest too. */
function toMenusIn(say: Say, commands: readonly Command[]): readonly Menu[] {
  const valid = commands.filter((command) => NAME_PATTERN.test(command.name)).slice(0, COMMANDS_MAX - 1);
  const describe = (command: Command): MenuEntry =>
    toEntry(command.name, findCommandText(say, command.name) ?? command.summary);
  const all = valid.map(describe);
  const open = valid.filter((command) => command.access === "everyone").map(describe);
  const menus: readonly Menu[] = [
    { scope: { type: "default" }, commands: open },
    { scope: { type: "all_private_chats" }, commands: [...all, toEntry(CHANNEL_COMMAND, say("telegram.channel"))] },
    { scope: { type: "all_chat_administrators" }, commands: all },
  ];
  // English is what Telegram shows for every language that has no menu of its own.
  return say.language === FIRST_LANGUAGE ? menus : menus.map((menu) => ({ ...menu, language_code: say.language }));
}

function toMenus(commands: readonly Command[]): readonly Menu[] {
  return LANGUAGES.flatMap((language) => toMenusIn(sayIn(language), commands));
}

export interface MenuDependencies {
  readonly client: Client;
  readonly commands: readonly Command[];
  readonly notes: Pick<NoteStore, "get" | "set"> | null;
  readonly clock: () => Date;
  readonly log: Log;
}

/** Never rejects: a bot without a menu still answers. */
export async function registerMenus(botId: number, dependencies: MenuDependencies): Promise<void> {
  const { client, commands, notes, clock, log } = dependencies;
  try {
    const menus = toMenus(commands);
    const hash = createHash("sha256").update(JSON.stringify(menus)).digest("hex");
    const note = `telegram:menu:${botId}`;
    if (notes !== null && (await notes.get(note)) === JSON.stringify(hash)) return;
    for (const menu of menus) await client.call("setMyCommands", { ...menu });
    await notes?.set(note, JSON.stringify(hash), clock());
  } catch (error) {
    log.warn({ platform: "telegram", reason: toFailure(error).reason }, "menu_not_set");
  }
}
