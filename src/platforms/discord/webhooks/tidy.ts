/** Removes the bot's webhooks where no subscription asks for the outlet as sender any more, also after a crash. */

import type { NoteStore } from "../../../domain/note-store.ts";
import type { Log } from "../../../domain/platform.ts";
import type { Sender } from "../../../domain/subscription.ts";
import { findFailure } from "../failures.ts";
import type { Webhooks } from "./webhooks.ts";

/** Posts under an outlet's name are corrected through the webhook, as long as news are news. */
const STAYS_MS = 2 * 24 * 60 * 60 * 1000;

/** By channel the places in it that post through its webhook: since when none asks for it there, null while one does. */
type Noted = Record<string, Record<string, number | null>>;

export interface Tidy {
  /** Written down before a webhook is made, so that a crash leaves none behind that nobody knows of. */
  note(channelId: string, placeId: string): Promise<void>;
  /** Looks at all of them, or at those of one place. Never rejects. */
  run(placeId?: string): Promise<void>;
}

export interface TidyDependencies {
  readonly applicationId: string;
  readonly notes: Pick<NoteStore, "get" | "set"> | null;
  readonly webhooks: Pick<Webhooks, "remove">;
  /** Who is asked for as sender in a place, by subscriptions that stand there. */
  readonly listSenders: (placeId: string) => Promise<readonly Sender[]>;
  readonly clock: () => Date;
  readonly log: Log;
}

export function createTidy(dependencies: TidyDependencies): Tidy {
  const { applicationId, notes, webhooks, listSenders, clock, log } = dependencies;
  const name = `discord.webhooks.${applicationId}`;
  const noted = new Set<string>();
  let line: Promise<unknown> = Promise.resolve();

  /** One after another, since each reads the note and writes it. */
  function inLine<T>(work: () => Promise<T>): Promise<T> {
    const done = line.then(work, work);
    line = done.catch(() => undefined);
    return done;
  }

  const read = async (): Promise<Noted> => JSON.parse((await notes?.get(name)) ?? "{}") as Noted;
  const write = async (value: Noted): Promise<void> => notes?.set(name, JSON.stringify(value), clock());

  /** What is known of the channel's places now; null when its webhook is not needed any more. */
  async function look(places: Noted[string]): Promise<Noted[string] | null> {
    const now = clock().getTime();
    const seen: Noted[string] = {};
    for (const [placeId, since] of Object.entries(places)) {
      const senders = await listSenders(placeId);
      if (senders.includes("outlet")) seen[placeId] = null;
      else if (senders.length > 0 && now - (since ?? now) < STAYS_MS) seen[placeId] = since ?? now;
    }
    return Object.keys(seen).length === 0 ? null : seen;
  }

  /** True when it is there no more. */
  async function remove(channelId: string): Promise<boolean> {
    try {
      await webhooks.remove(channelId);
      return true;
    } catch (error) {
      const kind = findFailure(error)?.kind;
      log.warn({ platform: "discord", destination: channelId, reason: String(error) }, "webhook_not_removed");
      return kind === "gone" || kind === "expired";
    }
  }

  async function tidy(placeId: string | undefined): Promise<void> {
    const before = await read();
    const after: Noted = { ...before };
    for (const [channelId, places] of Object.entries(before)) {
      if (placeId !== undefined && !Object.hasOwn(places, placeId)) continue;
      const seen = await look(places);
      // What is not written down any more has to be anew, when it is wished again.
      for (const place of Object.keys(places)) if (seen?.[place] === undefined) noted.delete(place);
      if (seen !== null) after[channelId] = seen;
      else if (await remove(channelId)) delete after[channelId];
    }
    if (JSON.stringify(after) !== JSON.stringify(before)) await write(after);
  }

  return {
    async note(channelId, placeId) {
      if (notes === null || noted.has(placeId)) return;
      await inLine(async () => {
        const before = await read();
        await write({ ...before, [channelId]: { ...before[channelId], [placeId]: null } });
      });
      noted.add(placeId);
    },
    async run(placeId) {
      if (notes === null) return;
      try {
        await inLine(() => tidy(placeId));
      } catch (error) {
        log.error({ platform: "discord", reason: String(error) }, "webhooks_not_tidied");
      }
    },
  };
}
