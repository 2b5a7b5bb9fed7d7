/** All that is done for commands besides the store, put together of its parts. */

import { composeIn } from "../delivery/compose.ts";
import type { Command, CommandServices } from "../domain/command.ts";
import type { Store } from "../domain/store.ts";
import { DEFAULT_DISPLAY, type Destination, toDestinationKey } from "../domain/subscription.ts";
import { type BriefDependencies, createReadBrief } from "./brief-on-request.ts";
import { createChannelView } from "./channel-view.ts";
import { createFeedServices, type FeedDependencies } from "./find-feeds.ts";
import { createLimiter } from "./limiter.ts";
import { createTransferReaders, type TransferDependencies } from "./read-transfer.ts";
import { toTransferFile } from "./transfer.ts";

/** Feeds nobody had named before; each is polled from then on. */
const NEW_FEEDS_PER_DAY = { channel: 200, server: 500 };
const DAY_MS = 24 * 60 * 60 * 1000;
/** Channels and servers remembered. */
const KEYS_MAX = 10_000;

export interface ServicesDependencies
  extends BriefDependencies,
    Omit<FeedDependencies, "view" | "mayAdd">,
    TransferDependencies {
  readonly reading: FeedDependencies["reading"] & TransferDependencies["reading"];
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
  forChannel(destination: Destination, server?: string | null): ChannelServices;
}

function createChannelServices(
  dependencies: ServicesDependencies,
  view: Store,
  mayAdd: FeedDependencies["mayAdd"],
): ChannelServices {
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
    ...createFeedServices({ ...dependencies, view, mayAdd }),
    ...createTransferReaders(dependencies),
    toTransferFile,
  };
}

export function createServices(dependencies: ServicesDependencies): Services {
  const { store, clock } = dependencies;
  const ofChannels = createLimiter({ max: NEW_FEEDS_PER_DAY.channel, windowMs: DAY_MS, keysMax: KEYS_MAX, clock });
  const ofServers = createLimiter({ max: NEW_FEEDS_PER_DAY.server, windowMs: DAY_MS, keysMax: KEYS_MAX, clock });
  return {
    ...createChannelServices(dependencies, store, () => true),
    forChannel: (destination, server = null) =>
      createChannelServices(
        dependencies,
        createChannelView(store, destination),
        () =>
          ofChannels.take(toDestinationKey(destination)) &&
          (server === null || ofServers.take(`${destination.platform}:${server}`)),
      ),
  };
}
