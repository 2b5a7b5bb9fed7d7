/** Places the bot is let into, sent away from, or finds under a new address. */

import { toMessage } from "../domain/errors.ts";
import type { Answer, Log } from "../domain/platform.ts";
import type { Store } from "../domain/store.ts";
import { type Destination, toDestinationKey } from "../domain/subscription.ts";
import { moveChannelLanguage } from "../messages/channel-language.ts";
import { moveChannelTemplate } from "../messages/channel-template.ts";

export interface PlacesDependencies {
  readonly store: Pick<Store, "holds" | "notes" | "subscriptions">;
  readonly log: Log;
  readonly clock: () => Date;
}

export interface Places extends Pick<Answer, "left" | "listHeld" | "listSenders" | "moved"> {
  joined(destinations: readonly Destination[]): Promise<void>;
}

export function createPlaces({ store, log, clock }: PlacesDependencies): Places & {
  readmit(destination: Destination): Promise<void>;
} {
  /** The bot is there, or may post there again: news go on. */
  async function readmit(destination: Destination): Promise<void> {
    const { subscriptions, holds } = store;
    try {
      const count = await subscriptions.resumeDestination(destination);
      const isLifted = await holds.lift(destination, clock());
      if (count > 0 || isLifted) log.info({ destination: toDestinationKey(destination), count }, "destination_joined");
    } catch (error) {
      log.error({ destination: toDestinationKey(destination), reason: toMessage(error) }, "destination_join_failed");
    }
  }

  return {
    readmit,

    async left(destinations) {
      for (const destination of destinations) {
        try {
          const count = await store.subscriptions.pauseDestination(destination, "gone: the bot was removed");
          log.info({ destination: toDestinationKey(destination), count }, "destination_left");
        } catch (error) {
          log.error(
            { destination: toDestinationKey(destination), reason: toMessage(error) },
            "destination_leave_failed",
          );
        }
      }
    },

    async listHeld(platform) {
      return (await store.holds.list(platform)).map(({ destination }) => destination);
    },

    async listSenders(destination) {
      const standing = await store.subscriptions.findByDestination(destination);
      return [...new Set(standing.map(({ display }) => display.sender))];
    },

    async joined(destinations) {
      for (const destination of destinations) await readmit(destination);
    },

    async moved(from, to) {
      try {
        await store.subscriptions.moveDestination(from, to);
        await moveChannelLanguage(store.notes, from, to, clock());
        await moveChannelTemplate(store.notes, from, to, clock());
        log.info({ destination: toDestinationKey(from), to: toDestinationKey(to) }, "destination_moved");
      } catch (error) {
        log.error({ destination: toDestinationKey(from), reason: toMessage(error) }, "destination_move_failed");
      }
    },
  };
}
