/** Tells Discord which commands there are, when it has others: it counts every registration. */

import { type Client, Routes } from "discord.js";
import type { Command } from "../../domain/command.ts";
import type { NoteStore } from "../../domain/note-store.ts";
import type { Log } from "../../domain/platform.ts";
import type { CommandIds } from "./command-links.ts";
import { findFailure } from "./failures.ts";
import { toCommandsHash, toSlashCommand } from "./slash-commands.ts";

/** Servers looked at for commands of their own, left by a program that used the token before. */
const SERVERS_LOOKED_AT_MAX = 100;

export interface RegisterDependencies {
  readonly client: Client<true>;
  readonly commands: readonly Command[];
  readonly notes: Pick<NoteStore, "get" | "set"> | null;
  readonly log: Log;
  readonly clock: () => Date;
}

interface Described {
  readonly name: string;
  readonly id?: string;
  readonly description?: string | undefined;
  readonly options?: readonly Described[] | undefined;
}

/** What people see of a command. What else is registered is compared by its hash, since Discord fills in defaults. */
const toOutline = (commands: readonly Described[]): string =>
  JSON.stringify(
    commands
      .map(({ name, description = "", options = [] }) => [name, description, options.map((option) => option.name)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );

/** People would see each command twice, one of them answered by nobody. */
async function clearServerCommands({ client, log }: RegisterDependencies): Promise<void> {
  for (const guildId of [...client.guilds.cache.keys()].slice(0, SERVERS_LOOKED_AT_MAX)) {
    const route = Routes.applicationGuildCommands(client.application.id, guildId);
    try {
      const left = (await client.rest.get(route)) as readonly unknown[];
      if (left.length === 0) continue;
      await client.rest.put(route, { body: [] });
      log.info({ platform: "discord", guildId, count: left.length }, "old_commands_cleared");
    } catch (error) {
      log.debug({ platform: "discord", guildId, reason: String(error) }, "server_commands_not_seen");
    }
  }
}

const toIds = (commands: readonly Described[]): CommandIds =>
  new Map(commands.flatMap(({ name, id }) => (id === undefined ? [] : [[name, id]])));

/**
 * Old commands keep working when it fails, so the bot goes on; the next start tries again. Resolves with the ids by which
 * texts can mention them.
 */
export async function registerCommands(dependencies: RegisterDependencies): Promise<CommandIds> {
  const { client, commands, notes, log, clock } = dependencies;
  const applicationId = client.application.id;
  const body = commands.map(toSlashCommand);
  const hash = toCommandsHash(body);
  const note = `discord.commands.${applicationId}`;
  const route = Routes.applicationCommands(applicationId);
  let registered: readonly Described[] = [];
  try {
    const isKnown = notes !== null && (await notes.get(note)) === JSON.stringify(hash);
    // Another program with the same token may have put its own in their place.
    registered = isKnown ? ((await client.rest.get(route)) as readonly Described[]) : [];
    if (!isKnown || toOutline(registered) !== toOutline(body as readonly Described[])) {
      registered = (await client.rest.put(route, { body })) as readonly Described[];
      await notes?.set(note, JSON.stringify(hash), clock());
      log.info({ platform: "discord", count: body.length }, "commands_registered");
    }
  } catch (error) {
    const reason = findFailure(error)?.reason ?? String(error);
    log.error({ platform: "discord", reason, error: String(error) }, "commands_not_registered");
  }
  await clearServerCommands(dependencies);
  return toIds(registered);
}
