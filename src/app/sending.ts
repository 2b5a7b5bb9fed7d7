/** What leaves: slots for each platform and each kind of work, filled again and again with what is due. */

import { claimDeliveries, type DeliveryDependencies, deliver, listSending } from "../delivery/deliver.ts";
import { claimEdits, editPost } from "../delivery/edit.ts";
import { gatherDue } from "../delivery/gather.ts";
import { claimNotices, sayNotice } from "../delivery/say-notices.ts";
import { claimCrossposts, crosspost } from "../delivery/tell-followers.ts";
import { createSlots, fillSlots, type Slots } from "./slots.ts";

const GATHERED_AT_ONCE = 8;
const TRANSLATIONS_AT_ONCE = 4;

export interface Sending {
  /** Begins what is due and has a slot; slots call `onFree` when they are free again. */
  sendDue(): Promise<boolean>;
  /** Resolves when nothing leaves any more, or the time is over. */
  settle(timeoutMs: number): Promise<void>;
}

export interface SendingOptions {
  /** Slots of each kind on each platform. */
  readonly count: number;
  readonly onFree: () => void;
}

export function createSending(delivery: DeliveryDependencies, { count, onFree }: SendingOptions): Sending {
  const { log, platforms, translating } = delivery;
  const createPool = (name: string): Slots => createSlots({ name, count, log, onFree });
  // Apart, so that a platform that hangs holds up no other, and a post no edit.
  const pools = new Map(
    [...platforms.keys()].map((name) => [
      name,
      {
        posts: createPool(name),
        edits: createPool(`${name} edits`),
        notices: createPool(`${name} notices`),
        crossposts: createPool(`${name} crossposts`),
      },
    ]),
  );

  const translations = createSlots({ name: "translations", count: TRANSLATIONS_AT_ONCE, log, onFree });

  return {
    async sendDue() {
      const sending = listSending(delivery);
      if (sending.length === 0) return false;
      await gatherDue(delivery, GATHERED_AT_ONCE);
      for (const name of sending) {
        const slots = pools.get(name);
        if (slots === undefined) continue;
        await fillSlots(
          slots.posts,
          (limit) => claimDeliveries(delivery, limit, [name]),
          (owed) => deliver(owed, delivery),
        );
        await fillSlots(
          slots.edits,
          (limit) => claimEdits(delivery, limit, [name]),
          (owed) => editPost(owed, delivery),
        );
        await fillSlots(
          slots.notices,
          (limit) => claimNotices(delivery, limit, [name]),
          (notice) => sayNotice(notice, delivery),
        );
        if (platforms.get(name)?.crosspost === undefined) continue;
        await fillSlots(
          slots.crossposts,
          (limit) => claimCrossposts(delivery, limit, [name]),
          (owed) => crosspost(owed, delivery),
        );
      }
      if (translating !== undefined) await fillSlots(translations, translating.claim, translating.make);
      return false;
    },
    async settle(timeoutMs) {
      const all = [translations, ...[...pools.values()].flatMap((slots) => Object.values(slots))];
      await Promise.all(all.map((slots) => slots.settle(timeoutMs)));
    },
  };
}
