/** Whole articles under their posts, by choice of a channel, where whoever runs the bot and the outlet allow it. */

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { PLATFORM_NAMES } from "../../src/domain/subscription.ts";
import { type Conversation, createConversations } from "../helpers/conversation.ts";
import { PERMISSIONS, POSTING_PERMISSIONS } from "../helpers/discord/emulator.ts";
import { readMessage } from "../helpers/discord/shown.ts";
import { expectShown } from "../helpers/platform-suite.ts";
import type { HeldFile } from "../helpers/sent-file.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

let whole: WholeApp;
let open: ReturnType<typeof createConversations>;
beforeAll(async () => {
  whole = await startWholeApp({ env: { WHOLE_TEXT: "on" } });
  open = createConversations(whole);
});
afterAll(() => whole.stop());

/** The texts under the post of a place: in its thread, in its message, on the page. */
async function readBelow({ destination, posts, platform }: Conversation): Promise<string> {
  if (platform !== "discord") return (await posts()).join("\n");
  return whole.discord
    .threads(destination.address)
    .flatMap(({ id }) => whole.discord.messages(id))
    .map(({ content }) => content)
    .join("\n");
}

test("the whole text lies folded under a post of each platform, where the channel wishes it, and nowhere else", async () => {
  const wishing = PLATFORM_NAMES.map((platform) => open(platform));
  const others = PLATFORM_NAMES.map((platform) => open(platform));
  for (const who of wishing) await expectShown(await who.type("/subscribe everything whole:yes"), "with whole texts");
  for (const who of others) await expectShown(await who.type("/subscribe everything"), "Subscribed to");
  const { article, brief } = await whole.publishNext();
  const shownAlready = brief.sentences.map(({ text }) => text).join(" ");
  const last = article.text.split("\n\n").findLast((paragraph) => !shownAlready.includes(paragraph.slice(0, 40))) ?? "";
  const words = last.split(/\s+/).slice(0, 5).join(" ");
  for (const who of wishing) await vi.waitFor(async () => expect(await readBelow(who)).toContain(words), WAIT);
  for (const who of others) {
    await vi.waitFor(async () => expect((await who.posts()).length).toBeGreaterThan(0), WAIT);
    expect(await readBelow(who)).not.toContain(words);
  }
});

describe.each(PLATFORM_NAMES)("on %s", (platform) => {
  test("the wish is listed, goes by file, and is taken back", async () => {
    const who = open(platform);
    await expectShown(await who.type("/subscribe everything whole:yes"), "with whole texts");
    const exported = await who.type("/export");
    const file: HeldFile = await vi.waitFor(async () => {
      const found = (await exported?.file()) ?? null;
      if (found === null) throw new Error("There is no file.");
      return found;
    }, WAIT);
    const other = open(platform);
    await expectShown(await other.type("/import", file), "Subscriptions added: 1 of 1");
    const [taken] = await whole.app.store.subscriptions.findByDestination(other.destination);
    expect(taken?.display.hasWholeText).toBe(true);
    await expectShown(await who.type("/edit 1 whole:no"), /is now: (?!.*whole texts)/);
  });
});

test("a wish for whole texts that Discord has no thread for is told at once, not met with silence", async () => {
  const { discord } = whole;
  const who = open("discord");
  discord.setPermissions(who.destination.address, POSTING_PERMISSIONS & ~PERMISSIONS.CREATE_PUBLIC_THREADS);
  await expectShown(await who.type("/subscribe everything whole:yes"), /permission “Create Public Threads” there/);
  expect(await whole.app.store.subscriptions.findByDestination(who.destination)).toEqual([]);
  const person = discord.addPerson();
  const channelId = discord.addChannel(discord.addGuild("Somebody else's"), { permissions: 0n });
  const values = { what: "everything", whole: true };
  const refused = await discord.runCommand(channelId, person, "subscribe", values, { isUserInstalled: true });
  expect(readMessage(refused)).toContain("In a direct message there is no thread");
});
