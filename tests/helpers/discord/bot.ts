/** The Discord platform on a fresh emulator, closed after the test: what most contract tests begin with. */

import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { DeliveryId } from "../../../src/domain/id.ts";
import { type Platform, SILENT_LOG } from "../../../src/domain/platform.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { createDiscord, type DiscordDependencies } from "../../../src/platforms/discord/platform.ts";
import { type ChannelOptions, type DiscordEmulator, type EmulatorOptions, startDiscordEmulator } from "./emulator.ts";
import { createFakeAnswer, type FakeAnswer, SAMPLE_COMMANDS } from "./samples.ts";

export interface Bot {
  readonly emulator: DiscordEmulator;
  readonly platform: Platform;
  readonly answer: FakeAnswer;
  readonly guild: string;
  readonly channel: string;
  readonly person: string;
  readonly here: Destination;
}

export const toDelivery = (id: number): DeliveryId => id as DeliveryId;
export const toPlace = (address: string): Destination => ({ platform: "discord", address });

/** `PULLQUOTE_CALLS_DIR=folder npx vitest run …` keeps what was called, for the validator of recorded calls. */
export function closeAfterTest(emulator: DiscordEmulator): void {
  onTestFinished(async () => {
    const folder = process.env["PULLQUOTE_CALLS_DIR"];
    if (folder !== undefined) await emulator.saveCalls(join(folder, `discord-${emulator.botId}.json`));
    await emulator.close();
  });
}

/** A bot with one more channel that it knows from the beginning. */
export async function startBotWithChannel(
  channelOptions: ChannelOptions,
  options: Parameters<typeof startBot>[0] = {},
): Promise<Bot & { readonly place: Destination }> {
  let id = "";
  const bot = await startBot({
    ...options,
    prepare(emulator, guild, channel) {
      const parentId = channelOptions.parentId === "first channel" ? { parentId: channel } : {};
      id = emulator.addChannel(guild, { ...channelOptions, ...parentId });
    },
  });
  return { ...bot, place: toPlace(id) };
}

/** A bot in one server with one text channel, ready. */
export async function startBot(
  options: {
    readonly emulator?: EmulatorOptions;
    readonly answer?: Parameters<typeof createFakeAnswer>[0];
    readonly dependencies?: Partial<DiscordDependencies>;
    /** What is there before the bot connects. */
    readonly prepare?: (emulator: DiscordEmulator, guild: string, channel: string) => void;
  } = {},
): Promise<Bot> {
  const emulator = await startDiscordEmulator({ messageLimit: { count: 100, windowMs: 1000 }, ...options.emulator });
  closeAfterTest(emulator);
  const guild = emulator.addGuild();
  const channel = emulator.addChannel(guild);
  const person = emulator.addPerson();
  options.prepare?.(emulator, guild, channel);
  const answer = createFakeAnswer(options.answer);
  const platform = createDiscord({
    token: emulator.token,
    apiUrl: emulator.apiUrl,
    commands: SAMPLE_COMMANDS,
    log: SILENT_LOG,
    clock: () => new Date(),
    stopTimeoutMs: 1000,
    requestTimeoutMs: 1000,
    ...options.dependencies,
  });
  onTestFinished(() => platform.stop());
  await platform.start(answer);
  return { emulator, platform, answer, guild, channel, person, here: toPlace(channel) };
}
