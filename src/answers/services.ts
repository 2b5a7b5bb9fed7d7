/** All that is done for commands besides the store, put together of its parts. */

import { composeIn } from "../delivery/compose.ts";
import type { Command, CommandServices } from "../domain/command.ts";
import type { Store } from "../domain/store.ts";
import { DEFAULT_DISPLAY, type Destination } from "../domain/subscription.ts";
import { type BriefDependencies, createReadBrief } from "./brief-on-request.ts";
import { createChannelView } from "./channel-view.ts";
import { createFeedServices, type FeedDependencies } from "./find-feeds.ts";
import { createTransferReaders } from "./read-transfer.ts";
import { toTransferFile } from "./transfer.ts";

export interface ServicesDependencies extends BriefDependencies, Omit<FeedDependencies, "view"> {
  readonly store: Store;
  readonly commands: readonly Command[];
  /** No links when absent. */
  readonly linkTo?: CommandServices["linkTo"];
  readonly settings: {
    readonly subscriptionsPerChannelMax: number;
    readonly subscriptionsPerServerMax: number;
  };
}

/** What commands are run with in one channel. */
export interface ChannelServices extends CommandServices {
  readonly store: Store;
}

export interface Services extends ChannelServices {
  /** The same, seeing of the store what a channel may see. */
  forChannel(destination: Destination): ChannelServices;
}

function createChannelServices(dependencies: ServicesDependencies, view: Store): ChannelServices {
  const { commands, linkTo = () => null, settings } = dependencies;
  return {
    store: view,
    commands,
    linkTo,
    limits: {
      perDestinationMax: settings.subscriptionsPerChannelMax,
      perServerMax: settings.subscriptionsPerServerMax,
    },
    toPost: (stored, language) => composeIn(language, stored, DEFAULT_DISPLAY),
    readBrief: createReadBrief({ ...dependencies, store: view }),
    ...createFeedServices({ ...dependencies, view }),
    ...createTransferReaders(dependencies),
    toTransferFile,
  };
}

export function createServices(dependencies: ServicesDependencies): Services {
  const { store } = dependencies;
  return {
    ...createChannelServices(dependencies, store),
    forChannel: (destination) => createChannelServices(dependencies, createChannelView(store, destination)),
  };
}
