/** SQLite held by another program for longer than is waited: nothing is lost, nothing comes twice, and the log says why. */

import { fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { deliverDue } from "../../../src/delivery/deliver.ts";
import { type Log, SILENT_LOG } from "../../../src/domain/platform.ts";
import type { Store } from "../../../src/domain/store.ts";
import { tryEntry } from "../../../src/news/try-entry.ts";
import { openStore } from "../../../src/store/open.ts";
import { buildFeed, buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { createTemporaryFolder } from "../../helpers/temporary-folder.ts";
import { WAIT } from "../../helpers/wait.ts";

const HOLDER = fileURLToPath(new URL("../../helpers/processes/hold-database.mjs", import.meta.url));
const PLACE = { platform: "telegram", address: "501" } as const;
const FEED = buildFeed();

let folder: string;
let path: string;
let store: Store;
beforeEach(async () => {
  folder = createTemporaryFolder("pullquote-held-");
  path = join(folder, "bot.sqlite");
  store = await openStore(`sqlite:${path}`);
  await store.feeds.save([FEED], NOW);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** A process of its own, since this one stands still while it waits. It is held until what is given is called. */
async function hold(): Promise<() => void> {
  const holder = fork(HOLDER, [path]);
  await once(holder, "message");
  return () => void holder.send("let go");
}

test("a post that left while another program wrote is written down after that, and does not leave again", async () => {
  const { id } = await store.subscriptions.add(buildSubscription({ destination: PLACE }));
  const recipients = [{ subscriptionId: id, destination: PLACE }];
  await store.articles.publish(buildPublication({ recipients, now: NOW }));
  const warnings: unknown[] = [];
  const log: Log = { ...SILENT_LOG, warn: (facts, event) => void warnings.push([event, facts]) };
  let sentCount = 0;
  let letGo = (): void => undefined;
  const platform = buildPlatform({
    async send() {
      sentCount += 1;
      letGo = await hold();
      return { outcome: "sent", messageId: "7" };
    },
  });
  const delivering = buildDelivering({ store, platform, clock: () => NOW }, { log });
  await deliverDue(delivering, 8);
  expect(warnings).toEqual([["delivery_not_settled", { reason: "database is locked" }]]);
  letGo();
  await vi.waitFor(async () => expect((await store.outbox.count()).sent).toBe(1), WAIT);
  expect(await deliverDue(delivering, 8)).toBe(0);
  expect(sentCount).toBe(1);
});

test("an entry that came while another program wrote is no failed entry, and is published after that", async () => {
  let failedCount = 0;
  const onEntryFailed = (): void => {
    failedCount += 1;
  };
  const dependencies = { store, log: SILENT_LOG, owner: "this run", onEntryFailed };
  const poll = { feed: FEED, isFirst: false, now: NOW };
  const step = async (): Promise<void> => void (await store.articles.publish(buildPublication()));
  const letGo = await hold();
  await expect(tryEntry(["a"], poll, dependencies, step)).rejects.toThrow("database is locked");
  letGo();
  await vi.waitFor(() => tryEntry(["a"], poll, dependencies, step), WAIT);
  expect(await store.articles.count()).toBe(1);
  expect(failedCount).toBe(0);
});
