/** The list of commands Telegram shows: set per audience, and only when it changed since it was last set. */

import { createHash } from "node:crypto";
import type { Command } from "../../domain/command.ts";
import type { Log } from "../../domain/platform.ts";
import type { NoteStore } from "../../domain/store.ts";
import type { Client } from "./client.ts";
import { toFailure } from "./failures.ts";
import { cut, toLine } from "./plain-text.ts";
import { CHANNEL_COMMAND } from "./setup.ts";

const COMMANDS_MAX = 100;
const DESCRIPTION_LENGTH_MAX = 256;
const NAME_PATTERN = /^[a-z0-9_]{1,32}$/;
const LANGUAGE_PATTERN = /^[a-z]{2}$/;

interface MenuEntry {
  readonly command: string;
  readonly description: string;
}

/** Two-letter language to command name to summary. What is missing is shown in English. */
export type MenuTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface Menu {
  readonly language_code?: string;
  readonly scope: { readonly type: "default" | "all_private_chats" | "all_chat_administrators" };
  readonly commands: readonly MenuEntry[];
}

type Texts = Readonly<Record<string, string>>;

const toEntry = ({ name, summary }: Pick<Command, "name" | "summary">, texts: Texts): MenuEntry => ({
  command: name,
  description: cut(toLine(texts[name] ?? summary), DESCRIPTION_LENGTH_MAX),
});

/** Everyone sees what everyone may use; those who manage a chat see the rest too. */
function toMenusIn(language: string | null, commands: readonly Command[], texts: Texts): readonly Menu[] {
  const valid = commands.filter((command) => NAME_PATTERN.test(command.name)).slice(0, COMMANDS_MAX - 1);
  const all = valid.map((command) => toEntry(command, texts));
  const open = valid.filter((command) => command.access === "everyone").map((command) => toEntry(command, texts));
  const menus: readonly Menu[] = [
    { scope: { type: "default" }, commands: open },
    { scope: { type: "all_private_chats" }, commands: [...all, toEntry(CHANNEL_COMMAND, texts)] },
    { scope: { type: "all_chat_administrators" }, commands: all },
  ];
  return language === null ? menus : menus.map((menu) => ({ ...menu, language_code: language }));
}

export function toMenus(commands: readonly Command[], menuTexts: MenuTexts = {}): readonly Menu[] {
  const languages = Object.keys(menuTexts).filter((language) => LANGUAGE_PATTERN.test(language));
  return [
    ...toMenusIn(null, commands, {}),
    ...languages.flatMap((language) => toMenusIn(language, commands, menuTexts[language] ?? {})),
  ];
}

export interface MenuDependencies {
  readonly client: Client;
  readonly commands: readonly Command[];
  readonly notes: Pick<NoteStore, "get" | "set"> | null;
  readonly clock: () => Date;
  readonly log: Log;
  readonly menuTexts?: MenuTexts | undefined;
}

/** Never rejects: a bot without a menu still answers. */
export async function registerMenus(botId: number, dependencies: MenuDependencies): Promise<void> {
  const { client, commands, notes, clock, log, menuTexts } = dependencies;
  try {
    const menus = toMenus(commands, menuTexts);
    const hash = createHash("sha256").update(JSON.stringify(menus)).digest("hex");
    const note = `telegram:menu:${botId}`;
    if (notes !== null && (await notes.get(note)) === JSON.stringify(hash)) return;
    for (const menu of menus) await client.call("setMyCommands", { ...menu });
    await notes?.set(note, JSON.stringify(hash), clock());
  } catch (error) {
    log.warn({ platform: "telegram", reason: toFailure(error).reason }, "menu_not_set");
  }
}
