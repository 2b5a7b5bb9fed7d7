/** Telegram for the tests of a file: before each a fresh emulator, on it the platform as the test wants it, all stopped behind it. */

import { beforeEach } from "vitest";
import { toDeliveryId } from "../../../src/domain/id.ts";
import type { Platform, SendOptions } from "../../../src/domain/platform.ts";
import type { Post } from "../../../src/domain/post.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { createTelegram, type TelegramDependencies } from "../../../src/platforms/telegram/platform.ts";
import { type EmulatedMessage, startTelegramEmulator, type TelegramEmulator } from "./emulator.ts";
import {
  buildPost,
  COMMANDS,
  createFakeAnswer,
  createRecordingLog,
  type FakeAnswer,
  NOW,
  type RecordingLog,
} from "./fakes.ts";

/** Two people. */
export const ANA = 501;
export const BEN = 502;

export const toChat = (address: number | string): Destination => ({ platform: "telegram", address: String(address) });

/** Whose emulator, platform and log are those of the test that runs. */
export interface Bot {
  readonly emulator: TelegramEmulator;
  readonly platform: Platform;
  readonly log: RecordingLog;
  create(dependencies?: Partial<TelegramDependencies>): Platform;
  /** Creates the platform and starts it on the answer, which is given back. */
  start(answer?: FakeAnswer, dependencies?: Partial<TelegramDependencies>): Promise<FakeAnswer>;
  /** Sends a post as a delivery of its own; throws when it did not arrive. */
  post(address: number | string, post?: Post, options?: SendOptions): Promise<EmulatedMessage>;
}

/** To be called once in a file, outside its tests; every platform created has the given dependencies. */
export function useBot(given: Partial<TelegramDependencies> = {}): Bot {
  let emulator: TelegramEmulator | null = null;
  let platform: Platform | null = null;
  let log = createRecordingLog();
  let deliveries = 0;

  const getEmulator = (): TelegramEmulator => {
    if (emulator === null) throw new Error("No test runs.");
    return emulator;
  };
  const create = (dependencies: Partial<TelegramDependencies> = {}): Platform => {
    const { token, url: apiUrl } = getEmulator();
    platform = createTelegram({ token, apiUrl, commands: COMMANDS, log, clock: () => NOW, ...given, ...dependencies });
    return platform;
  };

  // What the test itself has stopped in the end, it stops before these.
  beforeEach(async ({ onTestFinished }) => {
    const started = await startTelegramEmulator();
    [emulator, platform, log] = [started, null, createRecordingLog()];
    onTestFinished(async () => {
      await platform?.stop();
      await started.stop();
    });
  });

  const getPlatform = (): Platform => {
    if (platform === null) throw new Error("The test has created no platform.");
    return platform;
  };

  return {
    get emulator() {
      return getEmulator();
    },
    get platform() {
      return getPlatform();
    },
    get log() {
      return log;
    },
    create,
    async start(answer = createFakeAnswer(), dependencies = {}) {
      await create(dependencies).start(answer);
      return answer;
    },
    async post(address, post = buildPost(), options = {}) {
      deliveries += 1;
      const result = await getPlatform().send(toChat(address), post, toDeliveryId(deliveries), options);
      const id = result.outcome === "sent" ? Number(result.messageId) : 0;
      const message = getEmulator().world.messages.find((each) => each.message_id === id);
      if (message === undefined) throw new Error(`The post was not sent: ${JSON.stringify(result)}`);
      return message;
    },
  };
}
