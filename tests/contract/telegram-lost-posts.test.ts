/** Posts whose answer was lost: looked for, and sent again only when they surely have not arrived, or once. */

import { expect, test, vi } from "vitest";
import { toDeliveryId } from "../../src/domain/id.ts";
import type { SendResult } from "../../src/domain/subscription.ts";
import { ANA, BEN, toChat, useBot } from "../helpers/telegram/bot.ts";
import { buildPost } from "../helpers/telegram/fakes.ts";
import { WAIT } from "../helpers/wait.ts";

const bot = useBot();
const POST = buildPost();

/** What the outbox keeps of a post. */
interface Row {
  firstSentAt: Date | null;
  leftAfter: string | null;
  doubtCount: number;
}
const createRow = (): Row => ({ firstSentAt: null, leftAfter: null, doubtCount: 0 });

async function trySend(address: number, row: Row, post = POST, platform = bot.platform): Promise<SendResult> {
  const wasInDoubt = row.firstSentAt !== null;
  const result = await platform.send(toChat(address), post, toDeliveryId(7), {
    firstSentAt: row.firstSentAt,
    leftAfter: row.leftAfter,
    mayDouble: row.doubtCount === 0,
    async onLeaving({ mark, isFirst }) {
      if (row.firstSentAt !== null) row.doubtCount = isFirst ? 0 : row.doubtCount + 1;
      row.leftAfter = mark ?? row.leftAfter;
      row.firstSentAt = new Date();
      return true;
    },
  });
  if (result.outcome === "retry" && result.isInDoubt !== true && !wasInDoubt) row.firstSentAt = null;
  return result;
}

const countPosts = (chatId: number): number =>
  bot.emulator.posts(chatId).filter((message) => message.text.includes(POST.headline)).length;

const openChannel = (): number =>
  bot.emulator.addChat({ type: "channel", bot: { status: "administrator", can_post_messages: true } });

async function openPrivate(): Promise<number> {
  await bot.emulator.type(ANA, ANA, "/latest");
  return ANA;
}

/** A first post has arrived, so that it is known where the next one must stand. */
async function startIn(open: () => number | Promise<number>): Promise<number> {
  await bot.start();
  const chatId = await open();
  await bot.post(chatId, buildPost({ headline: "An earlier one" }));
  return chatId;
}

const KINDS = [
  ["a private chat", openPrivate],
  ["a channel", openChannel],
  [
    "a group that the bot manages",
    () => bot.emulator.addChat({ type: "supergroup", bot: { status: "administrator" } }),
  ],
] as const;

test.each(KINDS)("in %s, a post that arrived before its answer was lost comes once", async (_, open) => {
  const chatId = await startIn(open);
  const row = createRow();
  bot.emulator.fault({ method: "sendMessage", kind: "lost" });
  expect(await trySend(chatId, row)).toMatchObject({ outcome: "uncertain", canBeFound: true });
  expect(await trySend(chatId, row)).toMatchObject({ outcome: "sent" });
  expect(countPosts(chatId)).toBe(1);
  expect(bot.emulator.posts(chatId).map((message) => message.editCount)).not.toContain(1);
});

test.each(KINDS)(
  "in %s, a post whose answers are lost again and again is neither lost nor doubled",
  async (_, open) => {
    const chatId = await startIn(open);
    const row = createRow();
    bot.emulator.fault({ method: "sendMessage", kind: "reset", times: 2 });
    for (let time = 0; time < 2; time += 1) expect((await trySend(chatId, row)).outcome).toBe("uncertain");
    expect(await trySend(chatId, row)).toMatchObject({ outcome: "sent" });
    expect(countPosts(chatId)).toBe(1);
  },
);

test("a post that had been looked for and found was overwritten by the next one whose answer was lost", async () => {
  const chatId = await startIn(openPrivate);
  const headlines = ["The ferry sails again", "The lock is dry"];
  for (const headline of headlines) {
    const [row, post] = [createRow(), buildPost({ headline })];
    bot.emulator.fault({ method: "sendMessage", kind: "lost" });
    // The chat takes one a second: until it is its turn, nothing leaves.
    await vi.waitFor(async () => expect((await trySend(chatId, row, post)).outcome).toBe("uncertain"), WAIT);
    await vi.waitFor(async () => expect((await trySend(chatId, row, post)).outcome).toBe("sent"), WAIT);
  }
  const shown = bot.emulator.posts(chatId).map(({ text }) => headlines.filter((headline) => text.includes(headline)));
  expect(shown.flat()).toEqual(headlines);
});

test("a post in doubt after a crash is found by what was written down before it left", async () => {
  const chatId = await startIn(openChannel);
  const row = createRow();
  bot.emulator.fault({ method: "sendMessage", kind: "lost" });
  await trySend(chatId, row);
  await bot.platform.stop();
  await bot.start();
  expect(await trySend(chatId, row)).toMatchObject({ outcome: "sent" });
  expect(countPosts(chatId)).toBe(1);
});

test("looking for a lost post changes no answer that came meanwhile", async () => {
  const chatId = await startIn(openPrivate);
  const row = createRow();
  bot.emulator.fault({ method: "sendMessage", kind: "reset" });
  await trySend(chatId, row);
  const answer = await bot.emulator.type(ANA, ANA, "/latest");
  const text = answer.text;
  await bot.emulator.type(BEN, BEN, "/latest");
  expect(await trySend(chatId, row)).toMatchObject({ outcome: "sent" });
  expect([answer.text, answer.editCount]).toEqual([text, 0]);
  expect(countPosts(chatId)).toBe(1);
});

test("nothing is sent again before Telegram answers again", async () => {
  const chatId = await startIn(openPrivate);
  const row = createRow();
  bot.emulator.fault({ method: "sendMessage", kind: "lost" });
  await trySend(chatId, row);
  bot.emulator.fault({ method: "getChat", kind: "status", status: 502, times: 3 });
  const sendCount = bot.emulator.callsOf("sendMessage").length;
  expect(await trySend(chatId, row)).toMatchObject({ outcome: "retry", isInDoubt: true });
  expect(bot.emulator.callsOf("sendMessage")).toHaveLength(sendCount);
});

test("where the bot does not see all messages, a lost post is sent once more and no further", async () => {
  const chatId = await startIn(() => bot.emulator.addChat({ type: "supergroup" }));
  const row = createRow();
  bot.emulator.fault({ method: "sendMessage", kind: "reset", times: 5 });
  await trySend(chatId, row);
  await trySend(chatId, row);
  expect(await trySend(chatId, row)).toEqual({ outcome: "uncertain", reason: "an earlier send may have arrived" });
  expect(bot.emulator.callsOf("sendMessage").filter((call) => call.params["chat_id"] === chatId)).toHaveLength(3);
});

test("killed at each send, the bot sends a post twice at most", async () => {
  const row = createRow();
  for (let life = 0; life < 4; life += 1) {
    await bot.start();
    if (life === 0) await bot.emulator.type(ANA, ANA, "/latest");
    bot.emulator.fault({ method: "sendMessage", chatId: ANA, kind: "lost" });
    await trySend(ANA, row);
    await bot.platform.stop();
  }
  expect(countPosts(ANA)).toBeLessThanOrEqual(2);
});
