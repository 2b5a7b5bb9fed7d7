/** How many feeds that nobody had named before a channel and its server may add. */

import { expect, onTestFinished, test } from "vitest";
import { createServices, type ServicesDependencies } from "../../../src/answers/services.ts";
import { UserError } from "../../../src/domain/errors.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { sayIn } from "../../../src/messages/say.ts";
import { NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const toChannel = (address: string): Destination => ({ platform: "discord", address });

async function startServices() {
  const store = await openMemoryStore();
  onTestFinished(() => store.close());
  let now = NOW;
  const services = createServices({
    store,
    commands: [],
    clock: () => now,
    readFor: () => ({}),
    settings: { subscriptionsPerChannelMax: 50, subscriptionsPerServerMax: 500 },
  } as unknown as ServicesDependencies);
  let count = 0;
  /** Resolves with how many of so many the channel could add. */
  async function add(channel: string, server: string | null, wanted: number): Promise<number> {
    const own = services.forChannel({ destination: toChannel(channel), server });
    for (let added = 0; added < wanted; added += 1) {
      count += 1;
      const error = await own.addFeedAt(`https://f${count}.example/rss`, "").then(
        () => null,
        (reason: unknown) => reason,
      );
      if (error === null) continue;
      if (!(error instanceof UserError)) throw error;
      expect(error.wording(sayIn("en"))).toContain("Try again tomorrow");
      return added;
    }
    return wanted;
  }
  return { add, services, later: (ms: number) => (now = new Date(now.getTime() + ms)) };
}

test("a channel adds so many new feeds a day, and goes on the next day", async () => {
  const { add, later } = await startServices();
  expect(await add("1", null, 250)).toBe(200);
  expect(await add("1", null, 1)).toBe(0);
  expect(await add("2", null, 1)).toBe(1);
  later(24 * 60 * 60 * 1000);
  expect(await add("1", null, 1)).toBe(1);
});

test("the channels of one server share what it may add", async () => {
  const { add } = await startServices();
  expect(await add("1", "s", 200)).toBe(200);
  expect(await add("2", "s", 200)).toBe(200);
  expect(await add("3", "s", 200)).toBe(100);
  expect(await add("4", "other", 1)).toBe(1);
});

test("a feed that is known already takes nothing of it", async () => {
  const { add, services } = await startServices();
  expect(await add("1", null, 250)).toBe(200);
  const known = await services.forChannel({ destination: toChannel("1") }).addFeedAt("https://f1.example/rss", "");
  expect(known).toMatch(/^f1-example/);
});
