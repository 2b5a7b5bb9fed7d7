/** The Discord platform on a fresh emulator, closed after the test: what most contract tests begin with. */

import { onTestFinished } from "vitest";
import type { DeliveryId } from "../../../src/domain/id.ts";
import { type Platform, SILENT_LOG } from "../../../src/domain/platform.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { createDiscord, type DiscordDependencies } from "../../../src/platforms/discord/platform.ts";
import { type DiscordEmulator, type EmulatorOptions, startDiscordEmulator } from "./emulator.ts";
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

/** A bot in one server with one text channel, ready. */
export async function startBot(
  options: {
    readonly emulator?: EmulatorOptions;
    readonly answer?: Parameters<typeof createFakeAnswer>[0];
    readonly dependencies?: Partial<DiscordDependencies>;
    readonly prepare?: (emulator: DiscordEmulator) => void;
  } = {},
): Promise<Bot> {
  const emulator = await startDiscordEmulator({ messageLimit: { count: 100, windowMs: 1000 }, ...options.emulator });
  onTestFinished(() => emulator.close());
  const guild = emulator.addGuild();
  const channel = emulator.addChannel(guild);
  const person = emulator.addPerson();
  options.prepare?.(emulator);
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
