/** The table of platforms: one line each; the compiler points here when a platform is added to PLATFORM_NAMES. */

import type { FindCard } from "../domain/cards/card.ts";
import type { Command } from "../domain/command.ts";
import type { HttpCallback } from "../domain/http-callback.ts";
import type { NoteStore } from "../domain/note-store.ts";
import type { FetchPicture } from "../domain/pictures/picture-file.ts";
import type { Duty, Log, Platform, RecalledPost } from "../domain/platform.ts";
import type { SharedRooms } from "../domain/processes/process-store.ts";
import type { Archive } from "../domain/reading/archive.ts";
import type { Desk } from "../domain/reading/desk-report.ts";
import type { FetchFile } from "../domain/sent-file.ts";
import type { Destination, PlatformName } from "../domain/subscription.ts";
import type { WebhookSettings } from "./telegram/connection/webhook.ts";

export interface PlatformDependencies {
  readonly commands: readonly Command[];
  readonly log: Log;
  readonly clock: () => Date;
  readonly notes: Pick<NoteStore, "get" | "set">;
  readonly metrics: () => Promise<string>;
  /** Gets what people send along with a command. */
  readonly fetchFile: FetchFile;
  /** Gets pictures for a page that is served here; none are shown when absent. */
  readonly fetchPicture?: FetchPicture;
  /** What is stored, as one place may read it. */
  readonly openArchive?: (destination: Destination) => Archive;
  /** Cards by their addresses on a page that is served here. */
  readonly findCard?: FindCard;
  /** What those who run the bot see of it. */
  readonly desk?: Desk;
  /** What other servers may ask at the page's port. */
  readonly callback?: HttpCallback;
  /** What was posted to a platform by earlier runs, oldest first. */
  readonly recall: (platform: PlatformName) => Promise<readonly RecalledPost[]>;
  /** The pages of other processes on the same store, when there may be any. */
  readonly shared?: SharedRooms;
  /** Both sides when absent. */
  readonly duty?: Duty;
}

export interface PlatformSettings {
  readonly discordToken: string | null;
  readonly discordApiUrl: string | null;
  readonly telegramToken: string | null;
  readonly telegramApiUrl: string | null;
  readonly telegramInDoubt: "resend" | "skip";
  /** Null: updates are polled for. */
  readonly telegramWebhook: WebhookSettings | null;
  readonly hasTelegramRichPosts: boolean;
  readonly hasTelegramEphemeralReplies: boolean;
  readonly isWebOn: boolean;
  readonly webHost: string;
  readonly webPassword: string | null;
  readonly webPort: number;
}

type CreatePlatform = (settings: PlatformSettings, dependencies: PlatformDependencies) => Promise<Platform | null>;

/** Null where the settings leave a platform out: then its client library is not even loaded. */
const PLATFORMS: Readonly<Record<PlatformName, CreatePlatform>> = {
  web: async ({ isWebOn, webHost: host, webPassword: password, webPort: port }, dependencies) => {
    if (!isWebOn) return null;
    const { createWeb } = await import("./web/platform.ts");
    return createWeb({ ...dependencies, recall: () => dependencies.recall("web"), host, password, port });
  },
  discord: async ({ discordToken: token, discordApiUrl: apiUrl }, dependencies) => {
    if (token === null) return null;
    const { createDiscord } = await import("./discord/platform.ts");
    return createDiscord({ ...dependencies, token, ...(apiUrl === null ? {} : { apiUrl }) });
  },
  telegram: async (settings, dependencies) => {
    const { telegramToken: token, telegramApiUrl: apiUrl, telegramWebhook: webhook } = settings;
    if (token === null) return null;
    const { createTelegram } = await import("./telegram/platform.ts");
    return createTelegram({
      ...dependencies,
      token,
      inDoubt: settings.telegramInDoubt,
      hasRichPosts: settings.hasTelegramRichPosts,
      hasEphemeralReplies: settings.hasTelegramEphemeralReplies,
      ...(apiUrl === null ? {} : { apiUrl }),
      ...(webhook === null ? {} : { webhook }),
    });
  },
};

/** Null where the settings leave it out. */
export const createPlatform = (
  name: PlatformName,
  settings: PlatformSettings,
  dependencies: PlatformDependencies,
): Promise<Platform | null> => PLATFORMS[name](settings, dependencies);

export async function createPlatforms(
  settings: PlatformSettings,
  dependencies: PlatformDependencies,
): Promise<ReadonlyMap<PlatformName, Platform>> {
  const created = await Promise.all(Object.values(PLATFORMS).map((create) => create(settings, dependencies)));
  const platforms = created.filter((platform) => platform !== null);
  return new Map(platforms.map((platform) => [platform.name, platform]));
}
