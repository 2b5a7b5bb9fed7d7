/** A whole article in a thread under its post: one thread, each part once, whatever breaks off in the middle. */

import { expect, test } from "vitest";
import { toWholeTextParts } from "../../src/platforms/discord/whole-text.ts";
import { startBot, toDelivery } from "../helpers/discord/bot.ts";
import { apiFault, PERMISSIONS, POSTING_PERMISSIONS, rateLimited } from "../helpers/discord/emulator.ts";
import { buildPost } from "../helpers/discord/samples.ts";

const THREAD = "POST /channels/:channel/messages/:message/threads";
const PARAGRAPHS = Array.from(
  { length: 40 },
  (_, n) =>
    `Paragraph ${n}: the *harbor* of Tarnock closes for @everyone. ${"The quay is mended, stone by stone. ".repeat(6)}`,
);
const post = buildPost({ wholeText: PARAGRAPHS.map((each) => each.trim()) });

async function start() {
  const bot = await startBot();
  const threads = () => bot.emulator.threads(bot.channel);
  const parts = () => threads().flatMap((thread) => bot.emulator.messages(thread.id));
  const expectWhole = () => {
    expect(bot.emulator.messages(bot.channel)).toHaveLength(1);
    expect(threads()).toHaveLength(1);
    const contents = parts().map(({ content }) => content);
    expect(contents.length).toBeGreaterThan(3);
    expect(new Set(contents).size).toBe(contents.length);
    for (const content of contents) expect(content.length).toBeLessThanOrEqual(2_000);
    expect(parts().flatMap(({ pings }) => pings)).toEqual([]);
    const numbers = [...contents.join("\n").matchAll(/Paragraph (\d+):/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(PARAGRAPHS.map((_, n) => n));
  };
  return { ...bot, threads, parts, expectWhole };
}

test("a long article lies in one thread, in order, split between paragraphs, without a ping", async () => {
  const { platform, here, expectWhole } = await start();
  expect(await platform.send(here, post, toDelivery(1))).toMatchObject({ outcome: "sent" });
  expectWhole();
});

test("an answer that is lost when the thread was made makes no second thread", async () => {
  const { emulator, platform, here, expectWhole } = await start();
  emulator.inject(THREAD, { kind: "reset", isStored: true });
  expect(await platform.send(here, post, toDelivery(1))).toMatchObject({ outcome: "retry" });
  expect(await platform.send(here, post, toDelivery(1))).toMatchObject({ outcome: "sent" });
  expectWhole();
});

test("a bot that ended in the middle goes on where it was, also once nonces are forgotten", async () => {
  const { emulator, platform, here, parts, expectWhole } = await start();
  const firstSentAt = new Date();
  await platform.send(here, post, toDelivery(1));
  for (const { id } of parts().slice(2)) emulator.deleteMessage(id);
  emulator.forgetNonces();
  const again = { ...post, wholeText: post.wholeText ?? [] };
  // The post itself is known by its nonce for two minutes and looked for later; here it is told to be the same.
  await platform.send(here, again, toDelivery(1), { firstSentAt: new Date(firstSentAt.getTime() - 180_000) });
  expectWhole();
});

test("without the right to make threads the post stands alone; in a thread and a forum there is no thread within", async () => {
  const { emulator, platform, channel, here, threads } = await start();
  emulator.setPermissions(channel, POSTING_PERMISSIONS & ~PERMISSIONS.CREATE_PUBLIC_THREADS);
  expect(await platform.send(here, post, toDelivery(1))).toMatchObject({ outcome: "sent" });
  expect(threads()).toEqual([]);
  const guild = emulator.addGuild();
  const forum = emulator.addChannel(guild, { type: "forum" });
  const place = { ...here, address: forum };
  expect(await platform.send(place, post, toDelivery(2))).toMatchObject({ outcome: "sent" });
  const [thread] = emulator.threads(forum);
  if (thread === undefined) throw new Error("There is no post in the forum.");
  expect(emulator.messages(thread.id).length).toBeGreaterThan(3);
});

test("in a thread a whole text asked for never came: it follows its post there, each part once", async () => {
  const { emulator, platform, guild, channel, here } = await start();
  const thread = emulator.addChannel(guild, { parentId: channel });
  const place = { ...here, address: thread };
  const firstSentAt = new Date();
  expect(await platform.send(place, post, toDelivery(1))).toMatchObject({ outcome: "sent" });
  const before = emulator.messages(thread).map(({ content }) => content);
  expect(before.length).toBeGreaterThan(4);
  for (const { id } of emulator.messages(thread).slice(2)) emulator.deleteMessage(id);
  emulator.forgetNonces();
  await platform.send(place, post, toDelivery(1), { firstSentAt: new Date(firstSentAt.getTime() - 180_000) });
  expect(emulator.messages(thread).map(({ content }) => content)).toEqual(before);
});

test.each([
  ["is limited", rateLimited(3600)],
  ["fails for a while", apiFault(400, 40062)],
])("a thread that %s doubles no post, also when nonces are forgotten", async (_name, fault) => {
  const { emulator, platform, here, expectWhole } = await start();
  const firstSentAt = new Date(Date.now() - 180_000);
  emulator.inject(THREAD, fault);
  expect(await platform.send(here, post, toDelivery(1))).toMatchObject({ outcome: "retry", isInDoubt: true });
  emulator.forgetNonces();
  expect(await platform.send(here, post, toDelivery(1), { firstSentAt })).toMatchObject({ outcome: "sent" });
  expectWhole();
});

test("a server with as many open threads as it may have gets the post once, and alone", async () => {
  const { emulator, platform, channel, here, threads } = await start();
  emulator.inject(THREAD, { ...apiFault(400, 160006), times: 9 });
  expect(await platform.send(here, post, toDelivery(1))).toMatchObject({ outcome: "sent" });
  expect(threads()).toEqual([]);
  expect(emulator.messages(channel)).toHaveLength(1);
});

test("a paragraph parted at a mark makes no heading, no list and no mention of what is none", () => {
  const sentence = "The quay of Tarnock is mended, stone by stone, all winter long. ";
  const long = `${sentence.repeat(29)}# That is no heading. ${sentence.repeat(29)}1. That is no list.`;
  for (const paragraph of [long, "<@1234567890123456789>*_".repeat(400)]) {
    const parts = toWholeTextParts(buildPost({ wholeText: [paragraph] }));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      expect(part).toMatch(/^(?:[A-Z]|\d(?!\.)|\\)/);
      expect(part).not.toMatch(/(?<!\\)(?:\\\\)*[*_<>]|\\$/);
    }
  }
});
