/** /translate: what is chosen for a channel, and what is said where nothing translates. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { translate } from "../../../commands/translate.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { findTranslation, saveChannelLanguage, saveTranslation } from "../../../src/messages/channel-language.ts";
import { sayIn } from "../../../src/messages/say.ts";
import { NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CHANNEL: Destination = { platform: "telegram", address: "-100" };

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
});
afterEach(() => store.close());

const run = async (to: string | undefined, model: string | null = "tiny"): Promise<string> => {
  const say = sayIn("en");
  const request = {
    say,
    language: "fr",
    options: { to },
    offers: { wholeText: false, model },
    store,
    destination: CHANNEL,
  };
  return (await translate.run({ ...request, now: NOW } as never)).text;
};
const chosen = () => findTranslation(store.notes, CHANNEL);

test("on is the language of the channel, and where it has none that of whoever says so", async () => {
  expect(await run("on")).toContain("French");
  expect(await chosen()).toBe("fr");
  await saveChannelLanguage(store.notes, CHANNEL, "de", NOW);
  expect(await run("on")).toContain("German");
  expect(await chosen()).toBe("channel");
  expect(await run("off")).toContain("stay in the language");
  expect(await chosen()).toBe("off");
});

test("without a model nothing is chosen, and who runs the bot is named as the one to ask", async () => {
  await expect(run("de", null)).rejects.toThrow("unavailable");
  expect(await chosen()).toBeNull();
  await saveTranslation(store.notes, CHANNEL, "de", NOW);
  expect(await run(undefined, null)).toMatch(/Chosen for posts here: German\. Nothing is translated/);
  expect(await run("off", null)).toContain("stay in the language");
  // Languages to choose were listed as if anything came of them.
  expect(await run(undefined, null)).toMatch(/stay in the language .*Nothing is translated.*MODEL_URL/);
  expect(await run(undefined, null)).not.toContain("To choose");
  expect(await run(undefined)).toContain("To choose");
});
