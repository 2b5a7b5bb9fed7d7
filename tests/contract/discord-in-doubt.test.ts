/** Posts whose answer was lost, looked for after a restart, when Discord does not know their nonces any more. */

import { expect, test } from "vitest";
import { startBot, startBotWithChannel, toDelivery } from "../helpers/discord/bot.ts";
import { rateLimited } from "../helpers/discord/emulator.ts";
import { buildPost } from "../helpers/discord/samples.ts";

const firstSentAt = new Date(Date.now() - 5 * 60_000);

test.each([
  ["an error 500", { kind: "status", status: 500 }],
  ["a cut connection", { kind: "reset" }],
] as const)("a look into the history that fails by %s does not double the post", async (_, fault) => {
  const { emulator, platform, channel, here } = await startBot();
  emulator.inject("POST /channels/:channel/messages", { kind: "reset", isStored: true });
  await platform.send(here, buildPost(), toDelivery(1));
  emulator.forgetNonces();
  emulator.inject("GET /channels/:channel/messages", { ...fault, times: 4 });

  expect(await platform.send(here, buildPost(), toDelivery(1), { firstSentAt })).toMatchObject({ outcome: "retry" });
  emulator.heal();
  expect(await platform.send(here, buildPost(), toDelivery(1), { firstSentAt })).toMatchObject({ outcome: "sent" });
  expect(emulator.messages(channel)).toHaveLength(1);
});

test.each([
  ["a channel's limit", rateLimited(60)],
  ["the bot's limit", rateLimited(60, { isGlobal: true })],
])("a look into the history that is over %s waits in the outbox, and does not double the post", async (_, fault) => {
  const { emulator, platform, channel, here } = await startBot();
  emulator.inject("POST /channels/:channel/messages", { kind: "reset", isStored: true });
  await platform.send(here, buildPost(), toDelivery(1));
  emulator.forgetNonces();
  emulator.inject("GET /channels/:channel/messages", fault);

  const result = await platform.send(here, buildPost(), toDelivery(1), { firstSentAt });
  expect(result).toMatchObject({ outcome: "retry" });
  expect(result.outcome === "retry" && result.afterMs).toBeGreaterThan(30_000);
  expect(emulator.messages(channel)).toHaveLength(1);
});

test("a look into the history that is over a limit of a second finds the post then, and does not double it", async () => {
  const { emulator, platform, channel, here } = await startBot();
  emulator.inject("POST /channels/:channel/messages", { kind: "reset", isStored: true });
  await platform.send(here, buildPost(), toDelivery(1));
  emulator.forgetNonces();
  emulator.inject("GET /channels/:channel/messages", rateLimited(1));

  expect(await platform.send(here, buildPost(), toDelivery(1), { firstSentAt })).toMatchObject({ outcome: "sent" });
  expect(emulator.messages(channel)).toHaveLength(1);
});

test("a forum post that was archived meanwhile is found, and not made again", async () => {
  const { emulator, platform, place } = await startBotWithChannel({ type: "forum" });
  emulator.inject("POST /channels/:channel/threads", { kind: "reset", isStored: true });
  await platform.send(place, buildPost(), toDelivery(1));
  const [thread] = emulator.threads(place.address);
  if (thread !== undefined) thread.isArchived = true;

  expect(await platform.send(place, buildPost(), toDelivery(1), { firstSentAt })).toMatchObject({ outcome: "sent" });
  expect(emulator.threads(place.address)).toHaveLength(1);
});
