/** Limits of subscriptions hold however many commands come at once: the same on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../src/domain/store.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER, type NewSubscription } from "../../src/domain/subscription.ts";
import { type AskOptions, ask, servingList } from "../helpers/ask.ts";
import { NOON } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const SERVER = "guild";
const inChannel = (address: string) => ({ destination: { platform: "discord", address } as const, server: SERVER });
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const build = (address: string, topic: string, parts: Partial<NewSubscription> = {}): NewSubscription => ({
  ...inChannel(address),
  filter: { ...EMPTY_FILTER, topics: [topic] },
  display: DEFAULT_DISPLAY,
  createdAt: NOON,
  pausedReason: null,
  ...parts,
});

describe.each(TEST_ENGINES)("limits of subscriptions on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });
  afterAll(() => stores.closeAll());

  const countIn = async (address: string): Promise<number> =>
    (await store.subscriptions.findByDestination(inChannel(address).destination)).length;
  const countServer = (): Promise<number> => store.subscriptions.countServer("discord", SERVER);

  test("two at once passed the limit of the channel by one", async () => {
    const limits = { perDestinationMax: 3, perServerMax: 100 };
    const results = await Promise.all(
      numbers(12).map((index) => store.subscriptions.addWithin(build("1", `t${index}`), limits)),
    );
    expect(results.filter((each) => each.outcome === "added")).toHaveLength(3);
    expect(results.filter((each) => each.outcome === "full")).toHaveLength(9);
    expect(await countIn("1")).toBe(3);
  });

  test("two at once in different channels passed the limit of the server by one", async () => {
    const limits = { perDestinationMax: 100, perServerMax: 3 };
    const results = await Promise.all(
      numbers(12).map((index) => store.subscriptions.addWithin(build(`${index}`, "world"), limits)),
    );
    expect(results.filter((each) => each.outcome === "added")).toHaveLength(3);
    expect(results.filter((each) => each.outcome === "server-full")).toHaveLength(9);
    expect(await countServer()).toBe(3);
    const elsewhere = await store.subscriptions.addWithin(build("99", "world", { server: null }), limits);
    expect(elsewhere.outcome).toBe("added");
  });

  test("the same wish twice at once is one subscription, in whatever order it was written", async () => {
    const limits = { perDestinationMax: 100, perServerMax: 100 };
    const wish = (topics: readonly string[]) => build("1", "", { filter: { ...EMPTY_FILTER, topics } });
    const results = await Promise.all(
      [["world", "sports"], ["sports", "world"], ["world"]].map((topics) =>
        store.subscriptions.addWithin(wish(topics), limits),
      ),
    );
    expect(results.map((each) => each.outcome).sort()).toEqual(["added", "added", "known"]);
  });

  test("/subscribe and /import at once stay within both limits", async () => {
    const subscriptions = numbers(4).map((index) => ({ topics: [`from-file-${index}`] }));
    const file = JSON.stringify({ pullquote: 1, subscriptions });
    const options = (address: string): AskOptions => ({
      store,
      ...inChannel(address),
      subscriptionsMax: 4,
      serverSubscriptionsMax: 6,
      download: servingList(file),
    });
    const lines = [
      "/import https://files.example/a.json",
      ...numbers(4).map((n) => `/subscribe everything words:w${n}`),
    ];
    await Promise.all(["1", "2"].flatMap((address) => lines.map((line) => ask(line, options(address)))));
    expect(await countServer()).toBe(6);
    expect(await countIn("1")).toBeLessThanOrEqual(4);
    expect(await countIn("2")).toBeLessThanOrEqual(4);
  });
});
