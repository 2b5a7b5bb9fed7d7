/** All that is done for commands besides the store, put together of its parts. */

import { composeIn } from "../delivery/compose.ts";
import type { Command, CommandServices } from "../domain/command.ts";
import type { Store } from "../domain/store.ts";
import { DEFAULT_DISPLAY } from "../domain/subscription.ts";
import { type BriefDependencies, createReadBrief } from "./brief-on-request.ts";
import { createFeedServices, type FeedDependencies } from "./find-feeds.ts";
import { createTransferReaders } from "./read-transfer.ts";
import { toTransferFile } from "./transfer.ts";

export interface ServicesDependencies extends BriefDependencies, FeedDependencies {
  readonly store: Store;
  readonly commands: readonly Command[];
  /** No links when absent. */
  readonly linkTo?: CommandServices["linkTo"];
  readonly settings: {
    readonly subscriptionsPerChannelMax: number;
    readonly subscriptionsPerServerMax: number;
  };
}

export interface Services extends CommandServices {
  readonly store: Store;
}

export function createServices(dependencies: ServicesDependencies): Services {
  const { store, commands, linkTo = () => null, settings } = dependencies;
  return {
    store,
    commands,
    linkTo,
    limits: {
      perDestinationMax: settings.subscriptionsPerChannelMax,
      perServerMax: settings.subscriptionsPerServerMax,
    },
    toPost: (stored, language) => composeIn(language, stored, DEFAULT_DISPLAY),
    readBrief: createReadBrief(dependencies),
    ...createFeedServices(dependencies),
    ...createTransferReaders(dependencies),
    toTransferFile,
  };
}
