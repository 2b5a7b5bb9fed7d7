/** The bot's webhooks, removed where nobody asks for an outlet as sender any more, and nowhere else. */

import { expect, test } from "vitest";
import { SILENT_LOG } from "../../../../../src/domain/platform.ts";
import type { Sender } from "../../../../../src/domain/subscription.ts";
import { createTidy } from "../../../../../src/platforms/discord/webhooks/tidy.ts";
import { NOW } from "../../../../helpers/build.ts";

const [CHANNEL, THREAD] = ["1", "2"];

test("a thread that asks for outlets once more keeps the webhook when its channel asks no longer", async () => {
  const notes = new Map<string, string>();
  const senders = new Map<string, readonly Sender[]>();
  const removed: string[] = [];
  const tidy = createTidy({
    applicationId: "9",
    notes: { get: async (name) => notes.get(name) ?? null, set: async (name, value) => void notes.set(name, value) },
    webhooks: { remove: async (channelId) => void removed.push(channelId) },
    listSenders: async (placeId) => senders.get(placeId) ?? [],
    clock: () => NOW,
    log: SILENT_LOG,
  });
  const wish = async (placeId: string): Promise<void> => {
    senders.set(placeId, ["outlet"]);
    await tidy.note(CHANNEL, placeId);
  };
  const end = async (placeId: string): Promise<void> => {
    senders.delete(placeId);
    await tidy.run(placeId);
  };
  await wish(CHANNEL);
  await wish(THREAD);
  await end(THREAD);
  await wish(THREAD);
  await end(CHANNEL);
  expect(removed).toEqual([]);
  await end(THREAD);
  expect(removed).toEqual([CHANNEL]);
});
