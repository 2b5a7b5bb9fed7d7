/** All that is done for commands besides the store, put together of its parts. */

import { composeAll, composeLook } from "../delivery/compose.ts";
import type { DrawCard } from "../domain/cards/card.ts";
import type { Command, CommandServices } from "../domain/command.ts";
import type { Store } from "../domain/store.ts";
import { type Destination, toDestinationKey } from "../domain/subscription.ts";
import { type BriefDependencies, createReadBrief } from "./brief-on-request.ts";
import { createCardServices, NOTHING_DRAWS } from "./cards.ts";
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

/** Where nobody asks. */
const NOWHERE: Destination = { platform: "web", address: "" };

/** Who asks, as keys that are theirs alone. */
export interface Asker {
  readonly person: string;
  readonly channel: string;
}

/** What reads strangers' documents for one who asks, in a thread of its own, within what one may ask for. */
export interface AskerReading extends Pick<BriefDependencies, "readPage" | "makeBrief"> {
  readonly reading: FeedDependencies["reading"] & TransferDependencies["reading"];
}

export interface ServicesDependencies
  extends Omit<BriefDependencies, keyof AskerReading>,
    Omit<FeedDependencies, "view" | "mayAdd" | "reading">,
    Omit<TransferDependencies, "reading"> {
  readonly readFor: (asker: Asker) => AskerReading;
  readonly store: Store;
  readonly commands: readonly Command[];
  /** What a platform shows itself, out of the store; nothing when absent. */
  readonly emptyPlace?: CommandServices["emptyPlace"];
  /** Draws cards; there are none when absent. */
  readonly drawCard?: DrawCard;
  /** The model that translates; none when absent. */
  readonly model?: string | null;
  /** Spoken where a channel has no language of its own. English when absent. */
  readonly language?: string;
  /** No links when absent. */
  readonly linkTo?: CommandServices["linkTo"];
  readonly settings: {
    readonly subscriptionsPerChannelMax: number;
    readonly subscriptionsPerServerMax: number;
    readonly wholeText?: boolean;
  };
}

/** What commands are run with in one channel. */
export interface ChannelServices extends CommandServices {
  readonly store: Store;
}

/** Where something is asked, and by whom. */
export interface Whereabouts {
  readonly destination: Destination;
  readonly server?: string | null;
  /** Absent where nothing is read for anybody. */
  readonly personId?: string;
  /** Whom answers are kept for; everybody in the place when null or absent. */
  readonly keeperId?: string | null;
}

export interface Services extends ChannelServices {
  /** The same, seeing of the store what a channel may see, and reading what one person may ask for. */
  forChannel(whereabouts: Whereabouts): ChannelServices;
}

function createChannelServices(
  dependencies: ServicesDependencies,
  view: Store,
  mayAdd: FeedDependencies["mayAdd"],
  asker: Asker,
  destination: Destination,
): ChannelServices {
  const { commands, linkTo = () => null, emptyPlace = () => {}, settings, language = "en" } = dependencies;
  const draw = dependencies.drawCard ?? NOTHING_DRAWS;
  const { reading, ...briefReading } = dependencies.readFor(asker);
  return {
    store: view,
    commands,
    linkTo,
    emptyPlace,
    offers: { wholeText: settings.wholeText === true, model: dependencies.model ?? null },
    limits: {
      perDestinationMax: settings.subscriptionsPerChannelMax,
      perServerMax: settings.subscriptionsPerServerMax,
    },
    toPosts: async (stored, language, template = null) =>
      (await composeAll(stored, language, view.articles)).map((post) => composeLook(post, template)),
    readBrief: createReadBrief({ ...dependencies, ...briefReading, store: view }),
    ...createFeedServices({ ...dependencies, reading, view, mayAdd }),
    ...createTransferReaders({ ...dependencies, reading }),
    ...createCardServices({ view, destination, asker, language, draw }),
    toTransferFile,
  };
}

export function createServices(dependencies: ServicesDependencies): Services {
  const { store, clock } = dependencies;
  const ofChannels = createLimiter({ max: NEW_FEEDS_PER_DAY.channel, windowMs: DAY_MS, keysMax: KEYS_MAX, clock });
  const ofServers = createLimiter({ max: NEW_FEEDS_PER_DAY.server, windowMs: DAY_MS, keysMax: KEYS_MAX, clock });
  return {
    ...createChannelServices(dependencies, store, () => true, { person: "", channel: "" }, NOWHERE),
    forChannel({ destination, server = null, personId = "", keeperId = null }) {
      const channel = toDestinationKey(destination);
      const mayAdd = (): boolean =>
        ofChannels.take(channel) && (server === null || ofServers.take(`${destination.platform}:${server}`));
      const asker = { person: `${destination.platform}:${personId}`, channel };
      return createChannelServices(
        dependencies,
        createChannelView(store, { destination, personId: keeperId }),
        mayAdd,
        asker,
        destination,
      );
    },
  };
}
