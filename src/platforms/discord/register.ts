/** Tells Discord which commands there are, only when they changed: it counts every registration. */

import { type Client, Routes } from "discord.js";
import type { Command } from "../../domain/command.ts";
import type { Log } from "../../domain/platform.ts";
import type { NoteStore } from "../../domain/store.ts";
import { findFailure } from "./failures.ts";
import { toCommandsHash, toSlashCommand } from "./slash-commands.ts";

export interface RegisterDependencies {
  readonly client: Client<true>;
  readonly commands: readonly Command[];
  readonly notes: Pick<NoteStore, "get" | "set"> | null;
  readonly log: Log;
  readonly clock: () => Date;
}

/** Old commands keep working when it fails, so the bot goes on; the next start tries again. */
export async function registerCommands(dependencies: RegisterDependencies): Promise<void> {
  const { client, commands, notes, log, clock } = dependencies;
  const applicationId = client.application.id;
  const body = commands.map(toSlashCommand);
  const hash = toCommandsHash(body);
  const note = `discord.commands.${applicationId}`;
  try {
    if (notes !== null && (await notes.get(note)) === JSON.stringify(hash)) return;
    await client.rest.put(Routes.applicationCommands(applicationId), { body });
    await notes?.set(note, JSON.stringify(hash), clock());
    log.info({ platform: "discord", count: body.length }, "commands_registered");
  } catch (error) {
    const reason = findFailure(error)?.reason ?? String(error);
    log.error({ platform: "discord", reason, error: String(error) }, "commands_not_registered");
  }
}
