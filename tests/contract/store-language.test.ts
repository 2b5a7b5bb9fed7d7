/** The language of a channel: kept, moved and taken away alike on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../src/domain/store.ts";
import type { Destination } from "../../src/domain/subscription.ts";
import {
  findChannelLanguage,
  findOwnLanguage,
  moveChannelLanguage,
  saveChannelLanguage,
} from "../../src/messages/channel-language.ts";
import { NOON } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const GROUP: Destination = { platform: "telegram", address: "-100" };
const TOPIC: Destination = { platform: "telegram", address: "-100/7" };

describe.each(TEST_ENGINES)("a channel's language on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });
  afterAll(() => stores.closeAll());

  test("is the one given last, and none at first", async () => {
    expect(await findChannelLanguage(store.notes, GROUP)).toBeNull();
    await saveChannelLanguage(store.notes, GROUP, "de", NOON);
    await saveChannelLanguage(store.notes, GROUP, "uk", NOON);
    expect(await findChannelLanguage(store.notes, GROUP)).toBe("uk");
    expect(await findChannelLanguage(store.notes, { ...GROUP, platform: "web" })).toBeNull();
  });

  test("can be taken away", async () => {
    await saveChannelLanguage(store.notes, GROUP, "de", NOON);
    await saveChannelLanguage(store.notes, GROUP, null, NOON);
    expect(await findChannelLanguage(store.notes, GROUP)).toBeNull();
  });

  test("holds for its topics, unless they have their own", async () => {
    await saveChannelLanguage(store.notes, GROUP, "ru", NOON);
    expect(await findChannelLanguage(store.notes, TOPIC)).toBe("ru");
    expect(await findOwnLanguage(store.notes, TOPIC)).toBeNull();
    await saveChannelLanguage(store.notes, TOPIC, "ar", NOON);
    expect(await findChannelLanguage(store.notes, TOPIC)).toBe("ar");
    expect(await findChannelLanguage(store.notes, GROUP)).toBe("ru");
  });

  test("goes along to a new address", async () => {
    const moved = { ...GROUP, address: "-200" };
    await saveChannelLanguage(store.notes, GROUP, "fr", NOON);
    await moveChannelLanguage(store.notes, GROUP, moved, NOON);
    expect(await findChannelLanguage(store.notes, moved)).toBe("fr");
  });
});
